// The real game at many sizes and ratios of pixels: as sharp as the screen, never stretched, never behind.

import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { chromiumOnly, realSite, useBrowser } from "./browser";

const setting = useBrowser(realSite);

const sizes = [[320, 240], [640, 360], [1920, 1080], [360, 640], [1024, 768], [333, 777], [720, 480], [1280, 300], [400, 400], [900, 700]] as const;

/** Opens a screen on which nothing moves. */
async function openStill(page: Page): Promise<void> {
  await page.goto(new URL("frame.html?mode=classic&lang=en", setting.url).href);
  await page.getByRole("button", { name: "Start", exact: true }).waitFor();
  await page.locator(".curtain").waitFor({ state: "detached" });
}

/** The pixels of the canvas and the place that they fill. */
const canvas = (page: Page) =>
  page.locator("canvas").evaluate((element: HTMLCanvasElement) => {
    const { width, height } = element.getBoundingClientRect();
    return { pixels: [element.width, element.height], place: [width * devicePixelRatio, height * devicePixelRatio] };
  });

async function checkSharp(page: Page, width: number, height: number, ratio: number): Promise<void> {
  await page.waitForFunction(
    ([w, h]) => Math.abs((document.querySelector("canvas")?.width ?? 0) - w) <= 1 && Math.abs((document.querySelector("canvas")?.height ?? 0) - h) <= 1,
    [width * ratio, height * ratio] as const,
  );
  const { pixels, place } = await canvas(page);
  assert.deepEqual(pixels, place.map(Math.round), "a pixel of the canvas is one of the screen");
}

test("ten sizes one after the other, each drawn as if the frame had been opened at it", { timeout: 120_000 }, async () => {
  const { page } = await setting.blank();
  await openStill(page);
  for (const [width, height] of sizes) {
    await page.setViewportSize({ width, height });
    await checkSharp(page, width, height, 1);
  }
  const last = await page.screenshot();
  await openStill(page);
  assert.ok(last.equals(await page.screenshot()), "the same picture as of a frame opened at this size");
});

test("the ratio of pixels goes from 1 to 2 to 1.5", { timeout: 60_000, ...chromiumOnly("changes the ratio of an open page, by Chromium’s own tools") }, async () => {
  const { page } = await setting.blank({ viewport: { width: 720, height: 480 } });
  await openStill(page);
  const tools = await page.context().newCDPSession(page);
  for (const ratio of [2, 1.5, 1]) {
    await tools.send("Emulation.setDeviceMetricsOverride", { width: 720, height: 480, deviceScaleFactor: ratio, mobile: false });
    await page.evaluate(() => dispatchEvent(new Event("focus"))); // no event tells a frame of this, but it looks at every frame
    await checkSharp(page, 720, 480, ratio);
  }
});

for (const zoom of [1.1, 2, 4]) {
  test(`browser zoom at ${Math.round(zoom * 100)} %`, { timeout: 60_000 }, async () => {
    // A zoom is a smaller page of more pixels.
    const { page } = await setting.blank({ viewport: { width: Math.round(1280 / zoom), height: Math.round(1024 / zoom) }, deviceScaleFactor: zoom });
    await openStill(page);
    await checkSharp(page, Math.round(1280 / zoom), Math.round(1024 / zoom), zoom);
  });
}
