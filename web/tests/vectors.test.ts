// What the poster's countdown finds and says, against the vectors that the game's own passes (game/view), and against a
// calendar library that is not ours.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { Temporal } from "temporal-polyfill";
import { Phase, count, next } from "../poster/count";
import type { PosterEvent } from "../poster/count";
import { Sentence, sentences, texts } from "../poster/words";
import { hours12 } from "../shared/hours";
import { languages } from "../shared/language";
import type { Language } from "../shared/language";

interface Vector {
  readonly name: string;
  readonly zone: string;
  readonly now: string;
  readonly locale: string;
  readonly lang: Language;
  /** By id. */
  readonly events: readonly string[];
  /** An id; "" for none, and then there is no state. */
  readonly next: string;
  readonly state?: {
    readonly phase: string;
    readonly target: string;
    readonly left: readonly [years: number, months: number, days: number, hours: number, minutes: number, seconds: number];
    readonly fraction: number;
    readonly number: number;
    /** "" for never. */
    readonly change: string;
  };
  readonly says?: Readonly<Record<"title" | "status" | "when" | "face" | "note", string>>;
}

const file = join(process.cwd(), "..", "game", "countdown", "testdata", "vectors.json");
const vectors = JSON.parse(readFileSync(file, "utf8")) as { readonly title: string; readonly events: readonly PosterEvent[]; readonly cases: readonly Vector[] };

/** In the order of the phases. */
const phases = ["unknown", "far", "near", "last day", "last minute", "last ten", "now", "today", "past", "since", "anniversary"];

/** The screen has small labels in capitals; of the poster it is the style that does it. */
const capitals = (text: string) => text.toUpperCase();

/** Puts the browser into a place. */
function visit(zone: string, locale: string): void {
  process.env["TZ"] = zone;
  Object.defineProperty(globalThis, "navigator", { value: { languages: [locale] }, configurable: true });
}

for (const { name, zone, now, locale, lang, events, next: expected, state, says } of vectors.cases) {
  test(name, () => {
    visit(zone, locale);
    const listed = events.map((id) => vectors.events.find((event) => event.id === id)!);
    const [shown, lapsed] = next(listed, Date.parse(now));
    assert.equal(shown?.event.id ?? "", expected);
    if (shown === undefined || state === undefined) {
      return;
    }
    // The rules believe any clock; what is shown does not.
    const { event: _, fraction, ...rest } = count(shown.event, Date.parse(now));
    const [years, months, days, hours, minutes, seconds] = state.left;
    assert.deepEqual(rest, {
      phase: phases.indexOf(state.phase),
      target: Date.parse(state.target),
      years,
      months,
      days,
      seconds: hours * 3600 + minutes * 60 + seconds,
      number: state.number,
      change: state.change === "" ? Infinity : Date.parse(state.change),
    });
    assert.ok(Math.abs(fraction - state.fraction) < 1e-12, `fraction ${fraction}`);
    const [title, status, when, note, ...face] = texts(lang, vectors.title, shown, lapsed);
    assert.deepEqual(
      { title, status, when, face: capitals(face.filter(Boolean).join(" | ")), note },
      { ...says, face: capitals(says?.face ?? "") },
    );
  });
}

test("every language has every sentence", () => {
  for (const language of languages) {
    assert.equal(POSTER[language]!.split(";").length, language === "vi" ? Sentence.january : Sentence.january + 12);
  }
  assert.deepEqual(languages.map((language) => sentences(language)[Sentence.play]), ["Play", "Chơi", "Jugar"]);
  assert.deepEqual(languages.map((language) => sentences(language)[Sentence.title]), ["The sequel, as reported", "Phần tiếp theo, theo tin đưa", "Secuela, según se publicó"]);
});

test("hours are told as the browser would tell them", () => {
  const { cases } = JSON.parse(readFileSync(join(process.cwd(), "..", "game", "platform", "testdata", "hours.json"), "utf8")) as {
    readonly cases: Readonly<Record<string, string>>;
  };
  for (const [locale, told] of Object.entries(cases)) {
    for (const language of languages) {
      const tag = locale.startsWith(language) ? locale : language;
      const browser = new Intl.DateTimeFormat(tag, { hour: "numeric" }).resolvedOptions().hourCycle === "h12";
      assert.equal(hours12(language, [locale]), browser, `${language} in ${locale}`);
      assert.equal(told.split(" ").includes(language), browser, `${language} in ${locale}, as the desktop has it`);
    }
  }
});

/** Numbers that look like chance and are the same each time. */
function* chance(seed: number): Generator<number, never> {
  for (;;) {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    yield seed / 2 ** 32;
  }
}

for (const zone of ["America/Los_Angeles", "Asia/Ho_Chi_Minh", "Europe/London", "Australia/Sydney", "Australia/Lord_Howe", "Pacific/Apia", "Asia/Kathmandu", "America/Havana"]) {
  test(`years, months and days are those of the calendar on the wall: ${zone}`, () => {
    visit(zone, "en-GB");
    const dice = chance(zone.length);
    const day = 86_400_000;
    for (let i = 0; i < 400; i++) {
      // Half of the targets lie in the nights of March, April, October and November in which clocks are changed.
      const night = [Date.UTC(2026, 2, 8), Date.UTC(2026, 9, 4), Date.UTC(2026, 10, 1), Date.UTC(2026, 3, 5), Date.UTC(2026, 2, 29), Date.UTC(2026, 9, 25)][i % 6]!;
      const target = Math.floor((i % 2 ? night + (dice.next().value - 0.5) * 3 * day : Date.UTC(2026, 0) + dice.next().value * 1500 * day) / 60_000) * 60_000;
      const now = Math.floor((target - (i % 3 ? dice.next().value * 4 : dice.next().value * 1200) * day) / 1000) * 1000;
      const found = count({ id: "", title: "", at: new Date(target).toISOString() }, now);
      const wall = Temporal.Instant.fromEpochMilliseconds(target).toZonedDateTimeISO(zone).toPlainDateTime();
      // Of the target itself the instant is known, and not just what the wall shows.
      const before = (months: number, days: number) => (months || days ? wall.subtract({ months, days }).toZonedDateTime(zone).epochMilliseconds : target);
      const where = `${new Date(now).toISOString()} to ${new Date(target).toISOString()}`;
      if (now === target) {
        continue;
      }
      assert.equal(found.phase === Phase.far, now < before(0, 365), where);
      const months = 12 * found.years + found.months;
      assert.ok(before(months, found.days) >= now, where);
      assert.ok(before(months, found.days + 1) < now, where);
      if (found.phase === Phase.far) {
        assert.ok(before(months + 1, 0) < now, where);
      } else {
        assert.equal(months, 0);
        assert.equal(now + found.seconds * 1000, before(0, found.days), where);
      }
    }
  });
}
