// The poster: the live countdown in plain elements, before the game is there and when it has gone.

import type { Language } from "../shared/language";
import { count, next } from "./count";
import type { PosterEvent } from "./count";
import { face, status, title, when } from "./words";

/** What a poster is about. */
export interface Subject {
  readonly language: Language;
  /** Of the pack, or where it comes from. */
  readonly title: string;
  /** The events to count to; the next that matters is shown. */
  readonly events: readonly PosterEvent[];
}

/** Makes an element with a class and a text. */
export function make<K extends keyof HTMLElementTagNameMap>(tag: K, className: string, text = ""): HTMLElementTagNameMap[K] {
  return Object.assign(document.createElement(tag), { className, textContent: text });
}

/** Sets a text, unless it is there: what does not change costs nothing. */
function say(element: Element, text: string): void {
  if (element.textContent !== text) {
    element.textContent = text;
  }
}

/** The classes of the lines in the ring, by how many there are: words alone; a clock and its word; days, their word and a clock. */
const faces = ["", ["words"], ["", "unit"], ["big", "unit", ""]];

export class Poster {
  readonly element = make("div", "poster");
  /** Under the countdown, for a button or whatever there is to say. */
  readonly foot = make("div", "foot");

  private readonly head = make("p", "title");
  private readonly chip = make("p", "status");
  private readonly ring = make("div", "ring");
  private readonly line = make("p", "when");
  private readonly sight = new IntersectionObserver((entries) => {
    this.seen = entries.pop()!.isIntersecting;
    this.tick();
  });
  private seen = true;
  private timer = 0;

  constructor(readonly subject: Subject) {
    const { element } = this;
    const head = make("div", "head");
    head.append(this.head, this.chip);
    element.append(head, this.ring, this.line, this.foot);
    element.lang = subject.language;
    element.role = "group";
    element.ariaLabel = subject.title;
    document.addEventListener("visibilitychange", this.tick);
    this.sight.observe(element);
    this.tick();
  }

  /** Takes it away, and ends the counting. */
  remove(): void {
    this.element.remove();
    document.removeEventListener("visibilitychange", this.tick);
    this.sight.disconnect();
    clearTimeout(this.timer);
  }

  /** Shows what is true now and, while it can be seen, what is true next. */
  private readonly tick = (): void => {
    const { language, title: pack, events } = this.subject;
    const { ring } = this;
    const now = Date.now();
    const event = next(events, now);
    let lines: readonly string[] = [pack];
    clearTimeout(this.timer);
    if (event) {
      const state = count(event, now);
      lines = face(language, event, state);
      say(this.head, title(pack, event));
      say(this.chip, status(language, event));
      say(this.line, when(language, event, state));
      ring.role = "timer";
      ring.ariaLabel = this.line.textContent; // what it counts to; how long is in it
      ring.style.setProperty("--p", state.fraction.toFixed(3));
      if (this.seen && !document.hidden) {
        // Looked at once a minute in any case: the clock may have been set to another time.
        this.timer = setTimeout(this.tick, Math.min(state.change - now, 60_000));
      }
    }
    if (ring.childElementCount !== lines.length) {
      ring.replaceChildren(...lines.map((_, i) => make("span", faces[lines.length]![i]!)));
    }
    lines.forEach((line, i) => say(ring.children[i]!, line));
  };
}
