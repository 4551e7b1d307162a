// The poster: the live countdown in plain elements, before the game is there and when it has gone.

import type { Language } from "../shared/language";
import { Phase, next, phaseNames } from "./count";
import type { PosterEvent } from "./count";
import { texts } from "./words";
import type { Texts } from "./words";

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
  notes?: Readonly<Partial<Record<Language, string>>>;
}

/** What the parts of a poster stand in, and the parts, of which each says one of its texts. */
type Boxes = [element: HTMLElement, head: HTMLElement, ring: HTMLElement, foot: HTMLElement, ...parts: Parts];
type Parts = [title: HTMLElement, status: HTMLElement, when: HTMLElement, note: HTMLElement, amount: HTMLElement, ...face: HTMLElement[]];

export interface Poster {
  readonly subject: Subject;
  readonly element: HTMLElement;
  readonly ring: HTMLElement;
  /** Under the countdown, for a button or whatever there is to say. */
  readonly foot: HTMLElement;
  /** Takes it away, and ends the counting. */
  remove(): void;
}

/** Makes an element with a class and a text. */
export const make = <K extends keyof HTMLElementTagNameMap>(tag: K, className: string, textContent?: string): HTMLElementTagNameMap[K] =>
  Object.assign(document.createElement(tag), { className, textContent });

/** Tells the page around, as an event of the widget. */
export const tell = (from: Element, what: string, detail: object): boolean =>
  from.dispatchEvent(new CustomEvent(`houselights-${what}`, { bubbles: true, composed: true, detail }));

/** Makes a poster. It is a closure and not a class because its names are then short in the one script that must be small. */
export const hang = (subject: Subject, clock: Clock): Poster => {
  const { language, title: pack, events } = subject;
  // All of one kind, laid out by their classes alone, so that few bytes make them.
  const [element, head, ring, foot, ...parts] = "poster head ring foot title status when note  unit ".split(" ").map((name) => make("span", name)) as Boxes;
  const [heading, chip, line, small, ...spans] = parts;
  let isSeen = true;
  let timer = 0;
  let before: Phase | undefined;

  /** Shows what is true now and, while it can be seen, what is true next. */
  const tick = (): void => {
    const now = Date.now() + clock.skew;
    const [shown, lapsed] = next(events, now);
    let said: Texts = ["", "", "", "", pack];
    clearTimeout(timer);
    if (shown) {
      const { event, phase } = shown;
      said = texts(language, pack, shown, lapsed, clock.notes?.[language]);
      ring.role = "timer";
      // A new phase is said to those who listen, and to the page around; a second is not.
      const isNew = (before ?? phase) !== phase;
      ring.ariaLive = isNew ? "polite" : "off";
      before = phase;
      if (isNew) {
        // In quotes is what would get a letter for a name.
        tell(element, "phase", { event: event.id || event.title, "phase": phaseNames[phase] });
      }
      ring.ariaLabel = said[2]; // what it counts to; how long is in it
      ring.style.setProperty("--p", `${shown.fraction.toFixed(3)}turn`);
      if (isSeen && !document.hidden) {
        // Looked at once a minute in any case: the clock may have been set to another time.
        timer = setTimeout(tick, Math.min(shown.change - now, 60_000));
      }
    }
    // Words alone; a clock and its word; an amount, its unit and the rest.
    spans[0].className = ["words", "", "big"][said.length - 5]!;
    parts.forEach((part, i) => {
      const text = said[i] ?? "";
      // What does not change costs nothing.
      if (part.textContent !== text) {
        part.textContent = text;
      }
    });
  };
  const sight = new IntersectionObserver((entries) => {
    isSeen = entries.pop()!.isIntersecting;
    tick();
  });

  /** Looked again when it is shown again, also out of the browser's cache of pages, or after it was made ready before anybody asked. */
  const listen = (how: typeof addEventListener | typeof removeEventListener): void => {
    how("visibilitychange", tick, true); // on its way to the document
    how("pageshow", tick);
  };
  ring.append(...spans);
  head.append(heading, chip);
  element.append(head, ring, line, small, foot);
  element.lang = language;
  element.role = "group";
  element.ariaLabel = pack;
  listen(addEventListener);
  sight.observe(element);
  tick();
  return {
    subject,
    element,
    ring,
    foot,
    remove: () => {
      isSeen = false; // whoever hears of a phase may take it away within a tick
      element.remove();
      listen(removeEventListener);
      sight.disconnect();
      clearTimeout(timer);
    },
  };
};
