// What <house-lights> and the page in its frame say to each other. The page opens the talk: it sends its greeting to the
// window around it, with the secret that stands in its own address and one end of a channel; the rest goes through that.

import type { FailureKind } from "../poster/failure";
import type { Progress } from "../poster/foot";

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

/** What the page in the frame tells. */
export type Report =
  | ({ readonly type: "progress" } & Progress) // where the element shows it
  | { readonly type: "clock"; readonly skew: number } // what the device's clock is behind, in milliseconds, where it is wrong; else 0
  | { readonly type: "shown" } // there is something to see in the frame, and it is not the game yet
  | { readonly type: "ready" } // the game can be seen
  | { readonly type: "again" } // the visitor asks for a new frame: something in this one's way cannot be mended in it
  | { readonly type: "leave" } // the visitor wants out: Escape where nothing is left to go back from
  | { readonly type: "error"; readonly kind: FailureKind; readonly detail: string };

/** What the element tells. */
export interface Sight {
  readonly type: "sight";
  /** Whether the frame can be seen, where the page in it cannot know. */
  readonly value: boolean;
}

const isObject = (data: unknown): data is Record<string, unknown> => typeof data === "object" && data !== null;

export function readGreeting(data: unknown): Greeting | undefined {
  if (!isObject(data)) {
    return undefined;
  }
  const { houselights, secret } = data;
  return typeof houselights === "number" && typeof secret === "string" ? { houselights, secret } : undefined;
}

/** Reads a report; one of a type that came with a later version is undefined. */
export function readReport(data: unknown): Report | undefined {
  if (!isObject(data)) {
    return undefined;
  }
  const { type, kind, detail, share, host, bytes, skew } = data;
  if (type === "shown" || type === "ready" || type === "again" || type === "leave") {
    return { type };
  }
  if (type === "progress" && typeof share === "number") {
    // A frame of an older release counts no questions.
    return typeof host === "string" && typeof bytes === "number" ? { type, share, host, bytes } : { type, share };
  }
  if (type === "clock" && Number.isFinite(skew)) {
    return { type, skew: skew as number };
  }
  // Which kinds there are is for the page in the frame to say.
  return type === "error" && typeof kind === "string" && typeof detail === "string"
    ? { type, kind: kind as FailureKind, detail }
    : undefined;
}

export function readSight(data: unknown): Sight | undefined {
  return isObject(data) && data["type"] === "sight" && typeof data["value"] === "boolean" ? { type: "sight", value: data["value"] } : undefined;
}
