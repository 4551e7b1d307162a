// The page that checks its own host. In a sandbox it is the one that looks from there.

import { part } from "../shared/part";
import { findOut, folder } from "./ask";
import { reportText, sections } from "./report";
import { judge, summary } from "./rules/judge";
import { secretHere, tell } from "./sandbox";

const secret = secretHere();
if (secret === undefined) {
  run().catch((error: unknown) => (part("status", HTMLElement).textContent = `The check broke off (${String(error)}): open this page again.`));
} else {
  void tell(secret, Object.keys(RELEASE));
}

async function run(): Promise<void> {
  const status = part("status", HTMLElement);
  status.className = "";
  if (location.protocol === "file:") {
    status.textContent =
      "This page was opened as a file, and a browser lets no page read the files beside it. Put the folder on a host and open check.html there; on this machine, go run . serve FOLDER does that.";
    return;
  }
  part("host", HTMLElement).textContent = folder;
  status.textContent = "Asking the host for each file. This takes a few seconds.";
  const bar = part("progress", HTMLProgressElement);
  bar.hidden = false;
  const facts = await findOut(RELEASE, DRAFT, (done, of) => {
    bar.max = of;
    bar.value = done;
  });
  bar.hidden = true;
  const findings = judge(facts);
  part("findings", HTMLElement).append(...sections(findings, facts));
  status.textContent = summary(findings);
  offerCopy(reportText(findings, facts, new Date()));
  part("actions", HTMLElement).hidden = false;
  part("again", HTMLElement).addEventListener("click", () => location.reload());
}

/** Lets the report be copied: by the browser, or where it does not do that, which is on http, by hand. */
function offerCopy(text: string): void {
  const area = part("text", HTMLTextAreaElement);
  area.value = text;
  const copied = part("copied", HTMLElement);
  part("copy", HTMLElement).addEventListener("click", async () => {
    copied.textContent = "";
    try {
      await navigator.clipboard.writeText(text);
      copied.textContent = "Copied.";
    } catch {
      area.hidden = false;
      area.focus();
      area.select();
      copied.textContent = "Copy it from here.";
    }
  });
}
