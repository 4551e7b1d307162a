// A whole round of the real game in the demo page, found by roles and names as a visitor finds it.

import assert from "node:assert/strict";
import { test } from "node:test";
import type { FrameLocator, Page } from "playwright-core";
import { realSite, useBrowser } from "./browser";
import { waitForInk } from "./pixels";

const setting = useBrowser(realSite);

/** Presses Play on the poster and waits for the game's home. */
async function openHome(page: Page): Promise<FrameLocator> {
  await page.getByRole("button", { name: "Play", exact: true }).click();
  const game = page.frameLocator("house-lights iframe");
  await game.getByRole("button", { name: "Play today’s round" }).waitFor();
  return game;
}

/** Checks that the canvas shows each heading and button that the tree has. */
async function checkDrawn(page: Page, game: FrameLocator): Promise<void> {
  for (const role of ["heading", "button"] as const) {
    for (const element of await game.getByRole(role).all()) {
      await waitForInk(page, element);
    }
  }
}

test("a round, from Play to the result, and the best is kept", { timeout: 120_000 }, async () => {
  const { page, errors, requests } = await setting.open("index.html");
  const game = await openHome(page);
  await checkDrawn(page, game);

  await game.getByRole("button", { name: "Play today’s round" }).click();
  await game.getByRole("button", { name: "Start", exact: true }).click();
  for (let question = 1; question <= 10; question++) {
    await game.getByText(`Question ${question} of 10`, { exact: true }).waitFor();
    if (question === 1) {
      await checkDrawn(page, game);
    }
    await game.getByRole("group", { name: "Answers" }).getByRole("button").first().click();
    const next = question === 10 ? "See your result" : "Next";
    await game.getByRole("button", { name: next, exact: true }).click();
  }
  const title = /Standing ovation|Headliner material|Opening act|Sound check|Still in the queue/;
  await game.getByRole("heading", { name: title }).waitFor();
  await checkDrawn(page, game);
  const score = await game.getByRole("img", { name: /points/ }).getAttribute("aria-label");
  const points = /^([\d,]+) points/.exec(score ?? "")?.[1];
  assert.ok(points, `the result says the points: ${score}`);

  await page.reload();
  await openHome(page);
  await game.getByRole("button", { name: "Play today’s round" }).click();
  await game.getByText(`Today’s try: ${points} points`).waitFor();
  assert.deepEqual(errors, []);
  assert.deepEqual(requests.filter((url) => !url.startsWith(setting.url)), [], "requests to anyone else");
});
