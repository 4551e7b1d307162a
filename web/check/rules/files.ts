// Whether each file is there, whole and unchanged, and of this release; and what the host says where there is none.

import type { Difference, Facts, FileFacts } from "../facts";
import { essence, keeping } from "../headers";
import { better, by, count, duration, fault, good, must, names, sent, together } from "./finding";
import type { Finding } from "./finding";
import { tooLong } from "./caching";

/** Those whose name stays, and that name the rest: a cache may have them of another release. */
const leading = ["houselights.js", "frame.html"];

export function judgeFiles(facts: Facts): Finding[] {
  const absent = facts.files.filter(({ answer, isRead }) => answer?.status !== 200 || !isRead);
  const changed = facts.files.filter(({ difference }) => difference !== undefined);
  const findings = [...judgeAbsent(absent), ...judgeChanged(changed, facts)];
  if (findings.length === 0) {
    findings.push(good(`All ${facts.files.length} files of this release are there, whole and unchanged.`));
  }
  const isOfThis = (file: FileFacts): boolean => !absent.includes(file) && (file.difference === undefined || file.names.length > 0) && !isOfOther(file, facts);
  if (leading.every((name) => facts.files.some((file) => file.name === name && isOfThis(file)))) {
    findings.push(good("houselights.js and frame.html are of the same release."));
  }
  return [...findings, ...judgeMoved(facts), ...judgeMissing(facts), ...judgeRelease(facts)];
}

function judgeAbsent(files: readonly FileFacts[]): Finding[] {
  const kindOf = ({ answer, played }: FileFacts): string => `${answer === undefined ? "silence" : answer.status === 200 ? "unreadable" : answer.status} ${played}`;
  return together(files, kindOf).map(([, some]) => {
    const answer = some[0]?.answer;
    if (answer === undefined) {
      return fault(some)(
        `There is no answer for ${names(some)}.`,
        [],
        "Look at what blocks it: a filter, a firewall, an address that leads on to another host.",
        "Deploying",
      );
    }
    if (answer.status === 200) {
      return fault(some)(
        `${names(some)} cannot be read to the end: what comes is not what Content-Encoding says, or breaks off.`,
        [sent(answer, "Content-Encoding"), sent(answer, "Content-Length")],
        "Send each .br and .gz under the encoding that it is, and upload the folder again.",
        "Headers",
      );
    }
    return fault(some)(`${names(some)} ${by(some, "is", "are")} not there.`, [`Status: ${answer.status}`], "Publish the whole folder again, with the names as they are.", "Deploying");
  });
}

/** What is said of each difference, and the way out. */
const differences: Readonly<Record<Difference, { readonly say: (files: string, is: (one: string, several: string) => string) => string; readonly change: string }>> = {
  page: {
    say: (files) => `A page comes in the place of ${files}.`,
    change: "Publish the whole folder again, and switch off the page that the host shows for what it does not have.",
  },
  packed: {
    say: (files, is) => `${files} ${is("comes", "come")} compressed without saying so, and no browser can use that.`,
    change: "Send the .br or .gz with Content-Encoding, or the file as it is.",
  },
  cut: { say: (files, is) => `${files} ${is("is", "are")} cut short.`, change: "Upload the folder again." },
  lines: { say: (files, is) => `${files} ${is("has", "have")} got other line ends.`, change: "Upload in binary mode, not as text." },
  shrunk: {
    say: (files) => `The host minifies ${files}: nothing is won, and an integrity="…" of a page would refuse it.`,
    change: "Switch minifying off for this folder: the files are as small as can be.",
  },
  grown: {
    say: (files) => `The host puts something into ${files}: the widget would not be alone any more.`,
    change: "Switch off what adds scripts, banners or statistics to files of this folder.",
  },
  other: { say: (files, is) => `${files} ${is("is", "are")} not the ${is("file", "files")} of this release.`, change: "Publish the whole folder again, and empty the cache before the host." },
};

function judgeChanged(files: readonly FileFacts[], facts: Facts): Finding[] {
  const old = files.filter((file) => isOfOther(file, facts));
  const changed = files.filter((file) => !old.includes(file));
  const findings = old.map((file) =>
    must(
      `${file.name} is of another release than this page.`,
      [`It names ${file.names.join(", ")}`],
      "Publish the whole folder at once, empty the cache before the host, and let nobody keep this file for long.",
      "Deploying",
    ),
  );
  for (const [, some] of together(changed, ({ difference, played }) => `${difference} ${played}`)) {
    const kind = some[0]?.difference ?? "other";
    const { say, change } = differences[kind];
    // What is only smaller, or has other line ends, works.
    const level = kind === "shrunk" || kind === "lines" ? better : fault(some);
    const found = some.slice(0, 3).map(({ name, received, size }) => `${name}: ${count(received)} bytes, not ${count(size)}`);
    findings.push(level(say(names(some), (one, several) => by(some, one, several)), found, change, "Deploying"));
  }
  return findings;
}

/** Whether a file whose name stays names files of another release. */
const isOfOther = ({ name, difference, names }: FileFacts, { files }: Facts): boolean =>
  leading.includes(name) && difference !== undefined && names.length > 0 && !names.every((named) => files.some(({ name }) => name === named));

/** Files that are found at another address. */
function judgeMoved({ files, folder }: Facts): Finding[] {
  const moved = files.filter(({ answer, played }) => played && answer !== undefined && answer.movedTo !== "");
  const found = moved.map(({ name, answer }) => `${name} leads to ${(answer?.movedTo ?? "").replace(new URL(folder).origin, "")}`);
  const frame = moved.find(({ name }) => name === "frame.html");
  if (frame?.answer !== undefined && new URL(frame.answer.movedTo).search === "") {
    return [
      must("The host forgets what stands behind the ? of frame.html, so that the game does not know what to play.", found, "Hand frame.html out at its own address, or lead on with the whole of it.", "Where hosts differ"),
    ];
  }
  return moved.length === 0
    ? []
    : [better(`${names(moved)} ${by(moved, "is", "are")} found at another address, one more journey for each visitor.`, found, "Hand the file out at its own address where the host can.", "Where hosts differ")];
}

function judgeMissing({ missing }: Facts): Finding[] {
  if (missing === undefined) {
    return [];
  }
  const { status, headers } = missing;
  const found = [`Status: ${status}`, sent(missing, "Content-Type"), sent(missing, "Cache-Control")];
  if (status === 200) {
    const what = essence(headers) === "text/html" ? "a page" : "something";
    return [
      must(
        `For a file that does not exist there is ${what} with status 200: a script that is missing would be taken for that.`,
        found,
        "Have the host say 404 in this folder.",
        "What may stay in a cache",
      ),
    ];
  }
  const { fresh } = keeping(headers);
  if (fresh !== undefined && fresh > tooLong.hour) {
    const level = fresh > tooLong.day ? must : better;
    return [
      level(
        `That a file does not exist may be kept for ${duration(fresh)}: what is missing in the middle of a deploy stays missing for that long.`,
        found,
        "Let nobody keep a 404.",
        "What may stay in a cache",
      ),
    ];
  }
  // S3 says 403 of what it does not have.
  return [404, 410, 403].includes(status)
    ? [good(`A file that does not exist is said not to be there (${status}), and nobody keeps that for long.`)]
    : [better(`For a file that does not exist the host says ${status}.`, found, "Have it say 404.", "What may stay in a cache")];
}

function judgeRelease({ release: { isThere, others, gone }, isDraft }: Facts): Finding[] {
  if (isDraft) {
    return [better("This is a draft, as make run serves it, with no compressed copies.", [], "Publish what make web writes.", "Deploying")];
  }
  if (!isThere) {
    return [better("release.json is not there, so the next release cannot keep the files of this one.", [], "Publish the whole folder.", "Deploying")];
  }
  if (others.length > 0) {
    return [
      must(
        "release.json is of another release than this page.",
        [`They differ in ${names(others.map((name) => ({ name })))}`],
        "Publish the whole folder at once, empty the cache before the host, and open this page again.",
        "Deploying",
      ),
    ];
  }
  return gone.length > 0
    ? [
        better(
          `${names(gone.map((name) => ({ name })))} of the release before ${by(gone, "is", "are")} gone: pages that are open, or in a cache, still ask for ${by(gone, "it", "them")}.`,
          [],
          "Publish the whole folder: make web keeps the release before.",
          "Deploying",
        ),
      ]
    : [good("release.json is of this release, and what it keeps of the one before is there.")];
}

