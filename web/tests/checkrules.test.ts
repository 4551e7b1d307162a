// The rules of check.html by themselves: what is said of what a host sends.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { difference, hashedNames } from "../check/difference";
import type { Answer, Difference, Facts, FileFacts } from "../check/facts";
import { allowsOwn, guess, keeping } from "../check/headers";
import { duration, names } from "../check/rules/finding";
import type { Finding } from "../check/rules/finding";
import { downloads, judge, summary } from "../check/rules/judge";
import { readTold } from "../check/sandbox";

const now = Date.UTC(2026, 0, 1, 12);
const date = new Date(now).toUTCString();

type Headers = Answer["headers"];

const common: Headers = {
  "access-control-allow-origin": "*",
  "access-control-expose-headers": "Date, Age",
  "content-encoding": "br",
  "cross-origin-embedder-policy": "require-corp",
  "cross-origin-resource-policy": "cross-origin",
  date,
  etag: '"1"',
  vary: "Accept-Encoding",
  "x-content-type-options": "nosniff",
};
const types: Headers = { css: "text/css", html: "text/html", js: "text/javascript", json: "application/json", wasm: "application/wasm", txt: "text/plain" };

const answer = (headers: Headers, status = 200): Answer => ({ status, headers, movedTo: "", at: now });

function file(name: string, more: Partial<FileFacts> = {}): FileFacts {
  const kept = /\.\w{10}\./.test(name) ? "public, max-age=31536000, immutable" : "no-cache";
  const headers = { ...common, "content-type": types[name.split(".").at(-1) ?? ""] ?? "", "cache-control": kept };
  return { name, size: 10_000, played: !/json|txt/.test(name), answer: answer(headers), isRead: true, difference: undefined, received: 10_000, bytes: 3000, names: [], ...more };
}

const [script, style, game] = ["frame.0123456789.js", "frame.0123456789.css", "houselights.0123456789.wasm"];
const all = ["houselights.js", "play.0123456789.js", "frame.html", style, script, game, "pack.schema.json", "licences/Go.txt"].map((name) => file(name));

/** A host of which nothing is to be said. */
const right: Facts = {
  folder: "https://your.host/widget/",
  isDraft: false,
  files: all,
  copy: undefined,
  missing: answer({ "content-type": "text/plain" }, 404),
  again: { "houselights.js": 304, "frame.html": 304 },
  glimpses: [game, `${game}.gz`, "frame.html", "pack.schema.json"].map((name) => ({ name, status: name.endsWith(".gz") ? 404 : 200, date: true })),
  refusal: "",
  release: { isThere: true, others: [], gone: [] },
};

/** The same with something else about one file. */
const withFile = (name: string, change: (file: FileFacts) => Partial<FileFacts>): Facts => ({ ...right, files: all.map((file) => (file.name === name ? { ...file, ...change(file) } : file)) });

/** The same with other headers on one file; "" leaves one out. */
const withHeaders = (name: string, changed: Headers): Facts =>
  withFile(name, ({ answer: sent }) => ({ answer: answer(Object.fromEntries(Object.entries({ ...sent?.headers, ...changed }).filter(([, value]) => value !== "")), sent?.status) }));

const said = (facts: Facts): string[] =>
  judge(facts)
    .filter(({ level }) => level !== "good")
    .map(({ level, text }) => `${level}: ${text}`);

const policy = (text: string): Facts => withHeaders("frame.html", { "content-security-policy": text });
const kept = (name: string, text: string, more: Headers = {}): Facts => withHeaders(name, { "cache-control": text, ...more });
const cut = { difference: "cut" } as const;

for (const [name, facts, ...expected] of [
  ["all is right", right],
  ["on this machine", { ...right, folder: "http://127.0.0.1:8080/" }],
  ["on this machine by name", { ...right, folder: "http://localhost:8080/" }],
  ["on http elsewhere", { ...right, folder: "http://your.host/" }, /^must: The host is on http/],

  // Files
  ["no answer", withFile(script, () => ({ answer: undefined, isRead: false })), /^must: There is no answer for frame\.0123456789\.js/],
  ["no answer for what nobody plays", withFile("licences/Go.txt", () => ({ answer: undefined, isRead: false })), /^better: There is no answer for licences/],
  ["not allowed", withFile(script, () => ({ answer: answer({}, 403) })), /^must: .* is not there/],
  ["broken off", withFile(script, () => ({ isRead: false })), /^must: .* cannot be read to the end/],
  ["cut short", withFile(script, () => cut), /^must: .* is cut short/],
  ["an extra cut short", withFile("licences/Go.txt", () => cut), /^better: .* is cut short/],
  ["a page", withFile(script, () => ({ difference: "page" })), /^must: A page comes in the place of/],
  ["compressed without a word", withFile(script, () => ({ difference: "packed" })), /^must: .* comes compressed without saying so/],
  ["minified", withFile(script, () => ({ difference: "shrunk" })), /^better: The host minifies/],
  ["added to", withFile(script, () => ({ difference: "grown" })), /^must: The host puts something into/],
  ["minified, and it names what is there", withFile("frame.html", () => ({ difference: "shrunk", names: [script, style] })), /^better: The host minifies frame\.html/],
  ["another release", withFile("frame.html", () => ({ difference: "other", names: ["frame.abcdef0123.js"] })), /^must: frame\.html is of another release/],
  ["at another address", withFile("frame.html", ({ answer: sent }) => ({ answer: { ...answer(sent?.headers ?? {}), movedTo: "https://your.host/widget/frame?pack=purple-hearts" } })), /^better: frame\.html is found at another address/],
  ["at another address, without its query", withFile("frame.html", ({ answer: sent }) => ({ answer: { ...answer(sent?.headers ?? {}), movedTo: "https://your.host/widget/frame" } })), /^must: The host forgets/],
  ["a page for what is not there", { ...right, missing: answer({ "content-type": "text/html" }) }, /^must: .* there is a page with status 200/],
  ["something for what is not there", { ...right, missing: answer({ "content-type": "text/plain" }) }, /^must: .* there is something with status 200/],
  ["S3 on what is not there", { ...right, missing: answer({}, 403) }],
  ["a failure for what is not there", { ...right, missing: answer({}, 500) }, /^better: .* the host says 500/],
  ["a 404 for two hours", { ...right, missing: answer({ "cache-control": "max-age=7200" }, 404) }, /^better: .* may be kept for 2 hours/],
  ["a 404 for ten minutes", { ...right, missing: answer({ "cache-control": "max-age=600" }, 404) }],
  ["files of the release before are gone", { ...right, release: { isThere: true, others: [], gone: ["frame.abcdef0123.js"] } }, /^better: frame\.abcdef0123\.js of the release before is gone/],

  // Types
  ["an older name of JavaScript", withHeaders(script, { "content-type": "application/x-javascript; charset=UTF-8" })],
  ["a script of no type", withHeaders(script, { "content-type": "" }), /^must: .* comes without a type/],
  ["a script that is a picture, not held to it", withHeaders(script, { "content-type": "image/png", "x-content-type-options": "" }), /^must: .* comes as image\/png/, /^better: Browsers may take/],
  ["JSON of a kind", withHeaders("pack.schema.json", { "content-type": "application/schema+json" })],
  ["a licence to be saved", withHeaders("licences/Go.txt", { "content-type": "application/octet-stream" }), /^better: licences\/Go\.txt comes as application\/octet-stream/],
  ["a charset in quotes", withHeaders(script, { "content-type": 'text/javascript; charset="utf-8"' })],
  ["another charset", withHeaders(script, { "content-type": "text/javascript; charset=windows-1252" }), /^must: .* is UTF-8 and says otherwise/],

  // Compression
  ["packed by the browser's count alone", withHeaders(script, { "content-encoding": "" })],
  ["as it is", withFile(script, ({ answer: sent }) => ({ bytes: 10_000, answer: answer({ ...sent?.headers, "content-encoding": "identity" }) })), /^better: frame\.0123456789\.js comes as it is, 10 kB/],
  ["as it is, and tiny", withFile(script, ({ answer: sent }) => ({ size: 900, bytes: 900, answer: answer({ ...sent?.headers, "content-encoding": "identity" }) }))],
  ["whoever asks", withHeaders(script, { vary: "*" })],
  ["only other things matter", withHeaders(script, { vary: "Origin" }), /^better: .* depends on who asks/],

  // Caching
  ["a hash, for a month", kept(script, "max-age=2592000")],
  ["a hash, for ten minutes", kept(script, "max-age=600"), /^better: .* may be kept for 10 minutes only, though it never changes/],
  ["a hash, not at all", kept(script, "no-store"), /^better: .* may not be kept at all/],
  ["a hash, nothing said", kept(script, ""), /^better: .* as long as a browser likes/],
  ["the element, for an hour", kept("houselights.js", "max-age=3600")],
  ["the element, for more", kept("houselights.js", "max-age=3601"), /^better: houselights\.js may be kept for 1 hour, and more than an hour is too long/],
  ["the element, for a day", kept("houselights.js", "max-age=86400"), /^better: /],
  ["the element, for a week", kept("houselights.js", "max-age=604800"), /^must: houselights\.js may be kept for 7 days/],
  ["the element, until a date", kept("houselights.js", "", { expires: new Date(now + 7 * 86_400_000).toUTCString() }), /^must: houselights\.js may be kept for 7 days/],
  ["the element, until a date that is over", kept("houselights.js", "", { expires: "0" })],
  ["the element, nothing said, new", kept("houselights.js", "", { "last-modified": new Date(now - 3_600_000).toUTCString() })],
  ["the element, nothing said, old", kept("houselights.js", "", { "last-modified": new Date(now - 100 * 86_400_000).toUTCString() }), /^better: Nothing says for how long houselights\.js may be kept; browsers guess, now 10 days/],
  ["a date in place of a version", withHeaders("houselights.js", { etag: "", "last-modified": date })],
  ["neither", withHeaders("houselights.js", { etag: "" }), /^better: houselights\.js says neither/],
  ["whole again", { ...right, again: { "houselights.js": 200, "frame.html": 304 } }, /^better: houselights\.js comes whole/],
  ["a cache of ten minutes", withHeaders("houselights.js", { age: "600" })],
  ["a cache of a week", withHeaders("houselights.js", { age: "604800" }), /^better: A cache before the host has had houselights\.js for 7 days/],

  // Other sites
  ["no frame in a sandbox", { ...right, glimpses: undefined }, /^better: A frame in a sandbox.* could not run this page/],
  ["credentialless", withHeaders("frame.html", { "cross-origin-embedder-policy": 'credentialless; report-to="x"' })],
  ["same-site", withHeaders("houselights.js", { "cross-origin-resource-policy": "Same-Site" }), /^must: Only pages of this site may load houselights\.js/],

  // Policy
  ["a policy that allows", policy("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self' https:; img-src 'self'")],
  ["the host by its name", policy("default-src https://your.host 'unsafe-eval'; connect-src *")],
  ["the host by a pattern", policy("default-src https://*.host/widget/ 'wasm-unsafe-eval'; connect-src https:")],
  ["another host", policy("script-src https://other.host 'wasm-unsafe-eval'"), /^must: The host’s policy forbids the script/],
  ["another folder", policy("script-src https://your.host/other/ 'wasm-unsafe-eval'"), /^must: The host’s policy forbids the script/],
  ["strict-dynamic", policy("script-src 'self' 'strict-dynamic' 'nonce-1' 'wasm-unsafe-eval'"), /^must: The host’s policy forbids the script/],
  ["elements apart", policy("script-src 'none' 'wasm-unsafe-eval'; script-src-elem 'self'")],
  ["no wasm", policy("script-src 'self'"), /^must: The host’s policy forbids wasm/],
  ["no wasm by the second of two policies", policy("img-src 'self', script-src 'self'"), /^must: The host’s policy forbids wasm/],
  ["no style", policy("style-src 'none'"), /^must: The host’s policy forbids the style sheet/],
  ["no connection", policy("connect-src 'none'"), /^must: The host’s policy forbids frame\.html to fetch the game/],
  ["no packs from elsewhere", policy("connect-src 'self'"), /^better: The host’s policy lets frame\.html fetch packs from few hosts only/],
  ["no icon", policy("img-src data:"), /^better: The host’s policy forbids the icon/],
  ["a sandbox", policy("sandbox"), /^must: The host’s policy puts frame\.html in a sandbox without scripts/],
  ["a sandbox with scripts", policy("sandbox allow-scripts"), /^better: The host’s policy puts frame\.html in a sandbox where nothing can be kept/],
  ["only reported", withHeaders("frame.html", { "content-security-policy-report-only": "default-src 'none'" })],
  ["no wasm here", { ...right, refusal: "CompileError" }, /^must: Wasm did not compile in this page/],
  ["shown by some", policy("frame-ancestors https://blog.example")],
  ["shown by all", policy("frame-ancestors *")],
  ["shown by its own", policy("frame-ancestors 'self'"), /^must: The host’s policy lets only its own pages show/],
  ["shown by none", policy("frame-ancestors 'none'"), /^must: The host’s policy forbids every page/],
  ["an old header that the policy outdoes", withHeaders("frame.html", { "x-frame-options": "DENY", "content-security-policy": "frame-ancestors *" })],
  ["an old header of an old kind", withHeaders("frame.html", { "x-frame-options": "ALLOW-FROM https://blog.example" })],
  ["an old header twice", withHeaders("frame.html", { "x-frame-options": "SAMEORIGIN, SAMEORIGIN" }), /^must: The host lets only its own pages/],

  // Connection
  ["a clock in a cache", withHeaders("frame.html", { date: new Date(now - 600_000).toUTCString(), age: "600" })],
  ["a clock a minute late", withHeaders("frame.html", { date: new Date(now - 60_000).toUTCString() })],
  ["a clock an hour late", withHeaders("frame.html", { date: new Date(now - 3_600_000).toUTCString() }), /^better: The clocks .* are 1 hour apart/],
  ["no date", withHeaders("frame.html", { date: "" }), /^better: The host does not say what time it is/],
] as const satisfies readonly (readonly [string, Facts, ...RegExp[]])[]) {
  test(`of a host: ${name}`, () => {
    const heard = said(facts);
    assert.equal(heard.length, expected.length, heard.join("\n"));
    heard.forEach((text, i) => assert.match(text, expected[i] ?? /^$/));
  });
}

test("each finding points to a section that is there, and says in one sentence what to change", () => {
  const sections = [...readFileSync(join(process.cwd(), "HOSTING.md"), "utf8").matchAll(/^## (.*)$/gm)].map(([, title]) => title);
  const worst: Facts = {
    ...right,
    folder: "http://your.host/",
    files: all.map((file) => ({ ...file, answer: answer({}), difference: "grown", bytes: file.size })),
    copy: { answer: undefined, isWhole: false, bytes: undefined },
    missing: answer({}),
    again: {},
    glimpses: undefined,
    refusal: "no",
    release: { isThere: false, others: [], gone: [] },
  };
  const findings = judge(worst).filter(({ level }) => level !== "good");
  assert.ok(findings.length > 12);
  for (const { text, change, section } of findings) {
    assert.ok(section !== undefined && sections.includes(section), section);
    assert.match(text, /^[^\n]*[^.]\.$/);
    assert.match(change ?? "", /^[A-Z].*\.$/);
  }
});

test("the summary counts", () => {
  const of = (...levels: Finding["level"][]): string => summary(levels.map((level) => ({ level, text: "" })));
  assert.equal(of("good", "good"), "Everything is as it should be.");
  assert.equal(of("better", "good"), "Everything a visitor needs works; 1 thing could be better.");
  assert.equal(of("better", "better"), "Everything a visitor needs works; 2 things could be better.");
  assert.equal(of("must"), "1 thing must be changed.");
  assert.equal(of("must", "must", "better"), "2 things must be changed; 1 could be better.");
});

test("what a visitor downloads comes in its order, the .gz in the game's place", () => {
  const files = downloads({ ...right, copy: { answer: answer({}), isWhole: true, bytes: 4000 } });
  assert.deepEqual(
    files.map(({ name, bytes, isFirst }) => [name, bytes, isFirst]),
    [["houselights.js", 3000, true], ["play.0123456789.js", 3000, false], ["frame.html", 3000, false], [style, 3000, false], [script, 3000, false], [`${game}.gz`, 4000, false]],
  );
});

for (const [name, headers, fresh, isKept] of [
  ["nothing", {}, undefined, true],
  ["an age", { "cache-control": "public, max-age=60" }, 60, true],
  ["an age in quotes", { "cache-control": 'Max-Age="60"' }, 60, true],
  ["shared caches alone", { "cache-control": "s-maxage=60" }, undefined, true],
  ["asking first, in spite of an age", { "cache-control": "max-age=60, no-cache" }, 0, true],
  ["not at all", { "cache-control": "no-store" }, 0, false],
  ["a date", { date, expires: new Date(now + 60_000).toUTCString() }, 60, true],
  ["a date, less than an age", { "cache-control": "max-age=5", date, expires: new Date(now + 60_000).toUTCString() }, 5, true],
  ["no date", { date, expires: "-1" }, 0, true],
] as const satisfies readonly (readonly [string, Headers, number | undefined, boolean])[]) {
  test(`how long an answer is kept: ${name}`, () => assert.deepEqual(keeping(headers), { fresh, isKept }));
}

test("a browser guesses a tenth of the age", () => {
  assert.equal(guess({ date, "last-modified": new Date(now - 1_000_000).toUTCString() }), 100);
  assert.equal(guess({ date }), 0);
});

for (const [sources, isOwn] of [
  ["'self'", true],
  ["'none'", false],
  ["*", true],
  ["https:", true],
  ["http:", true],
  ["data:", false],
  ["your.host", true],
  ["YOUR.HOST", true],
  ["*.host", true],
  ["*.your.host", false],
  ["https://your.host:443", true],
  ["https://your.host:8443", false],
  ["https://your.host:*", true],
  ["https://your.host/widget/", true],
  ["https://your.host/wid", true],
  ["https://your.host/else/", false],
  ["'nonce-1'", false],
] as const) {
  test(`a policy on the host's own files: ${sources}`, () => assert.equal(allowsOwn(sources.split(" "), "https://your.host/widget/"), isOwn));
}

const page = "<!doctype html>\n<html>\n<p>One</p>\n</html>";
for (const [name, file, whole, came, expected] of [
  ["a page for a script", "a.js", "(() => {})();", "  <!DOCTYPE html><title>Home", "page"],
  ["a page for the game", "a.wasm", undefined, "<html><title>Home", "page"],
  ["minified", "a.html", page, page.replaceAll("\n", ""), "shrunk"],
  ["a script without its last semicolon", "a.js", "(() => { one(); })();", "(()=>{one()})()", "shrunk"],
  ["cut", "a.html", page, page.slice(0, 30), "cut"],
  ["the game, cut", "a.wasm", undefined, "\0asm", "cut"],
  ["added to", "a.html", page, page.replace("</html>", "<script></script></html>"), "grown"],
  ["other line ends", "a.html", page, page.replaceAll("\n", "\r\n"), "lines"],
  ["another of the same size", "a.html", page, page.replace("One", "Two"), "other"],
  ["compressed", "a.js", "(() => {})();", "\x1f\u008b", "packed"],
] as const satisfies readonly (readonly [string, string, string | undefined, string, Difference])[]) {
  test(`how a file differs: ${name}`, () => {
    const known = { size: whole?.length ?? 1000, integrity: "", played: true, ...(whole !== undefined && { ends: whole.slice(-8) }) };
    assert.equal(difference(file, known, Uint8Array.from(came, (letter) => letter.charCodeAt(0))), expected);
  });
}

test("names with a hash are found once each", () => {
  assert.deepEqual(hashedNames('<link href="frame.0123456789.css"><script src="frame.abcdef0123.js"></script>"frame.abcdef0123.js" frame.123.js'), ["frame.0123456789.css", "frame.abcdef0123.js"]);
});

test("few files are named, and times are in words", () => {
  const list = (n: number) => names("abcdef".slice(0, n).split("").map((name) => ({ name })));
  assert.deepEqual([1, 2, 4, 5, 6].map(list), ["a", "a and b", "a, b, c and d", "a, b, c and 2 more files", "a, b, c and 3 more files"]);
  assert.deepEqual([0, 1, 90, 3600, 86_400 * 365].map(duration), ["0 seconds", "1 second", "2 minutes", "1 hour", "365 days"]);
});

for (const [name, data, expected] of [
  ["the beginning", { secret: "1-2", glimpses: null }, null],
  ["what was seen", { secret: "1-2", glimpses: [{ name: "a", status: 200, date: true, more: 1 }] }, [{ name: "a", status: 200, date: true }]],
  ["another secret", { secret: "1-3", glimpses: null }, undefined],
  ["no secret", { glimpses: null }, undefined],
  ["no list", { secret: "1-2", glimpses: "a" }, undefined],
  ["a list of something else", { secret: "1-2", glimpses: [{ name: "a", status: "200", date: true }] }, undefined],
  ["nothing", null, undefined],
  ["text", "1-2", undefined],
] as const) {
  test(`what a frame tells: ${name}`, () => assert.deepEqual(readTold(data, "1-2"), expected));
}
