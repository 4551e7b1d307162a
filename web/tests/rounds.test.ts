// A whole round of ten of the real game, with a question of every kind, by visitors who play in their own ways: magnified
// four times, with large letters, in the system's own colours, by finger, by keyboard, and with no clock.

import assert from "node:assert/strict";
import { test } from "node:test";
import type { BrowserContextOptions, CDPSession, FrameLocator, Locator, Page } from "playwright-core";
import { frameOf, openBlog, playButton } from "./blog";
import { chromiumOnly, realSite, useBrowser } from "./browser";
import { misfits } from "./fits";
import { answers, playTen, tenOfEveryKind } from "./play";
import type { Press } from "./play";

const setting = useBrowser(realSite);

const viewport = '<meta name="viewport" content="width=device-width, initial-scale=1">';
const widget = '<house-lights lang="en" pack="ten.json" style="display:block;max-width:100%;aspect-ratio:3/2;min-height:30rem"></house-lights>';
const blog = `<h1>A blog</h1><p><a href="#before">Before</a></p>${widget}<p><a href="#behind">Behind</a></p><div style="height:100vh"></div>`;

interface Visit {
  readonly page: Page;
  readonly game: FrameLocator;
  readonly errors: string[];
}

async function open(options: BrowserContextOptions = {}, style = "", prepare: (page: Page) => Promise<unknown> = async () => {}, body = blog): Promise<Visit> {
  const { page, errors } = await openBlog(setting, body, `${viewport}<style>${style}</style>`, async (page) => {
    await prepare(page);
    await page.route("**/ten.json", (route) => route.fulfill({ contentType: "application/json", body: tenOfEveryKind }));
  }, { reducedMotion: "reduce", ...options });
  await playButton(page).waitFor();
  return { page, game: frameOf(page), errors };
}

const button = (game: FrameLocator, name: string | RegExp): Locator => game.getByRole("button", { name, exact: typeof name === "string" });

const click: Press = (control) => control.click();

/** Goes from the game's home to a round, as its modes offer it. */
async function choose(game: FrameLocator, mode: RegExp, press: Press): Promise<void> {
  await press(button(game, "All modes"));
  await press(button(game, mode));
  await button(game, "Start").waitFor();
}

/** Looks whether page and game show all that is on them. */
const looksRight = ({ page }: Visit) => async (screen: string): Promise<void> => {
  const [, frame] = page.frames();
  assert.ok(frame);
  assert.deepEqual(await misfits(frame), [], screen);
  assert.deepEqual(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0, `${screen}: the page scrolls sideways`);
};

for (const { name, options, style } of [
  { name: "magnified four times", options: { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 }, style: "body{margin:0}" },
  { name: "magnified four times, in the dialog of a narrow box", options: { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 }, style: "" },
  { name: "with the letters of the page twice as large", options: { viewport: { width: 390, height: 844 } }, style: "html{font-size:200%}" },
  { name: "with all of it twice as large on a wide page", options: { viewport: { width: 1280, height: 800 } }, style: "html{font-size:200%}" },
]) {
  test(`a round ${name}: all is within reach and nothing is cut off`, { timeout: 120_000 }, async () => {
    const visit = await open(options, style);
    const { page, game, errors } = visit;
    assert.deepEqual(await misfits(page), [], "poster");
    await playButton(page).click();
    const look = looksRight(visit);
    await button(game, "All modes").waitFor();
    await look("home");
    await choose(game, /^Classic/, click);
    await playTen(game, click, look);
    await click(button(game, "Review answers"));
    await game.getByRole("heading", { name: "Your answers" }).or(button(game, "Back")).first().waitFor();
    await look("review");
    assert.deepEqual(errors, []);
  });
}

/** Goes on by Tab until the control has the focus, and looks at each stop. */
async function tabTo(page: Page, control: Locator, look: () => Promise<void> = async () => {}): Promise<void> {
  for (let stops = 0; !(await control.evaluate((element) => element.matches(":focus"))); stops++) {
    assert.ok(stops < 20, `Tab comes to ${String(control)}`);
    await page.keyboard.press("Tab");
    await look();
  }
}

/** Checks that what has the focus can be seen, and that it has it. */
async function focusIsSeen(game: FrameLocator): Promise<void> {
  const focus = game.locator("main :focus");
  await focus.waitFor();
  const seen = await focus.evaluate((element) => {
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element.matches("label input") ? (element.closest("label") as Element) : element);
    const { top, bottom } = element.getBoundingClientRect();
    return { style: outlineStyle, isWide: parseFloat(outlineWidth) >= 2, isClear: outlineColor.endsWith(", 0)"), isInside: bottom > 0 && top < innerHeight };
  });
  assert.deepEqual(seen, { style: "solid", isWide: true, isClear: false, isInside: true }, await focus.evaluate((element) => element.outerHTML));
}

test("a round in the system's own colours, by keyboard, with the focus to be seen wherever it is", { timeout: 120_000 }, async () => {
  const visit = await open({ forcedColors: "active" });
  const { page, game, errors } = visit;
  await page.keyboard.press("Tab");
  await tabTo(page, playButton(page));
  assert.notEqual(await playButton(page).evaluate((play) => getComputedStyle(play).outlineStyle), "none");
  await page.keyboard.press("Enter");
  await button(game, "All modes").waitFor();
  assert.equal(await game.locator("canvas").isVisible(), false, "the words themselves are shown");
  const press: Press = async (control) => {
    await tabTo(page, control, () => focusIsSeen(game));
    await page.keyboard.press("Space");
  };
  await choose(game, /^Classic/, press);
  await playTen(game, press, looksRight(visit));
  assert.deepEqual(errors, []);
});

test("a round by keyboard alone, from the top of the page and out again behind the widget", { timeout: 120_000 }, async () => {
  const { page, game, errors } = await open();
  const before = page.getByRole("link", { name: "Before" });
  const behind = page.getByRole("link", { name: "Behind" });
  await page.keyboard.press("Tab");
  await before.and(page.locator(":focus")).waitFor();
  await page.keyboard.press("Tab");
  await playButton(page).and(page.locator(":focus")).waitFor();
  await page.keyboard.press("Enter");
  await button(game, "All modes").waitFor();

  const press: Press = async (control) => {
    await tabTo(page, control);
    await page.keyboard.press("Space");
  };
  await choose(game, /^Classic/, press);
  const hasFocus = async (): Promise<void> => game.locator("main :focus").waitFor();
  await playTen(game, press, hasFocus, async (slider) => {
    await tabTo(page, slider);
    for (const key of ["ArrowRight", "PageUp", "End", "ArrowLeft", "Home"]) {
      await page.keyboard.press(key);
    }
    await page.keyboard.press("ArrowUp");
    await game.locator('input[type=range][aria-valuetext="81\u00a0minutes"]').waitFor();
  });
  assert.deepEqual(await page.evaluate(() => scrollX), 0);

  await tabTo(page, behind);
  await page.keyboard.press("Shift+Tab");
  await game.locator("main :focus").waitFor();
  for (let times = 0; (await game.locator(":focus").count()) > 0; times++) {
    assert.ok(times < 4, "Escape comes out of the game");
    await page.keyboard.press("Escape");
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
  }
  await page.keyboard.press("Tab");
  await behind.and(page.locator(":focus")).waitFor();
  assert.deepEqual(errors, []);
});

test("a round with no clock, by what roles and names say", { timeout: 120_000 }, async () => {
  const { page, game, errors } = await open({}, "", (page) => page.clock.install());
  const noClock = async (screen: string): Promise<void> => {
    if (screen.startsWith("question")) {
      assert.equal(await game.getByRole("timer").count(), 0, screen);
    }
  };
  await playButton(page).click();
  await choose(game, /^At your pace/, click);
  await playTen(game, click, async (screen) => {
    await noClock(screen);
    if (screen.startsWith("question 1:")) {
      await page.clock.fastForward("01:00:00");
    } else if (screen.startsWith("reveal")) {
      const said = await game.getByRole("status").allInnerTexts();
      assert.doesNotMatch(said.join(" "), /Time ran out/, screen);
    }
  });
  assert.deepEqual(errors, []);
});

/** A finger on the screen, which says itself when it was where: nobody waits. */
class Finger {
  private time = 0;
  constructor(private readonly session: CDPSession) {}

  private async touch(type: "touchStart" | "touchMove" | "touchEnd", points: { x: number; y: number }[], after: number): Promise<void> {
    this.time += after;
    await this.session.send("Input.dispatchTouchEvent", { type, touchPoints: points, timestamp: this.time });
  }

  /** Goes from the middle of an element so far, and rests there before it leaves: nothing rolls on. */
  async drag(from: Locator, dx: number, dy: number, start = 0.5): Promise<void> {
    const box = await from.boundingBox();
    assert.ok(box, `${String(from)} is to be seen`);
    const [x, y] = [box.x + box.width * start, box.y + box.height / 2];
    const steps = 20;
    this.time = Date.now() / 1000 - 2;
    await this.touch("touchStart", [{ x, y }], 0);
    for (let step = 1; step <= steps; step++) {
      await this.touch("touchMove", [{ x: x + (dx * step) / steps, y: y + (dy * step) / steps }], 0.02);
    }
    await this.touch("touchMove", [{ x: x + dx, y: y + dy }], 0.5);
    await this.touch("touchEnd", [], 0.1);
  }
}

test("a round by touch alone: taps choose, a finger drags the slider, and one that goes up scrolls the page", { timeout: 120_000, ...chromiumOnly("touches by Chromium's tools") }, async () => {
  const { page, game, errors } = await open({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 });
  const tap: Press = (control) => control.tap();
  const finger = new Finger(await page.context().newCDPSession(page));
  await tap(playButton(page));
  await choose(game, /^Classic/, tap);
  const swiped = new Set<string>();
  const scrolled = new Set<string>();
  /** A finger on the first control, on its way up the page, answers nothing. */
  const swipe = async (screen: string): Promise<void> => {
    const kind = screen.replace(/.*: /, "");
    if (!screen.startsWith("question") || swiped.has(kind)) {
      return;
    }
    swiped.add(kind);
    const asked = await game.getByRole("main").innerText();
    await page.evaluate(() => scrollTo(0, 0));
    await finger.drag(answers(game).first(), 0, -150);
    // What is higher than the widget scrolls first, then the page.
    const moved = await page.waitForFunction(() => {
      const inner = document.querySelector("house-lights")?.shadowRoot?.querySelector("iframe")?.contentDocument?.querySelector(".scroll");
      return Math.max(scrollY, inner?.scrollTop ?? 0) > 20 && (inner ? "game" : "page");
    });
    scrolled.add(String(await moved.jsonValue()));
    await page.evaluate(() => scrollTo(0, 0));
    assert.equal(await answers(game).and(game.locator(":checked")).count(), 0, `${screen}: nothing was chosen`);
    assert.equal((await game.getByRole("main").innerText()).replace(/\d+ seconds/, ""), asked.replace(/\d+ seconds/, ""), screen);
  };
  await playTen(game, tap, swipe, async (slider) => {
    const value = Number(await slider.inputValue());
    const { width = 0 } = (await slider.boundingBox()) ?? {};
    await finger.drag(slider, width * 0.3, 0, 0.2);
    assert.ok(Number(await slider.inputValue()) > value + 30, `${value} became ${await slider.inputValue()}`);
  });
  assert.equal(swiped.size, 5);
  assert.ok(scrolled.has("page"), [...scrolled].join(" "));
  assert.deepEqual(errors, []);
});

test("a finger on the game in a dialog does not move the page behind it", { timeout: 60_000, ...chromiumOnly("touches by Chromium's tools") }, async () => {
  const small = blog.replace("min-height:30rem", "height:120px;min-height:0;aspect-ratio:auto");
  const { page, game } = await open({ viewport: { width: 360, height: 640 }, isMobile: true, hasTouch: true }, "", undefined, small);
  const finger = new Finger(await page.context().newCDPSession(page));
  await playButton(page).tap();
  await button(game, "All modes").waitFor();
  await finger.drag(button(game, "All modes"), 0, -300);
  await page.getByRole("button", { name: "Close" }).tap();
  await page.getByRole("dialog").waitFor({ state: "hidden" });
  assert.equal(await page.evaluate(() => scrollY), 0);
  await finger.drag(page.getByRole("heading", { name: "A blog" }), 0, -100);
  await page.waitForFunction(() => scrollY > 50); // as it is moved else
});
