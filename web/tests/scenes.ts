// The screens of the game as the page gets them, written by game/scenes/mirrors before the tests run.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import type { Tree } from "../frame/tree";

export interface Scene {
  /** The scene's name, with what is not as usual: "home 320x240", "settings vi light". */
  readonly scene: string;
  readonly width: number;
  readonly height: number;
  readonly tree: Tree;
  /** The same tree as the game writes it for a reader. */
  readonly dump: string;
}

export const scenes = JSON.parse(readFileSync(join(process.cwd(), "tests", "out", "mirrors.json"), "utf8")) as readonly Scene[];

export function scene(name: string): Scene {
  const found = scenes.find(({ scene }) => scene === name);
  if (found === undefined) {
    throw new Error(`no scene ${name}: there are ${scenes.map(({ scene }) => scene).join(", ")}`);
  }
  return found;
}

/** Shows a scene in a frame with the test game. */
export async function showScene(page: Page, { width, height, tree }: Scene): Promise<void> {
  await page.setViewportSize({ width, height });
  await page.evaluate((json) => globalThis.houselights?.show(json), JSON.stringify(tree));
}
