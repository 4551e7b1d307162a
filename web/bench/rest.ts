// How busy the main thread is while nobody does anything.

import { median } from "./report";
import type { Row } from "./report";
import { pause, Tabs } from "./tabs";
import type { Tab } from "./tabs";

const rounds = 3;
const settle = 1500; // ms
const slice = 5000; // ms

interface Subject {
  readonly what: string;
  readonly url: string;
  readonly limit?: number;
  /** Runs until the subject is at rest. */
  readonly begin?: (tab: Tab) => Promise<void>;
  readonly hidden?: boolean;
}

const drawn = shown("document");
const drawnInWidget = shown("document.querySelector('house-lights').shadowRoot.querySelector('iframe')?.contentDocument?");

/** Measures the pages of two servers: that of our site, and that of the references. */
export async function rest(ours: string, references: string): Promise<Row[]> {
  const home = `${ours}frame.html?lang=en`;
  const card = async (tab: Tab): Promise<void> => {
    await tab.until(drawn);
    await tab.evaluate(`document.querySelector("[data-key=modes]").click()`);
    await tab.until(`document.querySelector("[data-key=about]") !== null`);
    await tab.evaluate(`document.querySelector("[data-key=about]").click()`);
    await tab.until(`document.querySelector("[data-key=fans]") !== null`);
  };
  const subjects: Subject[] = [
    { what: "stock engine, empty game", url: `${references}stock.html`, begin: (tab) => tab.until("document.querySelector('canvas') !== null") },
    { what: "home, counting seconds", url: home, limit: 1, begin: (tab) => tab.until(drawn) },
    { what: "a card where nothing moves", url: home, limit: 0.5, begin: card },
    {
      what: "home, scrolled out of sight",
      url: `${ours}index.html`,
      limit: 0.5,
      begin: async (tab) => {
        await tab.until(`document.querySelector("house-lights")?.shadowRoot != null`);
        await tab.evaluate(`document.querySelector("house-lights").play()`);
        await tab.until(drawnInWidget);
        await tab.evaluate(`document.body.append(Object.assign(document.createElement("div"), { style: "height: 5000px" })); scrollTo(0, 4000)`);
      },
    },
    { what: "home, in a hidden tab", url: home, limit: 0.5, begin: (tab) => tab.until(drawn), hidden: true },
    {
      what: "poster before Play",
      url: `${ours}index.html`,
      limit: 0.5,
      begin: (tab) => tab.until(`document.querySelector("house-lights")?.shadowRoot != null`),
    },
    { what: "empty page", url: `${references}empty.html` },
  ];

  const tabs = new Tabs();
  try {
    const open = [];
    for (const subject of subjects) {
      const tab = await tabs.open(subject.url);
      await tab.send("Performance.enable");
      await tab.toFront();
      await subject.begin?.(tab);
      open.push({ ...subject, tab, busy: [] as number[] });
    }
    const cover = await tabs.open("about:blank");
    for (let round = 0; round < rounds; round++) {
      for (const { tab, hidden, busy, what } of open) {
        await (hidden === true ? cover : tab).toFront();
        await pause(settle);
        const state = await tab.evaluate("document.visibilityState");
        if (state !== (hidden === true ? "hidden" : "visible")) {
          throw new Error(`${what}: the tab is ${String(state)}`);
        }
        const from = await tab.work();
        await pause(slice);
        const to = await tab.work();
        busy.push((100 * (to.busy - from.busy)) / (to.clock - from.clock));
      }
    }
    const reference = median(open[0]?.busy ?? []);
    return open.map(({ what, limit, busy }) => ({ what, value: median(busy), unit: "%", reference, ...(limit === undefined ? {} : { limit }) }));
  } finally {
    await tabs.close();
  }
}

/** An expression that is true once the game of the document is to be seen. */
function shown(document: string): string {
  return `${document}.querySelector(".mirror") != null && ${document}.querySelector(".curtain") === null`;
}
