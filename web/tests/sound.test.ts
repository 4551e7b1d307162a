// What is heard of the real game, and that there is nothing of the browser's audio before.

import assert from "node:assert/strict";
import { test } from "node:test";
import type { Frame, FrameLocator, Page } from "playwright-core";
import { openBlog } from "./blog";
import { chromiumOnly, realSite, useBrowser } from "./browser";
import type { HouseLightsElement } from "../types/houselights";

declare global {
  /** What the page asked of the browser's audio. */
  var heard: { contexts: AudioContext[]; sounds: { seconds: number; peak: number }[] };
}

const setting = useBrowser(realSite);

/** The sounds, by what tells them apart: how long each is. They are described in package sound. */
const seconds = { pluck: 0.9, right: 1.1, wrong: 0.4, thump: 0.25, zero: 1.5 };

/** Has every frame of the page note what it asks of the browser's audio. */
async function listen(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const contexts: AudioContext[] = [];
    globalThis.heard = { contexts, sounds: [] };
    globalThis.AudioContext = class extends AudioContext {
      constructor() {
        super();
        contexts.push(this);
      }
    };
    const { start } = AudioBufferSourceNode.prototype;
    AudioBufferSourceNode.prototype.start = function (...when) {
      const { duration = 0 } = this.buffer ?? {};
      const peak = this.buffer?.getChannelData(0).reduce((most, sample) => Math.max(most, Math.abs(sample)), 0) ?? 0;
      globalThis.heard.sounds.push({ seconds: duration, peak });
      start.apply(this, when);
    };
  });
}

/** Answers the question that is asked, and says how long the sound of that is to be. */
async function answer(game: Page | FrameLocator): Promise<number> {
  await game.getByRole("group", { name: "Answers" }).getByRole("button").first().click();
  await game.getByRole("button", { name: "Next", exact: true }).waitFor();
  return (await game.getByRole("main").getByText("That’s right").count()) > 0 ? seconds.right : seconds.wrong;
}

/** Checks what the frame has played so far. */
async function checkHeard(frame: Page | Frame, ...want: number[]): Promise<void> {
  const sounds = await frame.evaluate(() => globalThis.heard.sounds);
  assert.deepEqual(sounds.map((sound) => sound.seconds), want);
  for (const { peak } of sounds) {
    assert.ok(peak > 0.2 && peak < 0.501, `a peak of ${peak}`);
  }
}

/** Waits until the only audio that there is is in a state. */
const waitForState = (frame: Page | Frame, state: AudioContextState) =>
  frame.waitForFunction((state) => globalThis.heard.contexts.length === 1 && globalThis.heard.contexts[0]?.state === state, state);

/** The frame of the game in a page with one widget. */
function frameOf(page: Page): Frame {
  const frame = page.frames().find((frame) => frame !== page.mainFrame());
  assert.ok(frame);
  return frame;
}

test("nothing sounds, and there is no audio, until it is asked for", { timeout: 60_000 }, async () => {
  const { page } = await setting.blank();
  await listen(page);
  await page.goto(new URL("frame.html?mode=rumour&lang=en", setting.url).href);
  await page.getByRole("button", { name: "Start", exact: true }).click();
  await answer(page);
  await page.getByRole("button", { name: "Next", exact: true }).click();
  await page.getByText("Question 2 of 10").first().waitFor();
  await checkHeard(page);
  assert.equal(await page.evaluate(() => globalThis.heard.contexts.length), 0);
});

test("questions and answers sound where the page asks for it, and the audio rests when they are over", { timeout: 60_000, ...chromiumOnly("waits for audio that runs: without a sound card none does in Firefox") }, async () => {
  const { page, errors, warnings } = await setting.blank();
  await listen(page);
  await page.goto(new URL("frame.html?mode=rumour&lang=en&sound=on", setting.url).href);
  await page.getByRole("button", { name: "Start", exact: true }).click();
  const first = await answer(page);
  await waitForState(page, "running");
  await checkHeard(page, seconds.pluck, first);
  await waitForState(page, "suspended");
  await page.getByRole("button", { name: "Next", exact: true }).click();
  const second = await answer(page);
  await waitForState(page, "running");
  await checkHeard(page, seconds.pluck, first, seconds.pluck, second);
  assert.deepEqual([...errors, ...warnings], []);
});

test("a page that mutes its widget, or scrolls it away, hears no more of it", { timeout: 60_000 }, async () => {
  const { page, errors } = await openBlog(setting, `<house-lights mode="rumour" lang="en" sound="on"></house-lights><p style="height:3000px"></p>`, undefined, listen);
  await page.getByRole("button", { name: "Play", exact: true }).click();
  const game = page.frameLocator("iframe");
  await game.getByRole("button", { name: "Start", exact: true }).click();
  const first = await answer(game);
  await checkHeard(frameOf(page), seconds.pluck, first);
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
  await waitForState(frameOf(page), "closed");

  await page.evaluate(() => window.scrollTo(0, 0));
  await page.locator("house-lights").evaluate((widget: HouseLightsElement) => (widget.sound = "off"));
  await game.getByRole("button", { name: "Next", exact: true }).click();
  await answer(game);
  await checkHeard(frameOf(page), seconds.pluck, first);
  assert.equal(await page.evaluate(() => globalThis.heard.contexts.length), 0, "the page around has none");
  assert.deepEqual(errors, []);
});

for (const { name, active, last } of [
  { name: "a countdown is heard to its end once the visitor has pressed something", active: true, last: seconds.zero },
  { name: "before the visitor has pressed anything, a countdown ends in silence", active: false, last: undefined },
]) {
  test(name, { timeout: 60_000 }, async () => {
    const { page, errors, warnings } = await setting.blank();
    await listen(page);
    // The questions of this test count as presses.
    await page.addInitScript((active) => Object.defineProperty(navigator, "userActivation", { value: { hasBeenActive: active } }), active);
    const soon = new Date(Date.now() + 10_000).toISOString();
    await page.goto(new URL(`frame.html?lang=en&sound=on&event=${soon}&event-title=The+show`, setting.url).href);
    await page.getByRole("timer").filter({ hasText: "Ten seconds or less" }).waitFor();
    await page.getByRole("timer").filter({ hasText: "Now" }).waitFor();
    const { played, contexts } = await page.evaluate(() => ({ played: globalThis.heard.sounds.map((sound) => sound.seconds), contexts: globalThis.heard.contexts.length }));
    assert.equal(played.pop(), last);
    assert.ok(played.every((length) => length === seconds.thump) && played.length <= 10, `the seconds before: ${played}`);
    assert.equal(contexts, active ? 1 : 0);
    assert.deepEqual([...errors, ...warnings], []);
  });
}

for (const [name, spoil] of [
  ["has no audio", () => Reflect.deleteProperty(globalThis, "AudioContext")],
  ["has no sounds", () => Reflect.deleteProperty(globalThis, "AudioBuffer")],
  ["refuses audio", () => {
    globalThis.AudioContext = class extends AudioContext {
      constructor() {
        super();
        throw new DOMException("refused", "NotSupportedError");
      }
    };
  }],
] as const) {
  test(`a browser that ${name} plays on in silence`, { timeout: 60_000 }, async () => {
    const { page, errors, warnings } = await setting.blank();
    await page.addInitScript(spoil as () => void);
    await page.goto(new URL("frame.html?mode=rumour&lang=en&sound=on", setting.url).href);
    await page.getByRole("button", { name: "Start", exact: true }).click();
    await answer(page);
    await page.getByRole("button", { name: "Next", exact: true }).click();
    await page.getByText("Question 2 of 10").first().waitFor();
    assert.deepEqual([...errors, ...warnings], []);
  });
}
