// frame.html by itself: what it says when something is missing, and what it does before the game runs.

import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { chromiumOnly, testSite, useBrowser } from "./browser";
import type { Opened } from "./browser";

declare global {
  /** What would end the download of the game. */
  var download: AbortSignal | null | undefined;
}

const setting = useBrowser(testSite);

const heading = (page: Page, name: string) => page.getByRole("heading", { name });
const alert = (page: Page, name: string) => page.getByRole("alert").filter({ hasText: name });
/** What is there for whoever runs the page. */
const detail = (page: Page) => page.locator("details p").textContent();
/** The countdown, which goes on whatever happens. */
const countdown = (page: Page) => page.getByRole("timer").filter({ hasText: /\d\d : \d\d : \d\d/ });
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
    title: "The game needs WebGL 2, which this browser does not offer right now.",
  },
  {
    name: "no wasm on the server",
    prepare: (page: Page) => page.route("**/*.wasm", (route) => route.fulfill({ status: 404, body: "not found" })),
    title: "The game could not be loaded.",
  },
  {
    name: "a page instead of the wasm",
    prepare: (page: Page) =>
      page.route("**/*.wasm", (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html><p>Home" })),
    title: "The game could not be loaded.",
  },
  { name: "no connection", prepare: (page: Page) => page.route("**/*.wasm", (route) => route.abort()), title: "The game did not arrive; check the connection and try again." },
  {
    name: "a server whose policy refuses wasm",
    prepare: (page: Page) =>
      page.route("**/frame.html*", async (route) => {
        const response = await route.fetch();
        await route.fulfill({ response, headers: { ...response.headers(), "content-security-policy": "script-src 'self'" } });
      }),
    title: "A security setting of this site keeps the game from running.",
  },
  { name: "the game ends", query: "?event=exit", title: "The game has stopped; try again to go on." },
  { name: "the game panics", query: "?event=panic", title: "The game has stopped; try again to go on." },
  { name: "the game reports a failure", query: "?event=fail", title: "The game has stopped; try again to go on." },
  { name: "in Vietnamese", query: "?event=exit&lang=vi", title: "Trò chơi đã dừng; hãy thử lại để chơi tiếp." },
  { name: "in Spanish", query: "?event=exit&lang=es-MX", title: "El juego se ha detenido; reinténtalo para continuar." },
];
for (const { name, query = "", prepare, title } of failures) {
  test(`a plain message: ${name}`, async () => {
    const { page, errors } = await openFrame(query, prepare);
    await alert(page, title).waitFor();
    assert.doesNotMatch(await words(page), /goroutine|panic|Error|\.wasm|code 3/, "details are for the console");
    assert.ok(errors.some((error) => error.startsWith("houselights: ")), `the detail is on the console: ${errors.join("\n")}`);
  });
}

test("without WebGL 2 the download ends as soon as that is known", async () => {
  const { page } = await openFrame("", (page) =>
    page.addInitScript(() => {
      HTMLCanvasElement.prototype.getContext = () => null;
      // It ends so early that the server need not hear of it.
      const { fetch } = window;
      window.fetch = (address, options) => {
        if (String(address).endsWith(".wasm")) {
          globalThis.download = options?.signal;
        }
        return fetch(address, options);
      };
    }),
  );
  await alert(page, "The game needs WebGL 2, which this browser does not offer right now.").waitFor();
  assert.equal(await page.evaluate(() => globalThis.download?.aborted), true);
});

test("a panic is told to the console as errors", async () => {
  const { page, errors } = await openFrame("?event=panic");
  await alert(page, "The game has stopped; try again to go on.").waitFor();
  assert.match(errors.join("\n"), /panic: a panic for the test/);
});

test("Try again starts anew", async () => {
  const { page } = await openFrame("", (page) => page.route("**/*.wasm", (route) => route.abort(), { times: 1 }));
  await button(page, "Try again").click();
  await heading(page, "Test game").waitFor();
});

/** Takes the graphics from the page, as a browser does. */
const loseContext = (page: Page) =>
  page.locator("canvas").evaluate((canvas: HTMLCanvasElement) => {
    // The engine would reload.
    canvas.addEventListener("webglcontextlost", () => location.reload());
    canvas.getContext("webgl2")?.getExtension("WEBGL_lose_context")?.loseContext();
  });

test("after a lost context the game goes on where it was, in the same page", async () => {
  const { page } = await openFrame("");
  await button(page, "All modes").press("Enter");
  let loads = 0;
  page.on("load", () => loads++);
  const before = await page.evaluate(() => Date.now());
  await loseContext(page);
  await page.getByText("pressed more").waitFor();
  const seen = await page.evaluate(() => globalThis.houselights!.settings.seen);
  assert.ok(seen >= before, `it was seen until then, and not only until ${before - seen} ms before`);
  assert.equal(await page.locator("canvas").count(), 1);
  await button(page, "All modes").and(page.locator(":focus")).waitFor(); // where it was
  assert.equal(loads, 0);
  await button(page, "Play a round").click();
  assert.deepEqual(await page.evaluate(() => globalThis.events.findLast(([what]) => what === "press")), ["press", "play"]);
});

test("a context that is lost again and again is told", async () => {
  const { page } = await openFrame("");
  for (let i = 0; i < 4; i++) {
    await page.locator("canvas:not([data-lost])").waitFor();
    await page.locator(".curtain").waitFor({ state: "detached" });
    await page.locator("canvas").evaluate((canvas) => canvas.setAttribute("data-lost", ""));
    await loseContext(page);
  }
  await alert(page, "The browser cannot draw the game right now; try again to go on.").waitFor();
  await countdown(page).waitFor();
  await button(page, "Try again").click();
  await button(page, "Play a round").waitFor();
});

test("after a crash the game goes on where it was", async () => {
  const { page, errors } = await openFrame("?event=crash");
  await button(page, "All modes").click();
  await alert(page, "The game has stopped; try again to go on.").waitFor();
  await countdown(page).waitFor();
  assert.equal(await button(page, "All modes").count(), 0);
  assert.match(errors.join("\n"), /panic: a crash for the test/);
  await button(page, "Try again").press("Enter");
  await page.getByText("pressed more").waitFor();
  await page.locator(".curtain").waitFor({ state: "detached" });
});

test("what was going on survives a reload", async () => {
  const { page } = await openFrame("");
  await button(page, "All modes").click();
  await page.reload();
  await page.getByText("pressed more").waitFor();
});

test("a reload that fails loses nothing, and neither does another widget", async () => {
  const { page } = await openFrame("");
  await button(page, "All modes").click();
  await page.route("**/*.wasm", (route) => route.abort());
  await page.reload();
  await button(page, "Try again").waitFor();
  await page.goto(`${setting.url}frame.html?mode=classic`);
  await button(page, "Try again").waitFor();
  await page.unrouteAll();
  await button(page, "Try again").click();
  await button(page, "Play a round").waitFor();
  assert.equal(await page.getByText("pressed more").count(), 0);
  await page.goto(`${setting.url}frame.html`);
  await page.getByText("pressed more").waitFor();
});

test("a game that was stopped leaves no memory behind", chromiumOnly("counts what is on the heap, by Chromium’s own tools"), async () => {
  const { page } = await openFrame("");
  const tools = await page.context().newCDPSession(page);
  const instances = async () => {
    await tools.send("HeapProfiler.collectGarbage");
    const { result } = await tools.send("Runtime.evaluate", { expression: "WebAssembly.Instance.prototype" });
    const { objects } = await tools.send("Runtime.queryObjects", { prototypeObjectId: result.objectId ?? "" });
    const { result: count } = await tools.send("Runtime.callFunctionOn", { objectId: objects.objectId ?? "", functionDeclaration: "function () { return this.length }", returnByValue: true });
    return count.value as number;
  };
  for (let i = 0; i < 3; i++) {
    await page.locator("canvas:not([data-lost])").waitFor();
    await page.locator(".curtain").waitFor({ state: "detached" });
    await page.locator("canvas").evaluate((canvas) => canvas.setAttribute("data-lost", ""));
    await loseContext(page);
  }
  await page.locator("canvas:not([data-lost])").waitFor();
  await page.locator(".curtain").waitFor({ state: "detached" });
  assert.equal(await instances(), 1);
});

test("a game that stumbles over what it kept begins anew", async () => {
  const { page } = await openFrame("?event=panic", (page) =>
    page.addInitScript(() => sessionStorage.setItem("houselights purple-hearts home panic", JSON.stringify({ text: "spoilt", seen: 1 }))),
  );
  await button(page, "Try again").waitFor();
  assert.equal(await page.evaluate(() => sessionStorage.length), 0);
});

test("a server that falls silent is not waited for without end", async () => {
  const { page } = await setting.blank();
  await page.clock.install();
  await page.route("**/*.wasm", () => {}); // never answered
  await page.goto(`${setting.url}frame.html`);
  await page.getByText("Loading the game").waitFor();
  await countdown(page).waitFor();
  await page.clock.fastForward(20_000);
  await alert(page, "The game did not arrive; check the connection and try again.").waitFor();
  assert.match((await detail(page)) ?? "", /nothing came for 20 seconds/);
  await page.unroute("**/*.wasm");
  await page.clock.resume();
  await button(page, "Try again").click();
  await button(page, "Play a round").waitFor();
});

test("a transfer that is cut short is the connection's fault", async () => {
  const { page } = await openFrame("", (page) =>
    page.route("**/*.wasm", async (route) => {
      const body = await (await route.fetch()).body();
      await route.fulfill({ contentType: "application/wasm", body: body.subarray(0, 5000) });
    }),
  );
  await alert(page, "The game did not arrive; check the connection and try again.").waitFor();
  assert.match((await detail(page)) ?? "", /cut short/);
});

test("when the connection is back, the game comes by itself", async () => {
  const { page } = await openFrame("", (page) => page.route("**/*.wasm", (route) => route.abort(), { times: 1 }));
  await button(page, "Try again").waitFor();
  await page.evaluate(() => dispatchEvent(new Event("online")));
  await button(page, "Play a round").waitFor();
});

test("hidden and shown again, the game is told and draws nothing in between", async () => {
  const { page } = await openFrame("");
  await page.locator(".curtain").waitFor({ state: "detached" });
  const hide = (state: string) =>
    page.evaluate((value) => {
      Object.defineProperty(document, "visibilityState", { configurable: true, value });
      document.dispatchEvent(new Event("visibilitychange"));
    }, state);
  await hide("hidden");
  const before = await page.evaluate(() => globalThis.drawn);
  await page.evaluate(() => globalThis.houselights?.nextFrame(0));
  await page.setViewportSize({ width: 500, height: 500 });
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  assert.equal(await page.evaluate(() => globalThis.drawn), before);
  await hide("visible");
  await page.waitForFunction((n) => globalThis.drawn > n, before);
  assert.deepEqual(await page.evaluate(() => globalThis.events.filter(([type]) => type === "seen")), [["seen", "", 0], ["seen", "", 1]]);
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
  const position = await bar.evaluate((element: HTMLProgressElement) => element.position);
  assert.ok(position > 0.2 && position < 0.8, `${position}: half of the bytes are about half of the way`);
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
  await alert(page, "This page was opened from a folder, and the game needs a web server.").waitFor();
});
