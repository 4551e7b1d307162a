// What the game was doing, in its own words, so that it can go on after a crash, a lost context or a reload. A reload gets
// it from the session's storage; where that is refused, only a reload loses it.

interface Kept {
  readonly text: string;
  /** When the visitor last saw it, in Unix milliseconds. */
  readonly seen: number;
}

export class Memory {
  /** What the game said last; null where there is nothing. */
  text: string | null;
  /** When the visitor last saw it, in Unix milliseconds. */
  seen: number;
  /** Whether the storage holds, or shall hold, what this page has kept. What others left there is only read. */
  private stored = false;

  /**
   * key: in the session's storage, of its own for each widget. It takes up what a page before this one has left. onChange is
   * told whenever it holds something else.
   */
  constructor(
    private readonly key: string,
    private readonly onChange: () => void,
  ) {
    const kept = read(key);
    this.text = kept?.text ?? null;
    this.seen = kept?.seen ?? 0;
  }

  /** lasting: it shall outlive the page. */
  keep(text: string, lasting: boolean): void {
    this.text = text;
    if (this.stored && !lasting) {
      this.clear();
    }
    this.stored = lasting;
    this.see();
    this.onChange();
  }

  /** Takes up a visit from elsewhere, in place of what a page before this one has left; null forgets that. */
  takeUp(text: string | null, seen: number): void {
    if (text === null) {
      this.clear();
    }
    this.text = text;
    this.seen = seen;
  }

  /** Notes that the visitor has seen the game until now. */
  see(): void {
    this.seen = Date.now();
    if (this.stored && this.text !== null) {
      const kept: Kept = { text: this.text, seen: this.seen };
      try {
        sessionStorage.setItem(this.key, JSON.stringify(kept));
      } catch {
        // Refused, or full: the page itself still knows.
      }
    }
  }

  forget(): void {
    this.text = null;
    this.stored = false;
    this.clear();
    this.onChange();
  }

  private clear(): void {
    try {
      sessionStorage.removeItem(this.key);
    } catch {
      // Refused: there is nothing.
    }
  }
}

/** What the element around has kept of a visit: it may say so once, before the game begins. */
export class Handover {
  /** Comes when it has said so, or is not waited for any longer. */
  readonly over: Promise<void>;
  private end = (): void => {};

  /** isAwaited: the element has something to say. patience: in milliseconds. */
  constructor(
    public isAwaited: boolean,
    patience: number,
  ) {
    this.over = isAwaited
      ? new Promise((come) => {
          this.end = () => {
            this.isAwaited = false;
            come();
          };
          setTimeout(this.end, patience);
        })
      : Promise.resolve();
  }

  /** Hands it to a memory, unless it comes too late. */
  take(memory: Memory, text: string | null, seen: number): void {
    if (this.isAwaited) {
      memory.takeUp(text, seen);
      this.end();
    }
  }
}

/** Forgets the visits of all widgets in this tab: the keys of their memories begin with prefix. */
export function forgetAll(prefix: string): void {
  try {
    for (const key of Object.keys(sessionStorage).filter((key) => key.startsWith(prefix))) {
      sessionStorage.removeItem(key);
    }
  } catch {
    // Refused: there is nothing.
  }
}

function read(key: string): Kept | undefined {
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
