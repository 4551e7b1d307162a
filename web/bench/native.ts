// The benchmarks in Go that have a goal. The others say what they have to say by go test -bench.

import { go } from "./go";
import type { Row } from "./table";

interface Native {
  readonly what: string;
  readonly folder: string;
  readonly benchmark: string;
  /** The most that a run may take, in milliseconds. */
  readonly most: number;
}

const natives: readonly Native[] = [
  { what: "reading and checking 5,000 questions", folder: "./game/pack", benchmark: "BenchmarkRead", most: 150 },
  ...["GIFT", "Aiken", "OpenTDB", "Kahoot"].map((kind) => ({ what: `importing 5,000 questions, ${kind}`, folder: "./game/command", benchmark: `BenchmarkImport${kind}`, most: 1000 })),
  { what: "drawing a round from 5,000 questions", folder: "./game/trivia", benchmark: "BenchmarkDraw", most: 1 },
];

export async function native(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const { what, folder, benchmark, most } of natives) {
    rows.push({ what, ours: await milliseconds(folder, benchmark), unit: "ms", goal: { most } });
  }
  return rows;
}

async function milliseconds(folder: string, benchmark: string): Promise<number> {
  const said = await go(["test", "-run", "^$", "-bench", `^${benchmark}$`, folder]);
  const found = new RegExp(`^${benchmark}\\S*\\s+\\d+\\s+([\\d.]+) ns/op`, "m").exec(said);
  if (found === null) {
    throw new Error(`go test -bench ${benchmark} ${folder} gave no figure:\n${said}`);
  }
  return Number(found[1]) / 1e6;
}
