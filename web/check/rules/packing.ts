// Whether text and the game come compressed, and how else the game comes in few bytes.

import type { Answer, Facts, FileFacts } from "../facts";
import { encoding, words } from "../headers";
import { isLocal } from "./connection";
import { allSent, arrived, better, by, good, kilobytes, must, names, sent } from "./finding";
import type { Finding } from "./finding";

type Arrived = FileFacts & { readonly answer: Answer };

/** What fits in one packet comes no sooner for being smaller. */
const packet = 1400;

const compressible = /\.(css|html|js|json|svg|txt)$/;

/** Whether fewer bytes come than the file has. Where the browser does not say how many, the host does. */
export const isPacked = ({ answer, bytes, size }: FileFacts): boolean =>
  answer !== undefined && (encoding(answer.headers) !== "" || (bytes !== undefined && bytes < size * 0.95));

export function judgePacking(facts: Facts): Finding[] {
  const files = arrived(facts.files).filter(({ played, difference }) => played && difference !== "page");
  return [...judgeText(files, facts), ...judgeGame(files, facts), ...judgeVary(files)];
}

/** Browsers take brotli only where nobody can listen. */
function onHttp({ folder }: Facts): string {
  const { protocol, hostname } = new URL(folder);
  return protocol === "http:" && !isLocal(hostname) ? " On http, browsers take gzip only." : "";
}

function judgeText(files: readonly Arrived[], facts: Facts): Finding[] {
  const text = files.filter(({ name, size }) => compressible.test(name) && size > packet);
  const plain = text.filter((file) => !isPacked(file));
  if (text.length === 0) {
    return [];
  }
  if (plain.length === 0) {
    return [good("Text comes compressed.", allSent(text, "Content-Encoding"))];
  }
  const bytes = plain.reduce((sum, { size }) => sum + size, 0);
  return [
    better(
      `${names(plain)} ${by(plain, "comes", "come")} as ${by(plain, "it is", "they are")}, ${kilobytes(bytes)} that could be about a third.`,
      allSent(plain, "Content-Encoding"),
      `Have the host compress text, or send the .br and .gz beside the files.${onHttp(facts)}`,
      "Where hosts differ",
    ),
  ];
}

function judgeGame(files: readonly Arrived[], facts: Facts): Finding[] {
  const game = files.find(({ name }) => name.endsWith(".wasm"));
  if (game === undefined) {
    return [];
  }
  const { answer, size, bytes } = game;
  if (isPacked(game)) {
    return [good(`The game comes compressed, ${bytes === undefined ? "" : `${kilobytes(bytes)} `}in place of ${kilobytes(size)}.`, [sent(answer, "Content-Encoding")])];
  }
  const change = `Have the host compress .wasm files, or send the .br and .gz beside the game.${onHttp(facts)}`;
  const { copy } = facts;
  if (copy === undefined) {
    return [better(`The game comes as it is, ${kilobytes(size)}; a draft has no .gz beside it.`, [sent(answer, "Content-Encoding")], change, "Where hosts differ")];
  }
  if (copy.isWhole) {
    const came = copy.bytes === undefined ? "" : `, ${kilobytes(copy.bytes)} in place of ${kilobytes(size)}`;
    return [
      better(`The host does not compress the game; its .gz is fetched and unpacked in its place${came}.`, [sent(answer, "Content-Encoding")], change, "How the frame chooses"),
    ];
  }
  const isThere = copy.answer?.status === 200;
  return [
    must(
      `The host does not compress the game, and its .gz ${isThere ? "is damaged" : "is not there"}, so visitors download ${kilobytes(size)}.`,
      [sent(answer, "Content-Encoding"), `Status of ${game.name}.gz: ${copy.answer?.status ?? "no answer"}`],
      isThere ? `Upload ${game.name}.gz again, in binary mode, and send it as it is.` : "Publish the .gz files too, or have the host compress .wasm files.",
      "How the frame chooses",
    ),
  ];
}

/** A cache on the way must not hand out what a browser did not ask for. */
function judgeVary(files: readonly Arrived[]): Finding[] {
  const careless = files.filter(({ answer: { headers } }) => encoding(headers) !== "" && !words(headers["vary"]).some((word) => word === "accept-encoding" || word === "*"));
  return careless.length === 0
    ? []
    : [
        better(
          `${names(careless)} ${by(careless, "is", "are")} compressed without saying that it depends on who asks: a cache on the way may hand it to those who cannot read it.`,
          allSent(careless, "Vary"),
          "Send Vary: Accept-Encoding with what is compressed.",
          "Headers",
        ),
      ];
}
