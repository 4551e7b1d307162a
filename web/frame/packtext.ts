// Fetching the text of a pack, or a word on why it does not come.

import { Failure } from "../poster/failure";
import { open, silence } from "./download";
import type { Transfer } from "./download";
import { PackFailure } from "./packfailure";

/** The most bytes that a pack, or a translation, may have. */
const limit = 4 << 20;

/** How long a host may take to say that it is there, in milliseconds. */
const patienceForSign = 5_000;

/** Without cookies, and without a word on who asks. */
const strangers: RequestInit = { credentials: "omit", referrerPolicy: "no-referrer" };

export interface Wishes {
  readonly cache: RequestCache;
  /** How long all of it may take, in milliseconds. */
  readonly patience: number;
  /** Hears where the address has led on to, and throws where that may not be. */
  readonly ledTo: (address: URL) => void;
  readonly onBytes: (bytes: number) => void;
}

export async function fetchText(address: URL, { cache, patience, ledTo, onBytes }: Wishes): Promise<string> {
  const fail = (fault: PackFailure["fault"], detail: string) => new PackFailure(fault, address.host, `${address.href}: ${detail}`);
  const begun = performance.now();
  const transfer = await ask(address, cache, Math.min(patience, silence));
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let text = "";
  let bytes = 0;
  try {
    if (transfer.answer.redirected) {
      ledTo(new URL(transfer.answer.url));
    }
    for await (const chunk of transfer.read(transfer.answer)) {
      bytes += chunk.byteLength;
      if (bytes > limit) {
        throw fail("large", `more than ${limit} bytes: make the pack smaller`);
      }
      if (performance.now() - begun > patience) {
        throw fail("late", `not all of it came in ${patience / 1000} seconds`);
      }
      onBytes(bytes);
      text += decoder.decode(chunk, { stream: true });
    }
    text += decoder.decode();
  } catch (error) {
    transfer.stop();
    if (error instanceof TypeError) {
      throw fail("broken", "not UTF-8: save the file in this encoding");
    }
    throw asPackFailure(error, address);
  }
  if (/^\s*</.test(text)) {
    throw fail("missing", "a web page, not a pack file: give the address of the file itself");
  }
  return text;
}

/** Waits for the answer. Why there is none the browser does not tell, but some of it can be found out. */
async function ask(address: URL, cache: RequestCache, patience: number): Promise<Transfer> {
  const begun = performance.now();
  let isForbidden = false;
  const forbid = ({ disposition, effectiveDirective }: SecurityPolicyViolationEvent): void => {
    isForbidden ||= disposition === "enforce" && effectiveDirective === "connect-src";
  };
  document.addEventListener("securitypolicyviolation", forbid);
  try {
    return await open(address.href, { ...strangers, cache }, patience);
  } catch (error) {
    const { kind } = error as Failure;
    if (kind === "network" && performance.now() - begun < patience) {
      await new Promise((resolve) => window.setTimeout(resolve)); // only then a policy says that it was to blame
      if (isForbidden) {
        throw new PackFailure("address", address.host, `${address.href}: a policy forbids it (connect-src), that of its server or of frame.html, which wants https also of what an address leads on to`);
      }
      if (await isAnswering(address)) {
        throw new PackFailure("refused", address.host, `${address.href}: its server does not let this page read it: have it send Access-Control-Allow-Origin: * (CORS), and see that the file is there`);
      }
    }
    throw asPackFailure(error, address);
  } finally {
    document.removeEventListener("securitypolicyviolation", forbid);
  }
}

/** Whether another host gives an answer that may not be read. */
async function isAnswering({ href, origin }: URL): Promise<boolean> {
  if (origin === location.origin) {
    return false;
  }
  const abort = new AbortController();
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

function asPackFailure(error: unknown, { host }: URL): unknown {
  return error instanceof Failure && error.kind !== "pack" ? new PackFailure(error.kind === "missing" ? "missing" : "late", host, error.message) : error;
}
