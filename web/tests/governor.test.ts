// The governor: how many frames the test game gets, which asks for none by itself.

import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { testSite, useBrowser } from "./browser";

const setting = useBrowser(testSite);

async function openGame(): Promise<Page> {
  const { page } = await setting.open("frame.html");
  await page.locator(".curtain").waitFor({ state: "detached" });
  await settle(page);
  return page;
}

/** Lets two frames of the browser go by. */
const settle = (page: Page) =>
  page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));

const frames = (page: Page) => page.evaluate(() => globalThis.drawn);

test("a game at rest draws nothing", async () => {
  const page = await openGame();
  const before = await frames(page);
  await settle(page);
  assert.equal(await frames(page), before);
});

test("a frame comes when it was asked for, and one only", async () => {
  const page = await openGame();
  const before = await frames(page);
  await page.evaluate(() => globalThis.houselights?.nextFrame(30));
  await page.waitForFunction((n) => globalThis.drawn === n, before + 1);
  await settle(page);
  assert.equal(await frames(page), before + 1);
});

test("“at once” is the next frame", async () => {
  const page = await openGame();
  const before = await frames(page);
  await page.evaluate(() => globalThis.houselights?.nextFrame(0));
  await page.waitForFunction((n) => globalThis.drawn === n, before + 1);
});

test("“never” takes back what was asked for", async () => {
  const page = await openGame();
  const before = await frames(page);
  await page.evaluate(() => {
    globalThis.houselights?.nextFrame(1);
    globalThis.houselights?.nextFrame(-1);
    // Timers go off in the order of their times, so this one comes after the first would have.
    return new Promise((resolve) => setTimeout(resolve, 2));
  });
  await settle(page);
  assert.equal(await frames(page), before);
});

const wakers: { name: string; wake: (page: Page) => Promise<unknown> }[] = [
  { name: "a click", wake: (page) => page.getByRole("button", { name: "All modes" }).click() },
  { name: "a key", wake: (page) => page.keyboard.press("1") },
  { name: "a message", wake: (page) => page.evaluate(() => window.postMessage("hello", "*")) },
  { name: "a new size", wake: (page) => page.setViewportSize({ width: 700, height: 500 }) },
  { name: "a tab that comes back", wake: (page) => page.evaluate(() => document.dispatchEvent(new Event("visibilitychange"))) },
];
for (const { name, wake } of wakers) {
  test(`${name} wakes it`, async () => {
    const page = await openGame();
    const before = await frames(page);
    await wake(page);
    await page.waitForFunction((n) => globalThis.drawn > n, before);
  });
}
