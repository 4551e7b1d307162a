// A virtual display: without one neither Firefox nor WebKit has WebGL.

import { spawn } from "node:child_process";

export interface Screen {
  /** As DISPLAY has it. */
  readonly display: string;
  end(): void;
}

export async function startScreen(): Promise<Screen> {
  const screen = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", "1920x1200x24", "-nolisten", "tcp"], { stdio: ["ignore", "ignore", "ignore", "pipe"] });
  const number = await new Promise<string>((resolve, reject) => {
    screen.once("error", () => reject(new Error("no virtual display: Xvfb is not installed: .ci/install does it on Debian as root")));
    screen.once("exit", (code) => reject(new Error(`Xvfb ended with ${code} before it was there`)));
    screen.stdio[3]?.once("data", (data: Buffer) => resolve(String(data).trim()));
  });
  const end = (): void => void screen.kill();
  process.once("exit", end);
  return { display: `:${number}`, end };
}
