// Whether files say what they are.

import type { Answer, Facts, FileFacts } from "../facts";
import { charset, essence, words } from "../headers";
import { allSent, arrived, better, by, good, must, names, together } from "./finding";
import type { Finding } from "./finding";

type Arrived = FileFacts & { readonly answer: Answer };

/** What a kind of file is to be, by its ending. */
interface Kind {
  readonly type: string;
  readonly isRight: (essence: string) => boolean;
  /** What comes of another type. isStrict: whether the host sends nosniff. */
  readonly harm: (essence: string, isStrict: boolean) => "breaks" | "works";
  readonly why: string;
}

const script = /^(text\/(javascript|ecmascript|jscript|livescript|javascript1\.[0-5]|x-(java|ecma)script)|application\/(javascript|ecmascript|x-(java|ecma)script))$/;

/** What no browser takes for a script, whatever else a host says. */
const neverScript = /^(image|audio|video)\/|^text\/csv$/;

const is =
  (...types: readonly string[]) =>
  (essence: string): boolean =>
    types.includes(essence);

const kinds: Readonly<Record<string, Kind>> = {
  js: {
    type: "text/javascript",
    isRight: (essence) => script.test(essence),
    harm: (essence, isStrict) => (isStrict || neverScript.test(essence) ? "breaks" : "works"),
    why: "with nosniff, browsers refuse scripts of another type",
  },
  css: { type: "text/css", isRight: is("text/css"), harm: () => "breaks", why: "browsers refuse style sheets of another type" },
  html: { type: "text/html", isRight: is("text/html"), harm: () => "breaks", why: "else it is not shown as a page" },
  wasm: { type: "application/wasm", isRight: is("application/wasm"), harm: () => "works", why: "only then can a browser keep the game as it has compiled it" },
  json: { type: "application/json", isRight: (essence) => essence === "application/json" || essence.endsWith("+json"), harm: () => "works", why: "editors look at it" },
  svg: { type: "image/svg+xml", isRight: is("image/svg+xml"), harm: () => "works", why: "else the icon is not shown" },
  txt: { type: "text/plain", isRight: is("text/plain"), harm: () => "works", why: "else it cannot be read in a browser" },
};

const kindOf = ({ name }: FileFacts): Kind | undefined => kinds[name.slice(name.lastIndexOf(".") + 1)];

const isStrict = ({ answer: { headers } }: Arrived): boolean => words(headers["x-content-type-options"])[0] === "nosniff";

export function judgeTypes(facts: Facts): Finding[] {
  // What is not the file at all has a type of its own.
  const files = arrived(facts.files).filter(({ difference }) => difference !== "page");
  const findings = [...judgeEssences(files), ...judgeCharsets(files)];
  if (findings.length === 0 && files.length > 0) {
    findings.push(good("Each file has the type that it should have."));
  }
  return [...findings, ...judgeNosniff(files)];
}

function judgeEssences(files: readonly Arrived[]): Finding[] {
  const wrong = files.filter((file) => kindOf(file)?.isRight(essence(file.answer.headers)) === false);
  const keyOf = (file: Arrived): string => `${kindOf(file)?.type} ${essence(file.answer.headers)} ${isStrict(file)}`;
  return together(wrong, keyOf).flatMap(([, some]) => {
    const [first] = some;
    const kind = first && kindOf(first);
    if (first === undefined || kind === undefined) {
      return [];
    }
    const type = essence(first.answer.headers);
    const level = kind.harm(type, isStrict(first)) === "breaks" && some.some(({ played }) => played) ? must : better;
    const as = type === "" ? "without a type" : `as ${type}`;
    const text = `${names(some)} ${by(some, "comes", "come")} ${as} and should be ${kind.type}: ${kind.why}.`;
    return [level(text, allSent(some, "Content-Type"), `Send Content-Type: ${kind.type} on .${first.name.split(".").at(-1)} files.`, "Headers")];
  });
}

/** The files are UTF-8, and what a host says counts more than what they say themselves. */
function judgeCharsets(files: readonly Arrived[]): Finding[] {
  const wrong = files.filter(({ name, answer }) => /\.(html|css|js|txt)$/.test(name) && !["", "utf-8", "utf8"].includes(charset(answer.headers)));
  if (wrong.length === 0) {
    return [];
  }
  const level = wrong.some(({ played }) => played) ? must : better;
  return [level(`${names(wrong)} ${by(wrong, "is", "are")} UTF-8 and ${by(wrong, "says", "say")} otherwise, so letters come out wrong.`, allSent(wrong, "Content-Type"), "Send charset=utf-8, or no charset.", "Headers")];
}

function judgeNosniff(files: readonly Arrived[]): Finding[] {
  const open = files.filter((file) => !isStrict(file));
  if (files.length === 0) {
    return [];
  }
  return open.length === 0
    ? [good("Browsers hold to the types that the host says (nosniff).")]
    : [better(`Browsers may take ${names(open)} for something else than the host says.`, allSent(open, "X-Content-Type-Options"), "Send X-Content-Type-Options: nosniff on all files.", "Headers")];
}
