// What axe-core finds wrong: nothing, on the poster and on every screen of the game.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import type { AxeResults, RunOptions } from "axe-core";
import type { Page } from "playwright-core";
import { isFirefox, testSite, useBrowser } from "./browser";
import { scenes, showScene } from "./scenes";

const setting = useBrowser(testSite);
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe finds in a page that has it, a line each. */
async function faults(page: Page, options: RunOptions = {}): Promise<string[]> {
  const { violations } = await page.evaluate(
    (options) => (Reflect.get(globalThis, "axe") as { run(options: RunOptions): Promise<AxeResults> }).run(options),
    options,
  );
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help}: ${html}`));
}

/** Brings axe into a page. Not by a script element, which the frame's policy refuses. */
const bringAxe = (page: Page) => page.evaluate(axe);

for (const colorScheme of ["dark", "light"] as const) {
  test(`axe finds nothing on the poster, ${colorScheme}`, async () => {
    const { page } = await setting.open("index.html", { colorScheme });
    await page.getByRole("button", { name: "Play", exact: true }).waitFor();
    await bringAxe(page);
    assert.deepEqual(await faults(page), []);
  });
}

/** The frame is part of a page, whose first heading is above it: those of the game begin with the second level. */
const inPage: RunOptions["rules"] = { "page-has-heading-one": { enabled: false } };

test("axe finds nothing in any scene", async () => {
  const { page } = await setting.open("frame.html");
  await page.locator(".curtain").waitFor({ state: "detached" });
  await bringAxe(page);
  for (const scene of scenes) {
    await showScene(page, scene);
    // The words that are seen are on the canvas, where axe cannot read; the mirror's are clear.
    assert.deepEqual(await faults(page, { rules: { ...inPage, "color-contrast": { enabled: false } } }), [], scene.scene);
  }
});

test("axe finds nothing with forced colours", async () => {
  const { page } = await setting.open("frame.html", { forcedColors: "active" });
  await page.locator(".curtain").waitFor({ state: "detached" });
  await bringAxe(page);
  for (const scene of scenes.filter(({ width }) => width === 720)) {
    await showScene(page, scene);
    // A Firefox without a contrast theme has the system's own colours, which are not ours to choose.
    assert.deepEqual(await faults(page, { rules: { ...inPage, "color-contrast": { enabled: !isFirefox } } }), [], scene.scene);
  }
});
