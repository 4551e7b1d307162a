// make bench: what the widget costs the page that it stands in, each figure beside a reference that is measured in the
// same run, and beside its goal. Trust the ratios; the figures are those of this machine at this moment. PART=start
// measures that part alone, PART=start,motion two of them.

import { cpus, loadavg } from "node:os";
import { join } from "node:path";
import { bytes } from "./bytes";
import { desktop } from "./desktop";
import { growth } from "./growth";
import { besideReferences, host, out, root } from "./host";
import { memory } from "./memory";
import { motion } from "./motion";
import { native } from "./native";
import { poster, weight } from "./poster";
import { progress } from "./progress";
import { reply } from "./reply";
import { rest } from "./rest";
import { start } from "./start";
import { print } from "./table";
import type { Row, Section } from "./table";

/** Other work on the machine makes every figure too high. */
const othersAtWork = (loadavg()[0] ?? 0) > cpus().length / 4;

const folder = besideReferences(join(root, "build", "web"), join(out, "site"));
const { url, close } = await host(folder);

interface Part {
  readonly title: string;
  readonly measure: () => Promise<readonly Row[]>;
}

const parts: Readonly<Record<string, Part>> = {
  weight: { title: "Before Play, beside lite-youtube-embed", measure: () => weight(url) },
  poster: { title: "The poster", measure: () => poster(url) },
  bytes: { title: "Downloaded, beside the stock game", measure: () => bytes(url) },
  memory: { title: "Memory, beside the stock game", measure: () => memory(url) },
  start: { title: "Start, beside the stock game", measure: () => start(url) },
  progress: { title: "Start at Slow 4G on a processor four times slower, beside the stock game", measure: () => progress(url) },
  rest: { title: "Main thread busy at rest", measure: () => rest(url) },
  reply: { title: "Input to drawn, beside a plain canvas", measure: () => reply(url) },
  motion: { title: "A frame while something moves, beside the stock game", measure: () => motion(url) },
  growth: { title: "A pack of 5,000 questions, beside one of ten", measure: () => growth(url, folder) },
  native: { title: "Natively, by go test -bench", measure: () => native() },
  desktop: { title: "In a window at rest, beside the stock game", measure: () => desktop() },
};

/** What counts no time: these go on beside each other, before all else. */
const timeless = ["bytes", "memory"];

try {
  const names = chosen(process.env["PART"]);
  const sections = new Map<string, Section>();
  const measure = async (name: string): Promise<void> => {
    const began = performance.now();
    const { title, measure } = partOf(name);
    sections.set(name, { title, rows: await measure() });
    console.error(`${name} took ${Math.round((performance.now() - began) / 1000)} s`);
  };
  await Promise.all(names.filter((name) => timeless.includes(name)).map(measure));
  for (const name of names.filter((name) => !timeless.includes(name))) {
    await measure(name);
  }
  const missed = print(names.flatMap((name) => sections.get(name) ?? []));
  if (othersAtWork) {
    console.log("\nThe machine was at other work when this began: the figures are too high, the ratios may still hold.");
  }
  console.log(missed === 0 ? "\nAll goals are reached." : `\nOVER the goal: ${missed} of the figures above.`);
} finally {
  await close();
}

function chosen(names: string | undefined): readonly string[] {
  return names ? names.split(",") : Object.keys(parts);
}

function partOf(name: string): Part {
  const part = parts[name];
  if (part === undefined) {
    throw new Error(`PART=${name} is no part: choose among ${Object.keys(parts).join(", ")}`);
  }
  return part;
}
