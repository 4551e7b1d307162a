// What of the game comes over the wire, and how often, from hosts that compress as they send and from those that do not.
// Nothing stands in between: a browser that is watched by routes keeps no cache.

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { after, afterEach, before, test } from "node:test";
import type { Browser, BrowserContext, Frame, Page } from "playwright-core";
import { isFirefox, launchBrowser } from "./browser";
import { typeOf } from "./server";

/** The test site as it is published, with .br and .gz beside each file. */
const site = join(process.cwd(), "tests", "out", "packed");

interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string | number>>;
  readonly body: Buffer;
  /** What happens when half of the body is sent; true drops the connection, a promise is waited for. */
  readonly halfway?: true | Promise<void>;
}

/** What a host makes of a request for a file; file reads one of the site. */
type Host = (name: string, file: (name: string) => Buffer, method: string) => Answer;

const half = (body: Buffer): number => Math.floor(body.byteLength / 2);

const asItIs: Host = (name, file) => ({ body: file(name) });

const encoded =
  (ending: ".br" | ".gz", some: RegExp): Host =>
  (name, file) =>
    some.test(name) ? { body: file(name + ending), headers: { "Content-Encoding": ending === ".br" ? "br" : "gzip" } } : { body: file(name) };

const text = /\.(css|html|js)$/;
const textAndWasm = /\.(css|html|js|wasm)$/;

/** Sends everything as it is, but for the .gz of the game. */
const butForGzip =
  (answer: (whole: Buffer) => Answer): Host =>
  (name, file) =>
    name.endsWith(".wasm.gz") ? answer(file(name)) : { body: file(name) };

interface Running {
  readonly url: string;
  /** What was asked of the game since the last look, such as "GET .wasm.gz". */
  asked(): string[];
}

let browser: Browser;
let end: () => Promise<void>;
const closing: (() => void)[] = [];
before(async () => {
  assert.ok(existsSync(join(site, "frame.html")), `${site}: no site there: build it with npm test`);
  ({ browser, end } = await launchBrowser());
});
afterEach(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()));
  closing.splice(0).forEach((close) => close());
});
after(() => end?.());

async function run(host: Host): Promise<Running> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const name = new URL(request.url ?? "/", "http://localhost").pathname.slice(1);
    const method = request.method ?? "GET";
    const ending = /\.wasm(\.gz)?$/.exec(name);
    if (ending !== null) {
      asked.push(`${method} ${ending[0]}`);
    }
    if (name === "blog.html") {
      response.setHeader("Content-Type", "text/html");
      response.end(`<!doctype html><iframe sandbox="allow-scripts" src="frame.html" width="600" height="400"></iframe>`);
      return;
    }
    let answer: Answer;
    try {
      answer = host(name, (name) => readFileSync(join(site, name)), method);
    } catch {
      answer = { status: 404, headers: { "Content-Type": "text/plain" }, body: Buffer.from("not found") };
    }
    const { status = 200, headers, body, halfway } = answer;
    response.writeHead(status, {
      "Content-Type": typeOf(name),
      "Content-Length": body.byteLength,
      "Cache-Control": status === 200 && /\.[0-9a-f]{10}\./.test(name) ? "public, max-age=31536000, immutable" : "no-cache",
      "Access-Control-Allow-Origin": "*",
      ...headers,
    });
    if (method === "HEAD") {
      response.end();
    } else if (halfway !== undefined) {
      response.write(body.subarray(0, half(body)), () => (halfway === true ? response.destroy() : halfway.then(() => response.end(body.subarray(half(body))))));
    } else {
      response.end(body);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closing.push(() => {
    server.close();
    server.closeAllConnections();
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, asked: () => asked.splice(0) };
}

interface Visit {
  readonly page: Page;
  readonly errors: string[];
}

async function visit(context: BrowserContext, address: string): Promise<Visit> {
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const errors: string[] = [];
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  page.on("pageerror", (error) => errors.push(String(error)));
  await page.addInitScript(() => {
    // Notes how full the bar is, each time that it moves.
    const filled: number[] = [];
    Object.assign(globalThis, { filled });
    const value = Object.getOwnPropertyDescriptor(HTMLProgressElement.prototype, "value");
    Object.defineProperty(HTMLProgressElement.prototype, "value", {
      ...value,
      set(this: HTMLProgressElement, bytes: number) {
        filled.push(this.hidden ? NaN : bytes / this.max);
        value?.set?.call(this, bytes);
      },
    });
  });
  await page.goto(address);
  return { page, errors };
}

const play = (page: Page | Frame) => page.getByRole("button", { name: "Play a round" });

/** Checks that the bar went to the end of the download, which leaves a tenth for the start, never past it and never back. */
async function assertHonest(page: Page): Promise<void> {
  const filled = await page.evaluate(() => (globalThis as unknown as { filled: number[] }).filled);
  assert.deepEqual(filled, [...filled].sort((a, b) => a - b), "it never goes back");
  assert.ok(Math.abs((filled.at(-1) ?? 0) - 0.9) < 1e-9, `it ends at ${filled.at(-1)}`);
}

/** Firefox answers a HEAD from its cache, and notes of a script out of that how it once came. */
const hosts: readonly { name: string; host: Host; first: string[]; second: string[]; secondInFirefox?: string[]; errors?: RegExp }[] = [
  { name: "brotli", host: encoded(".br", textAndWasm), first: ["GET .wasm"], second: [] },
  { name: "gzip", host: encoded(".gz", textAndWasm), first: ["GET .wasm"], second: [] },
  { name: "nothing compressed", host: asItIs, first: ["HEAD .wasm", "GET .wasm.gz"], second: ["HEAD .wasm"], secondInFirefox: [] },
  { name: "only text compressed", host: encoded(".gz", text), first: ["GET .wasm", "GET .wasm.gz"], second: ["HEAD .wasm"], secondInFirefox: ["GET .wasm"] },
  { name: "only the game compressed", host: encoded(".br", /\.wasm$/), first: ["HEAD .wasm", "GET .wasm"], second: [] },
  {
    name: "a .gz that is declared as an encoding",
    host: butForGzip((body) => ({ body, headers: { "Content-Encoding": "gzip", "Content-Type": "application/wasm" } })),
    first: ["HEAD .wasm", "GET .wasm.gz"],
    second: ["HEAD .wasm"],
    secondInFirefox: [],
  },
  {
    name: "a HEAD that is refused",
    host: (name, file, method) => (method === "HEAD" ? { status: 405, body: Buffer.of() } : { body: file(name) }),
    first: ["HEAD .wasm", "GET .wasm", "GET .wasm.gz"],
    second: ["HEAD .wasm", "GET .wasm"],
    errors: /405/,
  },
  {
    name: "no .gz published",
    host: butForGzip(() => ({ status: 404, body: Buffer.from("not found") })),
    first: ["HEAD .wasm", "GET .wasm.gz", "GET .wasm"],
    second: ["GET .wasm.gz"],
    errors: /404/,
  },
  {
    name: "a page for whatever is not there",
    host: butForGzip(() => ({ headers: { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-cache" }, body: Buffer.from("<!doctype html><p>Home") })),
    first: ["HEAD .wasm", "GET .wasm.gz", "GET .wasm"],
    second: ["GET .wasm.gz"],
  },
];
for (const { name, host, first, second, secondInFirefox = second, errors: allowed } of hosts) {
  test(`the game comes once and in few bytes: ${name}`, async () => {
    const { url, asked } = await run(host);
    const context = await browser.newContext();
    for (const expected of [first, isFirefox ? secondInFirefox : second]) {
      const { page, errors } = await visit(context, `${url}frame.html`);
      await play(page).waitFor();
      assert.deepEqual(asked(), expected);
      await assertHonest(page);
      assert.deepEqual(errors.filter((error) => !allowed?.test(error)), []);
      await page.close();
    }
  });
}

for (const [name, host] of [["as it comes", encoded(".gz", textAndWasm)], ["in the frame", asItIs]] as const) {
  test(`the bar stands at what has come of a game that is unpacked ${name}`, async () => {
    let goOn = () => {};
    const halfway = new Promise<void>((resolve) => (goOn = resolve));
    const { url } = await run((name, file, method) => {
      const answer = host(name, file, method);
      return /\.wasm(\.gz)?$/.test(name) ? { ...answer, halfway } : answer;
    });
    const { page } = await visit(await browser.newContext(), `${url}frame.html`);
    const bar = page.getByRole("progressbar");
    const position = () => bar.evaluate((element: HTMLProgressElement) => element.position);
    await page.waitForFunction(() => (document.querySelector("progress")?.position ?? 0) > 0.3);
    assert.ok((await position()) < 0.8, "half of the packed bytes are about half of the game");
    goOn();
    await play(page).waitFor();
    await assertHonest(page);
  });
}

test("a frame of an opaque origin, which is not told the encoding, goes by the length", async () => {
  for (const [host, game] of [[encoded(".gz", textAndWasm), ["GET .wasm"]], [asItIs, ["GET .wasm", "GET .wasm.gz"]]] as const) {
    const { url, asked } = await run(host);
    const { page } = await visit(await browser.newContext(), `${url}blog.html`);
    const frame = page.frames()[1];
    assert.ok(frame);
    await play(frame).waitFor();
    assert.equal(await frame.evaluate(() => self.origin), "null");
    assert.deepEqual(asked(), game);
  }
});

test("a browser without DecompressionStream takes the game as it is", async () => {
  const { url, asked } = await run(asItIs);
  const context = await browser.newContext();
  await context.addInitScript(() => Reflect.deleteProperty(globalThis, "DecompressionStream"));
  const { page } = await visit(context, `${url}frame.html`);
  await play(page).waitFor();
  assert.deepEqual(asked(), ["GET .wasm"]);
});

const broken: readonly { name: string; answer: (whole: Buffer) => Answer; says: RegExp; next: string[] }[] = [
  { name: "ends early", answer: (body) => ({ body: body.subarray(0, half(body)) }), says: /cut short/, next: ["GET .wasm"] },
  { name: "is damaged", answer: (body) => ({ body: Buffer.concat([body.subarray(0, half(body)), Buffer.alloc(half(body))]) }), says: /cut short/, next: ["GET .wasm"] },
  { name: "breaks off", answer: (body) => ({ body, halfway: true }), says: /broke off/, next: ["HEAD .wasm", "GET .wasm.gz"] },
];
for (const { name, answer, says, next } of broken) {
  test(`a .gz that ${name} is told, and the next try mends it`, async () => {
    let spoilt = true;
    const { url, asked } = await run((name, file, method) => (spoilt ? butForGzip(answer) : asItIs)(name, file, method));
    const { page } = await visit(await browser.newContext(), `${url}frame.html`);
    await page.getByRole("alert").filter({ hasText: "The game did not arrive; check the connection and try again." }).waitFor();
    assert.match((await page.locator("details p").textContent()) ?? "", says);
    assert.deepEqual(asked(), ["HEAD .wasm", "GET .wasm.gz"]);
    spoilt = false;
    await page.getByRole("button", { name: "Try again" }).click();
    await play(page).waitFor();
    assert.deepEqual(asked(), isFirefox ? next.filter((one) => !one.startsWith("HEAD")) : next);
  });
}
