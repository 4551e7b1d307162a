// frame.html by itself: what it says when something is missing, and what it does before the game runs.

import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { testSite, useBrowser } from "./browser";
import type { Opened } from "./browser";

const setting = useBrowser(testSite);

const heading = (page: Page, name: string) => page.getByRole("heading", { name });
const button = (page: Page, name: string) => page.getByRole("button", { name });

/** Opens the frame after prepare has had its way with the page. */
async function openFrame(query: string, prepare: (page: Page) => Promise<unknown> = async () => {}): Promise<Opened> {
  const opened = await setting.blank();
  await prepare(opened.page);
  await opened.page.goto(`${setting.url}frame.html${query}`);
  return opened;
}

/** What a visitor can read. */
const words = (page: Page) => page.locator("body").innerText();

test("a bare frame runs, asks nobody else for anything, and takes no focus", async () => {
  const { page, requests, errors, warnings } = await openFrame("");
  await button(page, "Play a round").waitFor();
  await page.locator(".curtain").waitFor({ state: "detached" });
  assert.equal(await page.evaluate(() => document.activeElement === document.body), true);
  assert.deepEqual(requests.filter((url) => !url.startsWith(setting.url)), []);
  assert.deepEqual(await page.context().cookies(), []);
  assert.deepEqual(errors, []);
  assert.deepEqual(warnings, []);
});

test("the canvas hears nothing and says nothing", async () => {
  const { page } = await openFrame("");
  await button(page, "Play a round").waitFor();
  const canvas = await page.locator("canvas").evaluate((element: HTMLCanvasElement) => ({
    inert: element.inert,
    hidden: element.getAttribute("aria-hidden"),
    tabindex: element.getAttribute("tabindex"),
    antialias: element.getContext("webgl2")?.getContextAttributes()?.antialias,
    gamepads: navigator.getGamepads().length,
  }));
  assert.deepEqual(canvas, { inert: true, hidden: "true", tabindex: null, antialias: false, gamepads: 0 });
});

const failures = [
  {
    name: "no WebGL 2",
    prepare: (page: Page) =>
      page.addInitScript(() => {
        HTMLCanvasElement.prototype.getContext = () => null;
      }),
    title: "The game cannot be drawn here",
  },
  {
    name: "no wasm on the server",
    prepare: (page: Page) => page.route("**/*.wasm", (route) => route.fulfill({ status: 404, body: "not found" })),
    title: "The game is not where it should be",
  },
  {
    name: "a page instead of the wasm",
    prepare: (page: Page) =>
      page.route("**/*.wasm", (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html><p>Home" })),
    title: "The game is not where it should be",
  },
  { name: "no connection", prepare: (page: Page) => page.route("**/*.wasm", (route) => route.abort()), title: "The game did not arrive" },
  {
    name: "a server whose policy refuses wasm",
    prepare: (page: Page) =>
      page.route("**/frame.html*", async (route) => {
        const response = await route.fetch();
        await route.fulfill({ response, headers: { ...response.headers(), "content-security-policy": "script-src 'self'" } });
      }),
    title: "This page does not let the game run",
  },
  { name: "the game ends", query: "?event=exit", title: "The game has stopped" },
  { name: "the game panics", query: "?event=panic", title: "The game has stopped" },
  { name: "the game reports a failure", query: "?event=fail", title: "The game has stopped" },
  { name: "in Vietnamese", query: "?event=exit&lang=vi", title: "Trò chơi đã dừng" },
  { name: "in Spanish", query: "?event=exit&lang=es-MX", title: "El juego se ha detenido" },
];
for (const { name, query = "", prepare, title } of failures) {
  test(`a plain message: ${name}`, async () => {
    const { page, errors } = await openFrame(query, prepare);
    await heading(page, title).waitFor();
    assert.doesNotMatch(await words(page), /goroutine|panic|Error|\.wasm|code 3/, "details are for the console");
    assert.ok(errors.some((error) => error.startsWith("houselights: ")), `the detail is on the console: ${errors.join("\n")}`);
  });
}

test("without WebGL 2 nothing is downloaded", async () => {
  const { page, requests } = await openFrame("", (page) =>
    page.addInitScript(() => {
      HTMLCanvasElement.prototype.getContext = () => null;
    }),
  );
  await heading(page, "The game cannot be drawn here").waitFor();
  assert.deepEqual(requests.filter((url) => url.endsWith(".wasm")), []);
});

test("a panic is told to the console as errors", async () => {
  const { page, errors } = await openFrame("?event=panic");
  await heading(page, "The game has stopped").waitFor();
  assert.match(errors.join("\n"), /panic: a panic for the test/);
});

test("Try again starts anew", async () => {
  const { page } = await openFrame("", (page) => page.route("**/*.wasm", (route) => route.abort(), { times: 1 }));
  await button(page, "Try again").click();
  await heading(page, "Test game").waitFor();
});

test("a lost context is told, and not reloaded behind the visitor's back", async () => {
  const { page } = await openFrame("");
  await button(page, "Play a round").waitFor();
  let loads = 0;
  page.on("load", () => loads++);
  await page.locator("canvas").evaluate((canvas: HTMLCanvasElement) => {
    // As the engine does.
    canvas.addEventListener("webglcontextlost", () => location.reload());
    canvas.getContext("webgl2")?.getExtension("WEBGL_lose_context")?.loseContext();
  });
  await heading(page, "The picture is gone").waitFor();
  assert.equal(await button(page, "Play a round").count(), 0);
  assert.equal(loads, 0);
  await button(page, "Reload").click();
  await button(page, "Play a round").waitFor();
});

test("a wrong type from the server does not matter", async () => {
  const { page, errors } = await openFrame("", (page) =>
    page.route("**/*.wasm", async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, headers: { ...response.headers(), "content-type": "text/plain" } });
    }),
  );
  await button(page, "Play a round").waitFor();
  assert.deepEqual(errors, []);
});

test("the bar counts what has come", async () => {
  const { page } = await setting.blank();
  // Holds back the end of the program, so that the bar stands still half way.
  await page.addInitScript(() => {
    const { fetch } = globalThis;
    globalThis.fetch = async (...args) => {
      const bytes = new Uint8Array(await (await fetch(...args)).arrayBuffer());
      const half = new ReadableStream<Uint8Array>({ start: (controller) => controller.enqueue(bytes.slice(0, bytes.length / 2)) });
      return new Response(half);
    };
  });
  await page.goto(`${setting.url}frame.html`);
  const bar = page.getByRole("progressbar", { name: "Loading the game" });
  await bar.waitFor();
  assert.equal(Math.round((await bar.evaluate((element: HTMLProgressElement) => element.position)) * 100), 50);
});

const packFailures = [
  { name: "missing", query: "?pack=packs/none.json", says: /404/ },
  { name: "from http", query: `?pack=${encodeURIComponent("http://other.example/pack.json")}`, says: /not https/ },
  { name: "no address", query: `?pack=${encodeURIComponent("https://[")}`, says: /no address/ },
  { name: "not allowed by its server", query: `?pack=${encodeURIComponent("https://other.example/pack.json")}`, says: /other\.example/ },
  { name: "too big", query: "?pack=packs/big.json", says: /more than 4194304 bytes/ },
  { name: "refused by the game", query: "?event=failpack&pack=packs/good.json", says: /questions\[0\]: no right answer: add "right"/ },
];
for (const { name, query, says } of packFailures) {
  test(`a pack that is ${name} gives a message and the built-in pack`, async () => {
    const { page } = await openFrame(query, async (page) => {
      await page.route("https://other.example/**", (route) => route.abort());
      await page.route("**/packs/good.json", (route) => route.fulfill({ body: "{}" }));
      await page.route("**/packs/big.json", (route) => route.fulfill({ body: "x".repeat((4 << 20) + 1) }));
    });
    await heading(page, "These questions cannot be played").waitFor();
    assert.match(await words(page), says);
    await button(page, "Play Purple Hearts").waitFor();
    assert.equal(await page.locator(":focus").count(), 0, "a bare frame takes no focus");
  });
}

test("the button plays the built-in pack", async () => {
  const { page } = await openFrame("?pack=packs/none.json&mode=classic");
  await button(page, "Play Purple Hearts").click();
  await button(page, "Play a round").waitFor();
  const settings = await page.evaluate(() => globalThis.houselights?.settings);
  assert.equal(settings?.pack, "purple-hearts");
  assert.equal(settings?.mode, "classic");
});

test("a pack's text reaches the game", async () => {
  const { page } = await openFrame("?pack=packs/good.json", (page) =>
    page.route("**/packs/good.json", (route) => route.fulfill({ body: `{"houselights":1,"title":"Đố vui"}` })),
  );
  await button(page, "Play a round").waitFor();
  const settings = await page.evaluate(() => globalThis.houselights?.settings);
  assert.equal(settings?.packHost, new URL(setting.url).host);
  assert.equal(settings?.packText, `{"houselights":1,"title":"Đố vui"}`);
});

test("what the game keeps survives a reload", async () => {
  const { page } = await openFrame("");
  await button(page, "Play a round").waitFor();
  assert.equal(await page.evaluate(() => globalThis.houselights?.read()), null);
  assert.equal(await page.evaluate(() => globalThis.houselights?.write("kept")), true);
  await page.reload();
  await button(page, "Play a round").waitFor();
  assert.equal(await page.evaluate(() => globalThis.houselights?.read()), "kept");
});

test("with storage refused the game plays on", async () => {
  const { page, errors } = await openFrame("", (page) =>
    page.addInitScript(() => {
      Object.defineProperty(globalThis, "localStorage", {
        get: () => {
          throw new DOMException("refused", "SecurityError");
        },
      });
    }),
  );
  await button(page, "Play a round").waitFor();
  const answers = await page.evaluate(() => [globalThis.houselights?.read(), globalThis.houselights?.write("kept")]);
  assert.deepEqual(answers, [null, false]);
  assert.deepEqual(errors, []);
});

test("a frame opened from a disk says what to do", async () => {
  const { page } = await setting.blank();
  await page.goto(`file://${testSite}/frame.html`);
  await heading(page, "This page needs a web server").waitFor();
});
