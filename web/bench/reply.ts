// How long it takes from an input to the end of the frame that draws what comes of it.

import type { Locator, Page } from "playwright-core";
import { launch } from "../tests/chromium";
import { watchFrames } from "./frames";
import { quantile } from "./stats";
import type { Row } from "./table";
import { pause } from "./tabs";

const inputs = 60; // of each kind
const warmUp = 4;

/** What followed an input, in milliseconds. */
interface Reply {
  /** From the event to the end of the frame, with all that it draws finished. */
  readonly total: number;
  /** Of that, the time until the page's own code has ended, and the graphics know what to draw … */
  readonly handed: number;
  /** … and the rest. */
  readonly graphics: number;
}

declare global {
  /** When it was, in Unix milliseconds. */
  var input: number | undefined;
}

/** Measures the game's frame and a plain canvas, each 720×480 at ratio 1. */
export async function reply(url: string): Promise<Row[]> {
  const browser = await launch();
  const open = async (name: string): Promise<Page> => {
    const page = await browser.newPage({ viewport: { width: 720, height: 480 }, deviceScaleFactor: 1 });
    await page.addInitScript(watchFrames);
    await page.addInitScript(watchInput);
    await page.goto(url + name);
    return page;
  };
  try {
    const plain = await open("reply.html");
    const one = plain.getByRole("button", { name: "One" });
    const two = plain.getByRole("button", { name: "Two" });
    const plainHover = await measure(plain, await hoverOver(plain, [one, two]));
    const plainClick = await measure(plain, press(plain, () => one));
    await plain.close();

    const page = await open("frame.html?lang=en");
    const play = page.getByRole("button", { name: "Play today’s round" });
    const modes = page.getByRole("button", { name: "All modes" });
    await play.waitFor();
    await page.locator(".curtain").waitFor({ state: "detached" });
    const hover = await measure(page, await hoverOver(page, [play, modes]));
    const click = await measure(page, press(page, (i) => (i % 2 === 0 ? modes : page.getByRole("button", { name: "Back" }))));

    return [...rows("hover", hover, plainHover), ...rows("click to another screen", click, plainClick)];
  } finally {
    await browser.close();
  }
}

function rows(what: string, ours: readonly Reply[], plain: readonly Reply[]): Row[] {
  const within = (share: number, part: keyof Reply = "total"): Pick<Row, "ours" | "unit" | "reference"> => ({
    ours: quantile(ours.map((reply) => reply[part]), share),
    unit: "ms",
    reference: quantile(plain.map((reply) => reply[part]), share),
  });
  return [
    { what: `${what}: half of them within`, ...within(0.5) },
    { what: "  of that in the graphics", ...within(0.5, "graphics") },
    { what: `${what}: 95 of 100 within`, ...within(0.95), goal: { most: 25 } },
    { what: "  handed to the graphics within", ...within(0.95, "handed"), goal: { most: 25 } },
  ];
}

/** Moves the pointer from one button to the next. The page is not asked for anything, as that would be work of its own. */
async function hoverOver(page: Page, buttons: readonly Locator[]): Promise<(i: number) => Promise<void>> {
  const boxes = await Promise.all(buttons.map((button) => button.boundingBox()));
  return async (i) => {
    const { x, y, width, height } = boxes[i % boxes.length] ?? { x: 0, y: 0, width: 0, height: 0 };
    await page.mouse.move(x + width / 2, y + height / 2);
  };
}

/** Goes to a button and presses it; only the click itself is measured. */
function press(page: Page, button: (i: number) => Locator): (i: number) => Promise<void> {
  return async (i) => {
    await button(i).hover();
    await page.mouse.down();
    await pause(120);
    await page.evaluate(expectInput);
    await page.mouse.up();
  };
}

async function measure(page: Page, input: (i: number) => Promise<void>): Promise<Reply[]> {
  const all: Reply[] = [];
  for (let i = -warmUp; i < inputs; i++) {
    await page.evaluate(expectInput);
    await pause(100 + 50 * Math.random()); // at any time between two frames
    await input(i + warmUp);
    const answer = await (await page.waitForFunction(replyToInput)).jsonValue();
    if (i >= 0 && answer !== undefined) {
      all.push(answer);
    }
  }
  return all;
}

/** Runs in the page before all else. */
function watchInput(): void {
  const note = ({ timeStamp }: Event): void => {
    globalThis.input ??= performance.timeOrigin + timeStamp;
  };
  addEventListener("pointerover", note, { capture: true });
  addEventListener("click", note, { capture: true });
}

/** Runs in the page: forgets what has been. */
function expectInput(): void {
  globalThis.input = undefined;
  globalThis.drawnFrames = [];
}

/** Runs in the page: what followed the input, once it has been drawn. */
function replyToInput(): Reply | undefined {
  const { input } = globalThis;
  const frame = globalThis.drawnFrames.find(({ began }) => input !== undefined && began >= input);
  return input === undefined || frame === undefined
    ? undefined
    : { total: frame.finished - input, handed: frame.handed - input, graphics: frame.finished - frame.handed };
}
