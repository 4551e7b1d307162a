// What the game holds in memory, and whether rounds leave anything behind.

import type { CDPSession, Page } from "playwright-core";
import { launch } from "../tests/chromium";
import type { Row } from "./table";

const before = 10; // rounds after which all that is kept is there, and the Go heap as large as it gets
const rounds = 100;

/** A round without a clock, from its card to that of the next. */
const round = ["start", ...Array.from({ length: 10 }, (_, i) => [`answer-${1 + (i % 2)}`, "next"]).flat(), "again"];

declare global {
  var wasmMemory: WebAssembly.Memory | undefined;
}

interface Held {
  readonly wasm: number; // MB
  readonly scripts: number; // MB
  readonly nodes: number;
  readonly listeners: number;
}

export async function memory(url: string): Promise<Row[]> {
  const browser = await launch();
  try {
    const open = async (name: string): Promise<{ page: Page; held: () => Promise<Held> }> => {
      const page = await browser.newPage({ viewport: { width: 720, height: 480 }, deviceScaleFactor: 1 });
      await page.addInitScript(watchMemory);
      await page.goto(url + name);
      const session = await page.context().newCDPSession(page);
      await session.send("Performance.enable");
      return { page, held: () => hold(page, session) };
    };
    const empty = await open("stock.html");
    await empty.page.locator("canvas").waitFor({ state: "attached" });
    const stock = await empty.held();
    await empty.page.close();

    const { page, held } = await open("frame.html?lang=en");
    const play = (count: number): Promise<void> => page.evaluate(pressInTurn, Array<string[]>(count).fill(round).flat());
    await page.evaluate(pressInTurn, ["modes", "mode-pace"]);
    await play(1);
    const one = await held();
    await play(before - 1);
    const some = await held();
    await play(rounds - before);
    const all = await held();
    const kept = (what: string, key: keyof Held, unit: string, ratio: number): Row => ({
      what: `  ${what} after ${rounds} rounds, beside ${before}`,
      ours: all[key],
      unit,
      reference: some[key],
      goal: { ratio },
    });
    return [
      { what: "wasm memory after a round", ours: one.wasm, unit: "MB", reference: stock.wasm },
      kept("wasm memory", "wasm", "MB", 1),
      { what: "scripts' memory after a round", ours: one.scripts, unit: "MB", reference: stock.scripts },
      kept("scripts' memory", "scripts", "MB", 1.05),
      kept("elements and texts", "nodes", "", 1.05),
      kept("listeners", "listeners", "", 1),
    ];
  } finally {
    await browser.close();
  }
}

async function hold(page: Page, session: CDPSession): Promise<Held> {
  for (let times = 0; times < 3; times++) {
    await session.send("HeapProfiler.collectGarbage"); // what one leaves over, such as elements that hold each other, goes with the next
  }
  const { metrics } = await session.send("Performance.getMetrics");
  const named = (name: string): number => metrics.find((metric) => metric.name === name)?.value ?? NaN;
  const wasm = await page.evaluate(() => globalThis.wasmMemory?.buffer.byteLength ?? NaN);
  return { wasm: wasm / 2 ** 20, scripts: named("JSHeapUsedSize") / 2 ** 20, nodes: named("Nodes"), listeners: named("JSEventListeners") };
}

/** Runs in the page before all else: finds the memory of the Go program. */
function watchMemory(): void {
  const note = (instance: WebAssembly.Instance): void => {
    globalThis.wasmMemory = instance.exports["mem"] as WebAssembly.Memory;
  };
  const { instantiate, instantiateStreaming } = WebAssembly;
  WebAssembly.instantiate = (async (module: WebAssembly.Module, imports: WebAssembly.Imports) => {
    const instance = await instantiate(module, imports);
    note(instance);
    return instance;
  }) as typeof instantiate;
  WebAssembly.instantiateStreaming = async (source, imports) => {
    const result = await instantiateStreaming(source, imports);
    note(result.instance);
    return result;
  };
}

/** Runs in the page: presses the game's buttons one after the other, each as soon as it is there, by a click on the mirror's. */
async function pressInTurn(keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    await new Promise<void>((resolve) => {
      const look = (): void => {
        const button = document.querySelector<HTMLButtonElement>(`button[data-key=${key}]`);
        if (button === null) {
          setTimeout(look, 1);
        } else {
          button.click();
          resolve();
        }
      };
      look();
    });
  }
}
