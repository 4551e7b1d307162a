// How a file that came differs from the one that was published: the host that minifies is told from the one that adds.

import type { Difference, Known } from "./facts";

const gzipStart = [0x1f, 0x8b];

/** Says how; bytes are not the file's. */
export function difference(name: string, { size, ends }: Known, bytes: Uint8Array): Difference {
  if (gzipStart.every((byte, i) => bytes[i] === byte)) {
    return "packed";
  }
  const text = new TextDecoder().decode(bytes.subarray(0, 4_000_000));
  if (!name.endsWith(".html") && /^\s*<(!doctype\s+html|html|head|body)\b/i.test(text)) {
    return "page";
  }
  if (ends === undefined) {
    return bytes.byteLength < size ? "cut" : "other";
  }
  const returns = text.split("\r\n").length - 1;
  if (returns > 0 && bytes.byteLength - returns === size) {
    return "lines";
  }
  if (bytes.byteLength > size) {
    return "grown";
  }
  if (bytes.byteLength < size) {
    return sameEnd(text, ends) ? "shrunk" : "cut";
  }
  return "other";
}

/** A minifier takes space and the last semicolon. */
function sameEnd(text: string, ends: string): boolean {
  const bare = (end: string): string => end.replace(/[\s;]/g, "").slice(-3);
  return bare(text.slice(-40)) === bare(ends);
}

/** The files with a hash in their name that a text names, each once. */
export const hashedNames = (text: string): string[] => [...new Set(text.match(/\b[a-z]+\.[0-9a-f]{10}\.[a-z]+\b/g))];

/** Whether a name holds a hash, so that what is in the file never changes. */
export const isHashed = (name: string): boolean => /\.[0-9a-f]{10}\.[a-z]+$/.test(name);
