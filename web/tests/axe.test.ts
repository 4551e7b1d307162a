// What axe-core finds wrong: nothing, on any poster, in the dialog, on the curtain and on every screen of the game, in either
// theme and in the system's own colours.

import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { bringAxe, faults, inPage, onCanvas, skies } from "./axe";
import { frameOf, openBlog, playButton } from "./blog";
import { isFirefox, realSite, testSite, useBrowser } from "./browser";
import { playTen, tenOfEveryKind } from "./play";
import { scenes, showScene } from "./scenes";

const setting = useBrowser(testSite);
const published = useBrowser(realSite);

const themes = ["dark", "light"] as const;
const wide = scenes.filter(({ width }) => width === 720);

/** Widgets in boxes of several sizes, each in a phase of its own, in each language. */
const posters = (theme: string): string =>
  ["en", "vi", "es"]
    .flatMap((lang) =>
      [
        ["900px", "600px", "sequel"],
        ["360px", "480px", "2199-01-01T00:00:00Z"],
        ["320px", "240px", "2001-01-01T00:00:00Z"],
        ["720px", "120px", "birthday"],
        ["300px", "250px", new Date(Date.now() + 3_600_000).toISOString()],
        ["200px", "150px", ""],
      ].map(([width, height, event]) => `<house-lights lang="${lang}" theme="${theme}" event="${event}" event-title="A premiere" style="display:block;width:${width};height:${height};min-height:0;aspect-ratio:auto"></house-lights>`),
    )
    .concat(`<house-lights lang="en" theme="${theme}" pack="https://fans.example/quiz.json"></house-lights>`)
    .join("");

const openPosters = async (theme: string, forcedColors: "active" | "none"): Promise<Page> => {
  const { page } = await openBlog(setting, `<main><h1>A blog</h1>${posters(theme)}</main>`, "", undefined, { forcedColors });
  await page.evaluate((html) => (document.documentElement.lang = html), "en");
  await page.waitForFunction(() => [...document.querySelectorAll("house-lights")].every((widget) => (widget.shadowRoot?.querySelector<HTMLElement>(".poster")?.style.opacity ?? "0") === ""));
  await bringAxe(page);
  return page;
};

for (const theme of themes) {
  test(`axe finds nothing on any poster, ${theme}`, { timeout: 60_000 }, async () => {
    const page = await openPosters(theme, "none");
    for (const sky of skies[theme]) {
      await page.evaluate((sky) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(`.poster { background: ${sky} !important }`);
        document.querySelectorAll("house-lights").forEach((widget) => widget.shadowRoot?.adoptedStyleSheets.push(sheet));
      }, sky);
      assert.deepEqual(await faults(page), [], sky);
    }
  });

  test(`axe finds nothing in the dialog of a small box, ${theme}`, async () => {
    const { page } = await openBlog(setting, `<main><h1>A blog</h1><house-lights lang="en" theme="${theme}" style="width:200px;height:150px;min-height:0"></house-lights></main>`);
    await page.evaluate(() => (document.documentElement.lang = "en"));
    await playButton(page).click();
    await frameOf(page).getByRole("heading").first().waitFor();
    await bringAxe(page);
    assert.deepEqual(await faults(page), []);
  });

  for (const forcedColors of ["none", "active"] as const) {
    test(`axe finds nothing while the game is on its way and when it does not come, ${theme}${forcedColors === "active" ? ", with forced colours" : ""}`, async () => {
      // axe reads -webkit-text-fill-color, which Chromium tells as it was before the system's colours came in its place.
      const rules = forcedColors === "active" ? onCanvas : inPage;
      let fail = (): void => {};
      const held = new Promise<void>((done) => (fail = done));
      const { page } = await setting.blank({ forcedColors });
      await page.route("**/*.wasm", async (route) => {
        await held;
        await route.abort();
      });
      await page.goto(`${setting.url}frame.html?theme=${theme}&lang=en`);
      await page.getByText("Loading the game").waitFor();
      await bringAxe(page);
      assert.deepEqual(await faults(page, rules), [], "on its way");
      if (forcedColors === "active") {
        const colors = await page.locator(".poster span, .poster p").evaluateAll((all) => [...new Set(all.map((one) => getComputedStyle(one).color))]);
        assert.deepEqual(colors, ["rgb(0, 0, 0)"], "the system's own");
      }
      fail();
      await page.getByRole("button", { name: "Try again" }).waitFor();
      await page.getByText("For the owner of this page").click();
      assert.deepEqual(await faults(page, rules), [], "not there");
    });
  }

  test(`axe finds nothing in any scene that the page shows in the game's place, ${theme}`, { timeout: 120_000 }, async () => {
    const { page } = await setting.open("frame.html");
    await page.locator(".curtain").waitFor({ state: "detached" });
    await bringAxe(page);
    const [, sky = ""] = skies[theme];
    await page.evaluate((sky) => document.documentElement.style.setProperty("--sky", sky), sky);
    for (const scene of wide) {
      await showScene(page, { ...scene, tree: { ...scene.tree, theme, plain: true } });
      assert.deepEqual(await faults(page, inPage), [], scene.scene);
    }
  });

  test(`axe finds nothing in a round, from home to settings, ${theme}`, { timeout: 120_000 }, async () => {
    const { page } = await published.blank({ colorScheme: theme, reducedMotion: "reduce" });
    await page.route("**/ten.json", (route) => route.fulfill({ contentType: "application/json", body: tenOfEveryKind }));
    await page.goto(`${published.url}frame.html?lang=en&pack=ten.json`);
    const press = (name: string | RegExp): Promise<void> => page.getByRole("button", { name, exact: typeof name === "string" }).click();
    await page.getByRole("button", { name: "All modes" }).waitFor();
    await bringAxe(page);
    const seen: string[] = [];
    const look = async (screen: string): Promise<void> => {
      seen.push(screen);
      assert.deepEqual(await faults(page, onCanvas), [], screen);
    };
    const lookBehind = async (name: string | RegExp): Promise<void> => {
      const nodes = page.locator("main [data-key]");
      const keys = () => nodes.evaluateAll((all) => all.map((node) => node.getAttribute("data-key")).join(" "));
      const before = await keys();
      await press(name);
      await page.waitForFunction((before) => [...document.querySelectorAll("main [data-key]")].map((node) => node.getAttribute("data-key")).join(" ") !== before, before);
      await look(String(name));
    };
    await look("home");
    await lookBehind(/^until /);
    await lookBehind("Back");
    await lookBehind("All modes");
    await lookBehind("Settings");
    await lookBehind("Back");
    await lookBehind("About");
    await lookBehind("Back");
    await press(/^Classic/);
    await page.getByRole("button", { name: "Start", exact: true }).waitFor();
    await playTen(page, (control) => control.click(), look);
    await lookBehind("Review answers");
    assert.ok(seen.length > 28, `${seen.length} screens`);
  });
}

test("axe finds nothing on any poster with forced colours", { timeout: 60_000 }, async () => {
  assert.deepEqual(await faults(await openPosters("auto", "active")), []);
});

test("axe finds nothing in any scene", { timeout: 120_000 }, async () => {
  const { page } = await setting.open("frame.html");
  await page.locator(".curtain").waitFor({ state: "detached" });
  await bringAxe(page);
  for (const scene of scenes) {
    await showScene(page, scene);
    assert.deepEqual(await faults(page, onCanvas), [], scene.scene);
  }
});

test("axe finds nothing with forced colours", { timeout: 120_000 }, async () => {
  const { page } = await setting.open("frame.html", { forcedColors: "active" });
  await page.locator(".curtain").waitFor({ state: "detached" });
  await bringAxe(page);
  for (const scene of wide) {
    await showScene(page, scene);
    // A Firefox without a contrast theme has the system's own colours, which are not ours to choose.
    assert.deepEqual(await faults(page, { ...inPage, "color-contrast": { enabled: !isFirefox } }), [], scene.scene);
  }
});
