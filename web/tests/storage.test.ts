// What the game keeps in the browser: only after a choice or a score, under one key, and until it is erased. With the game
// as it is published.

import assert from "node:assert/strict";
import { test } from "node:test";
import type { BrowserContext, Page } from "playwright-core";
import { realSite, useBrowser } from "./browser";

const setting = useBrowser(realSite);

const press = (page: Page, key: string): Promise<void> => page.locator(`[data-key=${key}]`).click();
const choose = (page: Page, name: string): Promise<void> => page.getByRole("radio", { name, exact: true }).check({ force: true });

/** All that lies in the browser, by its keys. */
const kept = (page: Page): Promise<Record<string, string>> => page.evaluate(() => ({ ...localStorage, ...sessionStorage }));

async function openSettings(page: Page): Promise<void> {
  await page.goto(`${setting.url}frame.html?lang=en`);
  await press(page, "modes");
  await press(page, "settings");
  await page.getByRole("heading", { name: "Settings" }).waitFor();
}

async function twoTabs(): Promise<{ one: Page; other: Page; context: BrowserContext }> {
  const { page: one } = await setting.blank();
  const context = one.context();
  const other = await context.newPage();
  await openSettings(one);
  await openSettings(other);
  return { one, other, context };
}

test("nothing is kept before a choice or a score, and then under one key", async () => {
  const { page } = await setting.blank();
  await openSettings(page);
  assert.deepEqual(await kept(page), {});
  assert.equal(await page.getByRole("button", { name: "Erase what is kept here" }).count(), 0);
  await choose(page, "125 %");
  await page.waitForFunction(() => localStorage.length > 0);
  const all = await kept(page);
  assert.deepEqual(Object.keys(all), ["houselights"]);
  const { version, settings } = JSON.parse(all["houselights"]!) as { version: number; settings: { text: number } };
  assert.deepEqual([version, settings.text], [1, 125]);
});

test("what one tab writes over, the other puts back", async () => {
  const { one, other } = await twoTabs();
  await choose(one, "150 %");
  await other.getByRole("radio", { name: "150 %", checked: true }).waitFor();
  // As a tab does that has read before the other has written.
  const best = { points: 700, right: 7, of: 10 };
  await other.evaluate((best) => localStorage.setItem("houselights", JSON.stringify({ version: 1, bests: { "purple-hearts/classic/untimed": best } })), best);
  await one.waitForFunction(() => /"text":150/.test(localStorage.getItem("houselights")!) && /"points":700/.test(localStorage.getItem("houselights")!));
  const written = await one.evaluate(() => localStorage.getItem("houselights"));
  // They come to rest: each hears of the other's writing.
  await other.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  assert.equal(await other.evaluate(() => localStorage.getItem("houselights")), written);
});

test("a newer Houselights' state is left as it is", async () => {
  const { page } = await setting.blank();
  const state = JSON.stringify({ version: 99, treasure: true });
  await page.goto(`${setting.url}licences/LICENSE`);
  await page.evaluate((state) => localStorage.setItem("houselights", state), state);
  await openSettings(page);
  await choose(page, "125 %");
  await page.getByRole("radio", { name: "125 %", checked: true }).waitFor();
  assert.equal(await page.evaluate(() => localStorage.getItem("houselights")), state);
});

test("erased it is gone, in the other tab as well, and stays so", async () => {
  const { one, other } = await twoTabs();
  await choose(one, "150 %");
  await other.getByRole("radio", { name: "150 %", checked: true }).waitFor();
  await one.bringToFront(); // only the tab in front has the focus
  await one.getByRole("button", { name: "Erase what is kept here" }).click();
  const keep = one.getByRole("button", { name: "Keep" });
  await keep.and(one.locator(":focus")).waitFor();
  await keep.click();
  assert.equal(Object.keys(await kept(one)).length, 1);
  await one.getByRole("button", { name: "Erase what is kept here" }).click();
  await one.getByRole("button", { name: "Erase", exact: true }).click();
  await one.getByText("It is erased.").first().waitFor();
  await other.getByRole("radio", { name: "100 %", checked: true }).waitFor();
  await other.getByRole("button", { name: "Back" }).click();
  await other.getByRole("button", { name: "All modes" }).or(other.getByRole("heading")).first().waitFor();
  assert.deepEqual([await kept(one), await kept(other)], [{}, {}]);
  await one.reload();
  await one.locator("[data-key=modes]").waitFor();
  assert.deepEqual(await kept(one), {});
});

test("where nothing can be kept, the settings say so", async () => {
  const { page, errors } = await setting.blank();
  await page.route("**/blog.html", (route) =>
    route.fulfill({ contentType: "text/html; charset=utf-8", body: `<!doctype html><title>A blog</title><iframe title="Game" sandbox="allow-scripts" src="frame.html?lang=en" width="720" height="480"></iframe>` }),
  );
  // What a frame of an opaque origin may read: the game, and what time it is.
  await page.route(/\.wasm$|frame\.html$/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), "Access-Control-Allow-Origin": "*" } });
  });
  await page.goto(`${setting.url}blog.html`);
  const game = page.frameLocator("iframe");
  await game.locator("[data-key=modes]").click();
  await game.locator("[data-key=settings]").click();
  await game.getByText("Nothing can be kept here.").waitFor();
  assert.deepEqual(errors, []);
});
