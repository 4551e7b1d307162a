// The real game on phones, as Chromium emulates them: what is to be touched is large enough, nothing jumps, nothing lies
// behind the notch, and turning the phone changes nothing but the arrangement.

import assert from "node:assert/strict";
import { test } from "node:test";
import type { BrowserContextOptions, CDPSession, FrameLocator, Locator, Page } from "playwright-core";
import { frameOf, openBlog, playButton } from "./blog";
import { chromiumOnly, realSite, useBrowser } from "./browser";
import type { Opened } from "./browser";
import { misfits } from "./fits";
import { answer, answers } from "./play";

const setting = useBrowser(realSite);
const emulated = chromiumOnly("emulates phones");

const phone = (width: number, height: number, deviceScaleFactor: number): BrowserContextOptions => ({
  viewport: { width, height },
  deviceScaleFactor,
  isMobile: true,
  hasTouch: true,
  reducedMotion: "reduce",
});

const phones = {
  "a small Android": phone(360, 640, 3),
  "the smallest Android": phone(320, 568, 2),
  "an iPhone": phone(390, 844, 3),
  "an iPhone on its side": phone(844, 390, 3),
} as const;

/** Notes what moves in the page, and each size that the widget or frame has had since it was there. */
const watch = `<script>
  const moved = [], sizes = [];
  new PerformanceObserver((list) => { for (const { value, hadRecentInput } of list.getEntries()) moved.push(value + (hadRecentInput ? " after a touch" : "")); }).observe({ type: "layout-shift", buffered: true });
  addEventListener("DOMContentLoaded", () => new ResizeObserver(([{ target }]) => sizes.push([innerWidth, target.offsetWidth, target.offsetHeight].join(" "))).observe(document.querySelector("house-lights, iframe")));
</script>`;
const viewport = (more = ""): string => `<meta name="viewport" content="width=device-width, initial-scale=1${more}">`;

const style = "display:block;width:100%;min-width:min(200px,100%);aspect-ratio:3/2;min-height:min(max(30rem,480px),100svh);max-height:100svh";
const inBlog = (widget: string): string => `<h1>A blog</h1><p>Words before it.</p>${widget}<p>Words behind it.</p>`;
const snippet = inBlog(`<house-lights lang="en" style="${style}"></house-lights>`);
const small = inBlog('<house-lights lang="en" style="display:block;width:200px;height:150px;min-height:0"></house-lights>');
const bare = inBlog(`<iframe title="Game" src="frame.html?lang=en" style="${style};border:0"></iframe>`);

const open = (body: string, options: BrowserContextOptions, cover = ""): Promise<Opened> => openBlog(setting, body, viewport(cover) + watch, undefined, options);

interface Watched {
  readonly moved: readonly string[];
  readonly sizes: readonly string[];
}
const watched = (page: Page): Promise<Watched> => page.evaluate("({ moved, sizes })");

const button = (game: Pick<Page, "getByRole">, name: string | RegExp): Locator => game.getByRole("button", { name, exact: typeof name === "string" });

async function misfitsInside(page: Page): Promise<string[]> {
  const [main, inner] = page.frames();
  return misfits(inner ?? main!);
}

/** Walks through the screens that there are before a result, of which rounds.test.ts sees the end. */
async function walk(game: Pick<Page, "getByRole">, look: (screen: string) => Promise<void>): Promise<void> {
  const go = async (name: string | RegExp, screen: string, there: Locator): Promise<void> => {
    // By a key: two taps in one place would be a double press, whose second half presses nothing.
    await button(game, name).press("Enter");
    await there.waitFor();
    await look(screen);
  };
  await button(game, "All modes").waitFor();
  await look("home");
  await go(/^until /, "date", button(game, "Back"));
  await button(game, "Back").press("Enter");
  await go("All modes", "modes", button(game, /^Classic/));
  await go("Settings", "settings", game.getByRole("heading", { name: "Settings" }));
  await button(game, "Back").press("Enter");
  await go("About", "about", game.getByRole("heading", { name: "About" }));
  await button(game, "Back").press("Enter");
  await go(/^Real or rumour/, "ready", button(game, "Start"));
  await button(game, "Start").press("Enter");
  for (const question of [1, 2]) {
    await game.getByRole("main").getByText(`Question ${question} of 10`, { exact: true }).waitFor();
    await answers(game).first().waitFor();
    await look(`question ${question}`);
    await answer(game, (control) => control.tap());
    await button(game, "Next").waitFor();
    await look(`reveal ${question}`);
    await button(game, "Next").tap();
  }
}

for (const [name, options] of Object.entries(phones)) {
  test(`on ${name} everything can be touched and nothing moves, from the first paint on`, { timeout: 120_000, ...emulated }, async () => {
    const { page, errors } = await open(snippet, options);
    await playButton(page).waitFor();
    assert.deepEqual(await misfits(page), [], "poster");
    await playButton(page).tap();
    await walk(frameOf(page), async (screen) => assert.deepEqual(await misfitsInside(page), [], screen));
    const { moved, sizes } = await watched(page);
    assert.deepEqual(moved, []);
    assert.equal(new Set(sizes).size, 1, sizes.join(", "));
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 0);
    assert.deepEqual(errors, []);
  });

  test(`on ${name} it is the same in the dialog of a small box`, { timeout: 60_000, ...emulated }, async () => {
    const { page } = await open(small, options);
    await playButton(page).tap();
    const game = frameOf(page);
    await button(game, "All modes").waitFor();
    assert.deepEqual(await misfits(page), []);
    assert.deepEqual(await misfitsInside(page), []);
    await page.getByRole("button", { name: "Close" }).tap();
    await page.getByRole("dialog").waitFor({ state: "hidden" });
    const { moved, sizes } = await watched(page);
    assert.deepEqual(moved, []);
    assert.equal(new Set(sizes).size, 1, sizes.join(", "));
  });
}

test("a bare iframe keeps its height, and all in it can be touched", { timeout: 60_000, ...emulated }, async () => {
  const { page } = await open(bare, phones["an iPhone"]);
  const game = page.frameLocator("iframe");
  await button(game, "All modes").waitFor();
  assert.deepEqual(await misfitsInside(page), []);
  const { moved, sizes } = await watched(page);
  assert.deepEqual(moved, []);
  assert.equal(new Set(sizes).size, 1, sizes.join(", "));
});

test("before its script is there the widget has the place that it will have", emulated, async () => {
  let come = (): void => {};
  const held = new Promise<void>((done) => (come = done));
  const { page } = await setting.blank(phones["an iPhone"]);
  await page.route("**/houselights.js", async (route) => {
    await held;
    await route.continue();
  });
  const html = `<!doctype html><html lang="en"><head><title>A blog</title>${viewport()}${watch}<script src="houselights.js" async></script></head><body>${snippet}</body></html>`;
  await page.route("**/blog.html", (route) => route.fulfill({ contentType: "text/html", body: html }));
  await page.goto(`${setting.url}blog.html`, { waitUntil: "domcontentloaded" });
  const place = (): Promise<string> => page.locator("house-lights").evaluate((widget) => JSON.stringify(widget.getBoundingClientRect()));
  await page.locator("house-lights:not(:defined)").waitFor();
  const before = await place();
  come();
  await playButton(page).waitFor();
  assert.equal(await place(), before);
  assert.deepEqual((await watched(page)).moved, []);
});

test("while the game is on its way and when it does not come, nothing moves and what there is can be touched", emulated, async () => {
  let fail = (): void => {};
  const held = new Promise<void>((done) => (fail = done));
  const { page } = await openBlog(setting, snippet, viewport() + watch, (page) => page.route("**/*.wasm", async (route) => {
    await held;
    await route.abort();
  }), phones["a small Android"]);
  await playButton(page).tap();
  await page.getByText("Loading the game").waitFor();
  assert.deepEqual(await misfits(page), [], "loading");
  fail();
  const game = frameOf(page);
  await button(game, "Try again").waitFor();
  assert.deepEqual(await misfitsInside(page), [], "failure");
  await game.getByText("For the owner of this page").tap();
  assert.deepEqual(await misfitsInside(page), [], "failure, with its detail");
  const { moved, sizes } = await watched(page);
  assert.deepEqual(moved, []);
  assert.equal(new Set(sizes).size, 1, sizes.join(", "));
});

test("a frame that does not come leaves a poster with a way out that can be touched", emulated, async () => {
  const { page } = await openBlog(setting, snippet, viewport() + watch, (page) => page.route("**/frame.html*", (route) => route.fulfill({ contentType: "text/html", body: "not found" })), phones["a small Android"]);
  await playButton(page).tap();
  await button(page, "Try again").waitFor();
  assert.deepEqual(await misfits(page), []);
  const { moved, sizes } = await watched(page);
  assert.deepEqual(moved, []);
  assert.equal(new Set(sizes).size, 1, sizes.join(", "));
});

test("turning the phone keeps the question, the focus and the time", { timeout: 60_000, ...emulated }, async () => {
  const { page, errors } = await open(snippet, { ...phones["an iPhone"] });
  const game = frameOf(page);
  await playButton(page).tap();
  await button(game, "All modes").tap();
  await button(game, /^Classic/).tap();
  await button(game, "Start").tap();
  await game.getByText("Question 1 of 10").first().waitFor();
  const ask = await game.getByRole("heading").first().textContent();
  const left = async (): Promise<number> => parseInt(/\d+/.exec((await game.getByRole("timer").first().textContent()) ?? "")?.[0] ?? "NaN");
  const second = answers(game).nth(1);
  await second.focus();
  const [focused, before, since] = [await second.getAttribute("aria-keyshortcuts"), await left(), Date.now()];
  for (const [width, height] of [[844, 390], [390, 844], [844, 390]] as const) {
    await page.setViewportSize({ width, height });
    await page.frames()[1]?.waitForFunction((wide) => {
      const main = document.querySelector("main")?.getBoundingClientRect();
      return main !== undefined && Math.abs(main.width - innerWidth) < 1 && (innerWidth > 600) === wide;
    }, width > height);
    assert.equal(await game.getByRole("heading").first().textContent(), ask);
    assert.equal(await game.locator("main :focus").getAttribute("aria-keyshortcuts"), focused);
    assert.deepEqual(await misfitsInside(page), []);
  }
  const [after, passed] = [await left(), (Date.now() - since) / 1000];
  assert.ok(after <= before && after >= before - passed - 1.5, `${before} s, then ${after} s, ${passed} s later`);
  const { sizes } = await watched(page); // what moves is the turn's doing
  assert.equal(new Set(sizes).size, 2, `one size upright, one on its side: ${sizes.join(", ")}`);
  assert.deepEqual(errors, []);
});

interface Edges {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** Has the screen a notch and a home bar. */
const cover = (session: CDPSession, { top, right, bottom, left }: Edges): Promise<unknown> =>
  session.send("Emulation.setSafeAreaInsetsOverride", { insets: { top, topMax: top, right, rightMax: right, bottom, bottomMax: bottom, left, leftMax: left } });

const upright: Edges = { top: 59, right: 0, bottom: 34, left: 0 };
const turned: Edges = { top: 0, right: 59, bottom: 21, left: 59 };

/** What lies behind the edges, of all that is to be read or pressed and is in sight. */
const covered = (where: Page, edges: Edges, selector: string): Promise<string[]> =>
  where.evaluate(
    ([{ top, right, bottom, left }, selector]) => {
      const found: string[] = [];
      const visit = (root: ParentNode): void => {
        for (const element of root.querySelectorAll("*")) {
          if (element.shadowRoot) {
            visit(element.shadowRoot);
          }
          const box = element.getBoundingClientRect();
          if (element.matches(selector) && element.checkVisibility() && (box.top < top - 0.5 || box.left < left - 0.5 || box.right > innerWidth - right + 0.5 || box.bottom > innerHeight - bottom + 0.5)) {
            found.push(`${element.localName} "${(element.textContent ?? "").slice(0, 30)}": ${[box.top, box.right, box.bottom, box.left].join(" ")}`);
          }
        }
      };
      visit(document);
      return found;
    },
    [edges, selector] as const,
  );

const told = (page: Page, { top, right, bottom, left }: Edges) =>
  page.waitForFunction((wanted) => getComputedStyle(document.documentElement).getPropertyValue("--covered") === wanted, [top, right, bottom, left].map((edge) => `${edge}px`).join(" "));

for (const { name, query, more } of [
  { name: "the game alone in its tab", query: "lang=en", more: {} },
  { name: "a kiosk", query: "lang=en&kiosk=1", more: {} },
  { name: "the game in the system's colours", query: "lang=en", more: { forcedColors: "active" } },
] as const) {
  test(`${name}: nothing lies behind the notch, and the sky fills the screen`, { timeout: 60_000, ...emulated }, async () => {
    const { page } = await setting.blank({ ...phones["an iPhone"], ...more });
    const session = await page.context().newCDPSession(page);
    await cover(session, upright);
    await page.goto(`${setting.url}frame.html?${query}`);
    await page.locator(".curtain").waitFor({ state: "detached" });
    await told(page, upright);
    const words = "main .leaf, main button, main label";
    await page.locator("main .leaf").first().waitFor();
    await page.waitForFunction(() => (document.querySelector("main .leaf")?.getBoundingClientRect().top ?? 0) >= 59);
    assert.deepEqual(await covered(page, upright, words), []);
    const sky = await page.evaluate(() => {
      const { width, height } = document.querySelector("main")!.getBoundingClientRect();
      return [width, height];
    });
    assert.deepEqual(sky, [390, 844]);

    await page.setViewportSize({ width: 844, height: 390 });
    await cover(session, turned);
    await told(page, turned);
    await page.waitForFunction(() => [...document.querySelectorAll("main .leaf")].every((leaf) => leaf.getBoundingClientRect().left >= 59));
    assert.deepEqual(await covered(page, { ...turned, top: -1e6, bottom: -1e6 }, words), [], "it may scroll");
  });
}

test("what is said when the game cannot come keeps clear of the notch", emulated, async () => {
  const { page } = await setting.blank(phones["an iPhone"]);
  await page.route("**/*.wasm", (route) => route.abort());
  const session = await page.context().newCDPSession(page);
  await cover(session, upright);
  await page.goto(`${setting.url}frame.html?lang=en`);
  await button(page, "Try again").waitFor();
  await told(page, upright);
  assert.deepEqual(await covered(page, upright, ".poster *, button, summary"), []);
  assert.deepEqual(await page.locator(".curtain .poster").evaluate((poster) => [poster.getBoundingClientRect().height, getComputedStyle(poster).backgroundOrigin.split(",").pop()?.trim()]), [844, "border-box"]);
});

test("in somebody's page the edges of the screen are that page's affair", emulated, async () => {
  const { page } = await openBlog(setting, snippet, viewport(", viewport-fit=cover"), async (page) => cover(await page.context().newCDPSession(page), upright), phones["an iPhone"]);
  await playButton(page).tap();
  const game: FrameLocator = frameOf(page);
  await button(game, "All modes").waitFor();
  const inside = await game.locator(".measure").evaluate((measure) => [getComputedStyle(measure).paddingTop, getComputedStyle(document.documentElement).getPropertyValue("--covered")]);
  assert.deepEqual(inside, ["59px", "0px 0px 0px 0px"], "Chromium tells a frame of them, too");
});

for (const [way, viewportSize, edges] of [["upright", { width: 390, height: 700 }, upright], ["on its side", { width: 844, height: 390 }, turned]] as const) {
  test(`the dialog of a small box keeps clear of the notch, ${way}`, emulated, async () => {
    const { page } = await openBlog(setting, small, viewport(", viewport-fit=cover"), async (page) => cover(await page.context().newCDPSession(page), edges), { ...phones["an iPhone"], viewport: viewportSize });
    await playButton(page).tap();
    await button(frameOf(page), "All modes").waitFor();
    assert.deepEqual(await covered(page, edges, "dialog button, dialog iframe"), []);
    const { width } = (await page.getByRole("dialog").boundingBox()) ?? {};
    assert.equal(width, viewportSize.width, "its sky goes to the edges");
  });
}

test("two fingers may always zoom, and two taps never do", emulated, async () => {
  const { page } = await open(snippet, phones["an iPhone"]);
  const touched = (where: Locator) => where.evaluateAll((elements) => {
    /** What all elements around leave of it; a shadow tree is in its host. */
    const left = (element: Element | null): boolean =>
      element !== null && (getComputedStyle(element).touchAction !== "auto" || left(element.parentElement ?? ((element.getRootNode() as ShadowRoot).host ?? null)));
    return elements.filter((element) => !left(element)).map((element) => element.outerHTML);
  });
  await playButton(page).focus(); // has the rest of the element fetched
  await page.waitForFunction(() => getComputedStyle(document.querySelector("house-lights")!).touchAction !== "auto");
  assert.deepEqual(await touched(page.locator(".poster, .poster *")), []);
  await playButton(page).tap();
  const game = frameOf(page);
  await button(game, "All modes").waitFor();
  assert.deepEqual(await touched(game.locator("body, main, main *")), []);
  const all = await game.locator("*").evaluateAll((elements) => [...new Set(elements.map((element) => getComputedStyle(element).touchAction))]);
  assert.deepEqual(all.filter((one) => one !== "auto" && one !== "manipulation" && !one.includes("pinch-zoom")), []);
  const metas = await game.locator("meta[name=viewport]").evaluateAll((all) => all.map((meta) => meta.getAttribute("content")));
  assert.deepEqual(metas, ["width=device-width, initial-scale=1, viewport-fit=cover"], "the engine adds none of its own");
});
