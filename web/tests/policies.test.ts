// What policies of pages and of hosts make of the widget: it plays, or says in a sentence why not.
//
// Elsewhere: a page that refuses the frame, or only reports, and no script behind Play (element.test.ts); a host that refuses
// wasm, frame.html as a file, no storage (frame.test.ts); which files an opaque origin fetches (hosts.test.ts); where packs may
// come from (packlist.test.ts).

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { after, afterEach, test } from "node:test";
import { pathToFileURL } from "node:url";
import type { FrameLocator, Page } from "playwright-core";
import { frameOf, playButton } from "./blog";
import { isFirefox, print, realSite, testSite, useBrowser } from "./browser";
import type { Opened } from "./browser";
import { playRound } from "./play";
import { listen, typeOf } from "./server";

declare global {
  /** What policies refused in a page or a frame, each as the directive and what it was about. */
  var violations: string[];
}

const setting = useBrowser(testSite);

type Headers = Readonly<Record<string, string>>;

/** A page of somebody's. HOST stands for the address of the widget's host, which is on another site; PINNED for its script with a hash in its name, and HASH for that hash. */
interface Blog {
  readonly head?: string;
  readonly body?: string;
  readonly headers?: Headers;
  /** What the widget's host sends with a file of this name, beside its type. */
  readonly sends?: (name: string) => Headers;
  readonly site?: string;
  readonly prepare?: (page: Page) => Promise<unknown>;
}

interface OpenedBlog extends Opened {
  /** The address of the widget's host. */
  readonly host: string;
}

const script = `<script src="HOST/houselights.js" async></script>`;
const words = `<a href="https://example.org/">The page's own words</a>`;
const widget = `<house-lights>${words}</house-lights>`;

/** The rule that the README gives for a page whose policy refuses a style attribute. */
const sheet = "house-lights { display: block; width: 100%; min-width: min(200px,100%); aspect-ratio: 3/2; min-height: min(max(30rem,480px),100svh); max-height: 100svh } .far { margin-top: 2000px } .small { width: 300px; height: 250px; min-height: 0; aspect-ratio: auto }";

const closing: (() => void)[] = [];
const closeAll = (): void => closing.splice(0).forEach((close) => close());
afterEach(closeAll);
after(closeAll);

async function open({ head = script, body = widget, headers = {}, sends = () => ({}), site = testSite, prepare }: Blog): Promise<OpenedBlog> {
  const pages: Readonly<Record<string, string>> = {
    "blog.html": `<!doctype html><html lang="en"><head><title>A blog</title><link rel="stylesheet" href="blog.css">${head}</head><body>${body}</body></html>`,
    "blog.css": sheet,
    "favicon.ico": "",
  };
  const pinned = readdirSync(site).find((name) => /^houselights\.[0-9a-f]{10}\.js$/.test(name)) ?? "";
  const server = await listen((request, response, elsewhere) => {
    response.sendDate = false; // see server.ts
    const placed = (text: string): string => text.replaceAll("HOST", elsewhere.slice(0, -1)).replaceAll("PINNED", pinned).replaceAll("HASH", () => hashOf(readFileSync(join(site, pinned))));
    const name = new URL(request.url ?? "/", "http://localhost").pathname.slice(1);
    const own = pages[name];
    try {
      const content = own === undefined ? readFileSync(join(site, name)) : placed(own);
      const sent = Object.entries(own === undefined ? sends(name) : name === "blog.html" ? headers : {});
      response.writeHead(200, { "Content-Type": typeOf(name), ...Object.fromEntries(sent.map(([header, value]) => [header, placed(value)])) }).end(content);
    } catch {
      response.writeHead(404, { "Content-Type": "text/plain" }).end("not found");
    }
  });
  closing.push(() => void server.close());
  const opened = await setting.blank();
  const { page } = opened;
  await page.addInitScript(() => {
    globalThis.violations = [];
    addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) => globalThis.violations.push(`${effectiveDirective} ${blockedURI}`), { capture: true });
  });
  await prepare?.(page);
  await page.goto(`${server.url}blog.html`);
  return { ...opened, host: server.elsewhere.slice(0, -1) };
}

/** The least policy of a page with the widget, and what the page itself needs for its sheet. A directive that is "" is left away. */
function policy(others: Readonly<Record<string, string>> = {}): Headers {
  const directives = { "default-src": "'none'", "style-src": "'self'", "script-src": "HOST", "frame-src": "HOST", "require-trusted-types-for": "'script'", "trusted-types": "houselights", ...others };
  const said = Object.entries(directives).filter(([, sources]) => sources !== "");
  return { "Content-Security-Policy": said.map((directive) => directive.join(" ")).join("; ") };
}

const readable: Headers = { "Access-Control-Allow-Origin": "*" };
const fromAnywhere: Headers = { "Cross-Origin-Resource-Policy": "cross-origin" };
const isolated: Headers = { "Cross-Origin-Embedder-Policy": "require-corp" };
const only =
  (file: string, headers: Headers, others: Headers = {}) =>
  (name: string): Headers => ({ ...others, ...(name === file ? headers : {}) });

/** Presses something in the game. */
async function pressIn(game: FrameLocator): Promise<void> {
  await game.getByRole("button", { name: "Play a round" }).click();
  assert.deepEqual(await game.locator("html").evaluate(() => globalThis.events.findLast(([what]) => what === "press")), ["press", "play"]);
}

async function play(page: Page): Promise<void> {
  await playButton(page).click();
  await pressIn(frameOf(page));
}

/** What policies refused in the page and in its frames. They tell of it a moment later. */
async function violationsIn(page: Page): Promise<string[]> {
  const told = page.frames().map(async (frame) => {
    try {
      return await frame.evaluate(() => new Promise<string[]>((done) => setTimeout(() => done(globalThis.violations))));
    } catch (error) {
      if (frame.isDetached()) {
        return []; // it was on its way out; the console has what it said
      }
      throw error;
    }
  });
  return (await Promise.all(told)).flat();
}

/** Checks that neither a policy nor the console had anything to say. */
async function assertSilent({ page, errors, warnings }: OpenedBlog): Promise<void> {
  assert.deepEqual({ violations: await violationsIn(page), errors, warnings }, { violations: [], errors: [], warnings: [] });
}

const sentence = (game: Page | FrameLocator, text: string) => game.getByRole("alert").filter({ hasText: text }).waitFor();

/** A hash as a policy and integrity="…" want it. */
const hashOf = (content: string | Buffer): string => `sha384-${createHash("sha384").update(content).digest("base64")}`;

// --- Policies of the page, which say what it may load (CSP), with Trusted Types.

const withNonce = `<script nonce="n0nce" src="HOST/houselights.js" async></script>`;
const withHash = `<script src="HOST/PINNED" integrity="HASH" crossorigin async></script>`;

const strictPages: readonly (Blog & { readonly name: string })[] = [
  { name: "names the host", headers: policy() },
  { name: "is on the same host", headers: policy({ "script-src": "'self'", "frame-src": "'self'" }), head: `<script src="houselights.js" async></script>` },
  { name: "trusts a nonce", headers: policy({ "script-src": "'nonce-n0nce'" }), head: withNonce },
  { name: "trusts a nonce and what comes of it", headers: policy({ "script-src": "'nonce-n0nce' 'strict-dynamic'" }), head: withNonce },
  { name: "trusts a hash and what comes of it", headers: policy({ "script-src": "'HASH' 'strict-dynamic'" }), head: withHash, sends: () => readable },
];

/** All that the browser makes of the poster's style, of each element in it. */
async function look(page: Page): Promise<string> {
  await playButton(page).waitFor();
  return page.locator("house-lights").evaluate((widget) =>
    [widget, ...(widget.shadowRoot?.querySelectorAll("*") ?? [])]
      .flatMap((element) => [undefined, "::before", "::after"].map((part) => getComputedStyle(element, part)))
      .map((style) => [...style].map((name) => `${name}: ${style.getPropertyValue(name)}`).join("\n"))
      .join("\n\n"),
  );
}

let openLook: string | undefined;
const openAtOneTime = (blog: Blog): Promise<OpenedBlog> => open({ ...blog, prepare: (page) => page.clock.setFixedTime("2026-02-01T12:00:00Z") });

for (const { name, ...blog } of strictPages) {
  test(`a strict page that ${name} has the poster as it is meant, and plays`, async () => {
    openLook ??= await openAtOneTime({}).then(({ page }) => look(page));
    const opened = await openAtOneTime(blog);
    assert.equal(await look(opened.page), openLook);
    await play(opened.page);
    await assertSilent(opened);
  });
}

const settings: readonly { readonly name: string; readonly body: string; readonly use: (page: Page) => Promise<void> }[] = [
  {
    name: "a game that is there at once, with a theme and an accent",
    body: `<house-lights loading="eager" theme="light" accent="rebeccapurple"></house-lights>`,
    async use(page) {
      await pressIn(frameOf(page));
      const { theme, accentLight } = await frameOf(page).locator("html").evaluate(() => globalThis.houselights!.settings);
      assert.match([theme, accentLight].join(), /^light,#[0-9a-f]{6}$/);
    },
  },
  {
    name: "a game that waits for the visitor to come to it",
    body: `<house-lights class="far" loading="lazy"></house-lights>`,
    async use(page) {
      await page.locator("house-lights").scrollIntoViewIfNeeded();
      await pressIn(frameOf(page));
    },
  },
  {
    name: "a dialog, in place of a div that stands for the element",
    body: `<div class="small" data-houselights data-accent="#0a7">${words}</div>`,
    async use(page) {
      await play(page);
      await page.getByRole("button", { name: "Close" }).click();
      await playButton(page).and(page.locator(":focus")).waitFor();
    },
  },
  {
    name: "another language than the script's own",
    body: `<house-lights lang="vi"></house-lights>`,
    async use(page) {
      await page.getByRole("button", { name: "Chơi", exact: true }).click();
      await pressIn(frameOf(page));
    },
  },
  {
    name: "paper, and a game that goes on after it",
    body: widget,
    async use(page) {
      await play(page);
      await print(page);
      await pressIn(frameOf(page));
    },
  },
  {
    name: "a script that puts the poster back and plays again",
    body: widget,
    async use(page) {
      await play(page);
      const call = (name: "pause" | "play") => page.locator("house-lights").evaluate((element, name) => (element as unknown as Record<string, () => void>)[name]?.(), name);
      await call("pause");
      await playButton(page).waitFor();
      await call("play");
      await frameOf(page).getByText("pressed play").waitFor();
    },
  },
];
for (const { name, body, use } of settings) {
  test(`the strictest page has ${name}`, async () => {
    const opened = await open({ headers: policy(), body });
    await use(opened.page);
    await assertSilent(opened);
  });
}

test("a handler that the page's policy refuses keeps nothing from a div that stands for the element", async () => {
  const { page, errors } = await open({ headers: policy(), body: `<div data-houselights class="named" onclick="alert(1)">${words}</div>` });
  await play(page);
  assert.equal(await page.locator("house-lights").getAttribute("class"), "named");
  assert.deepEqual([await violationsIn(page), errors.length], [["script-src-attr inline"], 1], errors.join("\n"));
});

const missing: readonly { readonly without: Readonly<Record<string, string>>; readonly says: string; readonly complaint: RegExp }[] = [
  { without: { "script-src": "HOST/houselights.js" }, says: "The game did not arrive.", complaint: /HOST\/play\.\w+\.js/ },
  { without: { "trusted-types": "'none'" }, says: "The game did not arrive.", complaint: /policy named 'houselights'|Trusted Types policy because/i },
  { without: { "frame-src": "" }, says: "A security setting of this site keeps the game from running.", complaint: /^houselights: HOST\/frame\.html.*add HOST to frame-src$/ },
];
for (const { without, says, complaint } of missing) {
  test(`what the page's policy lacks is told: ${Object.keys(without).join()}`, async () => {
    const { page, errors, host } = await open({ headers: policy(without) });
    await playButton(page).click();
    await sentence(page, says);
    await page.getByRole("timer").waitFor();
    const complaints = errors.map((error) => error.replaceAll(host, "HOST"));
    assert.ok(complaints.some((error) => complaint.test(error)), complaints.join("\n"));
  });
}

// --- Scripts that do not come, and those that are held to what they were (SRI).

const ownWords: readonly (Blog & { readonly name: string; readonly complaint: RegExp })[] = [
  { name: "the policy lacks script-src", headers: policy({ "script-src": "" }), complaint: /HOST\/houselights\.js/ },
  { name: "the page is isolated, and the host's files are not for it", headers: isolated, complaint: /NotSameOrigin|blocked due to its Cross-Origin-Resource-Policy/ },
  { name: "the script is not what it was", head: withHash.replace("HASH", hashOf("other")), sends: () => readable, complaint: /(digest|hashes).*HOST\/houselights\.\w+\.js/ },
];
for (const { name, complaint, ...blog } of ownWords) {
  test(`the page's own words stand where ${name}`, async () => {
    const { page, errors, host } = await open(blog);
    await page.getByRole("link", { name: "own words" }).waitFor();
    assert.equal(await page.evaluate(() => customElements.get("house-lights")), undefined);
    assert.match(errors.join("\n").replaceAll(host, "HOST"), complaint);
  });
}

test("who holds the script to its hash has the script behind Play held to its own", async () => {
  const opened = await open({ head: withHash, sends: () => readable });
  const { page, errors } = opened;
  await page.route("**/play.*.js", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${await response.text()}//` });
  });
  await playButton(page).click();
  await sentence(page, "The game did not arrive.");
  assert.match(errors.join("\n"), /(digest|hashes).*\/play\.\w+\.js/);
  errors.length = 0;
  await page.unrouteAll();
  await play(page);
  await assertSilent(opened);
});

// --- Frames and pages in a sandbox.

const bare = (attributes = ""): string => `<iframe ${attributes} title="Game" src="HOST/frame.html?lang=en" width="600" height="500"></iframe>`;
const bareFrame = (page: Page): FrameLocator => page.frameLocator("iframe");

test("a frame in a sandbox plays and keeps nothing", async () => {
  const opened = await open({ body: bare(`sandbox="allow-scripts"`), sends: () => readable });
  const game = bareFrame(opened.page);
  await pressIn(game);
  const found = await game.locator("html").evaluate(() => {
    const host = globalThis.houselights!;
    return { origin: self.origin, unsaved: host.settings.unsaved, confined: host.settings.confined, written: host.write("a best"), read: host.read() };
  });
  assert.deepEqual(found, { origin: "null", unsaved: true, confined: true, written: false, read: null });
  await assertSilent(opened);
});

test("a frame in a sandbox that leaves it its origin plays and keeps what it is given", async () => {
  // Of the page's own site: browsers that refuse cookies to others refuse them storage as well.
  const { page, errors } = await open({ body: bare(`sandbox="allow-scripts allow-same-origin"`).replace("HOST/", "") });
  await pressIn(bareFrame(page));
  const found = await bareFrame(page).locator("html").evaluate(() => {
    const host = globalThis.houselights!;
    return { unsaved: host.settings.unsaved, written: host.write("a best"), read: host.read() };
  });
  assert.deepEqual(found, { unsaved: false, written: true, read: "a best" });
  assert.deepEqual(errors, []);
});

test("a page that is itself in a sandbox plays", async () => {
  const opened = await open({ headers: { "Content-Security-Policy": "sandbox allow-scripts" }, sends: () => readable });
  await play(opened.page);
  assert.equal(await opened.page.evaluate(() => self.origin), "null");
  await assertSilent(opened);
});

const unreadable: readonly (Blog & { readonly name: string; readonly game: (page: Page) => FrameLocator })[] = [
  { name: "a frame", body: bare(`sandbox="allow-scripts"`), game: bareFrame },
  { name: "a page", headers: { "Content-Security-Policy": "sandbox allow-scripts" }, game: frameOf },
];
for (const { name, game, ...blog } of unreadable) {
  test(`${name} in a sandbox that may not read the game says so`, async () => {
    const { page } = await open(blog);
    if (game === frameOf) {
      await playButton(page).click();
    }
    await sentence(game(page), "A security setting of this site keeps the game from running.");
    await game(page).getByText("For the owner of this page").click();
    await game(page).getByText("have it send Access-Control-Allow-Origin: * on all files").waitFor();
  });
}

// --- What the page lets frames do (Permissions-Policy), and isolation (COEP).

const allowsNothing: Headers = { "Permissions-Policy": "gamepad=(), autoplay=(), fullscreen=(), clipboard-write=()" };

for (const { name, body, use } of [
  { name: "the element", body: widget, use: play },
  { name: "a bare frame", body: bare(), use: (page: Page) => pressIn(bareFrame(page)) },
]) {
  test(`a page that allows frames nothing has a game: ${name}`, async () => {
    const opened = await open({ headers: allowsNothing, body });
    await use(opened.page);
    await assertSilent(opened);
  });
}

for (const value of ["require-corp", "credentialless"]) {
  test(`an isolated page has a game: ${value}`, async () => {
    const opened = await open({
      headers: { "Cross-Origin-Embedder-Policy": value, "Cross-Origin-Opener-Policy": "same-origin" },
      sends: only("frame.html", { ...fromAnywhere, ...isolated }, fromAnywhere),
    });
    await play(opened.page);
    await assertSilent(opened);
  });
}

const refusals: readonly (Blog & { readonly name: string })[] = [
  { name: "its host lets nobody frame it, in the old way", sends: only("frame.html", { "X-Frame-Options": "DENY" }) },
  { name: "its host lets nobody frame it", sends: only("frame.html", { "Content-Security-Policy": "frame-ancestors 'none'" }) },
  { name: "the page is isolated, and the frame is not", headers: isolated, sends: () => fromAnywhere },
  { name: "the page is isolated, and the frame is for its own host", headers: isolated, sends: only("frame.html", { ...isolated, "Cross-Origin-Resource-Policy": "same-origin" }, fromAnywhere) },
];

// All at once: each waits until nothing can come any more.
test("a frame that the browser keeps away is told, with the countdown and a way out", async () => {
  await Promise.all(
    // Of what an isolated page keeps away Firefox says nothing, and the element waits as long as for a slow host.
    refusals.filter(({ headers }) => !isFirefox || headers !== isolated).map(async ({ name, ...blog }) => {
      const { page, errors } = await open(blog);
      await playButton(page).click();
      await sentence(page, "The game could not be loaded.");
      await page.getByRole("timer").waitFor();
      await page.getByText("For the owner of this page").click();
      await page.getByText("no X-Frame-Options, frame-ancestors or Cross-Origin-Embedder-Policy is in the way").waitFor();
      assert.ok(errors.some((error) => /^houselights: .*frame\.html/.test(error)), `${name}: ${errors.join("\n")}`);
      await page.getByRole("button", { name: "Try again" }).waitFor();
    }),
  );
});

// --- A folder on a disk.

test("a page opened from a disk counts, and says what Play needs", async () => {
  const { page } = await setting.blank();
  await page.goto(pathToFileURL(join(testSite, "index.html")).href);
  const count = page.getByRole("timer");
  const before = await count.innerText();
  await page.waitForFunction((before) => document.querySelector("house-lights")?.shadowRoot?.querySelector<HTMLElement>("[role=timer]")?.innerText !== before, before);
  await playButton(page).click();
  await sentence(frameOf(page), "This page was opened from a folder, and the game needs a web server.");
  await frameOf(page).getByRole("timer").waitFor();
  await frameOf(page).getByRole("button", { name: "Try again" }).click();
  await sentence(frameOf(page), "This page was opened from a folder, and the game needs a web server.");
});

// --- The policy of frame.html itself.

test("a whole round of the real game, with sound, is within all of these policies and the frame's own", { timeout: 120_000 }, async () => {
  const opened = await open({
    site: realSite,
    headers: { ...policy(), ...allowsNothing, ...isolated },
    sends: only("frame.html", { ...fromAnywhere, ...isolated }, fromAnywhere),
    body: `<house-lights mode="classic" sound="on" accent="#f0a">${words}</house-lights>`,
  });
  const { page } = opened;
  const game = frameOf(page);
  await playButton(page).click();
  await game.getByRole("button", { name: "Start", exact: true }).click();
  await playRound(game);
  await assertSilent(opened);

  // The policy is there, and a violation in the frame would have been heard.
  const refused = await game.locator("html").evaluate(async (root) => {
    const told = new Promise((done) => addEventListener("securitypolicyviolation", done));
    try {
      root.innerHTML = "<b>markup</b>";
    } catch {
      await told;
    }
    return root.textContent !== "markup";
  });
  assert.ok(refused);
  assert.deepEqual(await violationsIn(page), ["require-trusted-types-for trusted-types-sink"]);
});
