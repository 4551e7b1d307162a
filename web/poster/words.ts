// What the poster says: the same as game/view/count.go, from the same strings (web/build/poster.go).

import { hours12 } from "../shared/hours";
import type { Language } from "../shared/language";
import { Phase } from "./count";
import type { Count, PosterEvent } from "./count";

/**
 * The built-in pack's events, and what is said of them: by Sentence, and parted by semicolons. "#" is a gap; of a date they are
 * day, month and year. What "|" parts from a word is for all numbers but one.
 */
export interface Poster extends Partial<Record<Language, string>> {
  readonly title: string;
  readonly events: readonly Omit<PosterEvent, "title">[];
}

/** The sentences, in the order of posterSentences in web/build/poster.go. */
export const enum Sentence {
  play,
  /** Of the first phase; those of the others that are said in a sentence stand as far behind it as the phases do. */
  unknown,
  // Units in the order of size.
  year,
  month,
  day,
  second,
  left,
  now,
  today,
  past,
  pastReported,
  since,
  captionReported,
  captionAnniversary,
  date,
  time,
  am,
  pm,
  reported,
  noPlayer,
  /** The titles of the two events. */
  title,
  secondTitle,
  /** The first of the months, where they have names and not just numbers. */
  january,
}

export const sentences = (language: Language): readonly string[] => POSTER[language]!.split(";");

/** All that is said of a count: the lines of the disc are an amount, its unit and the rest; a clock and a word; or a sentence. */
export type Texts = readonly [title: string, status: string, when: string, note: string, ...face: string[]];

/** Says a count, a note on the device's clock, and of the latest reported date what has become of it where it is not shown any more. pack is the title of the pack. */
export const texts = (language: Language, pack: string, { event, phase, target, years, months, days, seconds, number }: Count, lapsed: Count | undefined, clockNote = ""): Texts => {
  const { title, by, yearly } = event;
  const words = sentences(language);
  /** Says a sentence with its gaps filled in order; a 1 among them chooses the singular. */
  const say = (sentence: Sentence, ...gaps: (string | number)[]): string =>
    words[sentence]!.replace(gaps.includes(1) ? /\|.*/ : "|", "").replace(/#/g, () => gaps.shift() as string);

  // What is counted to, and its date by the visitor's own clock.
  const date = new Date(target);
  const hour = date.getHours();
  const month = date.getMonth();
  const time = date.toTimeString().slice(0, 5);
  const caption = by ? say(Sentence.captionReported) : (!EVERY_KIND || (yearly && event.status === "released")) && number ? say(Sentence.captionAnniversary, number) : title;
  const day = say(Sentence.date, date.getDate(), words[Sentence.january + month] ?? month + 1, date.getFullYear());
  const when =
    (EVERY_KIND && event.day) || yearly
      ? day
      : `${day} · ${say(Sentence.time, hours12(language, navigator.languages) ? `${hour % 12 || 12}${time.slice(2)} ${say(hour < 12 ? Sentence.am : Sentence.pm)}` : time)}`;

  const clock = [3600, 60, 1].map((n) => `${((seconds / n) % 60) + 100 | 0}`.slice(1)).join(" : ");
  const [amount, unit, ...rest] = [phase === Phase.anniversary ? number : years, months, days, phase > Phase.lastDay && seconds].flatMap((n, i) =>
    n ? [`${n}`, say(Sentence.year + i, n)] : [],
  );
  return [
    by ? `${pack} · ${title}` : pack,
    by ? say(Sentence.reported, by) : "",
    // From zero on what was only counted to goes without saying.
    !phase ? title : phase < Phase.now || caption === title ? `${caption} · ${when}` : when,
    (lapsed ? [lapsed.event.title, say(Sentence.pastReported), say(Sentence.reported, lapsed.event.by!)].join(". ") : "") + clockNote,
    ...(!phase || (phase >= Phase.now && phase <= Phase.past)
      ? [say(by && phase ? (phase < Phase.past ? Sentence.today : Sentence.pastReported) : phase + Sentence.unknown)]
      : amount
        ? [amount, unit!, phase < Phase.near ? rest.join(" ") : phase < Phase.lastMinute ? clock : say(phase < Phase.now ? Sentence.left : EVERY_KIND && phase === Phase.since ? Sentence.since : Sentence.today)]
        : [clock, say(Sentence.left)]),
  ];
};
