// The life of widgets in a page: several of them, moved, hidden, put away, printed, taken out and put back.

import assert from "node:assert/strict";
import { test } from "node:test";
import type { Locator, Page } from "playwright-core";
import { openBlog } from "./blog";
import { chromiumOnly, emulateMedia, isFirefox, launchBrowser, openPage, pressNothing, print, testSite, useBrowser } from "./browser";
import type { HouseLightsElement } from "../types/houselights";

const setting = useBrowser(testSite);
const open = (body: string, head?: string, prepare?: (page: Page) => Promise<unknown>) => openBlog(setting, body, head, prepare);

const widgets = (n: number, attributes = ""): string => Array.from({ length: n }, (_, i) => `<house-lights id="w${i}" ${attributes}></house-lights>`).join("");
const play = (widget: Locator) => widget.getByRole("button", { name: "Play", exact: true });
const game = (widget: Locator) => widget.frameLocator("iframe");
const title = (widget: Locator) => game(widget).getByRole("heading", { name: "Test game" });
const kept = (widget: Locator) => game(widget).getByText("pressed more");

/** Begins a game and does something in it that is kept. */
async function playOn(widget: Locator): Promise<void> {
  await play(widget).click();
  await game(widget).getByRole("button", { name: "All modes" }).click();
}

/** Waits for the game to have been told whether it is seen. */
const seen = (widget: Locator, value: number) => game(widget).locator("html").evaluate((_, value) => new Promise<void>((resolve) => {
  const look = (): unknown => (globalThis.events.findLast(([type]) => type === "seen")?.[2] === value ? resolve() : setTimeout(look, 10));
  look();
}), value);

/** How many frames there are. The page itself cannot count those in shadow trees. */
const frames = (page: Page): number => page.frames().length - 1;

test("one game at a time: another rests as a poster, and goes on when it is asked for", async () => {
  const { page, errors } = await open(widgets(5));
  const [one, other] = [page.locator("#w0"), page.locator("#w3")];
  await playOn(one);
  await play(other).click();
  await title(other).waitFor();
  await play(one).waitFor();
  assert.equal(frames(page), 1);
  assert.equal(await kept(other).count(), 0, "each has its own");
  await play(one).click();
  await kept(one).waitFor();
  assert.equal(await game(one).locator(":focus").count(), 1);
  await play(other).waitFor();
  assert.equal(frames(page), 1);
  assert.deepEqual(errors, []);
});

test("a pointer that goes down on another does not begin a second game beside the first", async () => {
  const { page } = await open(widgets(2));
  const [one, other] = [page.locator("#w0"), page.locator("#w1")];
  await playOn(one);
  await play(other).hover();
  await page.mouse.down();
  assert.equal(frames(page), 1);
  assert.equal(await title(one).count(), 1);
  await page.mouse.up();
  await title(other).waitFor();
  assert.equal(frames(page), 1);
});

test("of five that shall be there at once, one is, and the others can be asked for", async () => {
  const { page, errors } = await open(widgets(5, `loading="eager"`));
  await title(page.locator("#w0")).waitFor();
  assert.equal(frames(page), 1);
  assert.equal(await page.evaluate(() => document.activeElement), await page.evaluate(() => document.body), "and has not the focus");
  await play(page.locator("#w4")).click();
  await title(page.locator("#w4")).waitFor();
  assert.equal(frames(page), 1);
  assert.deepEqual(errors, []);
});

test("a small one neither opens by itself nor by a script", async () => {
  // By a script of the page: what a test evaluates counts as a visitor's doing.
  const script = `<script>addEventListener("load", () => { for (const widget of document.querySelectorAll("house-lights")) widget.play() })</script>`;
  const { page, warnings } = await open(`<house-lights loading="eager" style="min-height:0;width:300px"></house-lights>${script}`, "", pressNothing);
  while (warnings.length === 0) {
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
  assert.match(warnings[0]!, /too small to play in/);
  assert.equal(await page.getByRole("dialog").count(), 0);
});

test("coming into view it plays, where nobody sees another or has played in it", async () => {
  const { page, requests } = await open(`<p style="height:2000px"></p>` + widgets(3, `loading="lazy" style="margin-bottom:2000px"`));
  const [first, second, third] = [page.locator("#w0"), page.locator("#w1"), page.locator("#w2")];
  await first.evaluate((widget) => customElements.whenDefined(widget.localName));
  assert.equal(frames(page), 0);
  assert.deepEqual(requests.filter((url) => /frame|wasm/.test(url)), []);
  await first.scrollIntoViewIfNeeded();
  await title(first).waitFor();
  await second.scrollIntoViewIfNeeded();
  await title(second).waitFor();
  assert.equal(frames(page), 1);
  // Now the visitor begins a round: that is not taken away.
  await game(second).locator("html").evaluate(() => globalThis.houselights!.tell("start", `{"mode":"daily","of":10}`));
  await third.scrollIntoViewIfNeeded();
  await seen(second, 0);
  await play(third).waitFor();
  assert.equal(await title(second).count(), 1);
  // But it is when somebody asks.
  await play(third).click();
  await title(third).waitFor();
  assert.equal(frames(page), 1);
});

test("what fails does not begin again by itself", async () => {
  const { page, requests } = await open(widgets(2, `loading="lazy" style="min-height:300px;height:300px"`), "", (page) => page.route("**/frame.html?*", (route) => route.fulfill({ status: 404, body: "gone" })));
  for (const id of ["w0", "w1"]) {
    await page.locator(`#${id}`).getByRole("button", { name: "Try again" }).waitFor();
  }
  assert.equal(frames(page), 0);
  assert.equal(requests.filter((url) => url.includes("/frame.html")).length, 2, "one for each");
});

test("a page without end, in which they come and go, never holds more than one game", async () => {
  const { page, errors } = await open(`<main></main>`);
  for (let n = 0; n < 12; n++) {
    await page.evaluate((n) => {
      const main = document.querySelector("main")!;
      main.insertAdjacentHTML("beforeend", `<article><p style="height:900px">Words</p><house-lights id="w${n}" loading="lazy"></house-lights></article>`);
      if (main.children.length > 4) {
        main.firstElementChild?.remove(); // as lists do that draw only what is near
      }
      main.lastElementChild?.scrollIntoView({ block: "end" });
    }, n);
    await title(page.locator(`#w${n}`)).waitFor();
    assert.equal(frames(page), 1);
  }
  assert.deepEqual(errors, []);
});

test("taken out and put back it is a poster again, and goes on where it was", async () => {
  const { page, errors } = await open(widgets(1));
  const widget = page.locator("#w0");
  await playOn(widget);
  await widget.evaluate((widget) => {
    widget.remove();
    Object.assign(window, { widget });
  });
  assert.equal(frames(page), 0);
  await page.evaluate(() => document.body.append((window as unknown as { widget: Element }).widget));
  assert.equal(frames(page), 0);
  await play(widget).click();
  await kept(widget).waitFor();
  assert.deepEqual(errors, []);
});

test("moved to another place it has its game again there", async () => {
  const { page } = await open(`${widgets(1)}<main></main>`);
  const widget = page.locator("#w0");
  await playOn(widget);
  await page.evaluate(() => document.querySelector("main")!.append(document.querySelector("house-lights")!));
  await kept(page.locator("main house-lights")).waitFor();
  assert.equal(frames(page), 1);
});

test("moved, it is still the visitor's: one that comes into view does not take it away", async () => {
  const { page } = await open(`<main></main>${widgets(1)}<p style="height:2000px"></p><house-lights id="w1" loading="lazy"></house-lights>`);
  const [moved, lazy] = [page.locator("main house-lights"), page.locator("#w1")];
  await playOn(page.locator("#w0"));
  await page.evaluate(() => document.querySelector("main")!.append(document.querySelector("house-lights")!));
  await kept(moved).waitFor();
  await lazy.scrollIntoViewIfNeeded();
  await seen(moved, 0);
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))); // by then it has heard of what is in view
  assert.equal(await kept(moved).count(), 1);
  await play(lazy).waitFor();
});

test("moveBefore() keeps the game", async () => {
  const { page } = await open(`${widgets(1)}<main></main>`);
  const widget = page.locator("#w0");
  await playOn(widget);
  await game(widget).locator("html").evaluate((root: HTMLElement) => (root.title = "the same"));
  await page.evaluate(() => (document.querySelector("main") as unknown as { moveBefore(a: Element, b: null): void }).moveBefore(document.querySelector("house-lights")!, null));
  await title(page.locator("main house-lights")).waitFor();
  if (isFirefox) {
    // It keeps frames, but none in a shadow tree: the game comes again by itself.
    await game(widget).getByRole("button", { name: "Play a round" }).click();
    await game(widget).locator("html").evaluate(() => new Promise<void>((resolve) => {
      const look = (): void => (globalThis.events.some(([type]) => type === "press") ? resolve() : void setTimeout(look, 10));
      look();
    }));
    return;
  }
  assert.equal(await game(widget).locator("html").getAttribute("title"), "the same");
});

for (const [how, hide, show] of [
  ["display: none", (widget: HTMLElement) => (widget.style.display = "none"), (widget: HTMLElement) => (widget.style.display = "")],
  ["details that close", (widget: HTMLElement) => widget.closest("details")!.removeAttribute("open"), (widget: HTMLElement) => widget.closest("details")!.setAttribute("open", "")],
  ["a parent of no height", (widget: HTMLElement) => (widget.parentElement!.style.cssText = "height:0;overflow:hidden"), (widget: HTMLElement) => (widget.parentElement!.style.cssText = "")],
] as const) {
  test(`hidden by ${how} it rests, and goes on when it is shown`, async () => {
    const { page, errors } = await open(`<details open><summary>A game</summary>${widgets(1)}</details>`);
    const widget = page.locator("#w0");
    await playOn(widget);
    await widget.evaluate(hide as (widget: SVGElement | HTMLElement) => unknown);
    await seen(widget, 0);
    const inFrame = game(widget).locator("html");
    const before = await inFrame.evaluate(() => globalThis.drawn);
    await inFrame.evaluate(() => {
      globalThis.houselights!.nextFrame(0);
      return new Promise((resolve) => setTimeout(resolve, 100)); // no frame is no event
    });
    assert.equal(await inFrame.evaluate(() => globalThis.drawn), before);
    await widget.evaluate(show as (widget: SVGElement | HTMLElement) => unknown);
    await seen(widget, 1);
    await game(widget).getByRole("button", { name: "Play a round" }).click();
    assert.deepEqual(errors, []);
  });
}

test("opened in closed details, and asked for by a script, it is there when they open", async () => {
  const { page } = await open(`<details><summary>A game</summary>${widgets(1)}</details>`);
  await page.locator("#w0").evaluate((widget: HouseLightsElement) => widget.play());
  await page.getByText("A game").click();
  await title(page.locator("#w0")).waitFor();
});

test("pause() puts the poster back and play() goes on; reset() begins anew", async () => {
  const { page, errors } = await open(widgets(1));
  const widget = page.locator("#w0");
  const call = (name: "play" | "pause" | "reset") => widget.evaluate((widget: HouseLightsElement, name) => widget[name](), name);
  await call("pause"); // nothing to pause
  await playOn(widget);
  await call("pause");
  await play(widget).and(widget.locator(":focus")).waitFor();
  assert.equal(frames(page), 0);
  await call("play");
  await kept(widget).waitFor();
  await call("reset");
  await play(widget).waitFor();
  await call("play");
  await title(widget).waitFor();
  assert.equal(await kept(widget).count(), 0);
  assert.deepEqual(errors, []);
});

test("what it was at with one pack is not for another", async () => {
  const { page } = await open(widgets(1));
  const widget = page.locator("#w0");
  await page.route("**/my.json", (route) => route.fulfill({ body: `{"houselights": 1, "title": "Mine"}` }));
  await playOn(widget);
  await widget.evaluate((widget: HouseLightsElement) => widget.pause());
  await play(widget).waitFor();
  await widget.evaluate((widget: HouseLightsElement) => (widget.pack = "my.json"));
  await play(widget).click();
  await title(widget).waitFor();
  assert.equal(await kept(widget).count(), 0);
});

test("each time it goes on, from when it was last seen", async () => {
  const { page } = await open(widgets(1));
  const widget = page.locator("#w0");
  await playOn(widget);
  for (let times = 0; times < 3; times++) {
    const before = await page.evaluate(() => Date.now());
    await widget.evaluate((widget: HouseLightsElement) => widget.pause());
    await play(widget).click();
    await kept(widget).waitFor();
    const last = await game(widget).locator("html").evaluate(() => globalThis.houselights!.settings.seen);
    assert.ok(last >= before, `${before - last} ms too early`);
    await page.waitForFunction(() => document.querySelector("house-lights")!.shadowRoot!.querySelector(".poster") === null);
  }
});

test("a page that pauses when it hears of something loses nothing of it", async () => {
  const { page } = await open(widgets(1));
  const widget = page.locator("#w0");
  await playOn(widget);
  await widget.evaluate((widget: HouseLightsElement) => widget.addEventListener("houselights-answer", () => widget.pause()));
  // As the game does it: first it is kept, then told.
  await game(widget).locator("html").evaluate(() => {
    globalThis.houselights!.keep("pressed more and answered", true);
    globalThis.houselights!.tell("answer", `{"number":1,"of":10,"right":true,"points":900}`);
  });
  await play(widget).click();
  await game(widget).getByText("pressed more and answered").waitFor();
});

test("what one is at is not for another that comes into its place", async () => {
  const { page } = await open(`<main>${widgets(2)}</main>`);
  const [one, other] = [page.locator("#w0"), page.locator("#w1")];
  await playOn(one);
  await page.evaluate(() => document.querySelector("main")!.insertAdjacentHTML("afterbegin", `<house-lights id="new"></house-lights>`));
  for (const widget of [page.locator("#new"), other]) {
    await play(widget).click();
    await title(widget).waitFor();
    assert.equal(await kept(widget).count(), 0);
  }
  await one.evaluate((widget) => widget.remove());
  await play(page.locator("#new")).click();
  await title(page.locator("#new")).waitFor();
  assert.equal(await kept(page.locator("#new")).count(), 0);
});

test("erased in one, the others begin anew as well", async () => {
  const { page } = await open(widgets(2));
  const [one, other] = [page.locator("#w0"), page.locator("#w1")];
  await playOn(one);
  await play(other).click();
  await title(other).waitFor();
  await game(other).locator("html").evaluate(() => globalThis.houselights!.erase());
  await play(one).click();
  await title(one).waitFor();
  assert.equal(await kept(one).count(), 0);
  assert.deepEqual(await game(one).locator("html").evaluate(() => Object.keys(sessionStorage)), []);
});

test("one that is out of sight before its game has come keeps nobody waiting", async () => {
  let come = (): void => {};
  const wait = new Promise<void>((resolve) => (come = resolve));
  const { page } = await open(widgets(2, `loading="lazy" style="margin-bottom:2000px"`), "", (page) => page.route("**/*.wasm", (route) => wait.then(() => route.fallback())));
  await page.locator("#w0 iframe").waitFor();
  await page.locator("#w1").scrollIntoViewIfNeeded();
  come();
  await title(page.locator("#w1")).waitFor();
  assert.equal(frames(page), 1);
});

test("moved into a small place, it asks before it opens", async () => {
  const { page } = await open(`${widgets(1)}<main style="width:300px"></main>`);
  const widget = page.locator("#w0");
  await playOn(widget);
  await page.evaluate(() => {
    const [widget, main] = [document.querySelector("house-lights")!, document.querySelector("main")!];
    widget.style.minHeight = "0";
    main.append(widget);
  });
  await play(widget).waitFor();
  assert.equal(await page.getByRole("dialog").count(), 0);
  await play(widget).click();
  await page.getByRole("dialog").waitFor();
  await kept(widget).waitFor();
});

test("taken out and put back, a lazy one comes again by itself, but not one that the page has paused", async () => {
  const { page } = await open(widgets(1, `loading="lazy"`));
  const widget = page.locator("#w0");
  await title(widget).waitFor();
  const outAndIn = (): Promise<void> => page.evaluate(async () => {
    const widget = document.querySelector("house-lights")!;
    widget.remove();
    await new Promise((resolve) => setTimeout(resolve));
    document.body.append(widget);
  });
  await outAndIn();
  await title(widget).waitFor();
  await widget.evaluate((widget: HouseLightsElement) => widget.pause());
  await page.evaluate(() => scrollTo(0, 0));
  await widget.evaluate((widget: HouseLightsElement) => {
    widget.style.marginTop = "2000px";
    widget.scrollIntoView();
    return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  });
  assert.equal(frames(page), 0);
});

test("on paper the countdown stands still, with its date", async () => {
  const { page } = await open(widgets(1));
  const widget = page.locator("#w0");
  await playOn(widget);
  await page.evaluate(() => {
    Object.assign(window, { paper: [] });
    addEventListener("beforeprint", () => {
      const { shadowRoot } = document.querySelector("house-lights")!;
      const shown = [...shadowRoot!.querySelectorAll<HTMLElement>(".when, .play, iframe")].filter((part) => part.checkVisibility({ opacityProperty: true, visibilityProperty: true }));
      Object.assign(window, { paper: shown.map((part) => part.textContent) });
    });
  });
  await emulateMedia(page, { media: "print" }); // what the styles are when the handler looks
  await print(page);
  await emulateMedia(page, { media: null });
  const paper = await page.evaluate(() => (window as unknown as { paper: string[] }).paper);
  assert.equal(paper.length, 1);
  assert.match(paper[0]!, /until .*\d{4}/);
  await title(widget).waitFor();
  assert.equal(await widget.evaluate((widget) => widget.shadowRoot?.querySelector(".poster")), null);
  // Firefox prints a copy of the page. To pretend that the page itself is on paper costs the focus there.
  assert.ok(isFirefox || (await game(widget).locator("html").evaluate(() => document.activeElement !== document.body)), "the focus is where it was");
});

test("on paper a dialog is not over the page", async () => {
  const { page } = await open(`<p id="words">Words of the page</p><house-lights id="w0" style="min-height:0;width:300px"></house-lights>`);
  const widget = page.locator("#w0");
  await play(widget).click();
  await title(widget).waitFor();
  await emulateMedia(page, { media: "print" });
  const seen = await widget.locator("dialog").evaluate((dialog) => [dialog.checkVisibility({ opacityProperty: true }), getComputedStyle(dialog, "::backdrop").backgroundColor]);
  assert.deepEqual(seen, [false, "rgba(0, 0, 0, 0)"]);
  await emulateMedia(page, { media: null });
  assert.ok(isFirefox || (await game(widget).locator("html").evaluate(() => document.activeElement !== document.body)), "the focus is where it was");
});

test("on its way in, drawn smaller than it is, it comes by itself all the same", async () => {
  const { page } = await open(`<div style="width:700px;transform:scale(.2)">${widgets(1, `loading="eager"`)}</div>`);
  await title(page.locator("#w0")).waitFor();
});

test("put away in the browser's cache of pages, it goes on when the visitor comes back", chromiumOnly("comes back to a page that was put away: Playwright loses sight of it in Firefox"), async () => {
  const { browser, end } = await launchBrowser({ keepsPages: true });
  try {
    const page = await openPage(browser);
    await page.route("**/blog.html", (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body: `<!doctype html><title>A blog</title><script src="houselights.js"></script>${widgets(2)}` }));
    await page.goto(`${setting.url}blog.html`);
    const widget = page.locator("#w0");
    await playOn(widget);
    await page.evaluate(() => {
      addEventListener("pageshow", ({ persisted }) => Object.assign(window, { persisted }));
    });
    await page.goto(`${setting.url}index.html`);
    await page.goBack({ waitUntil: "commit" });
    assert.equal(await page.evaluate(() => (window as unknown as { persisted?: boolean }).persisted), true, "it can be put away");
    // Playwright finds no frame of a page that comes back so; the page itself does.
    const pressed = await page.evaluate(async () => {
      const { contentWindow, contentDocument } = document.querySelector("house-lights")!.shadowRoot!.querySelector("iframe")!;
      const { events } = contentWindow as unknown as { events: unknown[][] };
      const has = async (type: string, value: unknown): Promise<unknown> => {
        while (!events.some((event) => event[0] === type && (event[2] ?? event[1]) === value)) {
          await new Promise((resolve) => setTimeout(resolve, 10));
        }
        return true;
      };
      await has("seen", 1);
      contentDocument!.querySelector<HTMLElement>("[data-key=play]")!.click();
      return has("press", "play");
    });
    assert.ok(pressed);
    await play(page.locator("#w1")).click();
    await play(widget).waitFor();
  } finally {
    await end();
  }
});

test("fifty times in and out leave no listener, no frame and no memory behind", chromiumOnly("counts listeners and what is on the heap, by Chromium’s own tools"), async () => {
  const { page, errors } = await open(widgets(1));
  await playOn(page.locator("#w0"));
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  const held = async (): Promise<Record<"listeners" | "nodes" | "documents" | "heap", number>> => {
    for (let times = 0; times < 4; times++) {
      await session.send("HeapProfiler.collectGarbage");
    }
    const { metrics } = await session.send("Performance.getMetrics");
    const named = (name: string): number => metrics.find((metric) => metric.name === name)?.value ?? NaN;
    return { listeners: named("JSEventListeners"), nodes: named("Nodes"), documents: named("Documents"), heap: named("JSHeapUsedSize") / 2 ** 20 };
  };
  const inAndOut = (times: number): Promise<void> =>
    page.evaluate(async (times) => {
      const widget = document.querySelector("house-lights")!;
      for (let i = 0; i < times; i++) {
        widget.remove();
        await new Promise((resolve) => setTimeout(resolve));
        document.body.append(widget);
        const ready = new Promise((resolve) => widget.addEventListener("houselights-ready", resolve, { once: true }));
        widget.play();
        // Some are taken out on their way, some when they are there.
        await (i % 10 === 9 ? ready : new Promise((resolve) => setTimeout(resolve, 3 * (i % 10))));
      }
      widget.pause();
      await new Promise((resolve) => setTimeout(resolve));
    }, times);
  await inAndOut(10); // what is kept once a page is there by then
  const before = await held();
  await inAndOut(50);
  const after = await held();
  assert.equal(frames(page), 0);
  assert.ok(after.listeners <= before.listeners, JSON.stringify({ before, after }));
  assert.ok(after.nodes <= before.nodes + 10 && after.documents <= before.documents, JSON.stringify({ before, after }));
  assert.ok(after.heap < before.heap + 1, JSON.stringify({ before, after }));
  await play(page.locator("#w0")).waitFor();
  assert.deepEqual(errors, []);
});
