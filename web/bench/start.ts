// From Play to the first frame that a visitor can use, beside the same press that brings up the stock game.

import { median, sum } from "./stats";
import type { Row } from "./table";
import { visit, warmUp, withProfile } from "./visit";
import type { Blog, Visit } from "./visit";

const pairs = 7;

interface Pair {
  readonly first: number;
  readonly stock: number;
  readonly second: number;
  /** Bytes that came for the second visit. */
  readonly again: number;
}

export async function start(url: string): Promise<Row[]> {
  const all: Pair[] = [];
  for (let i = 0; i < pairs; i++) {
    all.push(await pair(url, i % 2 === 0));
  }
  const of = (key: keyof Pair): number => median(all.map((pair) => pair[key]));
  const ratio = (a: keyof Pair, b: keyof Pair): number => median(all.map((pair) => pair[a] / pair[b]));
  return [
    { what: "from Play to the first frame", ours: of("first"), unit: "ms", reference: of("stock"), ratio: ratio("first", "stock"), goal: { ratio: 0.75 } },
    { what: "the second visit, beside the first", ours: of("second"), unit: "ms", reference: of("first"), ratio: ratio("second", "first"), goal: { ratio: 0.8 } },
    { what: "  downloaded again", ours: Math.max(...all.map(({ again }) => again)), unit: "bytes", goal: { most: 0 } },
  ];
}

/** With a cold cache each, one after the other; then ours once more. */
async function pair(url: string, oursFirst: boolean): Promise<Pair> {
  return withProfile(async (browser) => {
    await warmUp(browser, url);
    const come = async (blog: Blog): Promise<number> => {
      const { page, ms } = await visit(browser, url, blog);
      await page.close();
      return ms;
    };
    const stockBefore = oursFirst ? undefined : await come("stockblog.html");
    const first = await visit(browser, url, "blog.html");
    await playOneQuestion(first);
    await first.page.close();
    const stock = stockBefore ?? (await come("stockblog.html"));
    const second = await visit(browser, url, "blog.html");
    await second.page.close();
    return { first: first.ms, stock, second: second.ms, again: sum(second.fetched.map(({ bytes }) => bytes)) };
  });
}

/** A visit in which something is done: what has been compiled well in it, the browser may keep for the next. */
async function playOneQuestion({ frame }: Visit): Promise<void> {
  for (const key of ["modes", "mode-pace", "start", "answer-1", "next"]) {
    await frame.locator(`[data-key=${key}]`).click();
  }
  await frame.locator("[data-key=answer-2]").waitFor();
}
