// What stands in the frame until the game has been asked for: Play, or a link to where there is room for it, or neither where
// it begins by itself.

import type { Curtain } from "./curtain";
import type { Loading } from "./settings";
import type { WordPress } from "./wordpress";

/** Under so many CSS pixels a bare frame only leads to the game. */
const room = matchMedia("(min-width: 320px) and (min-height: 240px)");

/** What can be done about the game from here. */
export interface Game {
  /** Whether it has been begun, by whatever: then this is over. */
  readonly isBegun: boolean;
  begin(): void;
  /** The same, by Play, whose focus goes on in the game. */
  press(): void;
  /** Gets what it needs: a press is on its way, but may be taken back. */
  fetch(): void;
  cancel(): void;
}

export class Entrance {
  /** Whether the game begins without anybody's asking. */
  private isWanted: boolean;
  /** Whether what is shown is for a frame with room for the game. */
  private fits: boolean | undefined;

  constructor(
    private readonly curtain: Curtain,
    private readonly game: Game,
    /** What Play says. */
    private readonly words: () => string,
    loading: Loading,
    /** Whether no element is around, which would have taken the visitor to a larger frame. */
    private readonly isBare: boolean,
    /** Whether the frame is in a sandbox, which lets it open no tab. */
    private readonly isConfined: boolean,
    private readonly wordPress: WordPress,
  ) {
    this.isWanted = loading === "eager";
    if (loading === "lazy") {
      this.beginInView();
    }
    this.show();
    window.addEventListener("hashchange", () => this.show()); // a post may have shown itself only now
    new ResizeObserver(() => this.show()).observe(document.documentElement); // not by room: the first size of a frame is no change to that
  }

  private beginInView(): void {
    new IntersectionObserver((entries, lookout) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) {
        lookout.disconnect();
        this.isWanted = true;
        this.fits = undefined;
        this.show();
      }
    }).observe(document.documentElement);
  }

  private show(): void {
    // A frame out of sight may not know its size yet; to wait it takes it to be large, to begin it does not.
    const fits = !this.mayLeadOn || room.matches || (innerWidth === 0 && !this.isWanted);
    if (this.game.isBegun || fits === this.fits) {
      return;
    }
    this.fits = fits;
    if (!fits) {
      this.leadOn();
    } else if (this.isWanted) {
      this.game.begin();
    } else {
      this.curtain.play(this.words(), this.game);
    }
  }

  private get mayLeadOn(): boolean {
    return this.isBare && (!this.isConfined || this.wordPress.isAround);
  }

  private leadOn(): void {
    const link = this.curtain.link(this.words(), ownAddress());
    link.addEventListener("click", (event) => {
      if (this.wordPress.isAround) {
        event.preventDefault(); // a post lets no frame open a tab
        this.wordPress.follow(link.href);
      }
    });
  }
}

/** Where the game begins at once, in a window of its own. */
function ownAddress(): string {
  const address = new URL(location.href);
  address.searchParams.delete("loading");
  address.hash = "";
  return address.href;
}
