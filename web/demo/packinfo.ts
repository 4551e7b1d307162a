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

/** The reading of a pack at an address, while it goes on and after. */
export class Reading {
  /** What the pack says of itself, once that is known. */
  info: PackInfo | undefined;
  /** Why it cannot be known. */
  failure: PackFailure | undefined;
  /** Comes when either is known. */
  readonly over: Promise<void>;
  private readonly abort = new AbortController();

  constructor(
    readonly pack: string,
    cache: RequestCache,
  ) {
    this.over = this.read(cache);
  }

  /** Nobody wants it any more. */
  end(): void {
    this.abort.abort();
  }

  private async read(cache: RequestCache): Promise<void> {
    try {
      this.info = await readPack(this.pack, cache, this.abort.signal);
    } catch (error) {
      this.failure = error instanceof PackFailure ? error : new PackFailure("broken", new URL(this.pack).host, String(error));
    }
  }
}

/** Fetches a pack by the rules of the frame, and reads no more of it than is needed here: the preview says what else is wrong. */
async function readPack(pack: string, cache: RequestCache, signal: AbortSignal): Promise<PackInfo> {
  const { text, host } = await loadPack(packAddress(pack, location), location, cache, signal, () => {});
  let whole: unknown;
  try {
    whole = JSON.parse(text);
  } catch (error) {
    throw new PackFailure("broken", host, String(error));
  }
  const { title, events } = fields(whole);
  return { title: typeof title === "string" && title !== "" ? title : host, events: Array.isArray(events) ? events.flatMap(eventOf) : [] };
}

/** One without an id is e1, e2 and so on by its place. */
function eventOf(event: unknown, place: number): PackEvent[] {
  const { id = `e${place + 1}`, title } = fields(event);
  return typeof id === "string" && typeof title === "string" ? [{ id, title }] : [];
}

const fields = (value: unknown): Readonly<Record<string, unknown>> => (typeof value === "object" && value !== null ? { ...value } : {});
