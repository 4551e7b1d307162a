// What a visitor downloads.

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { go } from "./go";
import { besideReferences, host, out, root } from "./host";
import { writePack } from "./packs";
import { sum } from "./stats";
import type { Row } from "./table";
import { visit, withProfile } from "./visit";
import type { Blog, Fetched } from "./visit";

const most = 1_100_000; // bytes

/** All that comes from Play until the game is there, as it is, and with 260 questions in each of three languages built in. */
export async function bytes(url: string): Promise<Row[]> {
  const stock = total(await fetchedBy(url, "stockblog.html"));
  const ours = await fetchedBy(url, "blog.html");
  const full = await withPacks((large) => fetchedBy(large, "blog.html"));
  return [
    { what: "from Play to playable, brotli 11", ours: total(ours), unit: "bytes", reference: stock, goal: { most } },
    { what: "  of that the game itself", ours: total(ours.filter(({ url }) => url.endsWith(".wasm"))), unit: "bytes", reference: stock },
    { what: "  requests", ours: ours.length, unit: "" },
    { what: "with 260 questions in three languages", ours: total(full), unit: "bytes", reference: stock, goal: { most } },
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

/** Builds the site with more packs, by an overlay on the folder of packs, and gives its address. */
async function withPacks<T>(use: (url: string) => Promise<T>): Promise<T> {
  const folder = join(out, "large");
  mkdirSync(folder, { recursive: true });
  const replace: Record<string, string> = {};
  for (const lang of ["en", "vi", "es"]) {
    const file = join(folder, `${lang}.json`);
    await writePack(file, 260, lang);
    replace[join(root, "assets", "packs", `bench-${lang}.json`)] = file;
  }
  const overlay = join(folder, "overlay.json");
  writeFileSync(overlay, JSON.stringify({ Replace: replace }));
  const site = join(folder, "site");
  const flags = `${process.env["GOFLAGS"] ?? ""} -overlay=${overlay}`.trim();
  await go(["run", "-C", "web/build", ".", "-no-budget", "-out", site], { GOFLAGS: flags });
  const server = await host(besideReferences(site, join(folder, "served")));
  try {
    return await use(server.url);
  } finally {
    await server.close();
  }
}
