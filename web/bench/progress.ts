// The start on a phone with a poor connection, and whether the bar tells the truth about it.

import type { CDPSession } from "playwright-core";
import { median } from "./stats";
import type { Row } from "./table";
import { visit, warmUp, withProfile } from "./visit";

/** Lighthouse's Slow 4G and slow processor, as it has the browser itself apply them. */
const slow4G = { offline: false, latency: 562.5, downloadThroughput: (1474.56 * 1024) / 8, uploadThroughput: (675 * 1024) / 8 };
const slowdown = 4;

interface Sample {
  readonly at: number; // Unix milliseconds
  /** How much of the bar is filled; undefined where none is to be seen. */
  readonly share: number | undefined;
}

declare global {
  var bar: Sample[];
}

const runs = 2;

interface Honesty {
  readonly stepsBack: number;
  /** The share of the time from Play to the game in which the bar was full. */
  readonly full: number;
  /** The furthest that the bar was from the share of the time. */
  readonly off: number;
}

export async function progress(url: string): Promise<Row[]> {
  const ours: number[] = [];
  const stock: number[] = [];
  const bars: Honesty[] = [];
  for (let run = 0; run < runs; run++) {
    await withProfile(async (browser) => {
      await warmUp(browser, url);
      await browser.addInitScript(watchBar);
      const { page, frame, ms } = await visit(browser, url, "blog.html", slow);
      const pressed = await page.evaluate(() => globalThis.pressed ?? NaN);
      bars.push(honesty(await frame.evaluate(() => globalThis.bar), pressed, ms));
      ours.push(ms / 1000);
      await page.close();
      stock.push((await visit(browser, url, "stockblog.html", slow)).ms / 1000);
    });
  }
  const worst = (key: keyof Honesty): number => Math.max(...bars.map((bar) => bar[key]));
  return [
    { what: "from Play to the first frame", ours: median(ours), unit: "s", reference: median(stock), goal: { ratio: 0.75 } },
    { what: "the bar goes back", ours: worst("stepsBack"), unit: "times", goal: { most: 0 } },
    { what: "it is full before the game is there, of the whole time", ours: 100 * worst("full"), unit: "%", goal: { most: 10 } },
    { what: "it is off the share of the time by", ours: 100 * worst("off"), unit: "%", goal: { most: 20 } },
  ];
}

async function slow(session: CDPSession): Promise<void> {
  await session.send("Network.emulateNetworkConditions", slow4G);
  await session.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
}

function honesty(samples: readonly Sample[], pressed: number, whole: number): Honesty {
  const seen = samples.flatMap(({ at, share }) => (share === undefined || at > pressed + whole ? [] : [{ time: (at - pressed) / whole, share }]));
  if (seen.length < 10) {
    throw new Error(`the bar was seen only ${seen.length} times on its way`);
  }
  const full = seen.find(({ share }) => share >= 1);
  return {
    stepsBack: seen.filter(({ share }, i) => share < (seen[i - 1]?.share ?? 0)).length,
    full: full === undefined ? 0 : 1 - full.time,
    off: Math.max(...seen.map(({ time, share }) => Math.abs(time - share))),
  };
}

/** Runs in the frame before all else. */
function watchBar(): void {
  globalThis.bar = [];
  setInterval(() => {
    const bar = document.querySelector<HTMLProgressElement>(".curtain progress");
    globalThis.bar.push({ at: Date.now(), share: bar === null || bar.hidden ? undefined : bar.position });
  }, 50);
}
