// <house-lights> in a page, with the test game behind it.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { frameOf, openBlog, playButton } from "./blog";
import { pressNothing, testSite, useBrowser } from "./browser";
import type { Opened } from "./browser";

const setting = useBrowser(testSite);

const openBody = (body: string, head?: string, prepare?: (page: Page) => Promise<unknown>): Promise<Opened> => openBlog(setting, body, head, prepare);
const alert = (page: Page, name: string) => page.getByRole("alert").filter({ hasText: name });

for (const { script, lang, files } of [
  { script: "houselights.js", lang: "en", files: [/^houselights\.js$/] },
  { script: "houselights.vi.js", lang: "vi", files: [/^houselights\.vi\.js$/] },
  { script: "houselights.es.js", lang: "es", files: [/^houselights\.es\.js$/] },
  { script: "houselights.js", lang: "vi", files: [/^houselights\.js$/, /^words\.\w+\.js$/] },
]) {
  test(`${files.length === 1 ? "one small request is" : "two requests are"} all before Play: ${script} in a page in ${lang}`, async () => {
    const { page, requests, errors } = await setting.blank();
    await page.route("**/blog.html", (route) =>
      route.fulfill({ contentType: "text/html; charset=utf-8", body: `<!doctype html><html lang="${lang}"><title>A blog</title><script src="${script}" async></script><house-lights></house-lights>` }),
    );
    await page.goto(`${setting.url}blog.html`);
    await page.getByRole("timer").waitFor();
    await page.getByRole("button", { name: { en: "Play", vi: "Chơi", es: "Jugar" }[lang]!, exact: true }).hover();
    await page.waitForLoadState("networkidle");
    const asked = requests.filter((url) => !url.endsWith("blog.html")).map((url) => url.replace(setting.url, ""));
    assert.equal(asked.length, files.length, asked.join(" "));
    files.forEach((file, i) => assert.match(asked[i]!, file));
    const size = execFileSync("gzip", ["-9", "-c"], { input: await (await page.request.get(setting.url + asked[0]!)).body() }).length;
    assert.ok(size <= 5000, `${size} bytes`);
    assert.deepEqual(errors, []);
  });
}

test("where the words of a language do not come, the poster has those that are there", async () => {
  const { page } = await openBody(`<house-lights lang="vi"></house-lights>`, "", (page) => page.route("**/words.*.js", (route) => route.fulfill({ status: 404 })));
  await playButton(page).waitFor();
  assert.equal(await page.locator(".poster").evaluate((poster) => getComputedStyle(poster).opacity), "1");
  assert.equal(await page.locator(".poster").getAttribute("lang"), "en");
});

const posters = [
  { lang: "en", event: "", at: "2025-11-22T00:18:34Z", status: "Reported · not confirmed by Netflix", days: "84", unit: "days", clock: "07 : 41 : 26", when: "until the reported date · 14 February 2026 · 8:00 AM your time" },
  { lang: "vi", event: "", at: "2025-11-22T00:18:34Z", status: "Theo tin đưa · chưa được Netflix xác nhận", days: "84", unit: "ngày", clock: "07 : 41 : 26", when: "đến ngày theo tin đưa · 14 tháng 2, 2026 · 08:00 theo giờ của bạn" },
  { lang: "es", event: "", at: "2025-11-22T00:18:34Z", status: "Según se publicó · sin confirmar por Netflix", days: "84", unit: "días", clock: "07 : 41 : 26", when: "hasta la fecha que se publicó · 14 de febrero de 2026 · 08:00, hora local" },
  { lang: "en", event: "2026-11-23T00:00:00+01:00", at: "2026-11-21T22:59:59Z", status: "", days: "1", unit: "day", clock: "00 : 00 : 01", when: "The day · 22 November 2026 · 11:00 PM your time" },
];
for (const { lang, event, at, status, days, unit, clock, when } of posters) {
  test(`the poster counts, at once and on: ${lang} ${event || "sequel"}`, async () => {
    const { page } = await setting.blank({ timezoneId: "UTC", locale: "en-US" });
    await page.clock.install({ time: Date.parse(at) - 60_000 });
    await page.clock.pauseAt(new Date(at));
    await page.route("**/blog.html", (route) =>
      route.fulfill({ contentType: "text/html; charset=utf-8", body: `<!doctype html><html lang="${lang}"><title>A blog</title><script src="houselights.js"></script><house-lights event="${event}" event-title="The day"></house-lights>` }),
    );
    await page.goto(`${setting.url}blog.html`);
    // All of it is there as soon as the element is: nothing waits for a first tick.
    const said = await page.locator("house-lights").evaluate((widget) => {
      const text = (selector: string) => widget.shadowRoot?.querySelector(selector)?.textContent?.replace(/\xa0/g, " ");
      return [".status", ".big", ".unit", ".ring :last-child", ".when"].map(text);
    });
    assert.deepEqual(said, [status, days, unit, clock, when]);
    await page.clock.runFor(1000);
    const next = clock.replace(/\d\d$/, (seconds) => String(Number(seconds) - 1).padStart(2, "0"));
    assert.equal(await page.locator(".ring :last-child").textContent(), next);
  });
}

test("a page's own words stand where there is no script", async () => {
  const { page } = await setting.blank({ javaScriptEnabled: false });
  await page.route("**/*.js", (route) => route.abort()); // Playwright cannot take all scripts from Firefox, so the widget's does not come
  await page.goto(setting.url);
  await page.getByRole("link", { name: /Purple Hearts/ }).waitFor();
  assert.equal(await page.locator("house-lights time").count(), 1);
});

test("a pointer that goes down begins the downloads, and one that thinks better of it ends them", async () => {
  const { page, requests } = await openBody(`<house-lights></house-lights><p>A blog</p>`);
  const { x, y, width, height } = (await playButton(page).boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  await frameOf(page).getByRole("button", { name: "Play a round", includeHidden: true }).waitFor({ state: "attached" });
  assert.ok(requests.some((url) => url.endsWith(".wasm")));
  await playButton(page).waitFor();
  await page.mouse.move(2, 2);
  await page.mouse.up();
  await page.locator("house-lights iframe").waitFor({ state: "detached" });
  await playButton(page).waitFor();

  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  await page.mouse.up();
  await frameOf(page).getByRole("button", { name: "Play a round" }).and(frameOf(page).locator(":focus")).waitFor();
  assert.equal(requests.filter((url) => url.includes("/frame.html?")).length, 2, "the frame of the press is the one that plays");
});

test("the poster fits its box, whatever the box, the language and the letters", async () => {
  const { page } = await openBody("", `<style>house-lights{min-height:0;aspect-ratio:auto}</style>`);
  await page.waitForFunction(() => customElements.get("house-lights") !== undefined);
  const sizes = {
    16: [[200, 150], [300, 250], [320, 50], [728, 90], [160, 600], [320, 240], [320, 300], [330, 300], [320, 340], [400, 300], [600, 300], [480, 240], [500, 500], [844, 390], [390, 844], [1280, 720]],
    32: [[500, 500], [900, 480], [844, 390], [390, 844], [1280, 720]], // letters twice as large
  };
  const faults = await page.evaluate((sizes) => {
    const faults: string[] = [];
    for (const [root, boxes] of Object.entries(sizes)) {
      document.documentElement.style.fontSize = `${root}px`;
      for (const [width, height] of boxes as [number, number][]) {
        for (const lang of ["en", "vi", "es"]) {
          for (const event of ["", "2030-01-01T00:00:00Z", ...(width * height > 50_000 ? ["sequel"] : [])]) {
            const widget = Object.assign(document.createElement("house-lights"), { lang });
            widget.setAttribute("event", event);
            widget.setAttribute("event-title", "The premiere in our town");
            widget.style.width = `${width}px`;
            widget.style.height = `${height}px`;
            document.body.append(widget);
            const box = widget.getBoundingClientRect();
            const parts = [...(widget.shadowRoot?.querySelectorAll(".title, .status, .ring, .when, .note, .play") ?? [])].filter((part) => part.textContent !== "" && part.getClientRects().length > 0);
            const inside = (part: Element) => {
              const { left, right, top, bottom } = part.getBoundingClientRect();
              return left >= box.left - 1 && right <= box.right + 1 && top >= box.top - 1 && bottom <= box.bottom + 1;
            };
            const apart = (a: Element, b: Element) => {
              const [one, two] = [a.getBoundingClientRect(), b.getBoundingClientRect()];
              return Math.min(one.right, two.right) - Math.max(one.left, two.left) < 3 || Math.min(one.bottom, two.bottom) - Math.max(one.top, two.top) < 3;
            };
            const wrong = parts.filter((part, i) => !inside(part) || parts.slice(i + 1).some((other) => !apart(part, other)));
            if (wrong.length > 0) {
              faults.push(`${width}×${height} at ${root} px, ${lang}, ${event}: ${wrong.map((part) => part.className)}`);
            }
            widget.remove();
          }
        }
      }
    }
    return faults;
  }, sizes);
  assert.deepEqual(faults, []);
});

test("a page written from right to left, and spaced out, leaves the poster as it is", async () => {
  const { page } = await openBody(`<div dir="rtl" style="letter-spacing:9px;text-transform:uppercase;text-indent:3em"><house-lights></house-lights></div>`);
  await page.getByRole("timer").waitFor();
  const style = await page.locator(".poster .when").evaluate((line) => {
    const { direction, letterSpacing, textTransform, textIndent } = getComputedStyle(line);
    return [direction, letterSpacing, textTransform, textIndent];
  });
  assert.deepEqual(style, ["ltr", "normal", "none", "0px"]);
});

for (const [how, style] of [["cannot be pressed", "pointer-events:none;opacity:0"], ["is hidden", "visibility:hidden"]]) {
  test(`in a part of the page that ${how} it is not in the way either`, async () => {
    const { page } = await openBody(`<div style="position:fixed;inset:0;z-index:1;${style}"><house-lights></house-lights></div><p>The page</p>`);
    const play = page.locator("house-lights .play");
    await play.waitFor({ state: "attached" });
    const hit = await play.evaluate((button) => {
      const { x, y, width, height } = button.getBoundingClientRect();
      return document.elementFromPoint(x + width / 2, y + height / 2)?.localName;
    });
    assert.notEqual(hit, "house-lights");
    assert.equal(await play.isVisible(), !style!.includes("visibility"));
  });
}

test("a right click loads nothing", async () => {
  const { page, requests } = await openBody(`<house-lights></house-lights>`);
  await playButton(page).focus();
  await page.waitForLoadState("networkidle");
  await playButton(page).click({ button: "right" });
  await page.waitForLoadState("networkidle");
  assert.deepEqual(requests.filter((url) => /frame|wasm/.test(url)), []);
});

test("a policy that only reports takes nothing away", async () => {
  const { page } = await setting.blank();
  await page.route("**/blog.html", (route) =>
    route.fulfill({ contentType: "text/html", headers: { "content-security-policy-report-only": "frame-src 'none'" }, body: `<!doctype html><html lang="en"><title>A blog</title><script src="houselights.js"></script><house-lights></house-lights>` }),
  );
  await page.goto(`${setting.url}blog.html`);
  await playButton(page).click();
  await frameOf(page).getByRole("button", { name: "Play a round" }).and(frameOf(page).locator(":focus")).waitFor();
});

test("play() by a script neither steals the focus nor loses it", async () => {
  // A script of the page, as the browser's tools count as the visitor's doing.
  const { page, warnings } = await openBody(
    `<input aria-label="Comment" autofocus><house-lights id="small" style="width:200px;height:150px;min-height:0;aspect-ratio:auto"></house-lights><house-lights id="large"></house-lights>`,
    `<script>addEventListener("load", () => document.getElementById("small").play())</script>`,
    pressNothing,
  );
  await page.waitForLoadState("networkidle");
  await page.getByRole("textbox", { name: "Comment" }).and(page.locator(":focus")).waitFor();
  assert.match(warnings.join(), /only does when the visitor has pressed something/);
  assert.equal(await page.locator("dialog").count(), 0);
  await page.locator("#large").getByRole("button", { name: "Play" }).focus();
  await page.locator("#large").evaluate((widget: HTMLElement & { play(): void }) => widget.play());
  await frameOf(page).getByRole("button", { name: "Play a round" }).and(frameOf(page).locator(":focus")).waitFor();
});

test("the focus fetches what is needed from Play on, and no more", async () => {
  const { page, requests } = await openBody(`<house-lights></house-lights>`);
  const script = page.waitForRequest(/\/play\.[0-9a-f]{10}\.js$/);
  await playButton(page).focus();
  await (await script).response();
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve))); // what it would ask for, it has asked for
  assert.equal(requests.filter((url) => !/blog\.html$|houselights\.js$/.test(url)).length, 1);
});

test("without the script behind Play there is a word, and Play again", async () => {
  const { page } = await openBody(`<house-lights></house-lights>`, "", (page) => page.route("**/play.*.js", (route) => route.abort()));
  await playButton(page).click();
  await page.getByText("The game did not arrive.").waitFor();
  await page.getByRole("timer").waitFor();
  await page.unrouteAll();
  await playButton(page).click();
  await frameOf(page).getByRole("heading", { name: "Test game" }).waitFor();
});

const frameFailures = [
  { name: "missing", says: "The game could not be loaded.", prepare: (page: Page) => page.route("**/frame.html*", (route) => route.fulfill({ status: 404, body: "not found" })) },
  { name: "from a later release", says: "This page holds an older part of the game; reload it to play.", prepare: (page: Page) => speak(page, 3) },
];
for (const { name, says, prepare } of frameFailures) {
  test(`a frame that is ${name} gives a message, the countdown and a way out`, async () => {
    const { page } = await openBody(`<house-lights></house-lights>`, "", prepare);
    const error = page.evaluate(() => new Promise((resolve) => addEventListener("houselights-error", (event) => resolve((event as CustomEvent<{ type: string }>).detail.type))));
    await playButton(page).click();
    await alert(page, says).waitFor();
    await page.getByRole("timer").waitFor();
    await page.getByText("For the owner of this page").click();
    await page.getByText("publish the whole folder again").waitFor();
    assert.match(String(await error), /missing|version/);
    await page.unrouteAll();
    await page.getByRole("button", { name: "Try again" }).click();
  });
}

/** Has the frame greet in another version than its own. */
async function speak(page: Page, version: number): Promise<void> {
  await page.route("**/frame.*.js", async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace(/houselights:\w+,secret/, `houselights:${version},secret`);
    await route.fulfill({ response, body });
  });
}

test("a frame of the next release is understood", async () => {
  const { page } = await openBody(`<house-lights></house-lights>`, "", (page) => speak(page, 2));
  await playButton(page).click();
  await frameOf(page).getByRole("button", { name: "Play a round" }).and(frameOf(page).locator(":focus")).waitFor();
});

test("a frame understands the page of the release before, and tells one of long ago", async () => {
  const { page } = await setting.open("index.html");
  for (const { version, says } of [{ version: 0, says: "Test game" }, { version: -1, says: "This page holds an older part of the game; reload it to play." }]) {
    await page.evaluate(
      (hash) => {
        document.querySelector("iframe")?.remove();
        const frame = document.createElement("iframe");
        frame.src = `frame.html${hash}`;
        frame.width = frame.height = "500";
        document.body.append(frame);
      },
      `#version=${version}&secret=s&focus=`,
    );
    await page.frameLocator("body > iframe").getByText(says).first().waitFor();
  }
});

test("a page that refuses the frame is told so", async () => {
  const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'self'; frame-src 'none'">`;
  const { page, errors } = await openBody(`<house-lights></house-lights>`, policy);
  await playButton(page).click();
  await alert(page, "A security setting of this site keeps the game from running.").waitFor();
  assert.ok(errors.some((error) => /add http:.* to frame-src/.test(error)), errors.join("\n"));
});

test("a frame that never answers is not waited for without end", async () => {
  const { page } = await openBody(`<house-lights></house-lights>`, "", async (page) => {
    await page.clock.install();
    await page.route("**/frame.html*", () => {}); // never answered
  });
  await playButton(page).click();
  await page.getByText("Loading the game").waitFor();
  await page.clock.fastForward(20_000);
  await alert(page, "The game did not arrive; check the connection and try again.").waitFor();
});

test("Escape leads out of the game, and Tab on from there", async () => {
  const { page } = await openBody(`<house-lights></house-lights><button>After</button>`);
  await playButton(page).press("Enter");
  await frameOf(page).getByRole("button", { name: "Play a round" }).and(frameOf(page).locator(":focus")).waitFor();
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => document.querySelector("house-lights")?.shadowRoot?.activeElement?.textContent === "After the game");
  await page.keyboard.press("Tab");
  await page.getByRole("button", { name: "After" }).and(page.locator(":focus")).waitFor();
});

for (const [width, height] of [[300, 250], [720, 120], [200, 150]] as const) {
  test(`a box of ${width} × ${height} plays in a dialog over the page`, async () => {
    const { page, errors } = await openBody(`<house-lights style="width:${width}px;height:${height}px;min-height:0;aspect-ratio:auto"></house-lights>`);
    await page.getByRole("timer").waitFor();
    await playButton(page).press("Enter");
    const dialog = page.getByRole("dialog", { name: "Purple Hearts: countdown and trivia" });
    await dialog.waitFor();
    const round = frameOf(page).getByRole("button", { name: "Play a round" });
    await round.and(frameOf(page).locator(":focus")).waitFor();
    await round.click();
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
    await playButton(page).and(page.locator(":focus")).waitFor();
    await playButton(page).click();
    await dialog.waitFor();
    const seen = await frameOf(page).locator("html").evaluate(() => globalThis.events.filter(([type]) => type === "seen" || type === "press"));
    assert.deepEqual(seen, [["press", "play"], ["seen", "", 0], ["seen", "", 1]], "the same game, which rested in between");
    await page.getByRole("button", { name: "Close" }).click();
    await dialog.waitFor({ state: "hidden" });
    assert.deepEqual(errors, []);
  });
}

test("a bare frame that is small leads to the game in a tab of its own", async () => {
  const { page, requests } = await openBody(`<iframe title="Game" src="frame.html?lang=en" width="300" height="200"></iframe>`);
  const small = page.frameLocator("iframe");
  await small.getByRole("timer").waitFor();
  const [tab] = await Promise.all([page.waitForEvent("popup"), small.getByRole("link", { name: "Play" }).click()]);
  await tab.getByRole("heading", { name: "Test game" }).waitFor();
  assert.equal(requests.filter((url) => url.endsWith(".wasm")).length, 0, "nothing heavy for the page itself");
  await page.locator("iframe").evaluate((frame) => frame.setAttribute("height", "400"));
  await page.locator("iframe").evaluate((frame) => frame.setAttribute("width", "400"));
  await small.getByRole("heading", { name: "Test game" }).waitFor();
});

test("Play puts the game in the poster's place and gives it the focus", async () => {
  const { page, requests, errors } = await setting.open("index.html");
  await playButton(page).click();
  await frameOf(page).getByRole("heading", { name: "Test game" }).waitFor();
  assert.equal(await page.locator("house-lights iframe").getAttribute("title"), "Purple Hearts: countdown and trivia");
  await playButton(page).waitFor({ state: "detached" }); // the poster goes with the first frame
  await frameOf(page).getByRole("button", { name: "Play a round" }).and(frameOf(page).locator(":focus")).waitFor();
  assert.deepEqual(requests.filter((url) => !url.startsWith(setting.url)), [], "requests to anyone else");
  assert.deepEqual(errors, []);
});

for (const { by, press, seen } of [
  { by: "pointer", press: (page: Page) => playButton(page).click(), seen: 0 },
  { by: "keyboard", press: (page: Page) => playButton(page).press("Enter"), seen: 1 },
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
  await playButton(page).press("Enter");
  await frameOf(page).getByRole("button", { name: "Play a round" }).and(frameOf(page).locator(":focus")).waitFor();
  await page.keyboard.press("Tab");
  await frameOf(page).getByRole("button", { name: "All modes" }).and(frameOf(page).locator(":focus")).waitFor();
  await page.keyboard.press("Tab");
  await page.getByRole("button", { name: "After" }).and(page.locator(":focus")).waitFor();
});

test("Tab brings a control into sight that the page around hides", async () => {
  const { page } = await openBody(`<house-lights style="min-height:0;height:600px"></house-lights>`);
  await page.setViewportSize({ width: 900, height: 250 });
  await playButton(page).press("Enter");
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
  { attribute: `mode="quiz"`, says: /mode="quiz" is not known.*home, countdown, daily, classic, rumour/ },
  { attribute: `theme="blue"`, says: /theme="blue" is not known.*auto, dark, light/ },
];
for (const { attribute, says } of faultCases) {
  test(`${attribute} warns and harms nothing`, async () => {
    const { page, warnings, errors } = await openBody(`<house-lights ${attribute}></house-lights>`);
    await playButton(page).click();
    await frameOf(page).getByRole("heading", { name: "Test game" }).waitFor();
    assert.equal(warnings.length, 1, warnings.join("\n"));
    assert.match(warnings[0] ?? "", says);
    assert.deepEqual(errors, []);
  });
}

test("the settings reach the game", async () => {
  const { page } = await openBody(
    `<house-lights pack="purple-hearts" event="birthday" event-title="A day" mode="classic" lang="es" theme="light" accent="hsl(120 100% 25%)" motion="reduce" sound="on"></house-lights>`,
  );
  await page.getByRole("button", { name: "Jugar" }).click();
  await frameOf(page).getByRole("heading", { name: "Test game" }).waitFor();
  const settings = await frameOf(page).locator("html").evaluate(() => globalThis.houselights?.settings);
  assert.deepEqual(
    { ...settings },
    { pack: "purple-hearts", packText: null, packHost: "", translations: [], event: "birthday", eventTitle: "A day", mode: "classic", lang: "es", theme: "light", locale: "en-US", dark: false, textScale: 1, ratio: 1, snapshot: null, seen: 0, kiosk: false, confined: false, hours12: "en", skew: 0, accentDark: "#73da6c", accentLight: "#007400", calm: true, sound: true, unsaved: false, coveredTop: 0, coveredRight: 0, coveredBottom: 0, coveredLeft: 0 },
  );
});

test("a page with a strict policy shows the poster as it is meant", async () => {
  const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'self'; frame-src 'self'">`;
  const { page, errors } = await openBody(`<house-lights></house-lights>`, policy);
  const play = playButton(page);
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
          // What moves because somebody pressed something is no shift, by the browsers' own count.
          const { value, hadRecentInput } = entry as PerformanceEntry & { value: number; hadRecentInput: boolean };
          Object.assign(globalThis, { shifts: Reflect.get(globalThis, "shifts") + (hadRecentInput ? 0 : value) });
        }
      }).observe({ type: "layout-shift", buffered: true });
    });
    await page.goto(setting.url);
    await playButton(page).click();
    await frameOf(page).getByRole("heading", { name: "Test game" }).waitFor();
    const measured = await page.evaluate(() => ({
      shifts: Reflect.get(globalThis, "shifts") as number,
      overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    }));
    assert.deepEqual(measured, { shifts: 0, overflow: 0 });
  });
}

test("a pack that is no address is told, with the built-in one as the way out", async () => {
  const { page, errors } = await openBody(`<house-lights pack="https://["></house-lights>`);
  await playButton(page).click();
  await frameOf(page).getByRole("button", { name: "Play Purple Hearts" }).waitFor();
  assert.equal(errors.filter((text) => /pack="https:\/\/\[": no address/.test(text)).length, 1);
});

test("the built-in questions, instead of a pack that fails, show that they are on their way", async () => {
  const { page } = await openBody(`<house-lights pack="https://["></house-lights>`);
  await page.route("**/*.wasm", () => {}); // it never comes
  await playButton(page).click();
  await frameOf(page).getByRole("button", { name: "Play Purple Hearts" }).click();
  await frameOf(page).getByText("Loading the game").waitFor();
});
