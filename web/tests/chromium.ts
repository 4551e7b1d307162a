// The browser of tests and measurements: Chromium with software WebGL, so that it is the same on every machine.

import { chromium } from "playwright-core";
import type { Browser } from "playwright-core";

export const chromiumPath = process.env["CHROMIUM"] ?? "/usr/bin/chromium";

export const args = [
  "--no-sandbox", // Chromium refuses to run as root with it
  "--use-angle=swiftshader",
  "--enable-unsafe-swiftshader",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** without: arguments that Playwright would give it. */
export const launch = (...without: string[]): Promise<Browser> => chromium.launch({ executablePath: chromiumPath, args, ignoreDefaultArgs: without });
