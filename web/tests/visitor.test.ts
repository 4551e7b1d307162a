// The real game as visitors use it who have no mouse: by keyboard alone, and by touch.

import assert from "node:assert/strict";
import { test } from "node:test";
import type { CDPSession, FrameLocator, Locator, Page } from "playwright-core";
import { chromiumOnly, realSite, useBrowser } from "./browser";
import { answer, answers } from "./play";

const setting = useBrowser(realSite);

const gameOf = (page: Page) => page.frameLocator("house-lights iframe");
const button = (game: FrameLocator, name: string) => game.getByRole("button", { name, exact: true });
const nextName = (question: number): string => (question === 10 ? "See your result" : "Next");
const title = /Standing ovation|Headliner material|Opening act|Sound check|Still in the queue/;

/** Waits until a control has the focus, in its frame and so in the page. */
const focused = (control: Locator) => control.and(control.page().frameLocator("house-lights iframe").locator(":focus")).waitFor();

/** The pixels of a control and of what lies close around it. */
async function picture(page: Page, control: Locator): Promise<Buffer> {
  const box = await control.boundingBox();
  assert.ok(box, `${String(control)} is to be seen`);
  return page.screenshot({ clip: { x: box.x - 8, y: box.y - 8, width: box.width + 16, height: box.height + 16 } });
}

/** Waits until a control looks other than before. */
async function changed(page: Page, control: Locator, before: Buffer): Promise<void> {
  const deadline = Date.now() + 10_000;
  while ((await picture(page, control)).equals(before)) {
    assert.ok(Date.now() < deadline, `${String(control)} looks as before`);
  }
}

/** Goes to a control by Tab, where the focus is not on it already, and presses it. */
async function byKeys(page: Page, control: Locator): Promise<void> {
  for (let stops = 0; !(await control.evaluate((element) => element === document.activeElement)); stops++) {
    assert.ok(stops < 12, `Tab comes to ${String(control)}`);
    await page.keyboard.press("Tab");
  }
  await page.keyboard.press("Space");
}

test("a round by keyboard alone, with the focus always on something", { timeout: 120_000 }, async () => {
  const { page, errors } = await setting.open("index.html");
  const game = gameOf(page);
  await page.getByRole("button", { name: "Play", exact: true }).waitFor();
  await page.keyboard.press("Tab");
  await page.getByRole("button", { name: "Play", exact: true }).and(page.locator(":focus")).waitFor();
  await page.keyboard.press("Enter");

  const modes = button(game, "All modes");
  await focused(button(game, "Play today’s round"));
  const plain = await picture(page, modes);
  await page.keyboard.press("Tab");
  await focused(modes);
  await changed(page, modes, plain); // the engine draws the focus
  const marked = await picture(page, modes);
  await page.keyboard.press("Shift+Tab");
  await focused(button(game, "Play today’s round"));
  await changed(page, modes, marked);

  await page.keyboard.press("Enter");
  await focused(button(game, "Start"));
  await page.keyboard.press("Enter");
  for (let question = 1; question <= 10; question++) {
    await game.getByRole("main").getByText(`Question ${question} of 10`, { exact: true }).waitFor();
    await focused(answers(game).first());
    await answer(game, (control) => byKeys(page, control));
    await focused(button(game, nextName(question)));
    await page.keyboard.press("Enter");
  }
  await game.getByRole("heading", { name: title }).waitFor();
  await game.locator("main :focus").waitFor();

  // Tab goes through what is left and out of the widget.
  const next = page.getByRole("combobox", { name: "Questions" });
  for (let stops = 0; !(await next.evaluate((element) => element === document.activeElement)); stops++) {
    assert.ok(stops < 10, "Tab comes out of the widget");
    await page.keyboard.press("Tab");
  }
  assert.deepEqual(errors, []);
});

/** Drags a finger up from the middle of an element, and holds it still before it leaves: the page does not roll on. */
async function drag(session: CDPSession, from: Locator, distance: number): Promise<void> {
  const box = await from.boundingBox();
  assert.ok(box, `${String(from)} is to be seen`);
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  let timestamp = Date.now() / 1000 - 2; // the events say when they were; nobody waits
  const touch = async (type: "touchStart" | "touchMove" | "touchEnd", dy: number, after: number): Promise<void> => {
    timestamp += after;
    await session.send("Input.dispatchTouchEvent", { type, touchPoints: type === "touchEnd" ? [] : [{ x, y: y - dy }], timestamp });
  };
  await touch("touchStart", 0, 0);
  for (let dy = 10; dy <= distance; dy += 10) {
    await touch("touchMove", dy, 0.02);
  }
  await touch("touchMove", distance, 0.5);
  await touch("touchEnd", distance, 0.5);
}

test("a round by touch, and a finger that drags scrolls the page and presses nothing", { timeout: 120_000, ...chromiumOnly("needs a finger: what BiDi makes of one presses nothing in Firefox") }, async () => {
  const { page, errors } = await setting.open("index.html", { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 1 });
  const game = gameOf(page);
  await page.getByRole("button", { name: "Play", exact: true }).tap();
  const play = button(game, "Play today’s round");
  await play.waitFor();

  const session = await page.context().newCDPSession(page);
  for (const from of [play, game.getByRole("heading").first()]) {
    await page.evaluate(() => {
      document.body.style.minHeight = "3000px";
      scrollTo(0, 0);
    });
    await drag(session, from, 200);
    await page.waitForFunction(() => scrollY > 100);
    assert.equal(await play.count(), 1, "nothing was pressed");
  }
  await page.evaluate(() => scrollTo(0, 0));

  await play.tap();
  await button(game, "Start").tap();
  for (let question = 1; question <= 10; question++) {
    await game.getByRole("main").getByText(`Question ${question} of 10`, { exact: true }).waitFor();
    await answer(game, (control) => control.tap(), question % 2);
    await button(game, nextName(question)).tap();
  }
  await game.getByRole("heading", { name: title }).waitFor();
  assert.deepEqual(errors, []);
});

test("the wheel over the widget scrolls the page", { timeout: 60_000 }, async () => {
  const { page } = await setting.open("index.html");
  await page.getByRole("button", { name: "Play", exact: true }).click();
  const game = gameOf(page);
  for (const over of [button(game, "All modes"), game.getByRole("heading").first()]) {
    await over.hover({ force: true }); // words let the pointer through to the page
    await page.evaluate(() => {
      document.body.style.minHeight = "3000px";
      scrollTo(0, 0);
    });
    await page.mouse.wheel(0, 150);
    await page.waitForFunction(() => scrollY > 100);
  }
  await button(game, "All modes").waitFor();
});
