// A post of WordPress with the widget in it, by its address alone. The post is what WordPress 6.1 wrote (wordpress/post.html: see
// wordpress/real), and in it runs WordPress's own script, out of Debian's package (.ci/wordpress).

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, afterEach, before, test } from "node:test";
import type { FrameLocator, Page } from "playwright-core";
import { chromiumOnly, realSite, testSite, useBrowser } from "./browser";
import type { Opened } from "./browser";
import { playRound } from "./play";
import { listen, typeOf } from "./server";

declare global {
  /** What the frames in the post have told it. */
  var told: { message: string; value?: unknown; secret?: string }[];
}

const setting = useBrowser(testSite);

const post = readFileSync(join(process.cwd(), "tests", "wordpress", "post.html"), "utf8");

const embedScript = process.env["WP_EMBED"] ?? join(process.cwd(), "..", "build", "wordpress", "wp-embed.min.js");
before(() => assert.ok(existsSync(embedScript), `${embedScript}: WordPress's script is not there: .ci/wordpress fetches it`));

const closing: (() => void)[] = [];
const closeAll = (): void => closing.splice(0).forEach((close) => close());
afterEach(closeAll);
after(closeAll);

interface Blog {
  /** The theme's own style. */
  readonly style?: string;
  /** Whether the secrets are left to WordPress's script, as where somebody has written the post's tags by hand. */
  readonly byHand?: boolean;
  /** The posts on the page, by the secrets of their frames. */
  readonly secrets?: readonly string[];
  /** Whether the widget's host lets a sandbox read its files. */
  readonly readable?: boolean;
  readonly site?: string;
  readonly prepare?: (page: Page) => Promise<unknown>;
  readonly scripts?: boolean;
}

interface OpenedBlog extends Opened {
  /** The address of the widget's host, which is on another site than the post. */
  readonly host: string;
}

/** A theme holds what is embedded to the width of its column. */
const column = (width: number): string => `main { width: ${width}px } iframe { max-width: 100% }`;

async function open({ style = column(650), byHand = false, secrets = ["s3cretOne1"], readable = true, site = testSite, prepare, scripts = true }: Blog): Promise<OpenedBlog> {
  const server = await listen((request, response, elsewhere) => {
    response.sendDate = false; // see server.ts
    const name = new URL(request.url ?? "/", "http://localhost").pathname.slice(1);
    try {
      const kept = byHand ? post.replace(/#[?]secret=SECRET|data-secret="SECRET"/g, "") : post;
      const posts = secrets.map((secret) => kept.replaceAll("HOST/", elsewhere).replaceAll("SECRET", secret)).join("");
      const pages: Readonly<Record<string, string | Buffer>> = {
        "post.html": `<!doctype html><html lang="en"><head><title>A post</title><style>${style}</style></head><body><main>${posts}</main><script src="wp-embed.js"></script></body></html>`,
        "wp-embed.js": readFileSync(embedScript),
        "favicon.ico": "",
      };
      const content = pages[name] ?? readFileSync(join(site, name));
      response.writeHead(200, { "Content-Type": typeOf(name), ...(readable ? { "Access-Control-Allow-Origin": "*" } : {}) }).end(content);
    } catch {
      response.writeHead(404, { "Content-Type": "text/plain" }).end("not found");
    }
  });
  closing.push(() => void server.close());
  const opened = await setting.blank({ viewport: { width: 1300, height: 900 }, javaScriptEnabled: scripts });
  const { page } = opened;
  await page.addInitScript(() => {
    globalThis.told = [];
    addEventListener("message", ({ data }: MessageEvent<(typeof globalThis.told)[number]>) => globalThis.told.push(data));
  });
  await prepare?.(page);
  await page.goto(`${server.url}post.html`, { waitUntil: "commit" });
  return { ...opened, host: server.elsewhere };
}

const frame = (page: Page, n = 0): FrameLocator => page.frameLocator("iframe").nth(n);
const play = (game: FrameLocator) => game.getByRole("button", { name: "Play", exact: true });

const heights = (page: Page): Promise<unknown[]> => page.evaluate(() => globalThis.told.filter(({ message }) => message === "height").map(({ value }) => value));

/** Waits until the post has given its frame a height. */
async function settled(page: Page, height: number, n = 0): Promise<void> {
  await page.locator(`iframe[height="${height}"]:not([style])`).nth(n).waitFor();
}

/** Lets all come that has been sent: what the frame says now comes behind it. */
async function flush(page: Page): Promise<void> {
  await frame(page).locator("html").evaluate(() => parent.postMessage({ message: "flushed" }, "*"));
  await page.waitForFunction(() => globalThis.told.some(({ message }) => message === "flushed"));
  await page.evaluate(() => (globalThis.told = globalThis.told.filter(({ message }) => message !== "flushed")));
}

const hold = (pattern: string) => {
  let release = (): void => {};
  const released = new Promise<void>((done) => (release = done));
  return { prepare: (page: Page) => page.route(pattern, async (route) => released.then(() => route.continue())), release: () => release() };
};

test("a post whose script comes last shows the frame as high as it asks for", async () => {
  const script = hold("**/wp-embed.js");
  const { page } = await open({ prepare: script.prepare });
  await page.waitForFunction(() => globalThis.told.length > 0);
  assert.equal(await page.locator("iframe").getAttribute("style"), "position: absolute; clip: rect(1px, 1px, 1px, 1px);", "WordPress hides it as long as it has not spoken");
  await flush(page);
  assert.deepEqual([...new Set(await heights(page))], [480]);
  script.release();
  await settled(page, 480);
  await page.locator("blockquote").waitFor({ state: "hidden" });
  await play(frame(page)).waitFor();
  assert.equal((await page.locator("iframe").boundingBox())?.width, 650);
});

test("a post whose script comes first shows the frame as high as it asks for", async () => {
  const script = hold("**/frame.*.js");
  const { page } = await open({ prepare: script.prepare });
  await page.waitForFunction(() => "wp" in globalThis && document.readyState !== "loading");
  await page.getByRole("link", { name: "Purple Hearts: countdown and trivia" }).waitFor();
  script.release();
  await settled(page, 480);
  await page.locator("blockquote").waitFor({ state: "hidden" });
});

test("a secret that comes when the frame is there already is answered", async () => {
  const script = hold("**/wp-embed.js");
  const { page } = await open({ byHand: true, prepare: script.prepare });
  await play(frame(page)).waitFor({ state: "attached" });
  assert.deepEqual(await heights(page), [], "as long as no post is around");
  script.release();
  await settled(page, 480);
  await play(frame(page)).click();
  await frame(page).getByRole("heading", { name: "Test game" }).waitFor();
});

for (const { name, style, width, height } of [
  { name: "narrow", style: column(340), width: 340, height: 480 },
  { name: "as wide as the frame", style: column(900), width: 720, height: 480 },
  { name: "wide, and widens what is embedded", style: "main { width: 1200px; position: relative } iframe { width: 100% }", width: 1200, height: 800 },
]) {
  test(`a column that is ${name} has the frame at its height`, async () => {
    const { page } = await open({ style });
    await settled(page, height);
    await play(frame(page)).waitFor();
    const box = await page.locator("iframe").boundingBox();
    assert.deepEqual([box?.width, box?.height], [width, height]);
  });
}

test("a frame that learns its width only when it is shown, speaks before", async () => {
  const hideWidth = (page: Page) =>
    page.addInitScript(() => {
      // So it is in Chromium when the frame is there before the post is laid out: nothing is heard of a width in what is clipped.
      if (self !== top) {
        const known = (): boolean => globalThis.told.length > 0; // WordPress's word that it is ready
        const width = Object.getOwnPropertyDescriptor(window, "innerWidth")!;
        Object.defineProperty(window, "innerWidth", { ...width, get: () => (known() ? width.get!.call(window) : 0) });
      }
    });
  const script = hold("**/wp-embed.js");
  const { page } = await open({ style: "main { width: 1200px; position: relative } iframe { width: 100% }", prepare: async (page) => Promise.all([hideWidth(page), script.prepare(page)]) });
  await page.waitForFunction(() => globalThis.told.length > 0);
  assert.equal((await heights(page))[0], 480);
  script.release();
  await settled(page, 800);
});

test("another width has another height, and the same width none", async () => {
  const { page } = await open({ style: "main { width: 80vw; position: relative } iframe { width: 100% }" });
  await settled(page, 693); // 1040 px
  await page.setViewportSize({ width: 1500, height: 500 });
  await settled(page, 800);
  await page.setViewportSize({ width: 1500, height: 700 });
  await page.setViewportSize({ width: 500, height: 700 });
  await settled(page, 480);
  await flush(page);
  assert.deepEqual((await heights(page)).slice(-3), [693, 800, 480]);
});

test("a width that changes while nobody sees the game has its height too", async () => {
  const { page } = await open({ style: "main { width: 80vw; position: relative; padding-bottom: 3000px } iframe { width: 100% }" });
  await settled(page, 693);
  await play(frame(page)).click();
  await frame(page).getByRole("button", { name: "Play a round" }).waitFor();
  const isSeen = (seen: number) => page.frames()[1]!.waitForFunction((seen) => globalThis.events.findLast(([what]) => what === "seen")?.[2] === seen, seen, { polling: 50 }); // out of sight no frame is drawn
  await page.evaluate(() => scrollTo(0, 3000));
  await isSeen(0); // from now on the engine hears of no size
  await page.setViewportSize({ width: 1500, height: 900 });
  await page.evaluate(() => scrollTo(0, 0));
  await isSeen(1);
  await settled(page, 800);
});

test("nothing that happens in the frame moves the post: a whole round of the real game", { timeout: 120_000 }, async () => {
  const { page, host, requests, errors } = await open({ site: realSite });
  const game = frame(page);
  await settled(page, 480);
  const below = page.getByText("Do you like it?");
  const place = await below.boundingBox();
  await play(game).waitFor();
  assert.deepEqual(requests.filter((url) => url.endsWith(".wasm")), [], "a post stays light");
  await play(game).click();
  await game.getByRole("button", { name: "All modes" }).click();
  await game.getByRole("button", { name: /^Classic/ }).click();
  await game.getByRole("button", { name: "Start", exact: true }).click();
  await playRound(game);
  await flush(page);
  assert.deepEqual([...new Set(await heights(page))], [480]);
  assert.deepEqual(await below.boundingBox(), place);
  assert.deepEqual([...new Set(await page.evaluate(() => globalThis.told.map(({ message }) => message)))], ["height"], "nothing else is said to the post");
  assert.deepEqual(requests.filter((url) => !url.startsWith(host) && !/(post\.html|wp-embed\.js|favicon\.ico)$/.test(url)), []);
  assert.deepEqual(await page.context().cookies(), []);
  assert.equal(await game.locator("html").evaluate(() => globalThis.houselights?.settings.unsaved), true, "nothing is kept");
  assert.deepEqual(errors, []);
});

test("a host whose files a sandbox may not read explains itself, and the post stays where it is", async () => {
  const { page } = await open({ readable: false });
  await settled(page, 480);
  await play(frame(page)).click();
  await frame(page).getByRole("alert").filter({ hasText: "A security setting of this site keeps the game from running." }).waitFor();
  await frame(page).getByText("For the owner of this page").click();
  await frame(page).getByText("have it send Access-Control-Allow-Origin: * on all files").waitFor();
  await flush(page);
  assert.deepEqual([...new Set(await heights(page))], [480]);
});

test("two frames in a post are shown each by its own word, and both play", async () => {
  const { page, errors } = await open({ secrets: ["first1", "Second2"] });
  await settled(page, 480, 0);
  await settled(page, 480, 1);
  assert.deepEqual([...new Set(await page.evaluate(() => globalThis.told.map(({ secret }) => secret)))].sort(), ["Second2", "first1"]);
  for (const n of [0, 1]) {
    await page.locator("iframe").nth(n).scrollIntoViewIfNeeded();
    await play(frame(page, n)).click();
    await frame(page, n).getByRole("button", { name: "Play a round" }).waitFor();
  }
  assert.equal(await page.locator("blockquote:visible").count(), 0);
  assert.deepEqual(errors, []);
});

for (const { how, press } of [
  { how: "a pointer", press: (page: Page) => frame(page).getByRole("link", { name: "Play" }).click() },
  { how: "keys", press: (page: Page) => frame(page).getByRole("link", { name: "Play" }).press("Enter") },
]) {
  test(`in a column too narrow for the game, ${how} on Play lead the reader to it`, async () => {
    const { page, host, errors } = await open({ style: column(300) });
    await settled(page, 480);
    await press(page);
    await page.waitForURL(`${host}frame.html`);
    await page.getByRole("button", { name: "Play a round" }).waitFor(); // it begins at once
    assert.deepEqual(errors, []);
  });
}

test("where no script runs, the post has its words and its link", chromiumOnly("switches scripts off"), async () => {
  const { page, host } = await open({ scripts: false });
  const words = page.locator("blockquote");
  await words.waitFor();
  assert.equal(await words.innerText(), "Purple Hearts: countdown and trivia. The sequel is reported, not confirmed.");
  assert.equal(await words.getByRole("link").getAttribute("href"), host);
  assert.match((await page.locator("iframe").getAttribute("style")) ?? "", /clip/, "the frame is not seen");
});

test("only the post around is answered, and only with its own secret", async () => {
  const { page } = await open({});
  await settled(page, 480);
  await flush(page);
  const before = (await heights(page)).length;
  await frame(page).locator("html").evaluate(() => postMessage({ message: "ready", secret: "s3cretOne1" }, "*"));
  await page.evaluate(() => {
    const { contentWindow } = document.querySelector("iframe")!;
    for (const message of [null, "ready", { message: "ready" }, { message: "ready", secret: "another" }, { message: "height", secret: "s3cretOne1" }]) {
      contentWindow!.postMessage(message, "*");
    }
    contentWindow!.postMessage({ message: "ready", secret: "s3cretOne1" }, "*");
  });
  await page.waitForFunction((n) => globalThis.told.length > n, before);
  await flush(page);
  assert.equal((await heights(page)).length, before + 1);
});

for (const fragment of ["", "#secret=abc", "#?secret=", "#?secret=a%22b", "#?secret=abc&version=1", "#?secret=abc&more"]) {
  test(`what is no secret of WordPress's is not answered: "${fragment}"`, async () => {
    const { page } = await setting.blank();
    await page.addInitScript(() => {
      globalThis.told = [];
      addEventListener("message", ({ data }: MessageEvent<(typeof globalThis.told)[number]>) => globalThis.told.push(data));
    });
    await page.route("**/page.html", (route) => route.fulfill({ contentType: "text/html", body: `<iframe src="frame.html?loading=click${fragment}" width="600" height="500"></iframe>` }));
    await page.goto(`${setting.url}page.html`);
    await frame(page).getByRole("timer").waitFor();
    await flush(page);
    assert.deepEqual(await heights(page), []);
  });
}
