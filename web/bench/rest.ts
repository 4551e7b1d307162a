// How busy the main thread is while nobody does anything.

import { median } from "./stats";
import type { Goal, Row } from "./table";
import { Tabs, pause, press } from "./tabs";
import type { Tab } from "./tabs";

const rounds = 3;
const settle = 1000; // ms
const slice = 4000; // ms

/** What an empty page's own figure may be off by, in percent. */
const noise = 0.05;

interface Subject {
  readonly url: string;
  /** Runs until the subject is at rest. */
  readonly begin?: (tab: Tab) => Promise<void>;
  readonly hidden?: true;
}

const drawn = shown("document");
const drawnInWidget = shown("document.querySelector('house-lights').shadowRoot.querySelector('iframe')?.contentDocument?");
const poster = `document.querySelector("house-lights")?.shadowRoot != null`;

export async function rest(url: string): Promise<Row[]> {
  const home = `${url}frame.html?lang=en`;
  const busy = await measure({
    stock: { url: `${url}stock.html`, begin: (tab) => tab.until("document.querySelector('canvas') !== null") },
    seconds: { url: home, begin: (tab) => tab.until(drawn) },
    still: {
      url: home,
      begin: async (tab) => {
        await press(tab, ["modes", "about"]);
        await tab.until(`document.querySelector("[data-key=fans]") !== null`);
      },
    },
    outOfSight: {
      url: `${url}index.html`,
      begin: async (tab) => {
        await tab.until(poster);
        await tab.evaluate(`document.querySelector("house-lights").play()`);
        await tab.until(drawnInWidget);
        await tab.evaluate(`document.body.append(Object.assign(document.createElement("div"), { style: "height: 5000px" })); scrollTo(0, 4000)`);
      },
    },
    hidden: { url: home, begin: (tab) => tab.until(drawn), hidden: true },
    poster: { url: `${url}blog.html`, begin: (tab) => tab.until(poster) },
    empty: { url: `${url}empty.html` },
  });
  const row = (what: string, ours: number, reference: number, goal: Goal): Row => ({ what, ours, unit: "%", reference, goal });
  const asEmpty: Goal = { most: busy.empty + noise };
  return [
    row("home, counting seconds; beside the stock game", busy.seconds, busy.stock, { most: 0.5 }),
    row("a card where nothing moves; beside the stock game", busy.still, busy.stock, { most: 0.1 }),
    row("home, scrolled out of sight; beside an empty page", busy.outOfSight, busy.empty, asEmpty),
    row("home, in a hidden tab; beside an empty page", busy.hidden, busy.empty, asEmpty),
    row("poster before Play; beside an empty page", busy.poster, busy.empty, { most: 0.5 }),
  ];
}

/** Returns by what share of the time the main thread of each was busy, in percent. Only one is in front at a time. */
async function measure<Name extends string>(subjects: Record<Name, Subject>): Promise<Record<Name, number>> {
  const tabs = new Tabs();
  try {
    const open = [];
    for (const [name, subject] of Object.entries<Subject>(subjects)) {
      const tab = await tabs.open(subject.url);
      await tab.send("Performance.enable");
      await tab.toFront();
      await subject.begin?.(tab);
      open.push({ ...subject, name, tab, busy: [] as number[] });
    }
    const cover = await tabs.open("about:blank");
    for (let round = 0; round < rounds; round++) {
      for (const { tab, hidden, busy, name } of open) {
        await (hidden ? cover : tab).toFront();
        await pause(settle);
        const state = await tab.evaluate("document.visibilityState");
        if (state !== (hidden ? "hidden" : "visible")) {
          throw new Error(`${name}: the tab is ${String(state)}`);
        }
        const from = await tab.work();
        await pause(slice);
        const to = await tab.work();
        busy.push((100 * (to.busy - from.busy)) / (to.clock - from.clock));
      }
    }
    return Object.fromEntries(open.map(({ name, busy }) => [name, median(busy)])) as Record<Name, number>;
  } finally {
    await tabs.close();
  }
}

/** An expression that is true once the game of the document is to be seen. */
function shown(document: string): string {
  return `${document}.querySelector(".mirror") != null && ${document}.querySelector(".curtain") === null`;
}
