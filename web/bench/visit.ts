// A visitor with a profile of their own comes to a page and presses Play: how long until the game is there, and what was
// fetched for it.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import type { BrowserContext, CDPSession, Frame, Page } from "playwright-core";
import { args, chromiumPath } from "../tests/chromium";
import { watchFrames } from "./frames";
import { pause } from "./tabs";

/** What the visitor's page holds: the widget, or a button that puts the stock game in a frame. */
export type Blog = "blog.html" | "stockblog.html";

export interface Fetched {
  readonly url: string;
  /** What came over the wire, compressed, without the headers. */
  readonly bytes: number;
  /** How it was compressed; "" where it was not. */
  readonly encoding: string;
}

export interface Visit {
  readonly page: Page;
  /** That of the game. */
  readonly frame: Frame;
  /** From the press on Play until a frame has been drawn and nothing is over it. */
  readonly ms: number;
  /** All that was fetched in that time. */
  readonly fetched: readonly Fetched[];
}

declare global {
  var pressed: number | undefined;
  var uncovered: number | undefined;
}

/** Gives a browser with a profile that nobody has used, on a disk, as visitors have them: a private one caches less. */
export async function withProfile<T>(use: (browser: BrowserContext) => Promise<T>): Promise<T> {
  const profile = mkdtempSync(join(tmpdir(), "houselights-bench-"));
  try {
    const browser = await chromium.launchPersistentContext(profile, { executablePath: chromiumPath, args, viewport: { width: 800, height: 700 } });
    try {
      await browser.addInitScript(watchFrames, 1);
      await browser.addInitScript(watchPress);
      return await use(browser);
    } finally {
      await browser.close();
    }
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Has the browser start what it needs for drawing, which the first game would else pay for. */
export async function warmUp(browser: BrowserContext, url: string): Promise<void> {
  const page = await browser.newPage();
  await page.goto(`${url}reply.html`);
  await page.getByRole("button", { name: "One" }).click();
  await page.waitForFunction(() => globalThis.drawnFrames.length > 0, null, { polling: 20 });
  await page.close();
}

/** Opens a page, presses Play, and waits for the game. */
export async function visit(browser: BrowserContext, url: string, blog: Blog, slow?: (session: CDPSession) => Promise<void>): Promise<Visit> {
  const page = await browser.newPage();
  page.setDefaultTimeout(120_000);
  await page.goto(url + blog);
  const play = page.getByRole("button", { name: "Play", exact: true });
  await play.waitFor();
  await page.waitForLoadState("networkidle");
  const session = await page.context().newCDPSession(page);
  const fetched = await watchNetwork(session);
  await slow?.(session);

  await play.hover();
  await pause(300); // a hand is there before it presses
  await page.mouse.down();
  await page.mouse.up();
  const frame = await (await page.waitForSelector("iframe")).contentFrame();
  if (frame === null) {
    throw new Error(`${url}${blog}: the frame with the game has no page`);
  }
  const drawn = await frame.waitForFunction(() => globalThis.drawnFrames?.find(({ covered }) => !covered)?.finished, null, { polling: 50 });
  if (blog === "blog.html") {
    await page.waitForFunction(() => globalThis.uncovered, null, { polling: 50 });
  }
  const { pressed = NaN, uncovered = 0 } = await page.evaluate(() => ({ pressed: globalThis.pressed, uncovered: globalThis.uncovered }));
  return { page, frame, ms: Math.max((await drawn.jsonValue()) ?? NaN, uncovered) - pressed, fetched: fetched() };
}

function watchPress(): void {
  const note = ({ timeStamp }: Event): void => {
    globalThis.pressed = performance.timeOrigin + timeStamp;
  };
  addEventListener("pointerdown", note, { capture: true });
  // The widget keeps its poster over the frame until then.
  addEventListener("houselights-ready", () => {
    globalThis.uncovered = performance.timeOrigin + performance.now();
  });
}

async function watchNetwork(session: CDPSession): Promise<() => Fetched[]> {
  const requests = new Map<string, { url: string; bytes: number; encoding: string }>();
  session.on("Network.requestWillBeSent", ({ requestId, request }) => requests.set(requestId, { url: request.url, bytes: 0, encoding: "" }));
  session.on("Network.responseReceived", ({ requestId, response }) => {
    const request = requests.get(requestId);
    if (request !== undefined) {
      const header = Object.entries(response.headers).find(([name]) => name.toLowerCase() === "content-encoding");
      request.encoding = header?.[1] ?? "";
    }
  });
  session.on("Network.dataReceived", ({ requestId, encodedDataLength }) => {
    const request = requests.get(requestId);
    if (request !== undefined) {
      request.bytes += encodedDataLength;
    }
  });
  await session.send("Network.enable");
  return () => [...requests.values()].filter(({ url }) => url.startsWith("http"));
}
