// Fetching the text of a pack, or a word on why it does not come.

import { Failure } from "../poster/failure";
import { refusal, request, silence } from "./download";
import type { Transfer } from "./download";
import { PackFailure } from "./packfailure";

/** The most bytes that a pack, or a translation, may have. */
const limit = 4 << 20;

/** How long a host may take to say that it is there, in milliseconds. */
const patienceForSign = 5_000;

/** Without cookies, and without a word on who asks. */
const strangers: RequestInit = { credentials: "omit", referrerPolicy: "no-referrer" };

/** Where an address leads on to, the browser keeps to itself. */
const forbidden =
  "a policy forbids it (connect-src), that of its server or of frame.html, which wants https also of what an address leads on to" +
  (PACK_PLACES === null ? "" : ", and there too a host that the site allows (PACKS)") +
  ": curl -sIL tells where that is";

export interface Wishes {
  readonly cache: RequestCache;
  /** How long all of it may take, in milliseconds. */
  readonly patience: number;
  /** Says when it is not wanted any more. */
  readonly signal: AbortSignal;
  /** Hears where the address has led on to, and throws where that may not be. */
  readonly ledTo: (address: URL) => void;
  readonly onBytes: (bytes: number) => void;
}

export interface Fetched {
  readonly text: string;
  /** The host that it came from in the end. */
  readonly host: string;
}

export async function fetchText(address: URL, { cache, patience, signal, ledTo, onBytes }: Wishes): Promise<Fetched> {
  let from = address;
  const fail = (fault: PackFailure["fault"], detail: string) => new PackFailure(fault, from.host, `${from.href}: ${detail}`);
  const abort = abortWith(signal);
  const timer = window.setTimeout(() => abort.abort(), patience);
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let text = "";
  let bytes = 0;
  try {
    const { answer, read } = await ask(address, cache, abort.signal);
    if (answer.redirected) {
      from = new URL(answer.url);
      ledTo(from);
    }
    if (!answer.ok) {
      throw fail("missing", refusal(answer));
    }
    for await (const chunk of read(answer)) {
      bytes += chunk.byteLength;
      if (bytes > limit) {
        throw fail("large", `more than ${limit} bytes: make the pack smaller`);
      }
      onBytes(bytes);
      text += decoder.decode(chunk, { stream: true });
    }
    text += decoder.decode();
  } catch (error) {
    if (abort.signal.aborted) {
      throw fail("late", `not all of it came in ${patience / 1000} seconds`);
    }
    if (error instanceof TypeError) {
      throw fail("broken", "not UTF-8: save the file in the encoding UTF-8");
    }
    throw error instanceof Failure && error.kind === "network" ? new PackFailure("late", from.host, error.message) : error;
  } finally {
    window.clearTimeout(timer);
    abort.abort(); // whatever is left of it is not wanted
  }
  if (/^\s*</.test(text)) {
    throw fail("missing", "a web page, not a pack file: give the address of the file itself");
  }
  return { text, host: from.host };
}

/** Waits for the answer. Why there is none the browser does not tell, but some of it can be found out. */
async function ask(address: URL, cache: RequestCache, signal: AbortSignal): Promise<Transfer> {
  const begun = performance.now();
  let isForbidden = false;
  const forbid = ({ disposition, effectiveDirective }: SecurityPolicyViolationEvent): void => {
    isForbidden ||= disposition === "enforce" && effectiveDirective === "connect-src";
  };
  document.addEventListener("securitypolicyviolation", forbid);
  try {
    return await request(address.href, { ...strangers, cache, signal });
  } catch (error) {
    if (!signal.aborted && performance.now() - begun < silence) {
      await new Promise((resolve) => window.setTimeout(resolve)); // only then a policy says that it was to blame
      if (isForbidden) {
        throw new PackFailure("address", address.host, `${address.href}: ${forbidden}`);
      }
      if (await isAnswering(address, signal)) {
        throw new PackFailure("refused", address.host, `${address.href}: its server does not let this page read it: have it send Access-Control-Allow-Origin: * (CORS), and see that the file is there`);
      }
    }
    throw error;
  } finally {
    document.removeEventListener("securitypolicyviolation", forbid);
  }
}

/** Whether another host gives an answer that may not be read. Of such a request a browser cannot be kept from following where it leads. */
async function isAnswering({ href, origin }: URL, signal: AbortSignal): Promise<boolean> {
  if (origin === location.origin) {
    return false;
  }
  const abort = abortWith(signal);
  const timer = window.setTimeout(() => abort.abort(), patienceForSign);
  try {
    await fetch(href, { ...strangers, method: "HEAD", mode: "no-cors", signal: abort.signal });
    return true;
  } catch {
    return false;
  } finally {
    window.clearTimeout(timer);
  }
}

/** Returns what is aborted when the signal is, if not before. */
function abortWith(signal: AbortSignal): AbortController {
  const abort = new AbortController();
  signal.addEventListener("abort", () => abort.abort());
  if (signal.aborted) {
    abort.abort();
  }
  return abort;
}
