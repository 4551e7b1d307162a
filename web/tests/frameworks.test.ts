// <house-lights> as it is in a React and in a Vue app, and what TypeScript is told of it.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { copyFile, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { promisify } from "node:util";
import type { Page } from "playwright-core";
import { phaseNames } from "../poster/count";
import type { HouseLightsAttributes, HouseLightsElement, HouseLightsPhase, HouseLightsSettings } from "../types/houselights";
import { isFirefox, testSite, useBrowser } from "./browser";
import type { Opened } from "./browser";
import type {} from "./frameworks/app";
import { noteKept } from "./kept";

const setting = useBrowser(testSite);

const widgetScript = `<script src="houselights.js"></script>`;

/** Opens a page with the script of an app, which has nothing in it yet. The page speaks Vietnamese. */
async function openApp(script: string, query = "", head = widgetScript, prepare: (page: Page) => Promise<unknown> = async () => {}): Promise<Opened> {
  const opened = await setting.blank();
  const { page } = opened;
  await prepare(page);
  const style = `<style>house-lights { width: 600px; height: 400px; min-height: 0; aspect-ratio: auto }</style>`;
  const html = `<!doctype html><html lang="vi"><head><title>An app</title>${style}${head}</head><body><main></main><script src="${script}"></script></body></html>`;
  await page.route("**/app.html*", (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body: html }));
  await page.route(`**/${script}`, (route) => route.fulfill({ path: join("tests", "out", "frameworks", script) }));
  await page.goto(`${setting.url}app.html${query}`);
  return opened;
}

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const timer = (page: Page, title: RegExp) => page.getByRole("timer", { name: title });
const widgets = (page: Page) => page.locator("house-lights");
const firstFrame = (page: Page) => widgets(page).first().frameLocator("iframe");
const heard = (page: Page) => page.getByRole("list", { name: "Heard" }).getByRole("listitem");

/** Marks the widgets that are there, in their order. */
const mark = (page: Page) => widgets(page).evaluateAll((all) => all.forEach((widget, i) => Reflect.set(widget, "mark", `widget ${i}`)));
const marks = (page: Page) => widgets(page).evaluateAll((all) => all.map((widget) => Reflect.get(widget, "mark") as string | undefined));

const apps = [
  { name: "React", script: "react.js", query: "" },
  { name: "React in StrictMode", script: "react.js", query: "?strict" },
  { name: "Vue", script: "vue.js", query: "" },
];
for (const { name, script, query } of apps) {
  const openMounted = async (prepare?: (page: Page) => Promise<unknown>): Promise<Opened> => {
    const opened = await openApp(script, query, widgetScript, prepare);
    await opened.page.evaluate(() => globalThis.app.mount());
    await timer(opened.page, /^The premiere/).waitFor();
    return opened;
  };

  test(`${name}: props are attributes, and what changes does so in the same element`, async () => {
    const { page, errors, warnings } = await openMounted();
    await mark(page);
    const attributes = () => widgets(page).first().evaluate((widget) => Object.fromEntries([...widget.attributes].map((one) => [one.name, one.value])));
    const { lang: _, ...first } = await attributes();
    assert.deepEqual(first, { class: "widget", event: "2098-01-01T00:00:00Z", "event-title": "The premiere", theme: "dark", accent: "#f0a" });

    await press(page, "Light");
    await press(page, "Another date");
    await timer(page, /^The premiere, later/).waitFor();
    await press(page, "Spanish");
    await page.getByRole("button", { name: "Jugar" }).nth(1).waitFor();
    const changed = { class: "widget", event: "2098-06-01T00:00:00Z", "event-title": "The premiere, later", theme: "light", lang: "es", accent: "#f0a" };
    assert.deepEqual(await attributes(), changed);

    await press(page, "No language");
    await page.getByRole("button", { name: "Chơi" }).nth(1).waitFor();
    assert.deepEqual(await marks(page), ["widget 0", "widget 1"]);
    assert.deepEqual([...errors, ...warnings], []);
  });

  test(`${name}: an app that is there before the script says the same`, async () => {
    const { page, errors, warnings } = await openApp(script, query, "");
    await page.evaluate(() => globalThis.app.mount());
    await page.getByRole("link", { name: "The premiere" }).waitFor();
    await page.addScriptTag({ url: "houselights.js" });
    await timer(page, /^The premiere/).waitFor();
    await timer(page, /^The party/).waitFor();
    await press(page, "Another date");
    await timer(page, /^The premiere, later/).waitFor();
    await press(page, "Spanish");
    await page.getByRole("button", { name: "Jugar" }).nth(1).waitFor();
    assert.deepEqual([...errors, ...warnings], []);
  });

  test(`${name}: what a server has rendered is taken over`, async () => {
    const { page, errors, warnings } = await openApp(script, query);
    await page.evaluate(() => globalThis.app.render());
    await timer(page, /^The premiere/).waitFor();
    await mark(page);
    await page.evaluate(() => globalThis.app.hydrate());
    await press(page, "Spanish");
    await page.getByRole("button", { name: "Jugar" }).nth(1).waitFor();
    assert.deepEqual(await marks(page), ["widget 0", "widget 1"]);
    assert.deepEqual([...errors, ...warnings], []);
  });

  test(`${name}: taken away, put back and turned around`, async () => {
    const { page, errors, warnings } = await openMounted();
    await mark(page);
    await press(page, "Turn around");
    await page.waitForFunction(() => document.querySelector("house-lights")?.getAttribute("event-title") === "The party");
    assert.deepEqual(await marks(page), ["widget 1", "widget 0"]);
    await press(page, "Turn around");
    await page.waitForFunction(() => document.querySelector("house-lights")?.getAttribute("event-title") === "The premiere");
    assert.deepEqual(await marks(page), ["widget 0", "widget 1"]);
    assert.equal(await page.getByRole("timer").count(), 2);

    await press(page, "Take away");
    await timer(page, /^The premiere/).waitFor({ state: "detached" });
    assert.deepEqual(await marks(page), ["widget 1"]);
    await press(page, "Put back");
    await timer(page, /^The premiere/).waitFor();
    assert.deepEqual(await marks(page), [undefined, "widget 1"], "a new one, beside the other");
    assert.deepEqual([...errors, ...warnings], []);
  });

  test(`${name}: handlers hear what happens in the game`, async () => {
    const { page, errors, warnings } = await openMounted();
    await widgets(page).first().getByRole("button", { name: "Chơi" }).click();
    await heard(page).filter({ hasText: "houselights-ready {}" }).waitFor();
    await firstFrame(page).locator("html").evaluate(() => {
      globalThis.houselights?.tell("start", `{"mode":"classic","of":10}`);
      globalThis.houselights?.tell("phase", `{"event":"The premiere","phase":"near"}`);
    });
    await heard(page).filter({ hasText: "houselights-phase" }).waitFor();
    assert.deepEqual(await heard(page).allTextContents(), [
      `houselights-ready {}`,
      `houselights-start {"mode":"classic","of":10}`,
      `houselights-phase {"event":"The premiere","phase":"near"}`,
    ]);
    assert.deepEqual([...errors, ...warnings], []);
  });

  test(`${name}: a game in play stays when the app renders, and the ref's methods work`, async () => {
    const { page, errors, warnings } = await openMounted();
    await press(page, "Call play()");
    await firstFrame(page).getByRole("button", { name: "Play a round" }).click();
    const games = await widgets(page).first().locator("iframe").elementHandles();
    await press(page, "Light");
    await press(page, "Another date");
    await page.waitForFunction(() => document.querySelector("house-lights")?.getAttribute("theme") === "light");
    assert.equal(await games[0]?.evaluate((frame) => frame.isConnected), true);
    assert.equal(await widgets(page).first().locator("iframe").count(), 1);

    await press(page, "Call pause()");
    await widgets(page).first().locator("iframe").waitFor({ state: "detached" });
    await timer(page, /^The premiere, later/).waitFor();
    await press(page, "Call play()");
    await firstFrame(page).getByText("pressed play").waitFor();
    assert.deepEqual([...errors, ...warnings], []);
  });

  test(`${name}: fifty apps that come, play and go leave nothing behind`, async () => {
    const { page, errors, warnings } = await openMounted(async (page) => {
      await page.addInitScript(noteKept);
      // Without tools to tell it to, Vue keeps all that happens for some seconds.
      await page.addInitScript(() => Object.assign(window, { __VUE_DEVTOOLS_GLOBAL_HOOK__: { emit() {} } }));
    });
    await press(page, "Call play()");
    await firstFrame(page).getByRole("heading", { name: "Test game" }).waitFor();
    const [once, often] = await page.evaluate(async () => {
      const settle = () => new Promise((resolve) => setTimeout(resolve, 20));
      const { app } = globalThis;
      app.unmount();
      await settle();
      const once = globalThis.kept();
      const gone: WeakRef<Element>[] = [];
      Object.assign(globalThis, { gone });
      for (let i = 0; i < 50; i++) {
        app.mount();
        for (const widget of document.querySelectorAll("house-lights")) {
          gone.push(new WeakRef(widget));
          widget.play();
        }
        await settle();
        app.unmount();
      }
      await settle();
      return [once, globalThis.kept()];
    });
    assert.deepEqual(often, once);
    assert.deepEqual(once?.filter((one) => /Observer|Interval/.test(one)), []);
    assert.equal(await page.evaluate(() => window.frames.length), 0);
    assert.equal(await page.locator("main > *").count(), 0);
    if (isFirefox) {
      return; // it clears away what nobody holds when it likes
    }
    await page.requestGC();
    const alive = await page.evaluate(() => (Reflect.get(globalThis, "gone") as WeakRef<Element>[]).filter((one) => one.deref() !== undefined).length);
    assert.ok(alive <= 2, `${alive} of 100 widgets are held`); // frameworks hold the tree that was there last
    assert.deepEqual([...errors, ...warnings], []);
  });
}

test("Vue's JSX and h()", async () => {
  const { page, errors, warnings } = await openApp("vuejsx.js");
  await timer(page, /^In JSX/).waitFor();
  await timer(page, /^In h\(\)/).waitFor();
  await press(page, "Light");
  await page.waitForFunction(() => document.querySelectorAll("house-lights[theme=light]").length === 2);
  for (const i of [0, 1]) {
    await widgets(page).nth(i).evaluate((widget, detail) => widget.dispatchEvent(new CustomEvent("houselights-ready", { detail })), i);
    await page.getByRole("status").filter({ hasText: `${i}` }).waitFor();
  }
  assert.deepEqual([...errors, ...warnings], []);
});

/** All that the types say, as the element itself has to have it. The compiler holds these lists to the types. */
const attributes: Required<{ [Name in keyof HouseLightsAttributes]: { property: keyof HouseLightsSettings; value: string; first: string } }> = {
  pack: { property: "pack", value: "https://fans.example/my.json", first: "purple-hearts" },
  event: { property: "event", value: "sequel", first: "" },
  "event-title": { property: "eventTitle", value: "The day", first: "" },
  mode: { property: "mode", value: "daily", first: "home" },
  lang: { property: "lang", value: "vi", first: "" },
  theme: { property: "theme", value: "dark", first: "auto" },
  accent: { property: "accent", value: "#f0a", first: "" },
  loading: { property: "loading", value: "lazy", first: "click" },
  motion: { property: "motion", value: "reduce", first: "auto" },
  sound: { property: "sound", value: "on", first: "off" },
  src: { property: "src", value: "https://your.host/widget/", first: "" },
};
const members: { [Name in Exclude<keyof HouseLightsElement, keyof HTMLElement>]: "string" | "function" } = {
  pack: "string", event: "string", eventTitle: "string", mode: "string", theme: "string", accent: "string", loading: "string", motion: "string", sound: "string", src: "string",
  play: "function", pause: "function", reset: "function",
};

test("the element has what the types say, and no other attributes", async () => {
  const { page } = await setting.open("index.html");
  await page.waitForFunction(() => customElements.get("house-lights") !== undefined);
  const found = await page.evaluate(
    ({ attributes, members }) => {
      const element = document.createElement("house-lights");
      const first: Record<string, unknown> = {};
      const read: Record<string, unknown> = {};
      for (const [attribute, { property, value }] of Object.entries(attributes)) {
        first[attribute] = element[property];
        Reflect.set(element, property, value);
        read[attribute] = [element[property], element.getAttribute(attribute)];
        for (const nothing of [null, undefined]) {
          Reflect.set(element, property, value);
          Reflect.set(element, property, nothing);
          read[`${attribute} set to ${nothing}`] = [element[property], element.getAttribute(attribute)];
        }
      }
      const { observedAttributes } = customElements.get("house-lights") as unknown as { observedAttributes: string[] };
      return { observed: observedAttributes.toSorted(), first, read, members: Object.fromEntries(members.map((name) => [name, typeof Reflect.get(element, name)])) };
    },
    { attributes, members: Object.keys(members) },
  );
  const all = Object.entries(attributes);
  assert.deepEqual(found, {
    observed: Object.keys(attributes).toSorted(),
    first: Object.fromEntries(all.map(([attribute, { first }]) => [attribute, first])),
    read: Object.fromEntries(
      all.flatMap(([attribute, { value, first }]) => [
        [attribute, [value, value]],
        [`${attribute} set to null`, [first, null]],
        [`${attribute} set to undefined`, [first, null]],
      ]),
    ),
    members,
  });
});

test("the types name every phase", () => {
  const phases: Record<HouseLightsPhase, true> = { unknown: true, far: true, near: true, "last-day": true, "last-minute": true, "last-ten": true, now: true, today: true, past: true, since: true, anniversary: true };
  assert.deepEqual(Object.keys(phases), phaseNames);
});

test("the page's own settings stand for attributes that are not there", async () => {
  const settings: HouseLightsSettings = { pack: "https://fans.example/my.json", event: "2098-01-01T00:00:00Z", eventTitle: "The day", mode: "daily", lang: "es", theme: "dark", accent: "#f0a", loading: "lazy", motion: "full", sound: "on", src: "/widget/" };
  const { page } = await setting.blank();
  await page.addInitScript((settings) => Object.assign(window, { Houselights: settings }), settings);
  await page.goto(setting.url);
  await page.waitForFunction(() => customElements.get("house-lights") !== undefined);
  const read = await page.evaluate((names) => {
    const element = document.createElement("house-lights");
    return Object.fromEntries(names.map((name) => [name, element[name]]));
  }, Object.keys(settings) as (keyof HouseLightsSettings)[]);
  assert.deepEqual(read, settings);
});

test("the published types hold where neither React nor Vue is installed", async () => {
  const folder = await mkdtemp(join(tmpdir(), "houselights-types-"));
  try {
    await copyFile(join(testSite, "houselights.d.ts"), join(folder, "houselights.d.ts"));
    await writeFile(
      join(folder, "page.ts"),
      `document.querySelector("house-lights")?.play();
       document.addEventListener("houselights-phase", ({ detail }) => detail.phase satisfies string);
       document.createElement("house-lights").theme = "dark";
       // @ts-expect-error
       document.createElement("house-lights").theme = "blue";`,
    );
    await writeFile(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions: { strict: true, noEmit: true, skipLibCheck: false, lib: ["es2023", "dom"], types: [] } }));
    await promisify(execFile)(process.execPath, [join("node_modules", "typescript", "bin", "tsc"), "-p", folder]).catch(({ stdout }: { stdout: string }) => assert.fail(stdout));
  } finally {
    await rm(folder, { recursive: true });
  }
});
