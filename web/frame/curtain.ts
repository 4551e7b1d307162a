// The curtain hangs over the game until there is something to see, and comes down again when the game ends. On it the
// countdown goes on.

import { showFailure, showLoading } from "../poster/foot";
import type { Action } from "../poster/foot";
import { footWords } from "../poster/footwords";
import { hang, make } from "../poster/poster";
import type { Clock, Poster, Subject } from "../poster/poster";
import type { Progress } from "../shared/protocol";
import type { Game } from "./entrance";

export class Curtain {
  /** Whether it says that there is no game. */
  isFailed = false;

  private readonly curtain = make("div", "curtain");
  private poster: Poster | undefined;
  private tell: ((progress: Progress) => void) | undefined;

  constructor(
    private readonly body: HTMLElement,
    /** What the countdown on it is about, as things stand. */
    private readonly subject: () => Subject,
    private readonly clock: Clock,
    /** The colour of ring and main button; "" for their own. */
    private readonly accent: () => string,
  ) {}

  /** Whether something on it has the focus. */
  get hasFocus(): boolean {
    return this.curtain.contains(document.activeElement);
  }

  /** Shows that the game is on its way, in words of its own or the usual. */
  loading(words?: string): void {
    const { foot, subject } = this.hang();
    const { loading, fetching } = footWords[subject.language];
    this.tell = showLoading(foot, { loading: words ?? loading, fetching });
  }

  progress(progress: Progress): void {
    this.tell?.(progress);
  }

  /** Offers what else can be done while the game is on its way, until what it returns is called. */
  offer(action: Action): () => void {
    const button = make("button", "play", action.label);
    button.type = "button";
    button.addEventListener("click", action.do);
    this.hang().foot.append(button);
    return () => button.remove();
  }

  /** Says what happened and what can be done. The first action takes the focus if the frame has it and takeFocus says so. */
  failure(sentence: string, detail: string, actions: readonly Action[], takeFocus: boolean): void {
    const { foot, subject } = this.hang();
    const first = showFailure(foot, footWords[subject.language], sentence, detail, actions);
    this.isFailed = true;
    if (takeFocus && document.hasFocus()) {
      first?.focus({ preventScroll: true });
    }
  }

  /** Waits for somebody to play. A pointer that goes down begins to fetch: that takes longer than the rest of the press, which may come to nothing. */
  play(words: string, game: Pick<Game, "press" | "fetch" | "cancel">): void {
    const button = make("button", "play", words);
    button.type = "button";
    button.addEventListener("pointerdown", ({ button: part, isPrimary, pointerId }) => {
      if (part !== 0 || !isPrimary) {
        return;
      }
      game.fetch();
      const end = ({ type, pointerId: own, clientX, clientY }: PointerEvent): void => {
        if (own !== pointerId) {
          return;
        }
        window.removeEventListener("pointerup", end);
        window.removeEventListener("pointercancel", end); // it was to scroll
        // A finger's events stay with the button, wherever it goes up.
        if (type === "pointercancel" || document.elementFromPoint(clientX, clientY) !== button) {
          game.cancel();
        }
      };
      window.addEventListener("pointerup", end);
      window.addEventListener("pointercancel", end);
    });
    button.addEventListener("click", () => game.press());
    this.put(button);
  }

  /** Leads to the game in a tab of its own: there is no room for it here. */
  link(words: string, address: string): HTMLAnchorElement {
    const link = make("a", "play", words);
    link.href = address;
    link.target = "_blank";
    link.rel = "noopener";
    this.put(link);
    return link;
  }

  lift(): void {
    this.poster?.remove();
    this.poster = undefined;
    this.curtain.remove();
  }

  /** Puts a control under the countdown, in the place of another. The focus of that goes to it. */
  private put(control: HTMLElement): void {
    const { foot } = this.hang();
    const { hasFocus } = this;
    foot.replaceChildren(control);
    if (hasFocus) {
      control.focus({ preventScroll: true });
    }
  }

  /** Hangs it, with the countdown on it. */
  private hang(): Poster {
    this.isFailed = false;
    const accent = this.accent();
    this.curtain.classList.toggle("accented", accent !== "");
    this.curtain.style.setProperty("--accent", accent);
    if (this.poster === undefined) {
      this.poster = hang(this.subject(), this.clock);
      this.poster.element.role = "region"; // here it is all that there is, and such as readers jump to
      this.curtain.replaceChildren(this.poster.element);
      this.body.append(this.curtain);
    }
    return this.poster;
  }
}
