// The rules for a host, all together. They only look at what was found out.

import type { Facts, FileFacts } from "../facts";
import { judgeCaching } from "./caching";
import { judgeConnection } from "./connection";
import { judgeFiles } from "./files";
import type { Finding, Level } from "./finding";
import { isPacked, judgePacking } from "./packing";
import { judgePolicy } from "./policy";
import { judgeSharing } from "./sharing";
import { judgeTypes } from "./types";

export const judge = (facts: Facts): Finding[] =>
  [judgeFiles, judgeTypes, judgePacking, judgeCaching, judgeSharing, judgePolicy, judgeConnection].flatMap((rule) => rule(facts));

/** Says in a sentence what comes of it. */
export function summary(findings: readonly Finding[]): string {
  const n = (level: Level): number => findings.filter((finding) => finding.level === level).length;
  const [bad, weak] = [n("must"), n("better")];
  const things = (n: number): string => `${n} ${n === 1 ? "thing" : "things"}`;
  if (bad > 0) {
    return `${things(bad)} must be changed${weak > 0 ? `; ${weak} could be better` : ""}.`;
  }
  return weak > 0 ? `Everything a visitor needs works; ${things(weak)} could be better.` : "Everything is as it should be.";
}

/** What a visitor downloads of a file. */
export interface Download {
  readonly name: string;
  readonly bytes: number;
  readonly isPacked: boolean;
  /** Whether it comes before Play, with the page. */
  readonly isFirst: boolean;
}

/** What a visitor downloads at the first visit, in the order in which it comes. */
export function downloads({ files, copy }: Facts): Download[] {
  const order = ["houselights.js", "play.", "frame.html", "frame.", "icon.svg", "houselights."];
  const place = ({ name }: FileFacts): number => order.findIndex((start) => name.startsWith(start));
  return files
    .filter(({ played, answer }) => played && answer?.status === 200)
    .sort((a, b) => place(a) - place(b))
    .map((file) => {
      const { name, bytes, received } = file;
      const isFirst = name === "houselights.js";
      return copy?.isWhole === true && name.endsWith(".wasm")
        ? { name: `${name}.gz`, bytes: copy.bytes ?? received, isPacked: true, isFirst }
        : { name, bytes: bytes ?? received, isPacked: isPacked(file), isFirst };
    });
}
