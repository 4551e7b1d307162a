// What <house-lights> and the page in its frame say to each other. The page opens the talk: it sends its greeting to the
// window around it, with the secret that stands in its own address and one end of a channel; the rest goes through that.

import type { FailureKind } from "../poster/failure";

/** Raised when either side could misunderstand the other. Each side gets on with the version before and after its own. */
export const version = 1;

export const canTalk = (other: number): boolean => Math.abs(other - version) <= 1;

/** For whoever runs the page, where the two cannot talk. */
export const mismatch = (element: number, frame: number): string =>
  `houselights.js speaks version ${element}, frame.html version ${frame}: publish the whole folder again, and let no cache keep old files`;

/** How the visitor came into the frame: by Play, with a pointer or by keys, or not at all; then the focus is elsewhere. */
export type Arrival = "" | "pointer" | "keys";

export interface Greeting {
  readonly houselights: number; // the version of the page in the frame
  readonly secret: string;
}

/** How far the game is on its way. */
export interface Progress {
  /** 0 to 1; NaN where that is not known: then there is no bar rather than one that lies. */
  readonly share: number;
  /** The host whose questions are all that is missing, and how many bytes of them have come. */
  readonly host?: string;
  readonly bytes?: number;
}

/** What the page in the frame tells. */
export type Report =
  | ({ readonly type: "progress" } & Progress) // where the element shows it
  | { readonly type: "clock"; readonly skew: number } // what the device's clock is behind, in milliseconds, where it is wrong; else 0
  | { readonly type: "shown" } // there is something to see in the frame, and it is not the game yet
  | { readonly type: "ready" } // the game can be seen
  | ({ readonly type: "kept" } & Visit) // the visit as it stands, and whenever it is seen no more, or again
  | News
  | { readonly type: "erased" } // the visitor has erased what is kept: no visit from before shall be gone on with
  | { readonly type: "again" } // the visitor asks for a new frame: something in this one's way cannot be mended in it
  | { readonly type: "leave" } // the visitor wants out: Escape where nothing is left to go back from
  | { readonly type: "error"; readonly kind: FailureKind; readonly detail: string };

/** A visit, to be gone on with in another frame. */
export interface Visit {
  /** In the game's own words; null to begin anew. */
  readonly text: string | null;
  /** When the visitor last saw it, in Unix milliseconds; 0 while it is seen. */
  readonly seen: number;
}

/** What happens in the game, for the page around: the element's events (README). */
export interface News {
  readonly type: "news";
  readonly name: NewsName;
  readonly detail: Readonly<Record<string, string | number | boolean>>;
}

/** What is told of each, by an example. In quotes is what has a letter for a name elsewhere (web/build/script.go). */
const news = {
  start: { mode: "", of: 0 },
  question: { "number": 0, of: 0 },
  answer: { "number": 0, of: 0, right: false, points: 0 },
  complete: { mode: "", points: 0, right: 0, of: 0, best: false },
  "phase": { event: "", "phase": "" },
} as const;

export type NewsName = keyof typeof news;

/** What the element tells. */
export type Order =
  | { readonly type: "sight"; readonly value: boolean } // whether the frame can be seen, where the page in it cannot know
  | ({ readonly type: "settings" } & Wishes) // as they are at the greeting, and when they change
  | ({ readonly type: "resume" } & Visit); // once, where the address says "resume": the game waits for it

/** What the element's attributes ask for, as far as it can be followed with the game running. */
export interface Wishes {
  readonly pack: string;
  readonly event: string;
  readonly eventTitle: string;
  readonly mode: string;
  readonly lang: string;
  readonly theme: string;
  readonly accent: string;
  readonly motion: string;
  readonly sound: string;
  /** The colour scheme of the page around the element: "dark" or "light". */
  readonly scheme: string;
}

/** Their names but for scheme, which the page in the frame may find out by itself. */
export const wishNames = ["pack", "event", "eventTitle", "mode", "lang", "theme", "accent", "motion", "sound"] as const;

/** What comes is cut to so many characters: an address may be long, a visit is longer, all else is short. */
const longest = { text: 200, address: 8_000, detail: 20_000, visit: 400_000 };

type Data = Readonly<Record<string, unknown>>;

const isObject = (data: unknown): data is Data => typeof data === "object" && data !== null;

const isText = (value: unknown, length: number): value is string => typeof value === "string" && value.length <= length;

const isWithin = (value: unknown, least: number, most: number): value is number => typeof value === "number" && value >= least && value <= most;

/** More than any clock may be off, and later than any time: a hundred years from 1970, in milliseconds. */
export const century = 3_155_760_000_000;

export function readGreeting(data: unknown): Greeting | undefined {
  if (!isObject(data)) {
    return undefined;
  }
  const { houselights, secret } = data;
  return typeof houselights === "number" && isText(secret, longest.text) ? { houselights, secret } : undefined;
}

/** Reads a report; one of a type that came with a later version, or that is not sound, is undefined. */
export function readReport(data: unknown): Report | undefined {
  if (!isObject(data)) {
    return undefined;
  }
  const { type, kind, detail, share, host, bytes, skew } = data;
  switch (type) {
    case "shown":
    case "ready":
    case "erased":
    case "again":
    case "leave":
      return { type };
    case "progress":
      if (!Number.isNaN(share) && !isWithin(share, 0, 1)) {
        return undefined;
      }
      // A frame of an older release counts no questions.
      return isText(host, longest.text) && isWithin(bytes, 0, Number.MAX_SAFE_INTEGER) ? { type, share: share as number, host, bytes } : { type, share: share as number };
    case "clock":
      return isWithin(skew, -century, century) ? { type, skew } : undefined;
    case "kept": {
      const visit = readVisit(data);
      return visit && { type, ...visit };
    }
    case "news":
      return readNews(data);
    case "error":
      // Which kinds there are is for the page in the frame to say. All the faults of a pack may be in the detail.
      return isText(kind, longest.text) && typeof detail === "string" ? { type, kind: kind as FailureKind, detail: detail.slice(0, longest.detail) } : undefined;
  }
  return undefined;
}

function readNews({ name, detail }: Data): News | undefined {
  if (typeof name !== "string" || !Object.hasOwn(news, name) || !isObject(detail)) {
    return undefined;
  }
  const read: Record<string, string | number | boolean> = {};
  for (const [key, example] of Object.entries(news[name as NewsName])) {
    const value = detail[key];
    if (isText(value, longest.text) || isWithin(value, 0, 1e9) || typeof value === "boolean") {
      read[key] = value;
    }
    if (typeof read[key] !== typeof example) {
      return undefined;
    }
  }
  return { type: "news", name: name as NewsName, detail: read };
}

function readVisit({ text, seen }: Data): Visit | undefined {
  return (text === null || isText(text, longest.visit)) && isWithin(seen, 0, century) ? { text, seen } : undefined;
}

/** Reads an order; one of a type that came with a later version, or that is not sound, is undefined. */
export function readOrder(data: unknown): Order | undefined {
  if (!isObject(data)) {
    return undefined;
  }
  const { type, value } = data;
  switch (type) {
    case "sight":
      return typeof value === "boolean" ? { type, value } : undefined;
    case "settings": {
      const wishes: Record<string, string> = {};
      for (const name of [...wishNames, "scheme"]) {
        const wish = data[name];
        if (!isText(wish, longest.address)) {
          return undefined;
        }
        wishes[name] = wish;
      }
      return { type, ...(wishes as unknown as Wishes) };
    }
    case "resume": {
      const visit = readVisit(data);
      return visit && { type, ...visit };
    }
  }
  return undefined;
}
