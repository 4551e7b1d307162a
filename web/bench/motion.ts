// How long a frame takes while something moves: from the call into the page's own code until all that it draws is drawn.
// Ours are those in which the ring of a question runs; the stock game's are empty. Both are 720×480 at ratio 1.

import { watchFrames } from "./frames";
import type { DrawnFrame } from "./frames";
import { quantile } from "./stats";
import type { Row } from "./table";
import { Tabs, pause, press } from "./tabs";
import type { Tab } from "./tabs";

const rounds = 3;
const settle = 500; // ms
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
    const row = (what: string, share: number, until: "handed" | "finished"): Row => {
      const within = (all: readonly DrawnFrame[]): number => quantile(all.map((frame) => frame[until] - frame.began), share);
      return { what, ours: within(ring), unit: "ms", reference: within(empty) };
    };
    const perSecond = (all: readonly DrawnFrame[]): number => all.length / ((rounds * slice) / 1000);
    return [
      row("the ring of a question: half of the frames within", 0.5, "finished"),
      row("  of that the page's own code", 0.5, "handed"),
      { ...row("the ring of a question: 95 of 100 within", 0.95, "finished"), goal: { ratio: 1.6 } },
      row("  of that the page's own code", 0.95, "handed"),
      { what: "  frames a second", ours: perSecond(ring), unit: "", reference: perSecond(empty) },
    ];
  } finally {
    await tabs.close();
  }
}
