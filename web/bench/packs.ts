// Question packs of any size, by the generator of the scenes.

import { writeFileSync } from "node:fs";
import { go } from "./go";

export async function writePack(file: string, questions: number, lang: string): Promise<void> {
  writeFileSync(file, await go(["run", "./game/scenes/bigpack", "-questions", String(questions), "-lang", lang]));
}
