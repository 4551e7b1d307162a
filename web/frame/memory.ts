// What the game was doing, in its own words, so that it can go on after a crash, a lost context or a reload. A reload gets
// it from the session's storage; where that is refused, only a reload loses it.

import { key } from "./store";

interface Kept {
  readonly text: string;
  /** When the visitor last saw it, in Unix milliseconds. */
  readonly seen: number;
}

export class Memory {
  /** What the game said last. */
  text: string | null = null;
  /** When the visitor last saw it, in Unix milliseconds. */
  seen = 0;
  private lasting = false;

  /** Takes up what a page before this one has left. */
  constructor() {
    const kept = read();
    if (kept !== undefined) {
      this.text = kept.text;
      this.seen = kept.seen;
    }
  }

  /** lasting: it shall outlive the page. */
  keep(text: string, lasting: boolean): void {
    this.text = text;
    if (lasting || this.lasting) {
      this.lasting = lasting;
      this.see();
    }
  }

  /** Notes that the visitor has seen it until now. */
  see(): void {
    this.seen = Date.now();
    try {
      if (this.lasting && this.text !== null) {
        const kept: Kept = { text: this.text, seen: this.seen };
        sessionStorage.setItem(key, JSON.stringify(kept));
      } else {
        sessionStorage.removeItem(key);
      }
    } catch {
      // Refused, or full: the page itself still knows.
    }
  }

  forget(): void {
    this.text = null;
    this.lasting = false;
    this.see();
  }
}

function read(): Kept | undefined {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? "null");
    if (typeof kept === "object" && kept !== null && "text" in kept && "seen" in kept) {
      return typeof kept.text === "string" && typeof kept.seen === "number" ? { text: kept.text, seen: kept.seen } : undefined;
    }
  } catch {
    // Refused, or not ours.
  }
  return undefined;
}
