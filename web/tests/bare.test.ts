// A bare frame in somebody's page: when it fetches the game (loading), and what it has room for.

import assert from "node:assert/strict";
import { test } from "node:test";
import type { FrameLocator, Page } from "playwright-core";
import { emulateMedia, testSite, useBrowser } from "./browser";
import type { Opened } from "./browser";
import { serveStalling } from "./server";

const setting = useBrowser(testSite);

/** Opens a page with frames of the given queries, of the server that is named. */
async function openFrames(queries: readonly string[], style = "", attributes = `width="600" height="500"`, from = setting.url): Promise<Opened> {
  const opened = await setting.blank();
  const frames = queries.map((query) => `<iframe title="Game" src="frame.html?${query}" style="${style}" ${attributes}></iframe>`).join("");
  await opened.page.route("**/page.html", (route) => route.fulfill({ contentType: "text/html", body: `<!doctype html><title>A page</title><link rel="icon" href="data:,">${frames}` }));
  await opened.page.goto(`${from}page.html`);
  return opened;
}

const frame = (page: Page, n = 0): FrameLocator => page.frameLocator("iframe").nth(n);
const play = (game: FrameLocator) => game.getByRole("button", { name: "Play", exact: true });
const firstButton = (game: FrameLocator) => game.getByRole("button", { name: "Play a round" });
const games = ({ requests }: Opened): number => requests.filter((url) => url.endsWith(".wasm")).length;
/** The files of the site that were asked for, without their hashes. */
const files = ({ requests }: Opened): string[] => requests.filter((url) => url.startsWith(setting.url)).map((url) => new URL(url).pathname.slice(1).replace(/\.[0-9a-f]{10}\./, ".")).sort();

test("loading=click: nothing but the poster is fetched before Play", async () => {
  const opened = await openFrames(["loading=click"]);
  const { page, errors, warnings } = opened;
  await frame(page).getByRole("timer").filter({ hasText: /\d\d : \d\d : \d\d/ }).waitFor();
  await play(frame(page)).waitFor();
  await page.waitForLoadState("networkidle");
  assert.deepEqual(files(opened).filter((name) => name !== "icon.svg"), ["frame.css", "frame.html", "frame.js", "page.html"]);
  assert.equal(await frame(page).locator("canvas").count(), 0, "nor is an engine there");
  assert.equal(await frame(page).locator("body").evaluate((body) => document.activeElement === body), true, "nor a focus taken");
  await play(frame(page)).click();
  await firstButton(frame(page)).and(frame(page).locator(":focus")).waitFor();
  assert.equal(games(opened), 1);
  assert.deepEqual(errors, []);
  assert.deepEqual(warnings, []);
});

test("loading=click: the game is fetched as soon as a pointer goes down on Play", async () => {
  const opened = await openFrames(["loading=click"]);
  const { page } = opened;
  const coming = page.waitForRequest("**/*.wasm");
  await play(frame(page)).hover();
  await page.mouse.down();
  await coming;
  assert.equal(await frame(page).locator("canvas").count(), 0);
  await play(frame(page)).waitFor(); // the press may still be taken back
  await page.mouse.up();
  await firstButton(frame(page)).waitFor();
  assert.equal(games(opened), 1);
});

test("the poster of a frame has the accent of its page, in either theme", async () => {
  const { page } = await openFrames(["loading=click&theme=dark&accent=teal", "loading=click&theme=light&accent=teal", "loading=click&theme=light"]);
  const seen = (n: number) =>
    play(frame(page, n)).evaluate((button) => [button, document.querySelector(".ring")!].map((one) => (one === button ? getComputedStyle(one).backgroundImage + getComputedStyle(one).backgroundColor : getComputedStyle(one).color)));
  const [button, ring] = await seen(0);
  assert.equal(button, `none${ring}`);
  assert.notDeepEqual(await seen(1), [button, ring], "as it can be read there");
  assert.match(String((await seen(2))[0]), /^linear-gradient/);
});

test("loading=click: a finger that goes down on Play and scrolls ends the download", { timeout: 60_000 }, async (t) => {
  const server = await serveStalling(testSite);
  t.after(server.close);
  const { page } = await openFrames(["loading=click"], undefined, undefined, server.url);
  await play(frame(page)).dispatchEvent("pointerdown", { button: 2, isPrimary: true });
  await play(frame(page)).dispatchEvent("pointerdown", { button: 0, isPrimary: true });
  await server.asked;
  await play(frame(page)).dispatchEvent("pointercancel");
  await server.left;
  server.release();
  await play(frame(page)).click();
  await firstButton(frame(page)).waitFor();
});

test("loading=click: a mouse that goes down on Play and up elsewhere ends the download", { timeout: 60_000 }, async (t) => {
  const server = await serveStalling(testSite);
  t.after(server.close);
  const { page } = await openFrames(["loading=click"], undefined, undefined, server.url);
  await play(frame(page)).hover();
  await page.mouse.down();
  await server.asked;
  await page.mouse.move(20, 20);
  await page.mouse.up();
  await server.left;
  await play(frame(page)).waitFor();
});

test("loading=click: keys play, and the focus goes into the game", async () => {
  const { page } = await openFrames(["loading=click"]);
  await play(frame(page)).waitFor();
  await page.keyboard.press("Tab");
  await play(frame(page)).and(frame(page).locator(":focus-visible")).waitFor();
  await page.keyboard.press("Enter");
  await firstButton(frame(page)).and(frame(page).locator(":focus")).waitFor();
});

test("loading=click: the page around scrolls to Play when Tab comes there", async () => {
  const { page } = await openFrames(["loading=click"], "display: block; margin-top: 3000px");
  await play(frame(page)).waitFor();
  await page.keyboard.press("Tab");
  await play(frame(page)).and(frame(page).locator(":focus")).waitFor();
  await page.waitForFunction(() => {
    const { top, bottom } = document.querySelector("iframe")!.getBoundingClientRect();
    return top < innerHeight && bottom <= innerHeight + 100; // the button is near its lower end
  });
});

test("loading=click: a game that did not arrive is fetched anew", async () => {
  const { page } = await openFrames(["loading=click"]);
  await page.route("**/*.wasm", (route) => route.abort());
  await play(frame(page)).click();
  await frame(page).getByRole("alert").filter({ hasText: "The game did not arrive" }).waitFor();
  await page.unrouteAll();
  await frame(page).getByRole("button", { name: "Try again" }).click();
  await firstButton(frame(page)).waitFor();
});

for (const { lang, words } of [
  { lang: "es", words: "Jugar" },
  { lang: "vi", words: "Chơi" },
]) {
  test(`loading=click: Play is in the frame's language, ${lang}`, async () => {
    const { page } = await openFrames([`loading=click&lang=${lang}`]);
    await frame(page).getByRole("button", { name: words, exact: true }).waitFor();
    assert.equal(await frame(page).locator("html").getAttribute("lang"), lang);
  });
}

test("loading=click: the poster follows the browser into the dark", async () => {
  const { page } = await openFrames(["loading=click"]);
  await play(frame(page)).waitFor();
  for (const scheme of ["dark", "light"] as const) {
    await emulateMedia(page, { colorScheme: scheme });
    await frame(page).locator(`html.${scheme}`).waitFor();
  }
});

test("loading=lazy: the game is fetched when the frame comes into view", async () => {
  const opened = await openFrames(["loading=lazy"], "display: block; margin-top: 3000px");
  const { page } = opened;
  await play(frame(page)).waitFor();
  assert.equal(games(opened), 0);
  await page.locator("iframe").scrollIntoViewIfNeeded();
  await firstButton(frame(page)).waitFor();
  assert.equal(games(opened), 1);
});

for (const { query, warning } of [
  { query: "", warning: [] },
  { query: "loading=eager", warning: [] },
  { query: "loading=soon", warning: [`houselights: loading="soon" is not known, "eager" is used: set loading to one of eager, lazy, click`] },
  { query: "loading=click&kiosk=1", warning: [] },
]) {
  test(`the game comes at once: frame.html?${query}`, async () => {
    const { page, warnings } = await openFrames([query]);
    await firstButton(frame(page)).waitFor();
    assert.deepEqual(warnings, warning);
  });
}

test("several frames each play a game of their own", async () => {
  const opened = await openFrames(["loading=click", "loading=click"]);
  const { page } = opened;
  await play(frame(page, 0)).click();
  await firstButton(frame(page, 0)).waitFor();
  await play(frame(page, 1)).waitFor(); // it still waits
  await play(frame(page, 1)).click();
  await firstButton(frame(page, 1)).waitFor();
  for (const n of [0, 1]) {
    await firstButton(frame(page, n)).click();
    assert.deepEqual(await frame(page, n).locator("html").evaluate(() => globalThis.events.findLast(([what]) => what === "press")), ["press", "play"]);
  }
});

test("in a sandbox, which lets no tab open, a frame with too little room plays all the same", async () => {
  const { page } = await openFrames(["loading=click&lang=en"], "", `width="300" height="300" sandbox="allow-scripts"`);
  await page.route(({ pathname }) => !pathname.endsWith("page.html"), async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), "Access-Control-Allow-Origin": "*" } });
  });
  await page.reload();
  await play(frame(page)).click();
  await firstButton(frame(page)).waitFor();
});

test("until it plays, a frame offers what it has room for", async () => {
  const opened = await openFrames(["loading=click&lang=en"], "", `width="300" height="480"`);
  const { page } = opened;
  const link = frame(page).getByRole("link", { name: "Play" });
  assert.equal(await link.getAttribute("href"), `${setting.url}frame.html?lang=en`, "where it leads, the game begins at once");
  const resize = (width: number) => page.locator("iframe").evaluate((frame, width) => frame.setAttribute("width", String(width)), width);
  await link.focus();
  await resize(600);
  await play(frame(page)).and(frame(page).locator(":focus")).waitFor();
  await resize(300);
  await link.and(frame(page).locator(":focus")).waitFor();
  await resize(600);
  await play(frame(page)).click();
  await firstButton(frame(page)).waitFor();
  await resize(300);
  assert.equal(await link.count(), 0, "what plays goes on");
  assert.equal(opened.requests.filter((url) => url.includes("frame.html?")).length, 1, "and the frame was never loaded anew");
});
