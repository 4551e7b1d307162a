// <house-lights> in a page, with the test game behind it.

import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { testSite, useBrowser } from "./browser";
import type { Opened } from "./browser";

const setting = useBrowser(testSite);

/** Opens a page of the site's own origin with the given body. */
async function openBody(body: string, head = ""): Promise<Opened> {
  const opened = await setting.blank();
  const html = `<!doctype html><html><head><title>A blog</title>${head}<script src="houselights.js" async></script></head><body>${body}</body></html>`;
  await opened.page.route("**/blog.html", (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body: html }));
  await opened.page.goto(`${setting.url}blog.html`);
  return opened;
}

const frameOf = (page: Page) => page.frameLocator("house-lights iframe");

test("nothing of the game is loaded before Play", async () => {
  const { page, requests, errors } = await setting.open("index.html");
  await page.getByRole("button", { name: "Play", exact: true }).waitFor();
  await page.waitForLoadState("networkidle");
  assert.deepEqual(requests.filter((url) => /frame|wasm/.test(url)), []);
  assert.deepEqual(errors, []);
});

test("Play puts the game in the poster's place and gives it the focus", async () => {
  const { page, requests, errors } = await setting.open("index.html");
  await page.getByRole("button", { name: "Play", exact: true }).click();
  await frameOf(page).getByRole("heading", { name: "Test game" }).waitFor();
  assert.equal(await page.locator("house-lights iframe").getAttribute("title"), "Purple Hearts: countdown and trivia");
  assert.equal(await page.getByRole("button", { name: "Play", exact: true }).count(), 0);
  await frameOf(page).getByRole("button", { name: "Play a round" }).and(frameOf(page).locator(":focus")).waitFor();
  assert.deepEqual(requests.filter((url) => !url.startsWith(setting.url)), [], "requests to anyone else");
  assert.deepEqual(errors, []);
});

for (const { by, press, seen } of [
  { by: "pointer", press: (page: Page) => page.getByRole("button", { name: "Play", exact: true }).click(), seen: 0 },
  { by: "keyboard", press: (page: Page) => page.getByRole("button", { name: "Play", exact: true }).press("Enter"), seen: 1 },
]) {
  test(`the first focus after Play by ${by} is ${seen ? "" : "not "}to be seen`, async () => {
    const { page } = await setting.open("index.html");
    await press(page);
    await frameOf(page).getByRole("button", { name: "Play a round" }).and(frameOf(page).locator(":focus")).waitFor();
    assert.deepEqual(await frameOf(page).locator("html").evaluate(() => globalThis.events), [["focus", "play", seen]]);
  });
}

test("play() leaves the focus where it is", async () => {
  const { page } = await openBody(`<input aria-label="Comment"><house-lights></house-lights>`);
  await page.getByRole("textbox", { name: "Comment" }).focus();
  await page.locator("house-lights").evaluate((widget: HTMLElement & { play(): void }) => widget.play());
  await frameOf(page).getByRole("heading", { name: "Test game" }).waitFor();
  await page.keyboard.type("hello");
  assert.equal(await page.getByRole("textbox", { name: "Comment" }).inputValue(), "hello");
});

test("Tab passes through the game and out of it", async () => {
  const { page } = await openBody(`<house-lights></house-lights><button>After</button>`);
  await page.getByRole("button", { name: "Play", exact: true }).press("Enter");
  await frameOf(page).getByRole("button", { name: "Play a round" }).and(frameOf(page).locator(":focus")).waitFor();
  await page.keyboard.press("Tab");
  await frameOf(page).getByRole("button", { name: "All modes" }).and(frameOf(page).locator(":focus")).waitFor();
  await page.keyboard.press("Tab");
  await page.getByRole("button", { name: "After" }).and(page.locator(":focus")).waitFor();
});

test("Tab brings a control into sight that the page around hides", async () => {
  const { page } = await openBody(`<house-lights style="min-height:0;height:600px"></house-lights>`);
  await page.setViewportSize({ width: 900, height: 250 });
  await page.getByRole("button", { name: "Play", exact: true }).press("Enter");
  const first = frameOf(page).getByRole("button", { name: "Play a round" });
  await first.and(frameOf(page).locator(":focus")).waitFor();
  await page.evaluate(() => scrollTo(0, 0));
  await page.keyboard.press("Tab");
  await page.waitForFunction(() => scrollY > 0);
});

const langCases = [
  { name: "its own lang", body: `<div lang="vi"><house-lights lang="es"></house-lights></div>`, button: "Jugar" },
  { name: "the nearest lang up the page", body: `<div lang="vi-VN"><p><house-lights></house-lights></p></div>`, button: "Chơi" },
  { name: "a lang that we do not speak", body: `<house-lights lang="fr"></house-lights>`, button: "Play" },
  { name: "no lang: the browser's", body: `<house-lights></house-lights>`, button: "Play" },
];
for (const { name, body, button } of langCases) {
  test(`the poster speaks: ${name}`, async () => {
    const { page } = await openBody(body);
    await page.getByRole("button", { name: button, exact: true }).waitFor();
  });
}

const faultCases = [
  { attribute: `mode="quiz"`, says: /mode="quiz" is not known.*home, countdown, daily, classic/ },
  { attribute: `mode="rumour"`, says: /mode="rumour" is not available yet/ },
  { attribute: `theme="blue"`, says: /theme="blue" is not known.*auto, dark, light/ },
];
for (const { attribute, says } of faultCases) {
  test(`${attribute} warns and harms nothing`, async () => {
    const { page, warnings, errors } = await openBody(`<house-lights ${attribute}></house-lights>`);
    await page.getByRole("button", { name: "Play", exact: true }).waitFor();
    assert.equal(warnings.length, 1);
    assert.match(warnings[0] ?? "", says);
    await page.getByRole("button", { name: "Play", exact: true }).click();
    await frameOf(page).getByRole("heading", { name: "Test game" }).waitFor();
    assert.equal(warnings.length, 1, `the frame got values that it knows: ${warnings.join("\n")}`);
    assert.deepEqual(errors, []);
  });
}

test("the settings reach the game", async () => {
  const { page } = await openBody(
    `<house-lights pack="purple-hearts" event="birthday" event-title="A day" mode="classic" lang="es" theme="light"></house-lights>`,
  );
  await page.getByRole("button", { name: "Jugar" }).click();
  await frameOf(page).getByRole("heading", { name: "Test game" }).waitFor();
  const settings = await frameOf(page).locator("html").evaluate(() => globalThis.houselights?.settings);
  assert.deepEqual(
    { ...settings },
    { pack: "purple-hearts", packText: null, packHost: "", event: "birthday", eventTitle: "A day", mode: "classic", lang: "es", theme: "light", locale: "en-US", dark: false, textScale: 1, kiosk: false },
  );
});

test("a script loaded twice, and two widgets, live together", async () => {
  const { page, errors } = await openBody(
    `<house-lights></house-lights><house-lights lang="vi"></house-lights><script src="houselights.js?again"></script>`,
  );
  await page.getByRole("button", { name: "Play", exact: true }).waitFor();
  await page.getByRole("button", { name: "Chơi" }).waitFor();
  assert.deepEqual(errors, []);
});

test("removed and put back, the poster is there again", async () => {
  const { page, errors } = await openBody(`<house-lights></house-lights>`);
  await page.getByRole("button", { name: "Play", exact: true }).click();
  await frameOf(page).getByRole("heading", { name: "Test game" }).waitFor();
  await page.locator("house-lights").evaluate((widget) => {
    const parent = widget.parentElement;
    widget.remove();
    parent?.append(widget);
  });
  await page.getByRole("button", { name: "Play", exact: true }).waitFor();
  assert.deepEqual(errors, []);
});

test("a page with a strict policy shows the poster as it is meant", async () => {
  const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'self'; frame-src 'self'">`;
  const { page, errors } = await openBody(`<house-lights></house-lights>`, policy);
  const play = page.getByRole("button", { name: "Play", exact: true });
  assert.match(await play.evaluate((button) => getComputedStyle(button).backgroundImage), /gradient/);
  await play.click();
  await frameOf(page).getByRole("heading", { name: "Test game" }).waitFor();
  assert.deepEqual(errors, []);
});

for (const width of [320, 360, 1280]) {
  test(`nothing shifts or overflows in the demo page, ${width} pixels wide`, async () => {
    const { page } = await setting.blank({ viewport: { width, height: 800 } });
    await page.addInitScript(() => {
      Object.assign(globalThis, { shifts: 0 });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          const { value } = entry as PerformanceEntry & { value: number };
          Object.assign(globalThis, { shifts: Reflect.get(globalThis, "shifts") + value });
        }
      }).observe({ type: "layout-shift", buffered: true });
    });
    await page.goto(setting.url);
    await page.getByRole("button", { name: "Play", exact: true }).click();
    await frameOf(page).getByRole("heading", { name: "Test game" }).waitFor();
    const measured = await page.evaluate(() => ({
      shifts: Reflect.get(globalThis, "shifts") as number,
      overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    }));
    assert.deepEqual(measured, { shifts: 0, overflow: 0 });
  });
}

test("a pack that is no address is told once, and the built-in one takes its place", async () => {
  const { page, warnings } = await setting.blank();
  await page.route("**/bad.html", (route) =>
    route.fulfill({ contentType: "text/html", body: '<!doctype html><script src="houselights.js"></script><house-lights mode="home" lang="en" theme="dark" pack="https://[">' }),
  );
  await page.goto(new URL("bad.html", setting.url).href);
  await page.getByRole("group", { name: "Purple Hearts" }).waitFor();
  assert.equal(warnings.filter((text) => text.includes("is no address")).length, 1);
});
