// What axe-core finds wrong in a page.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults, RunOptions } from "axe-core";
import type { Frame, Page } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Brings axe into a page. Not by a script element, which the frame's policy refuses. */
export const bringAxe = (page: Page | Frame): Promise<unknown> => page.evaluate(axe);

/** What axe finds in a page that has it, a line each: by the rules of WCAG 2.2 A and AA, and by those of good practice. */
export async function faults(page: Page | Frame, rules: RunOptions["rules"] = {}): Promise<string[]> {
  const { violations } = await page.evaluate(
    (options) => (Reflect.get(globalThis, "axe") as { run(options: RunOptions): Promise<AxeResults> }).run(options),
    { rules: { "target-size": { enabled: true }, ...rules } },
  );
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${help}: ${html}: ${failureSummary?.replace(/\s+/g, " ")}`));
}

/** The frame is part of a page, whose first heading is above it: those of the game begin with the second level. */
export const inPage: RunOptions["rules"] = { "page-has-heading-one": { enabled: false } };

/** The words that are seen are on the canvas, where axe cannot read; the mirror's are clear. */
export const onCanvas: RunOptions["rules"] = { ...inPage, "color-contrast": { enabled: false } };

/** The colours of the sky, where it is darkest and brightest (poster.css). axe reads no gradient. */
export const skies = { dark: ["#4b1f6b", "#2a1142", "#120719"], light: ["#fff3e6", "#fbe3d6", "#f1cfe0"] } as const;
