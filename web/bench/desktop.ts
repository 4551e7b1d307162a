// What the program for a desktop takes of a processor while it rests at home, drawn by software; beside the stock game.

import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { out } from "./host";
import { median } from "./stats";
import type { Row } from "./table";
import { pause } from "./tabs";

const settle = 3000; // ms
const rounds = 3;
const slice = 4000; // ms
const ticksPerSecond = 100; // of /proc, on every Linux

export async function desktop(): Promise<Row[]> {
  const screen = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", "1280x800x24", "-nolisten", "tcp"], { stdio: ["ignore", "ignore", "ignore", "pipe"] });
  const home = mkdtempSync(join(tmpdir(), "houselights-bench-"));
  try {
    const display = await firstLine(screen);
    const env = { ...process.env, DISPLAY: `:${display}`, LIBGL_ALWAYS_SOFTWARE: "1", HOME: home, XDG_CONFIG_HOME: home };
    const ours = await busy(join(out, "houselights"), ["--lang", "en"], env);
    const stock = await busy(join(out, "stockgame"), [], env);
    return [{ what: "home, counting seconds: of one core", ours, unit: "%", reference: stock, goal: { most: 2 } }];
  } finally {
    screen.kill();
    rmSync(home, { recursive: true, force: true });
  }
}

async function firstLine(screen: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    screen.once("error", (error) => reject(new Error(`no virtual display: ${error.message}: make test installs Xvfb on Debian (as root)`)));
    screen.once("exit", () => reject(new Error("Xvfb ended before it named its display")));
    (screen.stdio[3] as Readable).once("data", (number) => resolve(String(number).trim()));
  });
}

/** Runs a program for a while; returns how much of a core it took, in percent. */
async function busy(program: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const game = spawn(program, args, { env, stdio: ["ignore", "ignore", "inherit"] });
  try {
    await pause(settle);
    const shares: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const [from, began] = [seconds(game), performance.now()];
      await pause(slice);
      shares.push((100 * (seconds(game) - from)) / ((performance.now() - began) / 1000));
    }
    return median(shares);
  } finally {
    game.kill();
  }
}

/** The time that a process has had of the processor. */
function seconds({ pid, exitCode, spawnfile }: ChildProcess): number {
  if (exitCode !== null || pid === undefined) {
    throw new Error(`${spawnfile} ended by itself`);
  }
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" "); // from the third on, proc(5)
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
}
