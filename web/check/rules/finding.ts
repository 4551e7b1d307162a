// What is said of a host, and how it is put.

import type { Answer, FileFacts } from "../facts";

export type Level = "must" | "better" | "good";

/** The sections of web/HOSTING.md that a finding may point to. */
export type Section = "What may stay in a cache" | "Headers" | "Deploying" | "Where hosts differ" | "How the frame chooses";

export interface Finding {
  readonly level: Level;
  /** One sentence. */
  readonly text: string;
  /** What the host sent. */
  readonly found?: readonly string[];
  /** What to change, in one sentence. */
  readonly change?: string;
  readonly section?: Section;
}

export const good = (text: string, found?: readonly string[]): Finding => ({ level: "good", text, ...(found && { found }) });

export const better = (text: string, found: readonly string[], change: string, section: Section): Finding => ({ level: "better", text, found, change, section });

export const must = (text: string, found: readonly string[], change: string, section: Section): Finding => ({ level: "must", text, found, change, section });

/** As bad as it is for those files: what visitors fetch has to be right. */
export const fault = (files: readonly FileFacts[]) => (files.some(({ played }) => played) ? must : better);

/** Those that came as they should. */
export const arrived = (files: readonly FileFacts[]): (FileFacts & { readonly answer: Answer })[] =>
  files.filter((file): file is FileFacts & { readonly answer: Answer } => file.answer?.status === 200);

/** Some of the names, and how many more there are. */
export function names(files: readonly { readonly name: string }[]): string {
  const most = 3;
  const list = files.map(({ name }) => name);
  const rest = list.length - most;
  const said = rest > 1 ? [...list.slice(0, most), `${rest} more files`] : list;
  return said.length < 2 ? said.join("") : `${said.slice(0, -1).join(", ")} and ${said.at(-1)}`;
}

/** One word for one, another for several. */
export const by = (files: readonly unknown[], one: string, several: string): string => (files.length === 1 ? one : several);

/** A header as it came, or that it did not. */
export function sent({ headers }: Answer, name: string): string {
  const value = headers[name.toLowerCase()];
  return value === undefined ? `no ${name}` : `${name}: ${value}`;
}

/** The same of several files, each only once. */
export const allSent = (files: readonly { readonly answer: Answer }[], name: string): string[] => [...new Set(files.map(({ answer }) => sent(answer, name)))];

/** The files that have the same, together. */
export function together<T>(files: readonly T[], keyOf: (file: T) => string): [key: string, files: T[]][] {
  const groups = new Map<string, T[]>();
  for (const file of files) {
    const key = keyOf(file);
    groups.set(key, [...(groups.get(key) ?? []), file]);
  }
  return [...groups];
}

export const count = (n: number): string => n.toLocaleString("en");

export const kilobytes = (bytes: number): string => `${count(Math.ceil(bytes / 1000))} kB`;

/** A time in seconds, in words. */
export function duration(seconds: number): string {
  const units = [["second", 1], ["minute", 60], ["hour", 3600], ["day", 86_400]] as const;
  const [unit, length] = units.findLast(([, length]) => seconds >= length) ?? units[0];
  const n = Math.round(seconds / length);
  return `${count(n)} ${unit}${n === 1 ? "" : "s"}`;
}
