// make bench: what the widget costs the page that it stands in, as figures beside their limits and beside a reference
// that is measured in the same run. Trust the ratios; the figures are those of this machine at this moment.

import { cpus, loadavg } from "node:os";
import { join } from "node:path";
import { serve } from "../tests/server";
import { poster, weight } from "./poster";
import { reply } from "./reply";
import { report } from "./report";
import { rest } from "./rest";

/** Other work on the machine makes every figure too high. */
const othersAtWork = (loadavg()[0] ?? 0) > cpus().length / 4;

const site = await serve(join(process.cwd(), "..", "build", "web"));
const references = await serve(join(process.cwd(), "bench", "out"));
try {
  let over = 0;
  over += report("Before Play, beside lite-youtube-embed", await weight(site.url));
  over += report("The poster", await poster(site.url));
  over += report("Input to drawn, beside a plain canvas", await reply(site.url, references.url));
  over += report("Main thread busy at rest, beside the stock engine", await rest(site.url, references.url));
  if (othersAtWork) {
    console.log("\nThe machine was at other work when this began: the figures are too high, the ratios may still hold.");
  }
  console.log(over === 0 ? "\nAll within their limits." : `\nOVER the limit: ${over} of the figures above.`);
} finally {
  await Promise.all([site.close(), references.close()]);
}
