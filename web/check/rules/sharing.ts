// Whether other sites can use the widget: what a frame in a sandbox may read, and pages with policies of their own.

import type { Answer, Facts, FileFacts } from "../facts";
import { allSent, arrived, better, good, must, names, sent } from "./finding";
import type { Finding } from "./finding";

type Arrived = FileFacts & { readonly answer: Answer };

export function judgeSharing(facts: Facts): Finding[] {
  const files = arrived(facts.files);
  return [...judgeSandbox(files, facts), ...judgeOwnership(files.filter(({ played }) => played)), ...judgeEmbedder(files)];
}

function judgeSandbox(files: readonly Arrived[], { glimpses, copy }: Facts): Finding[] {
  if (glimpses === undefined) {
    return [
      better(
        "A frame in a sandbox, as WordPress has them, could not run this page, so it will not run the game.",
        [],
        "Look at what else is said here of X-Frame-Options, Content-Security-Policy and Cross-Origin-Resource-Policy.",
        "Headers",
      ),
    ];
  }
  // What is not there is said elsewhere, and a .gz that nobody fetches does not matter.
  const there = files.map(({ name }) => name);
  const asked = glimpses.filter(({ name }) => there.includes(name) || (copy?.answer?.status === 200 && name.endsWith(".gz")));
  const blind = asked.filter(({ status }) => status === 0);
  const findings: Finding[] = [];
  if (blind.length > 0) {
    const own = files.filter(({ name }) => blind.some((glimpse) => glimpse.name === name));
    const packs = blind.some(({ name }) => name.endsWith(".json")) ? "; pages on other hosts cannot use a pack file from here" : "";
    findings.push(
      better(
        `A frame in a sandbox, as WordPress has them, may not read ${names(blind)}, so the game does not start there${packs}.`,
        allSent(own, "Access-Control-Allow-Origin"),
        "Send Access-Control-Allow-Origin: * on all files.",
        "Headers",
      ),
    );
  } else if (asked.length > 0) {
    findings.push(good("A frame in a sandbox, as WordPress has them, can read the game, and pages elsewhere a pack file.", allSent(files.slice(0, 1), "Access-Control-Allow-Origin")));
  }
  const frame = files.find(({ name }) => name === "frame.html");
  // Where no date is sent at all, that is said elsewhere.
  if (frame?.answer.headers["date"] !== undefined && asked.some(({ name, status, date }) => name === frame.name && status !== 0 && !date)) {
    findings.push(
      better(
        "A frame in a sandbox cannot see what time the host has, so a clock that is wrong is not noticed there.",
        [sent(frame.answer, "Access-Control-Expose-Headers")],
        "Send Access-Control-Expose-Headers: Date, Age on frame.html.",
        "Headers",
      ),
    );
  }
  return findings;
}

function judgeOwnership(files: readonly Arrived[]): Finding[] {
  const valueOf = ({ answer: { headers } }: Arrived): string => (headers["cross-origin-resource-policy"] ?? "").trim().toLowerCase();
  const kept = files.filter((file) => ["same-origin", "same-site"].includes(valueOf(file)));
  if (kept.length > 0) {
    return [
      must(
        `Only pages of this site may load ${names(kept)}, and no frame in a sandbox may.`,
        allSent(kept, "Cross-Origin-Resource-Policy"),
        "Send Cross-Origin-Resource-Policy: cross-origin on all files, unless all pages with the widget are on this host.",
        "Headers",
      ),
    ];
  }
  const silent = files.filter((file) => valueOf(file) !== "cross-origin");
  if (silent.length > 0) {
    return [
      better(
        `A page that sends Cross-Origin-Embedder-Policy may not load ${names(silent)}.`,
        allSent(silent, "Cross-Origin-Resource-Policy"),
        "Send Cross-Origin-Resource-Policy: cross-origin on all files.",
        "Headers",
      ),
    ];
  }
  return files.length === 0 ? [] : [good("Pages everywhere may load the files.", allSent(files, "Cross-Origin-Resource-Policy"))];
}

function judgeEmbedder(files: readonly Arrived[]): Finding[] {
  const frame = files.find(({ name }) => name === "frame.html");
  if (frame === undefined) {
    return [];
  }
  const found = [sent(frame.answer, "Cross-Origin-Embedder-Policy")];
  const policy = (frame.answer.headers["cross-origin-embedder-policy"] ?? "").split(";")[0]?.trim();
  return policy === "require-corp" || policy === "credentialless"
    ? [good("Also a page that sends Cross-Origin-Embedder-Policy may show frame.html.", found)]
    : [
        better(
          "A page that sends Cross-Origin-Embedder-Policy may not show frame.html.",
          found,
          "Send Cross-Origin-Embedder-Policy: require-corp on frame.html, where Cross-Origin-Resource-Policy is sent on all files.",
          "Headers",
        ),
      ];
}
