// What the game of a widget was at when its frame went, for the next frame to go on with.

import type { Visit } from "../shared/protocol";

/** How often the visitor has erased what is kept: a visit from before is not gone on with. */
let erasures = 0;

export function forgetAll(): void {
  erasures++;
}

export class Stay {
  /** The pack that is played: what comes is of it, though the widget may ask for another by then. */
  pack = "";
  private visit: (Visit & { readonly pack: string; readonly erasures: number }) | undefined;

  /** Notes what the game is at. */
  note({ text, seen }: Visit): void {
    this.visit = { pack: this.pack, erasures, text, seen };
  }

  /** Takes what a frame said last, which was still on its way when it was taken away. */
  noteLate({ text, seen }: Visit): void {
    const isForgotten = this.visit?.seen === 0;
    if (!isForgotten) {
      this.note({ text, seen: seen || Date.now() });
    }
  }

  /** From now on nobody sees the game. */
  rest(): void {
    if (this.visit?.seen === 0) {
      this.visit = { ...this.visit, seen: Date.now() };
    }
  }

  /** The next game with this pack begins anew. */
  forget(pack: string): void {
    this.pack = pack;
    this.note({ text: null, seen: 0 });
  }

  /** What there is to go on with, or to be forgotten, with a pack. */
  for(pack: string): Visit | undefined {
    const { visit } = this;
    return visit?.pack === pack ? { text: visit.erasures === erasures ? visit.text : null, seen: visit.seen } : undefined;
  }
}
