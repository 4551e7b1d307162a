// What the poster says: the same as game/view/count.go, from the same strings (web/build/poster.go).

import { hours12 } from "../shared/hours";
import type { Language } from "../shared/language";
import { Phase } from "./count";
import type { Count, PosterEvent } from "./count";

/**
 * The built-in pack's events, and what is said of them: by Sentence, and parted by semicolons. "#" is a gap; of a date they are
 * day, month and year. What "|" parts from a word is for all numbers but one.
 */
export interface Poster extends Readonly<Record<Language, string>> {
  readonly title: string;
  readonly events: readonly PosterEvent[];
}

/** The sentences, in the order of posterSentences in web/build/poster.go. */
export const enum Sentence {
  play,
  // Units in the order of size.
  year,
  month,
  day,
  second,
  left,
  since,
  unknown,
  // In the order of the phases.
  now,
  today,
  past,
  pastReported,
  captionReported,
  captionAnniversary,
  date,
  time,
  am,
  pm,
  reported,
  noPlayer,
  /** The first of the months, where they have names and not just numbers. */
  january,
}

const sentences = (language: Language): readonly string[] => POSTER[language].split(";");

/** Says a sentence with its gaps filled in order; a 1 among them chooses the singular. */
export function say(language: Language, sentence: Sentence, ...gaps: (string | number)[]): string {
  return sentences(language)[sentence]!.replace(gaps.includes(1) ? /\|.*/ : "|", "").replace(/#/g, () => gaps.shift() as string);
}

/** What the count is about: the film, and what was reported of it. pack is the title of the pack. */
export function title(pack: string, event: PosterEvent): string {
  return event.by ? `${pack} · ${event.title}` : pack;
}

/** Whether it is certain; "" where there is nothing to say. */
export function status(language: Language, event: PosterEvent): string {
  return event.by ? say(language, Sentence.reported, event.by) : "";
}

/** What is counted to, and its date by the visitor's own clock. */
export function when(language: Language, { event, phase, target, number }: Count): string {
  if (!phase) {
    return event.title;
  }
  const date = new Date(target);
  const hour = date.getHours();
  const time = date.toTimeString().slice(0, 5);
  const caption = event.by
    ? say(language, Sentence.captionReported)
    : (!EVERY_KIND || (event.yearly && event.status === "released")) && number
      ? say(language, Sentence.captionAnniversary, number)
      : event.title;
  const day = say(language, Sentence.date, date.getDate(), sentences(language)[Sentence.january + date.getMonth()] ?? date.getMonth() + 1, date.getFullYear());
  const text =
    (EVERY_KIND && event.day) || event.yearly
      ? day
      : `${day} · ${say(language, Sentence.time, hours12(language, navigator.languages) ? `${hour % 12 || 12}${time.slice(2)} ${say(language, hour < 12 ? Sentence.am : Sentence.pm)}` : time)}`;
  // From zero on what was only counted to goes without saying.
  return phase < Phase.now || caption === event.title ? `${caption} · ${text}` : text;
}

/** What has become of a reported date that is not shown any more; "" where there is none. */
export function note(language: Language, lapsed: Count | undefined): string {
  return lapsed ? [lapsed.event.title, say(language, Sentence.pastReported), status(language, lapsed.event)].join(". ") : "";
}

/** What the disc shows, line by line: an amount, its unit and the rest; a clock and a word; or a sentence. */
export function face(language: Language, { event, phase, years, months, days, seconds, number }: Count): readonly string[] {
  if (!phase || (phase >= Phase.now && phase <= Phase.past)) {
    return [say(language, event.by && phase ? (phase < Phase.past ? Sentence.today : Sentence.pastReported) : phase ? phase + (Sentence.now - Phase.now) : Sentence.unknown)];
  }
  const clock = [3600, 60, 1].map((n) => `${((seconds / n) % 60) | 0}`.padStart(2, "0")).join(" : ");
  const [amount, unit, ...rest] = [phase === Phase.anniversary ? number : years, months, days, phase > Phase.lastDay && seconds].flatMap((n, i) =>
    n ? [`${n}`, say(language, Sentence.year + i, n)] : [],
  );
  return amount
    ? [amount, unit!, phase < Phase.near ? rest.join(" ") : phase < Phase.lastMinute ? clock : say(language, phase < Phase.now ? Sentence.left : EVERY_KIND && phase === Phase.since ? Sentence.since : Sentence.today)]
    : [clock, say(language, Sentence.left)];
}
