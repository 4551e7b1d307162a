// What the poster costs the page that it stands in, before Play.

import { gzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import { launch } from "../tests/chromium";
import { median, sum } from "./stats";
import type { Row } from "./table";
import { pause } from "./tabs";

const runs = 3;
const slowdown = 4;
const settle = 2000; // ms
const watched = 4000; // ms

declare global {
  var shift: number;
}

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number; // µs
  readonly dur?: number;
}

/**
 * The longest task and the shift of the layout from the moment when the script comes, on a slow machine. The page has
 * been standing for a while: what its own first layout costs is not the widget's.
 */
export async function poster(url: string): Promise<Row[]> {
  const longest: number[] = [];
  const shifts: number[] = [];
  for (let run = 0; run < runs; run++) {
    const { task, shift } = await watchPoster(url);
    longest.push(task);
    shifts.push(shift);
  }
  return [
    { what: `longest task, processor slowed ${slowdown} times`, ours: median(longest), unit: "ms", goal: { most: 50 } },
    { what: "layout shift", ours: Math.max(...shifts), unit: "", goal: { most: 0 } },
  ];
}

async function watchPoster(url: string): Promise<{ task: number; shift: number }> {
  const browser = await launch();
  try {
    const page = await browser.newPage();
    await page.addInitScript(watchShift);
    const script = await holdBack(page, `${url}houselights.js`);
    await page.goto(`${url}blog.html`, { waitUntil: "domcontentloaded" });
    await pause(settle);

    const session = await page.context().newCDPSession(page);
    await session.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
    await browser.startTracing(page, { categories: ["__metadata", "devtools.timeline", "disabled-by-default-devtools.timeline"] });
    script.release();
    await pause(watched); // asking the page whether the poster is there would be a task of its own
    const trace = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: readonly TraceEvent[] };
    await session.send("Emulation.setCPUThrottlingRate", { rate: 1 });
    await page.getByRole("button", { name: "Play", exact: true }).waitFor();
    return { task: longestTask(trace.traceEvents), shift: await page.evaluate(() => globalThis.shift) };
  } finally {
    await browser.close();
  }
}

/** Has the answer to a request wait for its release. */
async function holdBack(page: Page, url: string): Promise<{ release: () => void }> {
  let release = (): void => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route(url, async (route) => {
    await released;
    await route.continue();
  });
  return { release };
}

function watchShift(): void {
  globalThis.shift = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      globalThis.shift += (entry as PerformanceEntry & { readonly value: number }).value;
    }
  }).observe({ type: "layout-shift", buffered: true });
}

/** The longest task in which the page itself was at work, in milliseconds. The browser has long ones of its own. */
function longestTask(events: readonly TraceEvent[]): number {
  const pageWork = events.filter(({ name }) => ["EvaluateScript", "FunctionCall", "TimerFire", "UpdateLayoutTree", "Layout", "Paint"].includes(name));
  const tasks = events.filter(
    (task) =>
      task.name === "RunTask" &&
      pageWork.some(({ pid, tid, ts }) => pid === task.pid && tid === task.tid && ts >= task.ts && ts <= task.ts + (task.dur ?? 0)),
  );
  if (tasks.length === 0) {
    throw new Error("the trace holds no task of the page");
  }
  return Math.max(...tasks.map(({ dur }) => (dur ?? 0) / 1000));
}

/** What is fetched for the widget before Play, beside the page itself. */
export async function weight(url: string): Promise<Row[]> {
  const browser = await launch();
  try {
    const page = await browser.newPage();
    const blog = `${url}blog.html`;
    const bodies: Promise<Buffer>[] = [];
    page.on("response", (response) => {
      if (response.url() !== blog && !response.url().startsWith("data:")) {
        bodies.push(response.body());
      }
    });
    await page.goto(blog);
    await page.getByRole("button", { name: "Play", exact: true }).waitFor();
    await page.waitForLoadState("networkidle");
    const sizes = (await Promise.all(bodies)).map((body) => gzipSync(body, { level: 9 }).length);
    return [
      { what: "weight, gzip -9", ours: sum(sizes), unit: "bytes", goal: { most: 5000 }, reference: 5225 },
      { what: "requests", ours: sizes.length, unit: "", goal: { most: 1 }, reference: 2 },
    ];
  } finally {
    await browser.close();
  }
}
