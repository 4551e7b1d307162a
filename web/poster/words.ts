// What the poster says: the same sentences as game/view/home.go, from the same strings (web/build/poster.go).

import type { Language } from "../shared/language";
import type { Count, PosterEvent } from "./count";

/** The built-in pack's events, and what is said of them. */
export interface Poster {
  readonly title: string;
  /** The language of the pack's own texts. */
  readonly lang: string;
  readonly events: readonly PosterEvent[];
  /** By Sentence; two forms are for one and for other numbers. A date has the gaps day, month or its number n, and year. */
  readonly words: Readonly<Record<Language, readonly (string | readonly [one: string, other: string])[]>>;
  /** The names of the months, parted by spaces; none where they are but numbered. */
  readonly months: Readonly<Partial<Record<Language, string>>>;
}

/** The sentences, in the order of posterSentences in web/build/poster.go. */
export const enum Sentence {
  play,
  days,
  left,
  today,
  todayReported,
  past,
  pastReported,
  captionReported,
  anniversary,
  instant,
  day,
  reported,
}

/** Says a sentence with its gaps filled; the value of `n` chooses the plural. */
export function say(language: Language, sentence: Sentence, gaps: Readonly<Record<string, string | number>> = {}): string {
  const forms = POSTER.words[language][sentence]!;
  return fill(typeof forms === "string" ? forms : forms[gaps["n"] === 1 ? 0 : 1], gaps);
}

function fill(form: string, gaps: Readonly<Record<string, string | number>>): string {
  return form.replace(/{(\w+)}/g, (_, gap: string) => `${gaps[gap]}`);
}

/** What the count is about: the film, and what was reported of it. pack is the title of the pack. */
export function title(pack: string, event: PosterEvent): string {
  return pack + (event.status === "reported" ? " · " + event.title : "");
}

/** Whether it is certain; "" where there is nothing to say. */
export function status(language: Language, event: PosterEvent): string {
  return event.status === "reported" ? say(language, Sentence.reported) : "";
}

/** What is counted to, and its date by the visitor's own clock. */
export function when(language: Language, event: PosterEvent, count: Count): string {
  const at = new Date(count.target);
  const what = caption(language, event, count);
  const form = POSTER.words[language][event.at ? Sentence.instant : Sentence.day] as string;
  // Without a caption it is the date alone.
  return fill(what ? form : form.slice(form.indexOf("{d")), {
    what,
    day: at.getDate(),
    n: at.getMonth() + 1,
    month: POSTER.months[language]?.split(" ")[at.getMonth()] ?? "",
    year: at.getFullYear(),
    time: at.toTimeString().slice(0, 5),
  });
}

/** What the count runs to: in the pack's own words where they are in the visitor's language, else in ours, or "". */
function caption(language: Language, event: PosterEvent, { phase, years }: Count): string {
  const before = phase === "before";
  if (language === POSTER.lang) {
    return (before && event.caption && fill(event.caption, { years })) || event.title;
  }
  return !before
    ? ""
    : event.yearly && years
      ? say(language, Sentence.anniversary, { title: POSTER.title, n: years })
      : event.status === "reported"
        ? say(language, Sentence.captionReported)
        : event.title;
}

/** What the disc shows, line by line: days, their word and a clock; the clock and a word; or what is said from zero on. */
export function face(language: Language, event: PosterEvent, count: Count): readonly string[] {
  if (count.phase !== "before") {
    return [passed(language, event, count)];
  }
  const { days, seconds } = count;
  const clock = new Date(0, 0, 0, 0, 0, seconds).toTimeString().slice(0, 8).replace(/:/g, " : ");
  return days ? [`${days}`, say(language, Sentence.days, { n: days }), clock] : [clock, say(language, Sentence.left)];
}

/** What is said from zero on. Of a reported date it is never said that anything has come out. */
function passed(language: Language, event: PosterEvent, count: Count): string {
  const reported = event.status === "reported";
  if (count.phase === "today") {
    return say(language, reported ? Sentence.todayReported : Sentence.today);
  }
  return (language === POSTER.lang && event.past) || say(language, reported ? Sentence.pastReported : Sentence.past);
}
