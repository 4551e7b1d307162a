// The poster: the live countdown in plain elements, before the game is there and when it has gone.

import type { Language } from "../shared/language";
import { Phase, next } from "./count";
import type { PosterEvent } from "./count";
import { face, note, status, title, when } from "./words";

/** What a poster is about. */
export interface Subject {
  readonly language: Language;
  /** Of the pack, or where it comes from. */
  readonly title: string;
  /** The events to count to; the next that matters is shown. */
  readonly events: readonly PosterEvent[];
}

/** What is known of the device's clock. */
export interface Clock {
  /** What is to be added to its time, in milliseconds, since it is wrong. */
  skew: number;
  /** What is said of that, after a space: something may stand before it. */
  notes: Readonly<Partial<Record<Language, string>>>;
}

export interface Poster {
  readonly subject: Subject;
  readonly element: HTMLElement;
  /** Under the countdown, for a button or whatever there is to say. */
  readonly foot: HTMLElement;
  /** Takes it away, and ends the counting. */
  remove(): void;
}

/** Makes an element with a class and a text. */
export function make<K extends keyof HTMLElementTagNameMap>(tag: K, className: string, text?: string): HTMLElementTagNameMap[K] {
  return Object.assign(document.createElement(tag), { className, textContent: text });
}

/** Makes a poster. It is a closure and not a class because its names are then short in the one script that must be small. */
export function hang(subject: Subject, clock: Clock): Poster {
  const { language, title: pack, events } = subject;
  const element = make("div", "poster");
  const head = make("div", "head");
  const ring = make("div", "ring");
  const spans = ["", "unit", ""].map((name) => make("span", name));
  const foot = make("div", "foot");
  const heading = make("p", "title");
  const chip = make("p", "status");
  const line = make("p", "when");
  const small = make("p", "note");
  let isSeen = true;
  let timer = 0;
  let before: Phase | undefined;

  /** Shows what is true now and, while it can be seen, what is true next. */
  const tick = (): void => {
    const now = Date.now() + clock.skew;
    const [shown, lapsed] = next(events, now);
    let lines: readonly string[] = [pack];
    clearTimeout(timer);
    if (shown) {
      const { event, phase } = shown;
      lines = face(language, shown);
      say(heading, title(pack, event));
      say(chip, status(language, event));
      say(line, when(language, shown));
      say(small, note(language, lapsed) + (clock.notes[language] ?? ""));
      ring.role = "timer";
      // A new phase is said to those who listen; a second is not.
      ring.ariaLive = (before ?? phase) === phase ? "off" : "polite";
      before = phase;
      ring.ariaLabel = line.textContent; // what it counts to; how long is in it
      ring.style.setProperty("--p", `${shown.fraction.toFixed(3)}turn`);
      if (isSeen && !document.hidden) {
        // Looked at once a minute in any case: the clock may have been set to another time.
        timer = setTimeout(tick, Math.min(shown.change - now, 60_000));
      }
    }
    // Words alone; a clock and its word; an amount, its unit and the rest.
    spans[0]!.className = ["", "words", "", "big"][lines.length]!;
    spans.forEach((span, i) => say(span, lines[i] ?? ""));
  };
  const sight = new IntersectionObserver((entries) => {
    isSeen = entries.pop()!.isIntersecting;
    tick();
  });

  ring.append(...spans);
  head.append(heading, chip);
  element.append(head, ring, line, small, foot);
  element.lang = language;
  element.role = "group";
  element.ariaLabel = pack;
  // Shown again, also out of the browser's cache of pages, or after it was made ready before anybody asked.
  document.addEventListener("visibilitychange", tick);
  addEventListener("pageshow", tick);
  sight.observe(element);
  tick();
  return {
    subject,
    element,
    foot,
    remove: () => {
      element.remove();
      document.removeEventListener("visibilitychange", tick);
      removeEventListener("pageshow", tick);
      sight.disconnect();
      clearTimeout(timer);
    },
  };
}

/** Sets a text, unless it is there: what does not change costs nothing. */
function say(element: Element, text: string): void {
  if (element.textContent !== text) {
    element.textContent = text;
  }
}
