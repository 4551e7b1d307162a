// How long a frame takes while something moves: from the call into the page's own code until all that it draws is drawn.
// Ours are those in which the ring of a question runs, in which one screen comes in the place of another, and those of home in its first
// seconds; the stock game's are empty. Both are 720×480 at ratio 1.

import { watchFrames } from "./frames";
import type { DrawnFrame } from "./frames";
import { quantile } from "./stats";
import type { Row } from "./table";
import { Tabs, pause, press } from "./tabs";
import type { Tab } from "./tabs";

const rounds = 3;
const settle = 500; // ms
const change = 400; // ms, which is what one takes
const slice = 4000; // ms; three of them and what lies between are less than the time for a question

export async function motion(url: string): Promise<Row[]> {
  const tabs = new Tabs();
  try {
    const stock = await tabs.open(`${url}stock.html`, watchFrames);
    const ours = await tabs.open(`${url}frame.html?lang=en`, watchFrames);
    await stock.toFront();
    await stock.until("globalThis.drawnFrames.length > 10");
    await ours.toFront();
    await press(ours, ["modes", "mode-classic", "start"]);
    await ours.until(`document.querySelector("[data-key=answer-1]") !== null`);

    const frames = new Map<Tab, DrawnFrame[]>([[ours, []], [stock, []]]);
    for (let round = 0; round < rounds; round++) {
      for (const [tab, all] of frames) {
        await tab.toFront();
        await pause(settle);
        await tab.evaluate("void (globalThis.drawnFrames = [])");
        await pause(slice);
        all.push(...((await tab.evaluate("globalThis.drawnFrames")) as DrawnFrame[]));
      }
    }
    const [ring = [], empty = []] = frames.values();

    await ours.toFront();
    /** The frames in so many milliseconds after a press. */
    const after = async (key: string, time: number): Promise<DrawnFrame[]> => {
      await ours.evaluate("void (globalThis.drawnFrames = [])");
      await press(ours, [key]);
      await pause(time);
      return (await ours.evaluate("globalThis.drawnFrames")) as DrawnFrame[];
    };
    await after("back", settle);
    const changes: DrawnFrame[] = [];
    for (let i = 0; i < 8; i++) {
      changes.push(...(await after("modes", change)));
      await pause(settle);
      changes.push(...(await after("back", change)));
      await pause(settle);
    }
    await after("modes", settle);
    await after("back", change);
    await ours.evaluate("void (globalThis.drawnFrames = [])");
    await pause(slice);
    const home = (await ours.evaluate("globalThis.drawnFrames")) as DrawnFrame[];

    const within = (all: readonly DrawnFrame[], share: number, until: "handed" | "finished"): number => quantile(all.map((frame) => frame[until] - frame.began), share);
    const row = (what: string, share: number, until: "handed" | "finished", all = ring): Row => ({
      what,
      ours: within(all, share, until),
      unit: "ms",
      reference: within(empty, share, until),
    });
    const perSecond = (all: readonly DrawnFrame[]): number => all.length / ((rounds * slice) / 1000);
    return [
      row("the ring of a question: half of the frames within", 0.5, "finished"),
      row("  of that the page's own code", 0.5, "handed"),
      { ...row("the ring of a question: 95 of 100 within", 0.95, "finished"), goal: { ratio: 1.6 } },
      row("  of that the page's own code", 0.95, "handed"),
      { what: "  frames a second", ours: perSecond(ring), unit: "", reference: perSecond(empty) },
      row("a change of screens: half of the frames within", 0.5, "finished", changes),
      row("  of that the page's own code", 0.5, "handed", changes),
      { ...row("a change of screens: 95 of 100 within", 0.95, "finished", changes), goal: { ratio: 2 } },
      { what: "  frames a second", ours: (1000 * changes.length) / (16 * change), unit: "", reference: perSecond(empty) },
      row("home in its first seconds: half of the frames within", 0.5, "finished", home),
      { ...row("home in its first seconds: 95 of 100 within", 0.95, "finished", home), goal: { ratio: 1.6 } },
      { what: "  frames a second", ours: (1000 * home.length) / slice, unit: "", reference: perSecond(empty) },
    ];
  } finally {
    await tabs.close();
  }
}
