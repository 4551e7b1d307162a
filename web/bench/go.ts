// The go command, in this repository.

import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { root } from "./host";

const run = promisify(execFile);

/** Returns what it prints. */
export async function go(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<string> {
  const { stdout } = await run("go", args, { cwd: root, env: { ...process.env, ...env }, maxBuffer: 64 << 20 });
  return stdout;
}
