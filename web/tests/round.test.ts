// A whole round of the real game in the demo page, found by roles and names as a visitor finds it.

import assert from "node:assert/strict";
import { test } from "node:test";
import type { FrameLocator, Page } from "playwright-core";
import { realSite, useBrowser } from "./browser";

const setting = useBrowser(realSite);

/** Presses Play on the poster and waits for the game's home. */
async function openHome(page: Page): Promise<FrameLocator> {
  await page.getByRole("button", { name: "Play", exact: true }).click();
  const game = page.frameLocator("house-lights iframe");
  await game.getByRole("button", { name: "Play today’s round" }).waitFor();
  return game;
}

/** Answers the question on the screen with the first answer, and goes on. */
async function answer(game: FrameLocator, last: boolean): Promise<void> {
  await game.getByRole("group", { name: "Answers" }).getByRole("button").first().click();
  await game.getByRole("button", { name: last ? "See your result" : "Next", exact: true }).click();
}

test("a round, from Play to the result, and the best is kept", { timeout: 120_000 }, async () => {
  const { page, errors, requests } = await setting.open("index.html");
  const game = await openHome(page);
  await game.getByRole("button", { name: "Play today’s round" }).click();
  await game.getByRole("button", { name: "Start", exact: true }).click();
  for (let question = 1; question <= 10; question++) {
    await game.getByRole("heading", { name: /\S/ }).first().waitFor();
    await answer(game, question === 10);
  }
  const result = /Standing ovation|Headliner material|Opening act|Sound check|Still in the queue/;
  await game.getByRole("heading", { name: result }).waitFor();

  const kept = await game.locator("html").evaluate(() => localStorage.getItem("houselights"));
  assert.ok(kept, "the result is kept");
  await page.reload();
  await openHome(page);
  assert.equal(
    await page.frameLocator("house-lights iframe").locator("html").evaluate(() => localStorage.getItem("houselights")),
    kept,
    "and survives a reload",
  );
  assert.deepEqual(errors, []);
  assert.deepEqual(requests.filter((url) => !url.startsWith(setting.url)), [], "requests to anyone else");
});
