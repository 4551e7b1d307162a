// Asking the host as a visitor would, past the browser's own cache: that may hold what was sent before a change.

import { difference, hashedNames, isHashed } from "./difference";
import type { Answer, CopyFacts, Facts, FileFacts, Known, ReleaseFacts } from "./facts";
import { isPacked } from "./rules/packing";
import { glimpse } from "./sandbox";

/** How long an answer may take, in milliseconds. */
const patience = 60_000;

/** The folder of this page. */
export const folder = new URL(".", location.href).href;

/** How the frame's address looks when a page shows it: whoever leads on from it has to keep the rest. */
const query = "?pack=purple-hearts";

const addressOf = (name: string): string => `${folder}${name}${name === "frame.html" ? query : ""}`;

/** Hears of what is done, and how many things there are. */
export type Progress = (done: number, of: number) => void;

/** Finds out all that is judged. */
export async function findOut(release: Readonly<Record<string, Known>>, isDraft: boolean, onProgress: Progress): Promise<Facts> {
  const known = Object.entries(release);
  const steps = known.length + 6;
  let done = 0;
  const step = async <T>(doing: Promise<T>): Promise<T> => {
    const result = await doing;
    onProgress(++done, steps);
    return result;
  };
  performance.setResourceTimingBufferSize(2 * steps + 250);
  const asked = Promise.all(known.map(([name, file]) => step(askFile(name, file))));
  const [missing, refusal, seen, said] = await Promise.all([step(askMissing()), step(tryWasm()), step(glimpse()), step(askRelease(release, isDraft))]);
  const files = (await asked).map((file) => ({ ...file, bytes: bytesOf(file) }));
  const [copy, again] = await Promise.all([step(askCopy(files, release, isDraft)), step(askAgain(files))]);
  return { folder, isDraft, files, copy, missing, again, glimpses: seen, refusal, release: said };
}

const ask = (address: string, options: RequestInit = {}): Promise<Response> =>
  fetch(address, { cache: "no-store", credentials: "same-origin", signal: AbortSignal.timeout(patience), ...options });

const answerOf = ({ status, headers, redirected, url }: Response): Answer => ({
  status,
  headers: Object.fromEntries(headers),
  movedTo: redirected ? url : "",
  at: Date.now(),
});

async function askFile(name: string, known: Known): Promise<FileFacts> {
  const address = addressOf(name);
  const facts: FileFacts = { name, size: known.size, played: known.played, answer: undefined, isRead: false, difference: undefined, received: 0, bytes: undefined, names: [] };
  let answer: Answer | undefined;
  try {
    const response = await ask(address);
    answer = answerOf(response);
    const bytes = new Uint8Array(await response.arrayBuffer());
    const isSame = answer.status !== 200 || (await isWhole(bytes, known, address));
    return {
      ...facts,
      answer,
      isRead: true,
      difference: isSame ? undefined : difference(name, known, bytes),
      received: bytes.byteLength,
      names: known.ends === undefined ? [] : hashedNames(new TextDecoder().decode(bytes)),
    };
  } catch {
    // Of a body that cannot be unpacked some browsers do not even tell the headers.
    return { ...facts, answer: answer ?? (await askHead(address)) };
  }
}

async function askHead(address: string): Promise<Answer | undefined> {
  try {
    return answerOf(await ask(address, { method: "HEAD" }));
  } catch {
    return undefined;
  }
}

/** Whether bytes are the file. Browsers hash for pages on https only; else the file comes once more, and the browser compares. */
async function isWhole(bytes: Uint8Array<ArrayBuffer>, { size, integrity }: Known, address: string): Promise<boolean> {
  if (bytes.byteLength !== size) {
    return false;
  }
  if (isSecureContext) {
    const hash = new Uint8Array(await crypto.subtle.digest("SHA-384", bytes));
    return integrity === `sha384-${btoa(String.fromCharCode(...hash))}`;
  }
  try {
    await ask(address, { integrity });
    return true;
  } catch {
    return false;
  }
}

/** How many bytes came, as the browser noted. */
function bytesOf({ name, isRead }: { readonly name: string; readonly isRead: boolean }): number | undefined {
  const [noted] = performance.getEntriesByName(addressOf(name)).slice(-1) as PerformanceResourceTiming[];
  return isRead && noted !== undefined && noted.encodedBodySize > 0 ? noted.encodedBodySize : undefined;
}

/** Asks for a script that no release has. */
async function askMissing(): Promise<Answer | undefined> {
  const name = [...crypto.getRandomValues(new Uint8Array(5))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  try {
    const response = await ask(addressOf(`nothing.${name}.js`));
    void response.body?.cancel();
    return answerOf(response);
  } catch {
    return undefined;
  }
}

/** Compiles a program that does nothing, and returns what is said against it. */
async function tryWasm(): Promise<string> {
  try {
    await WebAssembly.compile(Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0));
    return "";
  } catch (error) {
    return String(error);
  }
}

/** Asks for the game's .gz as the frame does, where the game comes as it is. */
async function askCopy(files: readonly FileFacts[], release: Readonly<Record<string, Known>>, isDraft: boolean): Promise<CopyFacts | undefined> {
  const game = files.find(({ name }) => name.endsWith(".wasm"));
  const known = game && release[game.name];
  if (isDraft || known === undefined || game?.answer?.status !== 200 || isPacked(game)) {
    return undefined;
  }
  const name = `${game.name}.gz`;
  let answer: Answer | undefined;
  try {
    const response = await ask(addressOf(name));
    answer = answerOf(response);
    const bytes = new Uint8Array(await response.arrayBuffer());
    const unpacked = bytes[0] === 0x1f ? await unpack(bytes) : bytes; // a host may declare it as an encoding
    const isSame = answer.status === 200 && (await isWhole(unpacked, known, addressOf(game.name)));
    return { answer, isWhole: isSame, bytes: bytesOf({ name, isRead: true }) ?? bytes.byteLength };
  } catch {
    return { answer, isWhole: false, bytes: undefined };
  }
}

async function unpack(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const unpacked = new Response(bytes).body?.pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(unpacked).arrayBuffer());
}

/** Asks for what names the other files as a browser that has it. */
async function askAgain(files: readonly FileFacts[]): Promise<Record<string, number>> {
  const again: Record<string, number> = {};
  const leading = files.filter(({ name, answer }) => !isHashed(name) && /^(houselights\.js|frame\.html)$/.test(name) && answer?.status === 200);
  await Promise.all(
    leading.map(async ({ name, answer }) => {
      const { etag, "last-modified": changed } = answer?.headers ?? {};
      const headers = { ...(etag !== undefined && { "If-None-Match": etag }), ...(etag === undefined && changed !== undefined && { "If-Modified-Since": changed }) };
      if (Object.keys(headers).length > 0) {
        const response = await ask(addressOf(name), { headers }).catch(() => undefined);
        void response?.body?.cancel();
        again[name] = response?.status ?? 0;
      }
    }),
  );
  return again;
}

/** Reads release.json, and looks for what it keeps. */
async function askRelease(release: Readonly<Record<string, Known>>, isDraft: boolean): Promise<ReleaseFacts> {
  const none = { isThere: false, others: [], gone: [] };
  if (isDraft) {
    return none; // there may be one of the release before
  }
  try {
    const response = await ask(addressOf("release.json"));
    const said: unknown = response.ok ? await response.json() : undefined;
    const [files, before] = [digests(said, "files"), digests(said, "before")];
    if (files === undefined) {
      return none;
    }
    const isOwn = (name: string): boolean => /^check\./.test(name); // this page is not in what it knows
    const others = [...new Set([...Object.keys(release), ...Object.keys(files)])].filter((name) => !isOwn(name) && files[name] !== release[name]?.integrity);
    const kept = Object.keys(before ?? {}).filter((name) => files[name] === undefined);
    const answers = await Promise.all(kept.map((name) => askHead(addressOf(name))));
    return { isThere: true, others: others.sort(), gone: kept.filter((_, i) => answers[i]?.status !== 200) };
  } catch {
    return none;
  }
}

/** The hashes of files, by name; undefined where there are none. */
function digests(said: unknown, key: "files" | "before"): Record<string, string> | undefined {
  const files = said !== null && typeof said === "object" ? (said as Record<string, unknown>)[key] : undefined;
  if (files === null || typeof files !== "object") {
    return undefined;
  }
  const read = Object.entries(files as Record<string, unknown>).flatMap(([name, file]) => {
    const integrity = file !== null && typeof file === "object" ? (file as Record<string, unknown>)["integrity"] : undefined;
    return typeof integrity === "string" ? [[name, integrity] as const] : [];
  });
  return Object.fromEntries(read);
}
