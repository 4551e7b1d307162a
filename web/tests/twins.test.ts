// The page and the desktop show the same: the canvas of the real game is held against what the desktop paints.

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { realSite, useBrowser } from "./browser";
import { differing } from "./pixels";
import type { Difference } from "./pixels";

const setting = useBrowser(realSite);

/** A screen as game/scenes/twins has painted it, and what brings a page to it. */
interface Twin {
  readonly name: string;
  /** CSS pixels. */
  readonly w: number;
  readonly h: number;
  /** Device pixels to a CSS pixel. */
  readonly ratio: number;
  readonly theme: string;
  readonly lang: string;
  /** Of the visit that is taken up. */
  readonly snapshot: string;
  /** Unix milliseconds. */
  readonly opened: number;
  readonly shown: number;
}

const folder = join(process.cwd(), "tests", "out", "twins");
const twins = JSON.parse(readFileSync(join(folder, "twins.json"), "utf8")) as readonly Twin[];

/** The same letters, drawn by another graphics library: as in game/draw/draw_test.go. */
const isSame = ({ all, worst }: Difference): boolean => all <= 0.003 && worst <= 0.25;

assert.ok(twins.length >= 5, `${twins.length} screens`);
for (const { name, w, h, ratio, theme, lang, snapshot, opened, shown } of twins) {
  test(`${name} is the same in a page and on a desktop: ${w}×${h}@${ratio}, ${theme}, ${lang}`, { timeout: 30_000 }, async () => {
    const { page, errors } = await setting.blank({ viewport: { width: w, height: h }, deviceScaleFactor: ratio, reducedMotion: "reduce", locale: "en-GB", timezoneId: "Etc/GMT-1" });
    await page.addInitScript((kept) => sessionStorage.setItem("houselights purple-hearts home ", kept), JSON.stringify({ text: snapshot, seen: opened }));
    await page.clock.setFixedTime(opened);
    await page.goto(`${setting.url}frame.html?theme=${theme}&lang=${lang}`);
    await page.locator(".curtain").waitFor({ state: "detached" });
    await page.clock.setFixedTime(shown);

    const { page: table } = await setting.blank();
    const desktop = readFileSync(join(folder, `${name}.png`));
    const deadline = Date.now() + 10_000; // for what moves to come to rest
    let web: Buffer;
    let difference: Difference;
    do {
      web = await page.screenshot();
      difference = await differing(table, desktop, web);
    } while (!isSame(difference) && Date.now() < deadline);
    const { all, worst, picture } = difference;
    if (!isSame(difference)) {
      writeFileSync(join(folder, `${name}.web.png`), web);
      writeFileSync(join(folder, `${name}.difference.png`), picture);
    }
    assert.ok(isSame(difference), `${(100 * all).toFixed(3)} % of the pixels differ, in one square ${(100 * worst).toFixed(0)} %: look at ${join(folder, `${name}.difference.png`)}`);
    assert.deepEqual(errors, []);
  });
}
