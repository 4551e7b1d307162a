// The start on a phone with a poor connection, and whether the bar tells the truth about it.

import type { CDPSession } from "playwright-core";
import { median, sum } from "./stats";
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
  /** From when the bar is there to when the game is: the furthest that it was from the share of that time. */
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
      const { page, ms } = await visit(browser, url, "blog.html", slow);
      const pressed = await page.evaluate(() => globalThis.pressed ?? NaN);
      bars.push(honesty(await page.evaluate(() => globalThis.bar), pressed, ms));
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
    { what: "it is off the share of its time by", ours: 100 * worst("off"), unit: "%", goal: { most: 20 } },
  ];
}

async function slow(session: CDPSession): Promise<void> {
  await session.send("Network.emulateNetworkConditions", slow4G);
  await session.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
}

function honesty(samples: readonly Sample[], pressed: number, whole: number): Honesty {
  const ready = pressed + whole;
  const seen = samples.flatMap(({ at, share }) => (share === undefined || at > ready ? [] : [{ at, share }]));
  const [first] = seen;
  if (first === undefined || seen.length < 10) {
    throw new Error(`the bar was seen only ${seen.length} times on its way`);
  }
  // It stands as it was seen last while the page is too busy to look.
  const stands = seen.map(({ at, share }, i) => ({ from: at, until: seen[i + 1]?.at ?? ready, share }));
  const time = (at: number): number => (at - first.at) / (ready - first.at);
  return {
    stepsBack: seen.filter(({ share }, i) => share < (seen[i - 1]?.share ?? 0)).length,
    full: sum(stands.filter(({ share }) => share >= 1).map(({ from, until }) => until - from)) / whole,
    off: Math.max(...stands.flatMap(({ from, until, share }) => [time(from) - share, time(until) - share].map(Math.abs))),
  };
}

/** Runs in the page before all else. */
function watchBar(): void {
  globalThis.bar = [];
  setInterval(() => {
    const bar = document.querySelector("house-lights")?.shadowRoot?.querySelector("progress");
    globalThis.bar.push({ at: Date.now(), share: bar == null || bar.hidden ? undefined : bar.position });
  }, 50);
}
