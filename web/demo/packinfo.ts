// What a pack at an address says of itself: its title, and the events that can be counted to.

import { loadPack, packAddress } from "../frame/pack";
import { PackFailure } from "../frame/packfailure";

export interface PackInfo {
  readonly title: string;
  readonly events: readonly PackEvent[];
}

export interface PackEvent {
  readonly id: string;
  readonly title: string;
}

/** Fetches a pack by the rules of the frame, and reads no more of it than is needed here: the preview says what else is wrong. */
export async function readPack(pack: string, signal: AbortSignal): Promise<PackInfo> {
  const { text, host } = await loadPack(packAddress(pack, location), location, "default", signal, () => {});
  let whole: unknown;
  try {
    whole = JSON.parse(text);
  } catch (error) {
    throw new PackFailure("broken", host, String(error));
  }
  const { title, events } = fields(whole);
  return { title: typeof title === "string" && title !== "" ? title : host, events: Array.isArray(events) ? events.flatMap(eventOf) : [] };
}

function eventOf(event: unknown): PackEvent[] {
  const { id, title } = fields(event);
  return typeof id === "string" && typeof title === "string" ? [{ id, title }] : [];
}

const fields = (value: unknown): Readonly<Record<string, unknown>> => (typeof value === "object" && value !== null ? { ...value } : {});
