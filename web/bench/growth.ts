// What a large pack costs when the game starts: the time from the moment when the game takes its text until it shows its
// first screen, less the same with a pack of ten questions.

import { join } from "node:path";
import { launch } from "../tests/chromium";
import { writePack } from "./packs";
import { median } from "./stats";
import type { Row } from "./table";

const runs = 5;
const sizes = { small: 10, large: 5000 };

declare global {
  var packTaken: number | undefined;
  var packShown: number | undefined;
}

/** folder: what is served at url. */
export async function growth(url: string, folder: string): Promise<Row[]> {
  const browser = await launch();
  try {
    const times = { small: [] as number[], large: [] as number[] };
    for (const [name, questions] of Object.entries(sizes)) {
      await writePack(join(folder, `${name}.json`), questions, "en");
    }
    for (let run = 0; run < runs; run++) {
      for (const [name, all] of Object.entries(times)) {
        const page = await browser.newPage({ viewport: { width: 720, height: 480 }, deviceScaleFactor: 1 });
        await page.addInitScript(watchPack);
        await page.goto(`${url}frame.html?lang=en&pack=${name}.json`);
        await page.waitForFunction(() => globalThis.packShown, null, { polling: 50 });
        all.push(await page.evaluate(() => (globalThis.packShown ?? NaN) - (globalThis.packTaken ?? NaN)));
        await page.close();
      }
    }
    const [small, large] = [median(times.small), median(times.large)];
    return [
      { what: `reading and checking ${sizes.large.toLocaleString("en")} questions in the browser`, ours: large - small, unit: "ms", goal: { most: 600 } },
      { what: "  from its text to the first screen", ours: large, unit: "ms", reference: small },
    ];
  } finally {
    await browser.close();
  }
}

/** Runs in the page before all else: notes when the game asks for the pack's text, and when it shows its first screen. */
function watchPack(): void {
  interface Watched {
    readonly settings: { packText: string | null };
    show: (json: string) => void;
  }
  let host: Watched | undefined;
  Object.defineProperty(globalThis, "houselights", {
    get: () => host,
    set(set: Watched) {
      host = set;
      const { settings, show } = set;
      const text = settings.packText;
      Object.defineProperty(settings, "packText", {
        get() {
          globalThis.packTaken ??= performance.now();
          return text;
        },
      });
      set.show = (json) => {
        globalThis.packShown ??= performance.now();
        show(json);
      };
    },
  });
}
