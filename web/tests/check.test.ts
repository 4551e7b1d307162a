// check.html on hosts that are right, and on hosts each wrong in one way: what it says of them, and nothing else.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { createServer } from "node:http";
import type { IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { after, afterEach, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { bringAxe, faults as axeFaults } from "./axe";
import { launchBrowser, openPage } from "./browser";
import { typeOf } from "./server";

/** The test site as it is published, with .br and .gz beside each file; and a draft. */
const site = join(process.cwd(), "tests", "out", "packed");
const draft = join(process.cwd(), "tests", "out", "site");

type Headers = Readonly<Record<string, string | undefined>>;

interface Answer {
  readonly status: number;
  /** What is undefined is not sent. */
  readonly headers: Headers;
  readonly body: Buffer;
}

interface Request {
  readonly name: string;
  readonly query: string;
  readonly headers: IncomingHttpHeaders;
}

/** What a host makes of what would be right. */
type Spoil = (answer: Answer, request: Request) => Answer;

const asItIs: Spoil = (answer) => answer;

const forEver = "public, max-age=31536000, immutable";
const isHashed = (name: string): boolean => /\.[0-9a-f]{10}\.[a-z]+(\.gz)?$/.test(name);

/** Answers as web/HOSTING.md has it. */
function answerWell(folder: string, { name, headers }: Request): Answer {
  const all: Headers = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "Date, Age",
    "Cross-Origin-Resource-Policy": "cross-origin",
    "X-Content-Type-Options": "nosniff",
  };
  const path = join(folder, name);
  if (!existsSync(path)) {
    return { status: 404, headers: { ...all, "Content-Type": "text/plain" }, body: Buffer.from("not found") };
  }
  const accepted = String(headers["accept-encoding"] ?? "");
  const [encoding, ending] = /\bbr\b/.test(accepted) ? ["br", ".br"] : ["gzip", ".gz"];
  const isPacked = existsSync(path + ending);
  const body = readFileSync(isPacked ? path + ending : path);
  const tag = `"${createHash("sha256").update(body).digest("hex").slice(0, 16)}"`;
  const about: Headers = {
    ...all,
    "Content-Type": typeOf(name),
    "Content-Encoding": isPacked ? encoding : undefined,
    "Cache-Control": isHashed(name) ? forEver : "no-cache",
    "Cross-Origin-Embedder-Policy": name === "frame.html" ? "require-corp" : undefined,
    Vary: "Accept-Encoding",
    ETag: tag,
  };
  return headers["if-none-match"] === tag ? { status: 304, headers: about, body: Buffer.of() } : { status: 200, headers: about, body };
}

const closing: (() => void)[] = [];

/** Starts a host of a folder that spoils each answer, and returns its address. */
async function run(spoil: Spoil, folder = site): Promise<string> {
  const server = createServer((message, response) => {
    const { pathname, search } = new URL(message.url ?? "/", "http://localhost");
    const request = { name: pathname.slice(1), query: search, headers: message.headers };
    const { status, headers, body } = spoil(answerWell(folder, request), request);
    response.sendDate = !("Date" in headers);
    response.statusCode = status;
    for (const [name, value] of Object.entries({ "Content-Length": status === 304 ? undefined : String(body.byteLength), ...headers })) {
      if (value !== undefined) {
        response.setHeader(name, value);
      }
    }
    response.end(message.method === "HEAD" ? undefined : body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closing.push(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

let browser: Browser;
let end: () => Promise<void>;
/** What the hosts that are wrong are seen in, one after the other: each has an address of its own, so they share nothing. */
let view: Page;
const contexts: BrowserContext[] = [];
before(async () => {
  assert.ok(existsSync(join(site, "check.html")), `${site}: no site there: build it with npm test`);
  // So that a host can be on http and elsewhere.
  ({ browser, end } = await launchBrowser({ everyNameIsHere: true }));
  view = await openPage(browser);
});
afterEach(async () => {
  await Promise.all(contexts.splice(0).map((context) => context.close()));
  closing.splice(0).forEach((close) => close());
});
after(() => end?.());

interface Opened {
  readonly page: Page;
  readonly requests: string[];
  readonly errors: string[];
}

async function open(address: string, options?: BrowserContextOptions): Promise<Opened> {
  const page = await openPage(browser, options);
  contexts.push(page.context());
  const [requests, errors]: [string[], string[]] = [[], []];
  page.on("request", (request) => requests.push(request.url()));
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  page.on("pageerror", (error) => errors.push(String(error)));
  await page.goto(address);
  return { page, requests, errors };
}

const summary = (page: Page) => page.getByRole("status").first();

/** Waits until it is done. */
const settle = (page: Page) => page.getByRole("button", { name: "Copy the report" }).waitFor();

/** What is said under a heading. */
const said = (page: Page, heading: RegExp) => page.getByRole("region", { name: heading }).getByRole("listitem").allInnerTexts();

/** All that is not good: "must: …" and "better: …". */
async function complaints(page: Page): Promise<string[]> {
  await settle(page);
  const [must, better] = [await said(page, /^Must be changed/), await said(page, /^Could be better/)];
  return [...must.map((text) => `must: ${text}`), ...better.map((text) => `better: ${text}`)];
}

test("a host that is right has nothing to change", async () => {
  const url = await run(asItIs);
  const { page, requests, errors } = await open(`${url}check.html`);
  await settle(page);
  assert.deepEqual(await complaints(page), []);
  assert.equal(await summary(page).textContent(), "Everything is as it should be.");
  const good = await said(page, /^Good/);
  assert.ok(good.some((text) => /^All \d+ files of this release are there, whole and unchanged\.$/.test(text)), good.join("\n"));
  assert.ok(good.some((text) => /can read the game/.test(text) && /Access-Control-Allow-Origin: \*/.test(text)), "what was sent is shown");
  assert.deepEqual(requests.filter((address) => !address.startsWith(url)), [], "nobody else is asked");
  assert.deepEqual(errors.filter((error) => !/404/.test(error)), [], "its own policy lets it work");
  const rows = await page.getByRole("table").getByRole("row").allInnerTexts();
  const size = (name: string): string => readFileSync(join(site, `${name}.br`)).byteLength.toLocaleString("en");
  assert.ok(rows.some((row) => row.startsWith("houselights.js") && row.includes(size("houselights.js")) && row.includes("compressed")), rows.join("\n"));
});

/** Changes headers of some files; undefined leaves a header out. */
const headers =
  (of: RegExp, changed: Headers): Spoil =>
  (answer, { name }) =>
    of.test(name) ? { ...answer, headers: { ...answer.headers, ...changed } } : answer;

/** Another answer for some files. */
const instead =
  (of: RegExp, answer: Partial<Answer>): Spoil =>
  (right, { name }) =>
    of.test(name) ? { ...right, ...answer } : right;

/** Another body, made from the right one. */
const rewritten =
  (of: RegExp, change: (whole: Buffer) => Buffer): Spoil =>
  (answer, { name }) =>
    of.test(name) && answer.status === 200
      ? { ...answer, headers: { ...answer.headers, "Content-Encoding": "gzip" }, body: gzipSync(change(readFileSync(join(site, name)))) }
      : answer;

/** Files that come as they are. */
const plain =
  (of: RegExp): Spoil =>
  (answer, { name }) =>
    of.test(name) && answer.status === 200 ? { ...answer, headers: { ...answer.headers, "Content-Encoding": undefined }, body: readFileSync(join(site, name)) } : answer;

const asText = (change: (text: string) => string) => (whole: Buffer) => Buffer.from(change(whole.toString()));

const then =
  (...spoils: readonly Spoil[]): Spoil =>
  (answer, request) =>
    spoils.reduce((answer, spoil) => spoil(answer, request), answer);

const frame = /^frame\.html$/;
const element = /^houselights\.js$/;
const script = /^frame\.\w{10}\.js$/;
const game = /\.wasm$/;
const all = /./;
const home = { status: 200, headers: { "Content-Type": "text/html", "Cache-Control": "no-cache" }, body: Buffer.from("<!doctype html><title>Home</title>") } as const;

/** Whether the frame of this release names a file: those of the release before lie beside. */
const isPlayed = (name: string): boolean => readFileSync(join(site, "frame.html"), "utf8").includes(name);

const faults: readonly { readonly name: string; readonly host: Spoil; readonly says: readonly RegExp[] }[] = [
  // Files
  { name: "a file is missing", host: (answer, { name }) => (isPlayed(name) && script.test(name) ? { ...answer, status: 404 } : answer), says: [/^must: frame\.\w+\.js is not there\.\s+Found: Status: 404/] },
  { name: "a licence is missing", host: instead(/^licences\/Go\.txt$/, { status: 404, body: Buffer.of() }), says: [/^better: licences\/Go\.txt is not there/] },
  { name: "a file is cut short", host: rewritten(script, (whole) => whole.subarray(0, whole.byteLength / 2)), says: [/^must: frame\.\w+\.js is cut short[^]*\d+ bytes, not \d+/] },
  { name: "the host minifies", host: rewritten(frame, asText((text) => text.replace(/\s+/g, " "))), says: [/^better: The host minifies frame\.html/] },
  { name: "the host adds a script", host: rewritten(frame, asText((text) => text.replace("</body>", '<script src="https://ads.example/a.js"></script></body>'))), says: [/^must: The host puts something into frame\.html/] },
  { name: "text was uploaded with other line ends", host: rewritten(frame, asText((text) => text.replaceAll("\n", "\r\n"))), says: [/^better: frame\.html has got other line ends[^]*bytes, not/] },
  { name: "a file is another", host: rewritten(/^icon\.svg$/, (whole) => Buffer.alloc(whole.byteLength, " ")), says: [/^must: icon\.svg is not the file of this release/] },
  { name: "the element is of another release", host: rewritten(element, asText((text) => text.replace(/play\.\w{10}\.js/, "play.0123456789.js"))), says: [/^must: houselights\.js is of another release than this page[^]*play\.0123456789\.js/] },
  { name: "the frame is of another release", host: rewritten(frame, asText((text) => text.replace(/frame\.\w{10}\.js/, "frame.0123456789.js"))), says: [/^must: frame\.html is of another release/] },
  { name: "a copy comes without its encoding", host: headers(script, { "Content-Encoding": undefined }), says: [/^must: frame\.\w+\.js cannot be read|^must: frame\.\w+\.js (is|comes)/] },
  { name: "an encoding is not what it says", host: (answer, { name }) => (script.test(name) ? { ...answer, body: Buffer.from("no brotli at all") } : answer), says: [/^must: frame\.\w+\.js cannot be read to the end[^]*Content-Encoding: br/] },
  { name: "a page stands in for what is not there", host: (answer) => (answer.status === 404 ? home : answer), says: [/^must: For a file that does not exist there is a page with status 200[^]*Content-Type: text\/html/] },
  { name: "a 404 is kept for ever", host: (answer) => (answer.status === 404 ? { ...answer, headers: { ...answer.headers, "Cache-Control": forEver } } : answer), says: [/^must: That a file does not exist may be kept for 365 days[^]*max-age=31536000/] },
  { name: "the frame loses its query", host: (answer, { name, query }) => (frame.test(name) && query !== "" ? { status: 302, headers: { Location: "frame.html" }, body: Buffer.of() } : answer), says: [/^must: The host forgets what stands behind the \? of frame\.html/] },
  { name: "release.json is missing", host: instead(/^release\.json$/, { status: 404, body: Buffer.of() }), says: [/^better: release\.json is not there/] },
  {
    name: "release.json is of another release",
    host: rewritten(/^release\.json$/, asText((text) => text.replace(/"integrity": "sha384-./g, '"integrity": "sha384-!'))),
    says: [/^must: release\.json is of another release than this page/],
  },
  {
    name: "a file of the release before is gone",
    host: rewritten(/^release\.json$/, asText((text) => JSON.stringify({ ...JSON.parse(text), before: { "frame.0123456789.js": { size: 1, integrity: "sha384-" } } }))),
    says: [/^better: frame\.0123456789\.js of the release before is gone/],
  },
  // Types
  { name: "scripts are plain text", host: headers(script, { "Content-Type": "text/plain" }), says: [/^must: frame\.\w+\.js comes as text\/plain and should be text\/javascript[^]*Found: Content-Type: text\/plain/] },
  { name: "scripts are plain text, and nothing is held to that", host: headers(script, { "Content-Type": "text/plain", "X-Content-Type-Options": undefined }), says: [/^better: frame\.\w+\.js comes as text\/plain/, /^better: Browsers may take frame/] },
  { name: "a style sheet has no type", host: headers(/^frame\.\w{10}\.css$/, { "Content-Type": undefined }), says: [/^must: frame\.\w+\.css comes without a type and should be text\/css/] },
  { name: "the frame is no page", host: headers(frame, { "Content-Type": "application/octet-stream" }), says: [/^must: frame\.html comes as application\/octet-stream/] },
  { name: "wasm is unknown", host: headers(game, { "Content-Type": "application/octet-stream" }), says: [/^better: houselights\.\w+\.wasm comes as application\/octet-stream and should be application\/wasm/] },
  { name: "JSON is unknown", host: headers(/^pack\.schema\.json$/, { "Content-Type": "text/plain" }), says: [/^better: pack\.schema\.json comes as text\/plain and should be application\/json/] },
  { name: "letters are said to be others", host: headers(frame, { "Content-Type": "text/html; charset=iso-8859-1" }), says: [/^must: frame\.html is UTF-8 and says otherwise/] },
  { name: "types are not held to", host: headers(all, { "X-Content-Type-Options": undefined }), says: [/^better: Browsers may take .* and \d+ more files for something else[^]*no X-Content-Type-Options/] },
  // Compression
  { name: "text is not compressed", host: plain(/\.(css|html|js)$/), says: [/^better: frame.* come as they are, \d+ kB[^]*no Content-Encoding/] },
  { name: "the game is not compressed", host: plain(game), says: [/^better: The host does not compress the game; its \.gz is fetched[^]*, \d+ kB in place of [\d,]+ kB/] },
  { name: "the game is not compressed, and its .gz is missing", host: then(plain(game), instead(/\.wasm\.gz$/, { status: 404, body: Buffer.of() })), says: [/^must: The host does not compress the game, and its \.gz is not there, so visitors download [\d,]+ kB/] },
  { name: "the game is not compressed, and its .gz is damaged", host: then(plain(game), (answer, { name }) => (name.endsWith(".gz") ? { ...answer, body: answer.body.subarray(0, 1000) } : answer)), says: [/^must: .* its \.gz is damaged/] },
  { name: "caches are not told that it depends", host: headers(all, { Vary: undefined }), says: [/^better: .* compressed without saying that it depends on who asks[^]*no Vary/] },
  // Caching
  { name: "hashed files are asked for again", host: headers(/\.\w{10}\.[a-z]+$/, { "Cache-Control": "no-cache" }), says: [/^better: .* may not be used again without asking, though they never change/] },
  { name: "the frame is kept for a year", host: headers(frame, { "Cache-Control": forEver }), says: [/^must: frame\.html may be kept for 365 days, and more than an hour is too long/] },
  { name: "the element is kept for two hours", host: headers(element, { "Cache-Control": "max-age=7200" }), says: [/^better: houselights\.js may be kept for 2 hours/] },
  { name: "the element is kept for ten minutes", host: headers(element, { "Cache-Control": "max-age=600" }), says: [] },
  { name: "nothing says how long", host: headers(element, { "Cache-Control": undefined, "Last-Modified": "Mon, 01 Jan 2024 00:00:00 GMT" }), says: [/^better: Nothing says for how long houselights\.js may be kept; browsers guess, now \d+ days/] },
  { name: "nothing is kept", host: headers(element, { "Cache-Control": "no-store" }), says: [/^better: houselights\.js may not be kept at all/] },
  { name: "no version is told", host: headers(element, { ETag: undefined }), says: [/^better: houselights\.js says neither which version/] },
  { name: "what has not changed comes again", host: (answer, request) => (answer.status === 304 ? answerWell(site, { ...request, headers: { ...request.headers, "if-none-match": undefined } }) : answer), says: [/^better: frame\.html and houselights\.js come whole to a browser that has them already[^]*Status: 200, not 304/] },
  { name: "a cache is behind", host: headers(frame, { Age: "90000" }), says: [/^better: A cache before the host has had frame\.html for 1 day/, /^better: The clocks/] },
  // Other sites
  { name: "no frame in a sandbox may read", host: headers(all, { "Access-Control-Allow-Origin": undefined }), says: [/^better: A frame in a sandbox.* may not read houselights\.\w+\.wasm.*frame\.html.*pages on other hosts cannot use a pack file[^]*no Access-Control-Allow-Origin/] },
  { name: "only one site may read", host: headers(game, { "Access-Control-Allow-Origin": "https://blog.example" }), says: [/^better: A frame in a sandbox.* may not read houselights\.\w+\.wasm, so[^]*https:\/\/blog\.example/] },
  { name: "the date is not told", host: headers(frame, { "Access-Control-Expose-Headers": undefined }), says: [/^better: A frame in a sandbox cannot see what time the host has/] },
  { name: "files say nothing of other sites", host: headers(all, { "Cross-Origin-Resource-Policy": undefined }), says: [/^better: A page that sends Cross-Origin-Embedder-Policy may not load/] },
  { name: "files are for their own site", host: headers(/^(houselights|frame|play|icon)/, { "Cross-Origin-Resource-Policy": "same-origin" }), says: [/^must: Only pages of this site may load/] },
  { name: "the frame has no policy on what it shows", host: headers(frame, { "Cross-Origin-Embedder-Policy": undefined }), says: [/^better: A page that sends Cross-Origin-Embedder-Policy may not show frame\.html/] },
  { name: "no page may show any", host: headers(/\.html$/, { "X-Frame-Options": "DENY" }), says: [/^must: The host forbids every page to show frame\.html[^]*X-Frame-Options: DENY/, /^better: A frame in a sandbox.* could not run this page/] },
  { name: "only its own pages may show it", host: headers(/\.html$/, { "X-Frame-Options": "SAMEORIGIN" }), says: [/^must: The host lets only its own pages show frame\.html/] },
  { name: "no ancestors", host: headers(frame, { "Content-Security-Policy": "frame-ancestors 'none'" }), says: [/^must: The host’s policy forbids every page to show/] },
  // Policy
  { name: "a policy against wasm", host: headers(/\.html$/, { "Content-Security-Policy": "script-src 'self'" }), says: [/^must: The host’s policy forbids wasm in frame\.html[^]*Content-Security-Policy: script-src 'self'/] },
  { name: "a policy against wasm, here alone", host: headers(/^check\.html$/, { "Content-Security-Policy": "script-src 'self'" }), says: [/^must: Wasm did not compile in this page/] },
  { name: "a policy against fetching", host: headers(frame, { "Content-Security-Policy": "connect-src 'none'" }), says: [/^must: The host’s policy forbids frame\.html to fetch the game/] },
  { name: "a policy against styles", host: headers(frame, { "Content-Security-Policy": "default-src 'self' 'wasm-unsafe-eval' https:; style-src https://fonts.example" }), says: [/^must: The host’s policy forbids the style sheet/] },
  // Connection
  { name: "no date", host: headers(frame, { Date: undefined }), says: [/^better: The host does not say what time it is/] },
  { name: "a clock that is wrong", host: headers(frame, { Date: "Mon, 01 Jan 2024 00:00:00 GMT" }), says: [/^better: The clocks of the host and of this device are [\d,]+ days apart/] },
];

for (const { name, host, says } of faults) {
  test(`it says what is wrong: ${name}`, async () => {
    await view.goto(`${await run(host)}check.html`);
    const heard = await complaints(view);
    assert.equal(heard.length, says.length, heard.join("\n\n"));
    heard.forEach((text, i) => assert.match(text, says[i] ?? /^$/));
    const must = heard.filter((text) => text.startsWith("must")).length;
    const start = must > 0 ? `${must} thing${must > 1 ? "s" : ""} must be changed` : heard.length > 0 ? "Everything a visitor needs works" : "Everything is as it should be";
    assert.ok((await summary(view).textContent())?.startsWith(start));
  });
}

test("text that comes as it is, and a game that does, count with all their bytes", async () => {
  const { page } = await open(`${await run(plain(/\.(js|wasm)$/))}check.html`);
  await settle(page);
  const rows = await page.getByRole("table").getByRole("row").allInnerTexts();
  const bytes = (name: string): string => readFileSync(join(site, name)).byteLength.toLocaleString("en");
  assert.ok(rows.some((row) => row.startsWith("houselights.js") && row.includes(bytes("houselights.js")) && row.includes("as it is")), rows.join("\n"));
  const [wasm = ""] = readdirSync(site).filter((name) => name.endsWith(".wasm"));
  assert.ok(rows.some((row) => row.startsWith(`${wasm}.gz`) && row.includes(bytes(`${wasm}.gz`)) && row.includes("compressed")), "the .gz comes in its place");
});

test("a draft says that it is one, and nothing of it is broken", async () => {
  const { page } = await open(`${await run(asItIs, draft)}check.html`);
  const heard = await complaints(page);
  assert.deepEqual(heard.filter((text) => text.startsWith("must")), []);
  assert.ok(heard.some((text) => /This is a draft, as make run serves it/.test(text)));
  assert.ok(heard.some((text) => /The game comes as it is/.test(text)));
});

test("on http the files are compared all the same, and the way is to be changed", async () => {
  const { port } = new URL(await run(rewritten(/^icon\.svg$/, (whole) => Buffer.alloc(whole.byteLength, " "))));
  const { page } = await open(`http://houselights.example:${port}/check.html`);
  const heard = await complaints(page);
  assert.equal(await page.evaluate(() => isSecureContext), false);
  assert.equal(heard.length, 2, heard.join("\n\n"));
  assert.match(heard[0] ?? "", /^must: icon\.svg is not the file of this release/);
  assert.match(heard[1] ?? "", /^must: The host is on http, and no page on https may show what comes from there/);
  await page.getByRole("button", { name: "Copy the report" }).press("Enter");
  const report = page.getByRole("textbox", { name: "The report" });
  assert.equal(await report.evaluate((area: HTMLTextAreaElement) => document.activeElement === area && area.selectionEnd === area.value.length), true, "there it is copied by hand");
});

test("opened as a file, it says what to do", async () => {
  const { page, errors } = await open(pathToFileURL(join(site, "check.html")).href);
  await summary(page).filter({ hasText: "Put the folder on a host and open check.html there" }).waitFor();
  assert.equal(await page.getByRole("button").count(), 0);
  assert.deepEqual(errors, []);
});

for (const [name, host] of [
  ["a policy", headers(/^check\.html$/, { "Content-Security-Policy": "default-src 'none'" })],
  ["a type", headers(/^check\.\w{10}\.js$/, { "Content-Type": "text/plain" })],
  ["a script that is missing", instead(/^check\.\w{10}\.js$/, { status: 404, body: Buffer.of() })],
] as const) {
  test(`where ${name} keeps it from beginning, it says so`, async () => {
    const { page } = await open(`${await run(host)}check.html`);
    await summary(page).filter({ hasText: "The check did not begin." }).waitFor();
  });
}

test("only the frame in the sandbox is believed", async () => {
  const { page } = await open(`${await run(headers(/\.html$/, { "X-Frame-Options": "DENY" }))}check.html`);
  const secret = await page.locator("iframe").getAttribute("src").then((address) => address?.split("=")[1]);
  assert.ok(secret);
  await page.evaluate((secret) => postMessage({ secret, glimpses: [{ name: "frame.html", status: 200, date: true }] }, "*"), secret);
  assert.ok((await complaints(page)).some((text) => /could not run this page/.test(text)));
});

test("the report is copied as text, by keys", async () => {
  const url = await run(headers(all, { "X-Content-Type-Options": undefined }));
  const { page } = await open(`${url}check.html`, { permissions: ["clipboard-read", "clipboard-write"] });
  await settle(page);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.getByRole("status").filter({ hasText: "Copied." }).waitFor();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(text, new RegExp(`^Houselights at ${url}, checked \\d{4}-`));
  assert.match(text, /Everything a visitor needs works; 1 thing could be better\./);
  assert.match(text, /Could be better\n- Browsers may take .*\n {2}found: no X-Content-Type-Options\n {2}change: Send .* \(web\/HOSTING\.md, “Headers”\)/);
  assert.match(text, /- houselights\.js: \d+ bytes, compressed/);
});

for (const colorScheme of ["dark", "light"] as const) {
  test(`axe finds nothing, and a phone is wide enough, ${colorScheme}`, async () => {
    // All three kinds of findings are there.
    const host = then(headers(frame, { "Cache-Control": forEver }), headers(all, { "X-Content-Type-Options": undefined }));
    const { page } = await open(`${await run(host)}check.html`, { colorScheme, viewport: { width: 320, height: 640 } });
    await settle(page);
    await bringAxe(page);
    assert.deepEqual(await axeFaults(page), []);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "nothing is cut off");
  });
}

for (const [name, sandbox] of [["a frame", ""], ["a frame in a sandbox", ' sandbox="allow-scripts"']] as const) {
  test(`a page with Cross-Origin-Embedder-Policy shows the game in ${name}, where the headers are as they should be`, async () => {
    const blog = (address: string): Spoil => (answer, request) =>
      request.name === "blog.html"
        ? { status: 200, headers: { "Content-Type": "text/html", "Cross-Origin-Embedder-Policy": "require-corp" }, body: Buffer.from(`<!doctype html><iframe${sandbox} src="${address}frame.html" width="600" height="400"></iframe>`) }
        : answer;
    const show = async (host: Spoil): Promise<Page> => {
      const { port } = new URL(await run(blog(await run(host))));
      return (await open(`http://blog.localhost:${port}/blog.html`)).page;
    };
    const shown = await show(asItIs);
    assert.equal(await shown.evaluate(() => isSecureContext), true, "else the policy means nothing");
    await shown.frameLocator("iframe").getByRole("button", { name: "Play a round" }).waitFor();
    for (const header of ["Cross-Origin-Embedder-Policy", "Cross-Origin-Resource-Policy"]) {
      const refused = await show(headers(all, { [header]: undefined }));
      assert.match(refused.frames()[1]?.url() ?? "", /^chrome-error:/, header);
    }
  });
}
