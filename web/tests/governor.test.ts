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

test("out of sight it draws nothing, in sight again it does", async () => {
  const { page } = await setting.blank();
  await page.route("**/blog.html", (route) =>
    route.fulfill({ contentType: "text/html", body: `<!doctype html><title>A blog</title><iframe title="Game" src="frame.html" width="500" height="400"></iframe><p style="height:3000px">` }),
  );
  await page.goto(`${setting.url}blog.html`);
  const game = page.frameLocator("iframe");
  await game.locator(".curtain").waitFor({ state: "detached" });
  const inFrame = game.locator("html");
  const seen = (value: number) => inFrame.evaluate((_, n) => new Promise<void>((resolve) => {
    const look = () => (globalThis.events.some(([type, , v]) => type === "seen" && v === n) ? resolve() : void setTimeout(look, 10));
    look();
  }), value);
  await page.evaluate(() => scrollTo(0, 2000));
  await seen(0);
  const before = await inFrame.evaluate(() => globalThis.drawn);
  await inFrame.evaluate(() => globalThis.houselights?.nextFrame(0));
  await settle(page);
  assert.equal(await inFrame.evaluate(() => globalThis.drawn), before);
  await page.evaluate(() => scrollTo(0, 0));
  await seen(1);
  await page.waitForFunction((n) => (document.querySelector("iframe")?.contentWindow as unknown as { drawn: number }).drawn > n, before);
});

const wakers: { name: string; wake: (page: Page) => Promise<unknown> }[] = [
  { name: "a click", wake: (page) => page.getByRole("button", { name: "All modes" }).click() },
  { name: "a key", wake: (page) => page.keyboard.press("1") },
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
