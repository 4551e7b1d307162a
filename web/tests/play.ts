// How a visitor answers whatever the game asks.

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
