// How long files may stay in a cache: for ever what has a hash in its name, hardly at all what names those.

import { isHashed } from "../difference";
import type { Answer, Facts, FileFacts } from "../facts";
import { guess, keeping } from "../headers";
import { allSent, arrived, better, by, duration, good, must, names, sent, together } from "./finding";
import type { Finding } from "./finding";

type Arrived = FileFacts & { readonly answer: Answer };

/** How long is too long for what names the hashed files, in seconds: up to an hour does no harm, a day and more does. */
export const tooLong = { hour: 3600, day: 86_400 } as const;

/** What is kept for less is fetched again by visitors who come once a month. */
const longEnough = 30 * tooLong.day;

/** Those whose name stays, and that name the rest; of the first there is one for each language. */
const isLeading = /^(houselights(\.[a-z]+)?\.js|frame\.html)$/;

export function judgeCaching(facts: Facts): Finding[] {
  const files = arrived(facts.files).filter(({ played }) => played);
  const hashed = files.filter(({ name }) => isHashed(name));
  const leading = arrived(facts.files).filter(({ name }) => isLeading.test(name));
  return [...judgeHashed(hashed), ...judgeLeading(leading), ...judgeAsking(leading, facts), ...judgeAge(leading)];
}

function judgeHashed(files: readonly Arrived[]): Finding[] {
  const short = files.filter(({ answer }) => (keeping(answer.headers).fresh ?? 0) < longEnough);
  if (short.length === 0) {
    return files.length === 0 ? [] : [good("Files with a hash in their name may stay in a cache for ever.", allSent(files, "Cache-Control"))];
  }
  return together(short, ({ answer }) => kept(answer)).map(([how, some]) =>
    better(
      `${names(some)} ${how}, though ${by(some, "it never changes", "they never change")}.`,
      allSent(some, "Cache-Control"),
      "Send Cache-Control: public, max-age=31536000, immutable on files with a hash in their name.",
      "What may stay in a cache",
    ),
  );
}

/** How an answer may be kept, behind the names of files. */
function kept({ headers }: Answer): string {
  const { fresh, isKept } = keeping(headers);
  if (!isKept) {
    return "may not be kept at all";
  }
  if (fresh === undefined) {
    return "may be kept for as long as a browser likes";
  }
  return fresh === 0 ? "may not be used again without asking" : `may be kept for ${duration(fresh)} only`;
}

function judgeLeading(files: readonly Arrived[]): Finding[] {
  const findings: Finding[] = [];
  for (const file of files) {
    const { name, answer } = file;
    const { fresh, isKept } = keeping(answer.headers);
    const found = [sent(answer, "Cache-Control"), ...(answer.headers["cache-control"] === undefined ? [sent(answer, "Expires"), sent(answer, "Last-Modified")] : [])];
    const change = `Send Cache-Control: no-cache on ${name}.`;
    const say = (level: typeof must, text: string) => findings.push(level(text, found, change, "What may stay in a cache"));
    if (!isKept) {
      say(better, `${name} may not be kept at all, so it comes whole at each visit.`);
    } else if (fresh === undefined && guess(answer.headers) > tooLong.hour) {
      say(better, `Nothing says for how long ${name} may be kept; browsers guess, now ${duration(guess(answer.headers))}.`);
    } else if (fresh !== undefined && fresh > tooLong.hour) {
      const why = "visitors miss what you publish for that long, and then its parts are of two releases";
      say(fresh > tooLong.day ? must : better, `${name} may be kept for ${duration(fresh)}, and more than an hour is too long: ${why}.`);
    }
  }
  return findings.length > 0 || files.length === 0 ? findings : [good("houselights.js and frame.html are not kept for long.", allSent(files, "Cache-Control"))];
}

/** Whether what has not changed need not come again. */
function judgeAsking(files: readonly Arrived[], { again }: Facts): Finding[] {
  const nameless = files.filter(({ answer: { headers } }) => headers["etag"] === undefined && headers["last-modified"] === undefined);
  if (nameless.length > 0) {
    return [
      better(
        `${names(nameless)} ${by(nameless, "says", "say")} neither which version ${by(nameless, "it is", "they are")} nor from when, so all of it comes at each visit.`,
        ["no ETag", "no Last-Modified"],
        "Have the host send ETag or Last-Modified.",
        "Headers",
      ),
    ];
  }
  const forgetful = files.filter(({ name }) => again[name] !== undefined && again[name] !== 304);
  if (forgetful.length > 0) {
    return [
      better(
        `${names(forgetful)} ${by(forgetful, "comes", "come")} whole to a browser that has ${by(forgetful, "it", "them")} already.`,
        forgetful.flatMap(({ name, answer }) => [sent(answer, "ETag"), `Status: ${again[name]}, not 304`]),
        "Have the host answer If-None-Match and If-Modified-Since with 304 (Apache: FileETag None, or DeflateAlterETag NoChange).",
        "Headers",
      ),
    ];
  }
  return files.length === 0 ? [] : [good("What a browser has already does not come again (304).")];
}

/** What a cache before the host has kept. */
function judgeAge(files: readonly Arrived[]): Finding[] {
  const old = files.filter(({ answer: { headers } }) => Number(headers["age"]) > tooLong.hour);
  const oldest = Math.max(...old.map(({ answer: { headers } }) => Number(headers["age"])));
  return old.length === 0
    ? []
    : [
        better(
          `A cache before the host has had ${names(old)} for ${duration(oldest)}.`,
          allSent(old, "Age"),
          "Empty that cache at each deploy, or let it keep these files for minutes only.",
          "What may stay in a cache",
        ),
      ];
}
