// The attributes of <house-lights> in all their spellings, and what becomes of them when they change.

import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { frameOf, openBlog, playButton } from "./blog";
import { testSite, useBrowser } from "./browser";
import type { HouseLightsElement } from "../types/houselights";

const setting = useBrowser(testSite);
const open = (body: string, head?: string, prepare?: (page: Page) => Promise<unknown>) => openBlog(setting, body, head, prepare);

const inGame = (page: Page) => frameOf(page).getByRole("heading", { name: "Test game" });

/** What the game has been started with, and told since. */
const settingsOf = (page: Page) => frameOf(page).locator("html").evaluate(() => ({ ...globalThis.houselights!.settings }));

/** Waits for the game to be told something: the type of an event. */
const told = (page: Page, type: string) => frameOf(page).locator("html").evaluate((_, type) => new Promise<void>((resolve) => {
  const look = () => (globalThis.events.some(([one]) => one === type) ? resolve() : setTimeout(look, 10));
  look();
}), type);

const colorOf = (page: Page, part: string, property: string) =>
  page.locator("house-lights").evaluate((widget, [part, property]) => getComputedStyle(widget.shadowRoot!.querySelector(part!)!).getPropertyValue(property!), [part, property]);

test("properties mirror attributes, with the first value where nothing is said", async () => {
  const { page, errors } = await open(`<house-lights></house-lights>`);
  await playButton(page).waitFor();
  const all = await page.locator("house-lights").evaluate((widget: HouseLightsElement) => {
    const names = ["pack", "event", "eventTitle", "mode", "lang", "theme", "accent", "loading", "motion", "sound", "src"] as const;
    return names.map((name) => {
      const first = widget[name];
      Object.assign(widget, { [name]: "x" });
      const attribute = widget.getAttribute(name.replace("T", "-t"));
      Object.assign(widget, { [name]: undefined });
      return [name, first, attribute, widget[name] === first && widget.attributes.length === 0];
    });
  });
  assert.deepEqual(all, [
    ["pack", "purple-hearts", "x", true],
    ["event", "", "x", true],
    ["eventTitle", "", "x", true],
    ["mode", "home", "x", true],
    ["lang", "", "x", true],
    ["theme", "auto", "x", true],
    ["accent", "", "x", true],
    ["loading", "click", "x", true],
    ["motion", "auto", "x", true],
    ["sound", "off", "x", true],
    ["src", "", "x", true],
  ]);
  assert.deepEqual(errors, []);
});

test("what is set before the script comes is kept", async () => {
  const { page } = await open(`<house-lights></house-lights><script>document.querySelector("house-lights").event = "2026-12-24T18:00:00Z"; document.querySelector("house-lights").eventTitle = "Our evening"</script>`);
  await page.getByText(/^Our evening · /).waitFor();
  assert.equal(await page.locator("house-lights").getAttribute("event-title"), "Our evening");
});

test("the page's own settings stand for attributes that are not there", async () => {
  const head = `<script>window.Houselights = { lang: "es", eventTitle: "La noche", event: "2036-12-24T18:00:00Z", theme: "dark", pack: 7 }</script>`;
  const { page, errors } = await open(`<house-lights pack="purple-hearts"></house-lights><house-lights pack="purple-hearts" lang="vi"></house-lights>`, head);
  await page.getByText(/^La noche · 24\sde\sdiciembre/).waitFor();
  await page.getByText(/^La noche · 24\stháng\s12/).waitFor();
  const when = page.locator("house-lights").first().locator(".when");
  assert.equal(await when.evaluate((line) => getComputedStyle(line).color), "rgb(231, 211, 242)", "the dark theme's");
  await page.getByRole("button", { name: "Jugar" }).click();
  await inGame(page).waitFor();
  assert.equal((await settingsOf(page)).theme, "dark");
  assert.deepEqual(errors, []);
});

test("what the page has set for all widgets and is no text does no harm", async () => {
  const { page, errors } = await open(`<house-lights></house-lights>`, `<script>window.Houselights = { theme: true, accent: 5, lang: {}, loading: 1, mode: [] }</script>`);
  await playButton(page).click();
  await inGame(page).waitFor();
  assert.deepEqual(errors, []);
});

test("the settings of a game that runs are followed, and the game goes on", async () => {
  const { page, requests } = await open(`<house-lights></house-lights>`);
  await playButton(page).click();
  await inGame(page).waitFor();
  await frameOf(page).getByRole("button", { name: "All modes" }).click();
  const before = requests.length;
  await page.locator("house-lights").evaluate((widget: HouseLightsElement) => {
    Object.assign(widget, { event: "2030-01-01T00:00:00Z", eventTitle: "A new year", mode: "daily", lang: "vi", theme: "light", accent: "#0a0", motion: "reduce", sound: "on" });
  });
  for (const type of ["around", "event", "mode"]) {
    await told(page, type);
  }
  const { event, eventTitle, mode, lang, theme, calm, sound, accentLight } = await settingsOf(page);
  assert.deepEqual({ event, eventTitle, mode, lang, theme, calm, sound, accentLight }, { event: "2030-01-01T00:00:00Z", eventTitle: "A new year", mode: "daily", lang: "vi", theme: "light", calm: true, sound: true, accentLight: "#007800" });
  assert.equal(await page.locator("house-lights iframe").getAttribute("title"), "Purple Hearts: đếm ngược và đố vui");
  assert.equal(requests.length, before, "nothing is loaded for it");
});

test("another pack begins another game in the same frame", async () => {
  const { page, requests } = await open(`<house-lights></house-lights>`, "", (page) =>
    page.route("**/quiz.json", (route) => route.fulfill({ contentType: "application/json", body: `{"houselights":1,"title":"Ours"}` })),
  );
  await playButton(page).click();
  await inGame(page).waitFor();
  await frameOf(page).getByRole("button", { name: "All modes" }).click();
  await page.locator("house-lights").evaluate((widget: HouseLightsElement) => {
    widget.pack = "quiz.json";
    widget.pack = "other.json"; // nobody waits for the first
    widget.pack = "quiz.json";
  });
  await frameOf(page).locator("html").evaluate(() => new Promise<void>((resolve) => {
    const look = () => (globalThis.houselights?.settings.packHost && globalThis.houselights.send ? resolve() : setTimeout(look, 10));
    look();
  }));
  await inGame(page).waitFor();
  assert.equal((await settingsOf(page)).packText, `{"houselights":1,"title":"Ours"}`);
  assert.equal(requests.filter((url) => /\.wasm$/.test(url)).length, 1);
  assert.equal(await frameOf(page).locator("canvas").count(), 1);
});

for (const playing of [false, true]) {
  test(`the language of the page is followed ${playing ? "by the game" : "by the poster"}`, async () => {
    const { page } = await open(`<main lang="en"><house-lights></house-lights></main>`);
    await playButton(page).waitFor();
    if (playing) {
      await playButton(page).click();
      await inGame(page).waitFor();
    }
    await page.locator("main").evaluate((main: HTMLElement) => (main.lang = "vi"));
    if (playing) {
      await told(page, "around");
      assert.equal((await settingsOf(page)).lang, "vi");
    } else {
      await page.getByRole("button", { name: "Chơi" }).waitFor();
    }
  });

  test(`the colour scheme of the page is followed ${playing ? "by the game" : "by the poster"}`, async () => {
    const { page } = await open(`<house-lights></house-lights>`, `<style>:root { color-scheme: light } :root.night { color-scheme: dark }</style>`, (page) => page.emulateMedia({ colorScheme: "dark" }));
    await playButton(page).waitFor();
    assert.equal(await colorOf(page, ".when", "color"), "rgb(85, 48, 95)", "light, as the page says, whatever the system");
    if (playing) {
      await playButton(page).click();
      await inGame(page).waitFor();
      assert.equal((await settingsOf(page)).dark, false);
    }
    await page.locator("html").evaluate((root) => root.classList.add("night"));
    if (playing) {
      await told(page, "around");
      assert.equal((await settingsOf(page)).dark, true);
    } else {
      assert.equal(await colorOf(page, ".when", "color"), "rgb(231, 211, 242)");
    }
  });
}

test("a game that comes late has the settings of then", async () => {
  let come = (): void => {};
  const wait = new Promise<void>((resolve) => (come = resolve));
  const { page } = await open(`<house-lights></house-lights>`, "", (page) => page.route("**/*.wasm", (route) => wait.then(() => route.fallback())));
  await playButton(page).click();
  await frameOf(page).locator("html").waitFor();
  await page.locator("house-lights").evaluate((widget: HouseLightsElement) => Object.assign(widget, { mode: "classic", lang: "es" }));
  come();
  await inGame(page).waitFor();
  const { mode, lang } = await settingsOf(page);
  assert.deepEqual({ mode, lang }, { mode: "classic", lang: "es" });
});

/** The contrast of two colours as "rgb(…)" or "color(srgb …)", by WCAG. */
function contrast(one: string, other: string): number {
  const luminance = (text: string): number => {
    const scale = text.startsWith("rgb") ? 255 : 1;
    const [r = 0, g = 0, b = 0] = (text.match(/[\d.e-]+/g) ?? []).map((n) => {
      const share = Math.min(1, Math.max(0, Number(n) / scale));
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [a, b] = [luminance(one), luminance(other)].sort((x, y) => y - x) as [number, number];
  return (a + 0.05) / (b + 0.05);
}

test("an accent can be read, whichever it is", async () => {
  const { page, warnings } = await open(`<house-lights></house-lights>`);
  await playButton(page).waitFor();
  for (const theme of ["dark", "light"]) {
    for (const accent of ["#000", "#fff", "red", "yellow", "#00f", "lime", "hsl(300 100% 50%)", "cyan", "gray", "color(display-p3 0 1 0)", "oklch(0.7 0.4 140)"]) {
      const [button, words, ring] = await page.locator("house-lights").evaluate(
        (widget: HouseLightsElement, values) => {
          Object.assign(widget, values);
          const shadow = widget.shadowRoot!;
          const play = shadow.querySelector(".play")!;
          const probe = shadow.querySelector(".ring")!.appendChild(document.createElement("i"));
          probe.style.cssText = `color: ${getComputedStyle(play).backgroundColor}`;
          const inGamut = (color: string) => {
            const context = Object.assign(document.createElement("canvas"), { width: 1, height: 1 }).getContext("2d")!;
            context.fillStyle = color;
            context.fillRect(0, 0, 1, 1);
            return `rgb(${[...context.getImageData(0, 0, 1, 1).data.slice(0, 3)].join(", ")})`;
          };
          const { backgroundColor, color } = getComputedStyle(play);
          return [inGamut(backgroundColor), color, inGamut(backgroundColor)];
        },
        { theme, accent },
      );
      assert.ok(contrast(button!, words!) >= 4.5, `${theme} ${accent}: ${contrast(button!, words!)}`);
      const disc = theme === "dark" ? "rgb(43, 17, 64)" : "rgb(255, 249, 241)";
      assert.ok(contrast(ring!, disc) >= 3, `${theme} ${accent}: ring`);
    }
  }
  await page.locator("house-lights").evaluate((widget: HouseLightsElement) => (widget.accent = "no colour"));
  assert.match(await colorOf(page, ".play", "background-image"), /gradient/);
  assert.deepEqual(warnings, []);
});

test("a colour is a colour, and asks nobody for anything", async () => {
  const { page, requests } = await open(`<house-lights accent="red l c h),red) url(//evil.example/x.png)/*"></house-lights>`);
  await playButton(page).click();
  await inGame(page).waitFor();
  assert.deepEqual(requests.filter((url) => url.includes("evil")), []);
});

test("the methods may be called before the element is in the page", async () => {
  const { page, errors } = await open(`<p>Words</p>`);
  await page.waitForFunction(() => customElements.get("house-lights") !== undefined);
  await page.evaluate(() => {
    const widget = document.createElement("house-lights");
    widget.reset();
    widget.pause();
    widget.play();
    document.body.append(widget);
  });
  await inGame(page).waitFor();
  assert.deepEqual(errors, []);
});

test("the language is followed there and back again", async () => {
  const { page } = await open(`<house-lights></house-lights>`);
  await playButton(page).click();
  await inGame(page).waitFor();
  for (const lang of ["vi", "en", "es", "en"]) {
    await page.evaluate((lang) => (document.documentElement.lang = lang), lang);
    await frameOf(page).locator("html").evaluate((_, lang) => new Promise<void>((resolve) => {
      const look = () => (globalThis.houselights!.settings.lang === lang ? resolve() : setTimeout(look, 10));
      look();
    }), lang);
  }
});

test("without the script behind Play the page is told", async () => {
  const { page } = await open(`<house-lights></house-lights>`, "", (page) => page.route("**/play.*.js", (route) => route.fulfill({ status: 404 })));
  await page.evaluate(() => document.addEventListener("houselights-error", (event) => Object.assign(window, { heard: event.detail })));
  await playButton(page).click();
  await page.getByRole("alert").waitFor();
  assert.deepEqual(await page.evaluate(() => (window as unknown as { heard: object }).heard), { type: "missing", message: "" });
});

test("a colour that only the page knows reaches the game", async () => {
  const { page } = await open(`<house-lights accent="var(--brand)"></house-lights>`, `<style>:root { --brand: rgb(0 90 0) }</style>`);
  await playButton(page).click();
  await inGame(page).waitFor();
  assert.equal((await settingsOf(page)).accentLight, "#005a00");
});

test("src leads to another folder", async () => {
  const { page, requests } = await open(`<house-lights src="elsewhere"></house-lights>`, "", (page) => page.route("**/elsewhere/**", (route) => route.fetch({ url: route.request().url().replace("/elsewhere", "") }).then((response) => route.fulfill({ response }))));
  await playButton(page).click();
  await inGame(page).waitFor();
  assert.ok(requests.some((url) => url.startsWith(`${setting.url}elsewhere/frame.html?`)));
  assert.ok(requests.some((url) => /^[^/]+\/\/[^/]+\/play\.\w+\.js$/.test(url)), "the script comes from where the first came from");
});

test("a div stands for the element where a site strips tags", async () => {
  const { page, errors } = await open(
    `<div data-houselights data-pack="purple-hearts" data-event="2036-01-01T00:00:00Z" data-event-title="A new year" data-lang="es" class="wide" id="here" style="width: 500px"><a href="https://a.example">Words of the page</a></div>`,
  );
  await page.getByText(/^A new year · /).waitFor();
  const widget = page.locator("house-lights#here.wide");
  assert.equal((await widget.boundingBox())?.width, 500);
  assert.equal(await widget.getByRole("link", { name: "Words of the page" }).count(), 0, "they are not shown beside");
  assert.equal(await page.locator("[data-houselights]").count(), 0);
  // One that comes later, as when more is loaded at the end of the page.
  await page.evaluate(() => document.body.insertAdjacentHTML("beforeend", `<article><div data-houselights data-event-title="Later" data-event="2037-01-01T00:00:00Z"></div></article>`));
  await page.getByText(/^Later · /).waitFor();
  await page.getByRole("button", { name: "Jugar" }).click();
  await inGame(page).waitFor();
  assert.deepEqual(errors, []);
});

test("the script in the page twice says so, and the first counts", async () => {
  const { page, errors, warnings } = await open(`<house-lights></house-lights><script src="houselights.js?again"></script>`);
  await playButton(page).waitFor();
  assert.deepEqual([errors, warnings], [[], ["houselights.js is here twice"]]);
});

for (const [attribute, value, said] of [
  ["loading", "soon", /loading="soon" is not known, "click" is used/],
  ["motion", "none", /motion="none" is not known, "auto" is used/],
  ["sound", "true", /sound="true" is not known, "off" is used/],
  ["accent", "no colour", /accent="no colour" is no colour/],
  ["src", "https://[", /src="https:\/\/\[" is no address/],
  ["src", "javascript:alert(1)", /src="javascript:alert\(1\)" is no address/],
] as const) {
  test(`${attribute}="${value}" warns and harms nothing`, async () => {
    const { page, warnings } = await open(`<house-lights ${attribute}="${value}"></house-lights>`);
    await playButton(page).click();
    await inGame(page).waitFor();
    assert.equal(warnings.filter((text) => said.test(text)).length, 1, warnings.join("\n"));
  });
}

test("what is wrong is said once, whatever else changes", async () => {
  const { page, warnings } = await open(`<house-lights theme="pink"></house-lights>`);
  await playButton(page).click();
  await inGame(page).waitFor();
  await page.evaluate(() => {
    const widget = document.querySelector("house-lights")!;
    widget.setAttribute("accent", "blurple");
    widget.setAttribute("mode", "nonsense");
    widget.setAttribute("lang", "es");
  });
  await frameOf(page).locator("html").evaluate(() => new Promise<void>((resolve) => {
    const look = () => (globalThis.houselights!.settings.lang === "es" ? resolve() : setTimeout(look, 10));
    look();
  }));
  assert.deepEqual(warnings.map((text) => /(\w+="\w+")/.exec(text)?.[1]).sort(), [`accent="blurple"`, `mode="nonsense"`, `theme="pink"`]);
});

test("what happens in the game is told to the page", async () => {
  const { page } = await open(`<house-lights></house-lights>`);
  await page.evaluate(() => {
    Object.assign(window, { heard: [] });
    for (const name of ["ready", "start", "question", "answer", "complete", "phase", "error"]) {
      document.body.addEventListener(`houselights-${name}`, (event) => {
        const { type, detail, bubbles, composed, target } = event as CustomEvent<object>;
        (window as unknown as { heard: unknown[] }).heard.push([type, detail, bubbles && composed, (target as Element).localName]);
      });
    }
  });
  await playButton(page).click();
  await page.waitForFunction(() => (window as unknown as { heard: unknown[] }).heard.length === 1);
  await frameOf(page).locator("html").evaluate(() => {
    const tell = (name: string, detail: object) => globalThis.houselights!.tell(name, JSON.stringify(detail));
    tell("start", { mode: "daily", of: 10 });
    tell("question", { number: 1, of: 10 });
    tell("answer", { number: 1, of: 10, right: true, points: 900 });
    tell("complete", { mode: "daily", points: 900, right: 1, of: 10, best: true });
    tell("phase", { event: "sequel", phase: "last-day" });
    tell("answer", { number: -1, of: 10, right: true, points: 900 });
    tell("nothing", {});
  });
  const heard = await page.waitForFunction(() => {
    const { heard } = window as unknown as { heard: unknown[] };
    return heard.length >= 6 && heard;
  });
  assert.deepEqual(await heard.jsonValue(), [
    ["houselights-ready", {}, true, "house-lights"],
    ["houselights-start", { mode: "daily", of: 10 }, true, "house-lights"],
    ["houselights-question", { number: 1, of: 10 }, true, "house-lights"],
    ["houselights-answer", { number: 1, of: 10, right: true, points: 900 }, true, "house-lights"],
    ["houselights-complete", { mode: "daily", points: 900, right: 1, of: 10, best: true }, true, "house-lights"],
    ["houselights-phase", { event: "sequel", phase: "last-day" }, true, "house-lights"],
  ]);
});

test("the poster tells when the countdown comes to another phase", async () => {
  const { page } = await setting.blank({ timezoneId: "UTC" });
  await page.clock.install({ time: Date.parse("2030-01-01T00:00:00Z") - 120_000 });
  await page.clock.pauseAt(Date.parse("2030-01-01T00:00:00Z") - 62_000);
  await page.route("**/blog.html", (route) =>
    route.fulfill({ contentType: "text/html; charset=utf-8", body: `<!doctype html><html lang="en"><title>A blog</title><script src="houselights.js"></script><house-lights event="2030-01-01T00:00:00Z" event-title="A new year"></house-lights>` }),
  );
  await page.goto(`${setting.url}blog.html`);
  await page.evaluate(() => {
    Object.assign(window, { heard: [] });
    document.addEventListener("houselights-phase", ({ detail, target }) => (window as unknown as { heard: unknown[] }).heard.push([detail, (target as Element).localName]));
  });
  await page.clock.runFor(63_000);
  assert.deepEqual(await page.evaluate(() => (window as unknown as { heard: unknown[] }).heard), [
    [{ event: "A new year", phase: "last-minute" }, "house-lights"],
    [{ event: "A new year", phase: "last-ten" }, "house-lights"],
    [{ event: "A new year", phase: "now" }, "house-lights"],
  ]);
});
