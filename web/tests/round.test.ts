// A whole round of the real game in the demo page, found by roles and names as a visitor finds it.

import assert from "node:assert/strict";
import { test } from "node:test";
import type { FrameLocator, Page } from "playwright-core";
import { realSite, useBrowser } from "./browser";
import { waitForInk } from "./pixels";
import { answer } from "./play";

const setting = useBrowser(realSite);

/** Presses Play on the poster and waits for the game's home. */
async function openHome(page: Page): Promise<FrameLocator> {
  await page.getByRole("button", { name: "Play", exact: true }).click();
  const game = page.frameLocator("house-lights iframe");
  await game.getByRole("button", { name: "Play today’s round" }).waitFor();
  return game;
}

/** Checks that the canvas shows each heading and button that the tree has, and not what the screen before had there. */
async function checkDrawn(page: Page, game: FrameLocator, before?: Buffer): Promise<Buffer> {
  for (const role of ["heading", "button"] as const) {
    for (const element of await game.getByRole(role).all()) {
      await waitForInk(page, element);
    }
  }
  const now = await page.locator("house-lights").screenshot();
  assert.ok(before === undefined || !now.equals(before), "another screen is another picture");
  return now;
}

/** Waits until a line of the live region says so. */
async function news(game: FrameLocator, line: string | RegExp): Promise<void> {
  await game.getByRole("status").getByText(line).first().waitFor({ state: "attached" });
}

test("a round, from Play to the result, and the best is kept", { timeout: 120_000 }, async () => {
  const { page, errors, requests } = await setting.open("index.html");
  const game = await openHome(page);
  const home = await checkDrawn(page, game);
  let question1: Buffer | undefined;

  await game.getByRole("button", { name: "Play today’s round" }).click();
  await game.getByRole("button", { name: "Start", exact: true }).click();
  for (let question = 1; question <= 10; question++) {
    await game.getByRole("main").getByText(`Question ${question} of 10`, { exact: true }).waitFor();
    const ask = (await game.getByRole("heading").first().textContent()) ?? "";
    await news(game, `Question ${question} of 10`);
    await news(game, ask);
    if (question === 1) {
      question1 = await checkDrawn(page, game, home);
    }
    await answer(game);
    await news(game, /^(That’s right|Not this time|Partly right)/);
    const next = question === 10 ? "See your result" : "Next";
    await game.getByRole("button", { name: next, exact: true }).click();
  }
  const title = /Standing ovation|Headliner material|Opening act|Sound check|Still in the queue/;
  await game.getByRole("heading", { name: title }).waitFor();
  await news(game, title);
  await checkDrawn(page, game, question1);
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

test("with storage refused the game plays on", { timeout: 60_000 }, async () => {
  const { page, errors } = await setting.blank();
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, "localStorage", {
      get() {
        throw new DOMException("refused", "SecurityError");
      },
    });
  });
  await page.goto(new URL("frame.html?mode=daily&lang=en", setting.url).href);
  await page.getByRole("button", { name: "Start", exact: true }).click();
  await answer(page);
  await page.getByRole("button", { name: "Next", exact: true }).click();
  await page.getByText("Question 2 of 10").first().waitFor();
  assert.deepEqual(errors, []);
});

test("a question in another language than the page is announced in its own", { timeout: 60_000 }, async () => {
  const { page } = await setting.blank();
  const pack = { houselights: 1, title: "A film", lang: "en", questions: [{ ask: "Is it so?", right: "Yes", wrong: ["No"] }] };
  await page.route("https://fans.example/**", (route) => route.fulfill({ contentType: "application/json", body: JSON.stringify(pack) }));
  await page.goto(`${setting.url}frame.html?mode=classic&lang=vi&pack=https://fans.example/my.json`);
  await page.getByRole("button", { name: "Bắt đầu", exact: true }).click();
  await page.getByRole("main").getByText("Câu 1/1", { exact: true }).waitFor();
  const line = page.getByRole("status").getByText("Is it so?", { exact: true });
  assert.equal(await line.getAttribute("lang"), "en");
});

for (const [lang, start, next, real] of [["en", "Start", "Next", "Real"], ["es", "Empezar", "Siguiente", "Verdad"], ["vi", "Bắt đầu", "Câu tiếp theo", "Thật"]] as const) {
  test(`what is real and what a rumour, in ${lang}`, { timeout: 60_000 }, async () => {
    const { page, errors, requests } = await setting.open(`frame.html?mode=rumour&lang=${lang}`);
    await page.getByRole("button", { name: start, exact: true }).click();
    const asks = new Set<string>();
    for (let question = 1; question <= 3; question++) {
      await page.getByRole("button", { name: real, exact: true }).click();
      const heading = page.getByRole("heading").first();
      assert.equal(await heading.evaluate((ask) => ask.closest("[lang]")?.getAttribute("lang")), lang, "the question is in the language of the page");
      asks.add((await heading.textContent()) ?? "");
      await page.getByRole("button", { name: next, exact: true }).click();
    }
    assert.equal(asks.size, 3);
    assert.deepEqual(errors, []);
    assert.deepEqual(requests.filter((url) => !url.startsWith(setting.url)), [], "requests to anyone else");
  });
}

test("whether the film has been seen is asked once, kept, and can be said anew", { timeout: 60_000 }, async () => {
  const { page, errors } = await setting.open("frame.html?lang=en");
  const press = (name: string) => page.getByRole("button", { name, exact: true }).click();
  const question = page.getByRole("radiogroup", { name: "Have you seen the film?" });
  const card = async (): Promise<void> => {
    await press("All modes");
    await page.getByRole("button", { name: /^Classic/ }).click();
    await page.getByRole("button", { name: "Start", exact: true }).waitFor();
  };
  await card();
  assert.equal(await question.getByRole("radio", { checked: true }).count(), 0, "nothing is said for the visitor");
  await question.getByRole("radio", { name: "Not yet" }).click();
  await question.getByRole("radio", { name: "Not yet", checked: true }).waitFor();
  await page.waitForFunction(() => /"seen"/.test(localStorage.getItem("houselights") ?? ""));

  await page.reload();
  await card();
  assert.equal(await question.count(), 0, "it is asked once");
  await press("Back");
  await press("Settings");
  await question.getByRole("radio", { name: "Not yet", checked: true }).waitFor();
  await question.getByRole("radio", { name: "Yes", exact: true }).click();
  await press("Back");
  await page.getByRole("button", { name: /^Classic/ }).click();
  await page.getByText("Some questions may give the story away.").first().waitFor();
  assert.deepEqual(errors, []);
});
