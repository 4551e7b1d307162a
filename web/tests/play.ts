// How a visitor answers whatever the game asks.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import type { Locator, Page } from "playwright-core";

/** The page or the frame that the game is in. */
export type Game = Pick<Page, "getByRole">;

/** The controls of the question that is asked: its answers, or its slider. */
export const answers = (game: Game): Locator => {
  const group = game.getByRole("group", { name: "Answers" });
  return group.getByRole("button").or(group.getByRole("checkbox")).or(game.getByRole("slider"));
};

/** Answers a question of any kind: where one is to be chosen, the one in the place given, else all that can be pressed, in turn. */
export async function answer(game: Game, press: (control: Locator) => Promise<void> = (control) => control.click(), place = 0): Promise<void> {
  const done = game.getByRole("button", { name: "Done", exact: true });
  await answers(game).first().waitFor();
  if ((await done.count()) === 0) {
    await press(answers(game).nth(place));
    return;
  }
  if ((await game.getByRole("slider").count()) === 0) {
    for (const one of await answers(game).all()) {
      await press(one);
    }
  }
  await game.getByRole("button", { name: "Done", exact: true, disabled: false }).waitFor();
  await press(done);
}

const kinds = JSON.parse(readFileSync("../game/scenes/kinds.json", "utf8")) as { questions: object[] };
const more = [1, 2, 3, 4, 5].map((n) => ({ ask: `Which of these is number ${n}?`, right: `It is ${n}`, wrong: ["It is six", "It is seven", "It is eight"] }));

/** A pack of which a round has ten questions: those of every kind, and five more. */
export const tenOfEveryKind = JSON.stringify({ ...kinds, questions: [...kinds.questions, ...more] });

export type Press = (control: Locator) => Promise<void>;

/** How each kind of question is known by its controls. */
async function kindOf(game: Game): Promise<string> {
  await answers(game).first().waitFor();
  if ((await game.getByRole("slider").count()) > 0) {
    return "number";
  }
  if ((await answers(game).and(game.getByRole("checkbox")).count()) > 0) {
    return "several";
  }
  if ((await game.getByRole("button", { name: "Done", exact: true }).count()) > 0) {
    return "order";
  }
  return (await game.getByRole("button", { name: "True", exact: true }).count()) > 0 ? "true or false" : "one";
}

/** Answers a round's ten questions, and waits for the result. */
export async function playRound(game: Game): Promise<void> {
  for (let question = 1; question <= 10; question++) {
    await game.getByRole("main").getByText(`Question ${question} of 10`, { exact: true }).waitFor();
    await answer(game);
    await game.getByRole("button", { name: question === 10 ? "See your result" : "Next", exact: true }).click();
  }
  await game.getByRole("img", { name: /points/ }).waitFor();
}

/** Plays from Start to the result, and looks at each screen on the way. */
export async function playTen(game: Game, press: Press, look: (screen: string) => Promise<void>, slide: Press = async () => {}): Promise<void> {
  const met = new Set<string>();
  await look("ready");
  await press(game.getByRole("button", { name: "Start", exact: true }));
  for (let question = 1; question <= 10; question++) {
    await game.getByRole("main").getByText(`Question ${question} of 10`, { exact: true }).waitFor();
    const kind = await kindOf(game);
    met.add(kind);
    await look(`question ${question}: ${kind}`);
    if (kind === "number") {
      await slide(game.getByRole("slider"));
    }
    await answer(game, press);
    const next = game.getByRole("button", { name: question === 10 ? "See your result" : "Next", exact: true });
    await next.waitFor();
    await look(`reveal ${question}: ${kind}`);
    await press(next);
  }
  await game.getByRole("heading", { name: /Standing ovation|Headliner material|Opening act|Sound check|Still in the queue/ }).waitFor();
  await look("result");
  assert.deepEqual([...met].sort(), ["number", "one", "order", "several", "true or false"], "every kind was asked");
}
