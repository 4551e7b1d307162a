// What a visitor downloads.

import { sum } from "./stats";
import type { Row } from "./table";
import { visit, withProfile } from "./visit";
import type { Blog, Fetched } from "./visit";

const most = 1_100_000; // bytes

/** All that comes from Play until the game is there, with the built-in pack in its three languages. */
export async function bytes(url: string): Promise<Row[]> {
  const stock = total(await fetchedBy(url, "stockblog.html"));
  const ours = await fetchedBy(url, "blog.html");
  return [
    { what: "from Play to playable, brotli 11", ours: total(ours), unit: "bytes", reference: stock, goal: { most } },
    { what: "  of that the game itself", ours: total(ours.filter(({ url }) => url.endsWith(".wasm"))), unit: "bytes", reference: stock },
    { what: "  requests", ours: ours.length, unit: "" },
  ];
}

const total = (all: readonly Fetched[]): number => sum(all.map(({ bytes }) => bytes));

async function fetchedBy(url: string, blog: Blog): Promise<readonly Fetched[]> {
  const { fetched } = await withProfile((browser) => visit(browser, url, blog));
  const plain = fetched.find(({ encoding }) => encoding !== "br");
  if (plain !== undefined) {
    throw new Error(`${plain.url} came without brotli: the site has to be built with make web`);
  }
  return fetched;
}
