// What the poster says, against what the game's home screen says of the same event at the same time (game/view).

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { count } from "../poster/count";
import type { PosterEvent } from "../poster/count";
import { Sentence, face, say, status, title, when } from "../poster/words";
import { languages } from "../shared/language";
import type { Language } from "../shared/language";

interface Case {
  readonly name: string;
  readonly zone: string;
  readonly now: string;
  /** The id of one of the pack's, or an instant that a page gives. */
  readonly event: string;
  /** That the page gives. */
  readonly title?: string;
  readonly says: Readonly<Record<Language, Readonly<Record<"title" | "status" | "when" | "face", string>>>>;
}

const file = join(process.cwd(), "..", "game", "view", "testdata", "poster.json");
const cases = JSON.parse(readFileSync(file, "utf8")) as readonly Case[];

/** The screen has small labels in capitals; of the poster it is the style that does it. */
const capitals = (text: string) => text.toUpperCase();

/** The poster writes long numbers without groups: a browser takes longer to learn them than a page may be held up. */
const loose = (text: string) => text.replace(/(?<=\d)[.,\xa0](?=\d{3})/g, "");

for (const told of cases) {
  const known = POSTER.events.find(({ id }) => id === told.event);
  const event: PosterEvent = known ?? { id: told.event, title: told.title ?? POSTER.title, at: told.event };
  for (const language of languages) {
    test(`${told.name}, ${language}`, () => {
      process.env["TZ"] = told.zone;
      const state = count(event, Date.parse(told.now));
      const want = told.says[language];
      assert.deepEqual(
        {
          title: title(POSTER.title, event),
          status: status(language, event),
          when: when(language, event, state),
          face: capitals(loose(face(language, event, state).join(" | "))),
        },
        { ...want, face: capitals(loose(want.face)) },
      );
    });
  }
}

test("every language has every sentence", () => {
  for (const language of languages) {
    assert.equal(POSTER.words[language].length, Sentence.reported + 1);
  }
  assert.deepEqual(languages.map((language) => say(language, Sentence.play)), ["Play", "Chơi", "Jugar"]);
});
