// A page of somebody's with the widget in it.

import type { BrowserContextOptions, FrameLocator, Locator, Page } from "playwright-core";
import type { Opened, Setting } from "./browser";

/** Opens a page of the site's own origin with the given body. */
export async function openBlog(
  setting: Setting,
  body: string,
  head = "",
  prepare: (page: Page) => Promise<unknown> = async () => {},
  options?: BrowserContextOptions,
): Promise<Opened> {
  const opened = await setting.blank(options);
  await prepare(opened.page);
  const html = `<!doctype html><html><head><title>A blog</title>${head}<script src="houselights.js" async></script></head><body>${body}</body></html>`;
  await opened.page.route("**/blog.html", (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body: html }));
  await opened.page.goto(`${setting.url}blog.html`);
  return opened;
}

export const playButton = (page: Page): Locator => page.getByRole("button", { name: "Play", exact: true });

export const frameOf = (page: Page): FrameLocator => page.frameLocator("house-lights iframe");
