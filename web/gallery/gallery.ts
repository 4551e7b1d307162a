// Takes pictures of what the page shows around the game, for the gallery (game/gallery), which puts them into its page. The
// test game stands in for the game, which is not to be seen.

import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { listedSite, testSite } from "../tests/browser";
import { launch } from "../tests/chromium";
import { serve } from "../tests/server";
import { groups } from "./states";
import type { State } from "./states";

/** As game/gallery reads it. */
interface Figure {
  readonly file: string;
  readonly w: number;
  readonly h: number;
  readonly shape: string;
  readonly theme: string;
  readonly kind: string;
  readonly caption: string;
  readonly tree: string;
}

const out = join(process.cwd(), "..", "build", "gallery", "page");

const shapes = [
  { shape: "wide", w: 720, h: 480 },
  { shape: "square", w: 480, h: 480 },
  { shape: "tall", w: 360, h: 640 },
  { shape: "strip", w: 720, h: 120 },
] as const;
const themes = ["dark", "light"] as const;

/** How many pages are open at once: most of the time each waits for its browser. */
const atOnce = 6;

/** A page of somebody's that is filled by one widget. */
const blog = (widget: string): string =>
  `<!doctype html><html lang="en"><title>A blog</title><script src="houselights.js"></script><style>html{color-scheme:light dark}body{margin:0}house-lights{display:block;min-height:0;width:100vw;height:100vh;aspect-ratio:auto}</style><house-lights ${widget}></house-lights>`;

/** Takes a state in every shape. */
async function take(browser: Browser, site: string, { id, path, widget = "", at = "2025-11-22T00:18:34Z", prepare, reach }: State, theme: (typeof themes)[number]): Promise<Figure[]> {
  const context = await browser.newContext({ viewport: { width: 720, height: 480 }, colorScheme: theme, reducedMotion: "reduce", locale: "en-GB", timezoneId: "Etc/GMT-1" });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    await page.clock.install({ time: new Date(at) });
    await page.route("**/blog.html*", (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body: blog(widget) }));
    await prepare?.(page);
    const address = new URL(path, site);
    address.searchParams.set("theme", theme); // the test game has heard of no system
    await page.goto(address.href);
    await reach(page);
    await page.clock.setFixedTime(at); // the same picture each time
    await Promise.all(page.frames().map((frame) => frame.evaluate(() => dispatchEvent(new Event("pageshow")))));
    const figures: Figure[] = [];
    for (const { shape, w, h } of shapes) {
      await page.setViewportSize({ width: w, height: h });
      const file = `${id}_${w}x${h}_${theme}.png`;
      await page.screenshot({ path: join(out, file), animations: "disabled" });
      const caption = `${shape.slice(0, 1).toUpperCase()}${shape.slice(1)}, ${w} × ${h}, ${theme}`;
      figures.push({ file, w, h, shape, theme, kind: "plain", caption, tree: await page.locator("body").ariaSnapshot() });
    }
    return figures;
  } catch (error) {
    throw new Error(`${id}, ${theme}: ${String(error)}`, { cause: error });
  } finally {
    await context.close();
  }
}

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
const [open, listed, browser] = await Promise.all([serve(testSite), serve(listedSite), launch()]);
try {
  const waiting = groups.flatMap(({ states }) => states).flatMap((state) => themes.map((theme) => ({ state, theme })));
  const taken = new Map<string, Figure[]>();
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const { state, theme } = next;
      taken.set(`${state.id} ${theme}`, await take(browser, state.isListed === true ? listed.url : open.url, state, theme));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  const sections = groups.map(({ id, title, states }) => ({
    id,
    title,
    parts: states.map((state) => ({ id: state.id, title: state.title, figures: themes.flatMap((theme) => taken.get(`${state.id} ${theme}`) ?? []) })),
  }));
  writeFileSync(join(out, "page.json"), JSON.stringify(sections));
} finally {
  await Promise.all([browser.close(), open.close(), listed.close()]);
}
