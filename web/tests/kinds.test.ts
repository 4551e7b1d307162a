// The real game with packs from elsewhere: each kind of question by each way of input, and a script that it cannot draw.

import assert from "node:assert/strict";
import { test } from "node:test";
import type { BrowserContextOptions, Locator, Page } from "playwright-core";
import { chromiumOnly, realSite, useBrowser } from "./browser";
import type { Opened } from "./browser";

const setting = useBrowser(realSite);

const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name });

/** Opens a pack of fans.example where a round of it begins. */
async function openRound(pack: object, options: BrowserContextOptions = {}, fragment = ""): Promise<Opened> {
  const opened = await setting.blank(options);
  await opened.page.route("https://fans.example/**", (route) => route.fulfill({ contentType: "application/json", body: JSON.stringify({ houselights: 1, ...pack }) }));
  await opened.page.goto(`${setting.url}frame.html?mode=classic&pack=https://fans.example/my.json${fragment}`);
  await button(opened.page, "Start").waitFor();
  await opened.page.locator(".curtain").waitFor({ state: "detached" });
  return opened;
}

const kinds = {
  title: "Every kind",
  lang: "en",
  questions: [
    { ask: "Which of these are films?", right: ["Alien", "Heat"], wrong: ["A chair", "Toast"] },
    { ask: "In which order?", order: ["First", "Second", "Third"] },
    { ask: "How many minutes?", number: 50, tolerance: 0, min: 0, max: 100, step: 10 },
    { ask: "It is so.", right: true },
  ],
};

interface Way {
  readonly name: string;
  readonly options?: BrowserContextOptions;
  readonly only?: ReturnType<typeof chromiumOnly>;
  press(control: Locator): Promise<void>;
  /** Moves a slider from its least to its middle. */
  slide(slider: Locator): Promise<void>;
}

const middle = async (control: Locator): Promise<[x: number, y: number]> => {
  const { x, y, width, height } = (await control.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  return [x + width / 2, y + height / 2];
};

const ways: readonly Way[] = [
  {
    name: "keyboard",
    press: (control) => control.and(control.page().locator(":enabled")).press("Space"),
    async slide(slider) {
      for (let step = 0; step < 5; step++) {
        await slider.press("ArrowRight");
      }
    },
  },
  { name: "mouse", press: (control) => control.click(), slide: async (slider) => slider.page().mouse.click(...(await middle(slider))) },
  {
    name: "touch",
    options: { hasTouch: true, isMobile: true, viewport: { width: 390, height: 700 } },
    only: chromiumOnly("needs a finger: what BiDi makes of one presses nothing in Firefox"),
    press: (control) => control.tap(),
    slide: async (slider) => slider.page().touchscreen.tap(...(await middle(slider))),
  },
];

for (const { name, options, only, press, slide } of ways) {
  test(`each kind of question by ${name}`, { timeout: 60_000, ...only }, async () => {
    const { page, errors } = await openRound(kinds, options);
    await press(button(page, "Start"));
    for (let question = 1; question <= 4; question++) {
      await page.getByText(`Question ${question} of 4`, { exact: true }).first().waitFor();
      const ask = await page.getByRole("heading").first().textContent();
      if (ask === "It is so.") {
        await press(button(page, "True"));
      } else {
        if (ask === "In which order?") {
          for (const one of ["First", "Second", "Third"]) {
            await press(button(page, one));
          }
        } else if (ask === "How many minutes?") {
          await slide(page.getByRole("slider"));
        } else {
          await press(page.getByRole("checkbox", { name: "Alien" }));
          await press(page.getByRole("checkbox", { name: "Heat" }));
        }
        await press(button(page, "Done"));
      }
      await press(button(page, question === 4 ? "See your result" : "Next"));
    }
    await page.getByText(/4 of 4 right/).first().waitFor();
    assert.deepEqual(errors, []);
  });
}

test("a number chooses, and the next key is for what it chose", async () => {
  const { page } = await openRound({ ...kinds, questions: kinds.questions.slice(0, 1) });
  await button(page, "Start").press("Enter");
  const boxes = page.getByRole("checkbox");
  await boxes.first().and(page.locator(":focus")).waitFor();
  await page.keyboard.press("3");
  await boxes.nth(2).and(page.locator(":focus:checked")).waitFor();
  await page.keyboard.press("Space");
  await boxes.nth(2).and(page.locator(":focus:not(:checked)")).waitFor();
  assert.equal(await boxes.and(page.locator(":checked")).count(), 0);
});

test("a pack in a script that the game cannot draw is shown by the page, as large as its letters", { timeout: 60_000 }, async () => {
  const arabic = {
    title: "أفلام",
    lang: "ar",
    questions: [{ ask: "أي من هذه أفلام؟", right: "المومياء", wrong: ["كرسي", "خبز", "ماء"] }],
  };
  const { page, errors } = await openRound(arabic, {}, "#textscale=2");
  assert.equal(await page.locator("canvas").isVisible(), false);
  assert.equal(await button(page, "Start").evaluate((start) => getComputedStyle(start).fontSize), "32px");
  await button(page, "Start").click();
  assert.equal(await page.getByRole("heading", { name: "أي من هذه أفلام؟" }).evaluate((heading) => getComputedStyle(heading).direction), "rtl");
  await button(page, "المومياء").click();
  await button(page, "See your result").click();
  await page.getByText(/1 of 1 right/).first().waitFor();
  assert.deepEqual(errors, []);
});

test("all that is wrong with a pack is told, with its lines", async () => {
  const { page } = await setting.blank();
  await page.route("https://fans.example/**", (route) => route.fulfill({ body: `{"houselights": 1, "title": "T",\n "questions": [{"ask": "A?", "right": "b", "wrong": ["b"]},\n {"as": "A?"}]}` }));
  await page.goto(`${setting.url}frame.html?pack=https://fans.example/my.json`);
  await page.getByRole("alert").filter({ hasText: "The questions from fans.example have mistakes and cannot be played." }).waitFor();
  const lines = ((await page.locator("details p").textContent()) ?? "").split("\n");
  assert.ok(lines.length >= 3, lines.join("\n"));
  assert.match(lines[0] ?? "", /:2:\d+: questions\[0\]: .*"b"/);
  assert.ok(lines.some((line) => /:3:\d+: questions\[1\]: unknown field "as"/.test(line)), lines.join("\n"));
});
