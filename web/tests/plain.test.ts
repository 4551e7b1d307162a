// Where the mirror itself is seen: with forced colours, and where the game has no letters for what a pack says.

import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import type { Tree, TreeNode } from "../frame/tree";
import { bringAxe, faults, inPage, skies } from "./axe";
import { emulateMedia, tap, testSite, useBrowser } from "./browser";

const setting = useBrowser(testSite);

const at = { rect: [0, 0, 300, 44] } as const;
const answer = (key: string, name: string, lang: string, more: Partial<TreeNode> = {}): TreeNode => ({ key, role: "button", name, lang, ...at, ...more });

/** A screen with something of each kind, with a pack in Arabic, Hebrew and English. */
const question = (more: Partial<Tree> = {}): Tree => ({
  screen: "question",
  lang: "en",
  theme: "dark",
  focus: "right",
  plain: true,
  ...more,
  root: {
    key: "root",
    role: "screen",
    name: "Question",
    rect: [0, 0, 720, 480],
    children: [
      { key: "time", role: "timer", name: "12 seconds left", ...at },
      { key: "round", role: "progress", name: "Round", value: 3, max: 10, ...at },
      { key: "ask", role: "heading", level: 2, name: "أي من هذه الأفلام عُرض أولاً؟", lang: "ar", ...at },
      {
        key: "answers",
        role: "group",
        name: "Answers",
        ...at,
        children: [answer("right", "الفيلم الأول 1999", "ar", { shortcut: "1" }), answer("wrong", "הסרט השני (2004)", "he"), answer("off", "The third", "en", { disabled: true })],
      },
      {
        key: "several",
        role: "group",
        name: "Several",
        ...at,
        children: [
          { key: "one", role: "checkbox", name: "ممثل أول", lang: "ar", checked: true, ...at },
          { key: "two", role: "checkbox", name: "A second", checked: false, ...at },
          { key: "three", role: "checkbox", name: "A third", checked: true, disabled: true, ...at },
        ],
      },
      { key: "number", role: "slider", name: "Your number", value: 30, max: 100, valuetext: "1,500 dollars", rect: [0, 0, 600, 46] },
      { key: "clock", role: "toggle", name: "Clock", desc: "It ticks.", pressed: true, ...at },
      { key: "list", role: "list", name: "Facts", ...at, children: [{ key: "fact", role: "listitem", name: "حقيقة", lang: "ar", ...at }] },
      { key: "source", role: "link", name: "Source", href: "https://example.org/", ...at },
    ],
  },
});

async function openPlain(options: Parameters<typeof setting.open>[1] = {}, tree: Tree = question()): Promise<Page> {
  const { page } = await setting.open("frame.html", { viewport: { width: 360, height: 640 }, ...options });
  await page.locator(".curtain").waitFor({ state: "detached" });
  await show(page, tree);
  await told(page);
  return page;
}

const show = (page: Page, tree: Tree) => page.evaluate((json) => globalThis.houselights?.show(json), JSON.stringify(tree));
const told = (page: Page) => page.evaluate(() => globalThis.events.splice(0));
const isCanvasSeen = (page: Page) => page.locator("canvas").isVisible();
const answers = (page: Page) => page.getByRole("group", { name: "Answers" }).getByRole("button");

test("what the game cannot draw is shown by the mirror, as long as that is so", async () => {
  const page = await openPlain();
  assert.equal(await isCanvasSeen(page), false);
  await show(page, question({ plain: false }));
  assert.equal(await isCanvasSeen(page), true);
  assert.equal(await page.getByRole("heading").evaluate((heading) => getComputedStyle(heading).color), "rgba(0, 0, 0, 0)");
});

test("no picture is seen before the words", async () => {
  const { page } = await setting.open("frame.html");
  await page.locator(".curtain").waitFor({ state: "detached" });
  const seen = await page.evaluate((json) => {
    const seen: string[] = [];
    new MutationObserver(() => seen.push(getComputedStyle(document.querySelector("canvas") as Element).visibility)).observe(document.body, { childList: true, subtree: true });
    globalThis.houselights?.show(json);
    return new Promise<string[]>((resolve) => setTimeout(() => resolve(seen)));
  }, JSON.stringify(question()));
  assert.deepEqual(seen, ["hidden"]);
});

test("forced colours come and go while the page is there", async () => {
  const page = await openPlain({}, question({ plain: false }));
  await emulateMedia(page, { forcedColors: "active" });
  await page.waitForFunction(() => getComputedStyle(document.querySelector("canvas") as Element).visibility === "hidden");
  for (const control of [page.getByRole("checkbox").first(), page.getByRole("slider")]) {
    assert.deepEqual(await control.evaluate((input) => [getComputedStyle(input).opacity, getComputedStyle(input).appearance]), ["1", "auto"]);
  }
  await page.getByText("1,500 dollars").waitFor();
  await emulateMedia(page, { forcedColors: "none" });
  await page.waitForFunction(() => getComputedStyle(document.querySelector("canvas") as Element).visibility === "visible");
});

test("each text begins where its own script does", async () => {
  const page = await openPlain();
  const side = (name: string) => page.getByText(name, { exact: true }).last().evaluate((element) => getComputedStyle(element).direction);
  assert.equal(await side("أي من هذه الأفلام عُرض أولاً؟"), "rtl");
  assert.equal(await side("הסרט השני (2004)"), "rtl");
  assert.equal(await side("حقيقة"), "rtl");
  assert.equal(await side("The third"), "ltr");
  assert.equal(await page.getByRole("button", { name: "Clock" }).evaluate((toggle) => getComputedStyle(toggle, "::after").unicodeBidi), "plaintext", "a description");
  assert.equal(await page.getByText("\u2068Your number\u2069: \u20681,500 dollars\u2069").count(), 1);
  const box = await page.getByRole("checkbox", { name: "ممثل أول" }).boundingBox();
  const words = await page.getByText("ممثل أول", { exact: true }).last().boundingBox();
  assert.ok((box?.x ?? 0) > (words?.x ?? 0), "the mark stands before the words");
});

test("the words are as large as the game's, whatever the letters of the page", async () => {
  const page = await openPlain();
  const size = () => page.getByRole("button", { name: "The third" }).evaluate((button) => getComputedStyle(button).fontSize);
  assert.equal(await size(), "16px");
  await page.evaluate(() => (document.documentElement.style.fontSize = "20px"));
  assert.equal(await size(), "16px", "the root's size is in the scale");
  await show(page, question({ scale: 2 }));
  assert.equal(await size(), "32px");
  const { width = 0 } = (await page.getByRole("checkbox", { name: "A second" }).boundingBox()) ?? {};
  assert.ok(width > 32, `the mark is ${width}px wide`);
  assert.equal(await page.locator("main").evaluate((main) => main.scrollWidth - main.clientWidth), 0, "nothing is cut off");
});

test("the words can be played by keyboard, mouse and finger", async () => {
  const page = await openPlain({ hasTouch: true });
  await answers(page).first().and(page.locator(":focus")).waitFor();
  await page.keyboard.press("Tab");
  const second = answers(page).nth(1);
  await second.and(page.locator(":focus")).waitFor();
  assert.equal(await second.evaluate((button) => getComputedStyle(button).outlineStyle), "solid");
  await page.keyboard.press("Enter");
  await page.keyboard.press("1");
  assert.deepEqual(await told(page), [["focus", "wrong", 1], ["press", "wrong"], ["focus", "right", 1], ["shortcut", "1"]]);

  await page.getByText("A second").click();
  await tap(page.getByRole("checkbox", { name: "ممثل أول" }));
  await tap(answers(page).nth(1));
  assert.deepEqual((await told(page)).filter(([type]) => type === "press"), [["press", "two"], ["press", "one"], ["press", "wrong"]]);

  await page.getByRole("slider").focus();
  await page.keyboard.press("ArrowRight");
  const { x, y, width, height } = (await page.getByRole("slider").boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  await page.mouse.click(x + width - 1, y + height / 2);
  assert.deepEqual((await told(page)).filter(([type]) => type === "slide"), [["slide", "number", 31], ["slide", "number", 100]]);

  await page.mouse.wheel(0, 400);
  await page.waitForFunction(() => (document.querySelector("main")?.scrollTop ?? 0) > 0);
});

for (const theme of ["dark", "light"] as const) {
  test(`the words stand out from the ${theme} sky`, async () => {
    const page = await openPlain({}, question({ theme }));
    await bringAxe(page);
    for (const sky of skies[theme]) {
      // axe reads no gradient. One that ends as it begins is a colour.
      await page.evaluate((sky) => document.documentElement.style.setProperty("--sky", sky), sky);
      assert.equal(await page.locator("body").evaluate((body) => getComputedStyle(body).backgroundImage), "none");
      assert.deepEqual(await faults(page, inPage), [], sky);
    }
  });
}
