// The mirror: the tests show it trees, as the game would, and read what it tells the game.

import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import type { Tree, TreeNode } from "../frame/tree";
import { chromiumOnly, emulateMedia, testSite, useBrowser } from "./browser";

const setting = useBrowser(testSite);

/** Opens the frame with the test game in it. */
async function openGame(): Promise<Page> {
  const { page } = await setting.open("frame.html");
  await page.locator(".curtain").waitFor({ state: "detached" });
  return page;
}

function screen(name: string, focus: string, ...children: TreeNode[]): Tree {
  return { screen: name, lang: "en", theme: "dark", focus, root: { key: "root", role: "screen", name, rect: [0, 0, 900, 700], children } };
}

function button(key: string, name: string, more: Partial<TreeNode> = {}): TreeNode {
  return { key, role: "button", name, rect: [20, 20, 200, 48], ...more };
}

async function show(page: Page, tree: Tree): Promise<void> {
  await page.evaluate((json) => globalThis.houselights?.show(json), JSON.stringify(tree));
}

/** What the game was told since the last time. */
const told = (page: Page) =>
  page.evaluate(() => globalThis.events.splice(0));

const named = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const focusedOn = (page: Page, name: string) => named(page, name).and(page.locator(":focus")).waitFor();

test("the second half of a double click does not press what comes in the place of the first", chromiumOnly("says which of two clicks it is: each click of Playwright’s is a first one in Firefox"), async () => {
  const page = await openGame();
  await show(page, screen("Answer", "b", button("b", "Next")));
  await told(page);
  await page.mouse.move(60, 40);
  await page.mouse.down();
  await page.mouse.up();
  await show(page, screen("Question", "c", button("c", "Leave")));
  await page.mouse.down({ clickCount: 2 });
  await page.mouse.up({ clickCount: 2 });
  await page.mouse.down();
  await page.mouse.up();
  const presses = (await told(page)).filter(([event]) => event === "press");
  assert.deepEqual(presses, [["press", "b"], ["press", "c"]], "the third click is one of its own");
});

test("what is pressed anywhere is pressed by a click on nothing else", async () => {
  const page = await openGame();
  const link: TreeNode = { key: "a", role: "link", name: "Source", href: "https://example.org/", rect: [300, 20, 100, 48] };
  await show(page, { ...screen("Home", "b", button("b", "Touch anywhere"), button("c", "Another", { rect: [20, 300, 100, 48] }), link), anywhere: "b" });
  await told(page);
  await page.mouse.click(700, 500);
  await named(page, "Another").click();
  const presses = (await told(page)).filter(([event]) => event === "press");
  assert.deepEqual(presses, [["press", "b"], ["press", "c"]]);

  await show(page, screen("Other", "b", button("b", "Play")));
  await told(page);
  await page.mouse.click(700, 500);
  assert.deepEqual((await told(page)).filter(([event]) => event === "press"), []);
});

test("each role is what it says", async () => {
  const page = await openGame();
  const at = { rect: [0, 0, 50, 50] } as const;
  await show(
    page,
    screen(
      "Everything",
      "",
      { key: "h", role: "heading", level: 2, name: "A heading", ...at },
      { key: "p", role: "text", name: "Some words", ...at },
      { key: "p2", role: "text", name: "Vài chữ", lang: "vi", ...at },
      button("b", "A button", { shortcut: "1", desc: "What it does" }),
      button("d", "Not now", { disabled: true }),
      { key: "t", role: "toggle", name: "Clock", pressed: true, ...at },
      { key: "a", role: "link", name: "Source", href: "HTTPS://example.org/", ...at },
      { key: "bad", role: "link", name: "No source", href: "javascript:alert(1)", ...at },
      { key: "ul", role: "list", name: "Answers", ...at, children: [{ key: "li", role: "listitem", name: "One", ...at }] },
      { key: "ti", role: "timer", name: "Time left", valuetext: "20 seconds", ...at },
      { key: "pr", role: "progress", name: "Round", value: 3, min: 1, max: 11, ...at },
      { key: "im", role: "image", name: "A ring", ...at },
      { key: "g", role: "group", name: "Group", ...at, children: [] },
      { key: "c", role: "checkbox", name: "An answer", checked: true, ...at },
      { key: "s", role: "slider", name: "A number", value: 7, max: 10, valuetext: "7 km", ...at },
    ),
  );
  const snapshot = await page.getByRole("main").ariaSnapshot();
  assert.equal(
    snapshot,
    `- main "Everything":
  - heading "A heading" [level=2]
  - paragraph: Some words
  - paragraph: Vài chữ
  - button "A button"
  - button "Not now" [disabled]
  - button "Clock" [pressed]
  - link "Source":
    - /url: HTTPS://example.org/
  - text: No source
  - list "Answers":
    - listitem: One
  - timer "Time left": 20 seconds
  - progressbar "Round"
  - img "A ring"
  - group "Group"
  - checkbox "An answer" [checked]
  - slider "A number": "7"`,
  );
  assert.equal(await page.getByRole("progressbar").evaluate((bar: HTMLProgressElement) => bar.position), 0.2);
  assert.equal(await page.getByText("Vài chữ").getAttribute("lang"), "vi");
  assert.equal(await named(page, "A button").getAttribute("aria-keyshortcuts"), "1");
  assert.equal(await named(page, "A button").getAttribute("aria-description"), "What it does");
  assert.equal(await page.getByRole("link", { name: "Source" }).getAttribute("rel"), "noopener noreferrer");
});

test("names are text, never markup", async () => {
  const page = await openGame();
  await show(page, screen("S", "", button("b", `<img src=x onerror="document.title='broken'">`)));
  await page.getByRole("button", { name: "<img src=x" }).waitFor();
  assert.equal(await page.locator("img").count(), 0);
});

test("elements lie where their nodes are drawn, also in groups", async () => {
  const page = await openGame();
  await show(
    page,
    screen("S", "", { key: "g", role: "group", rect: [100, 50, 400, 300], children: [button("b", "Inside", { rect: [140.5, 90, 100, 44] })] }),
  );
  assert.deepEqual(await named(page, "Inside").boundingBox(), { x: 140.5, y: 90, width: 100, height: 44 });
});

test("elements are kept from tree to tree, also when their order changes", async () => {
  const page = await openGame();
  await show(page, screen("S", "", button("a", "A"), button("b", "B"), button("c", "C")));
  const b = await named(page, "B").elementHandle();
  await show(page, screen("S", "", button("c", "C"), button("b", "B again"), button("d", "D")));
  assert.deepEqual(await page.getByRole("button").allTextContents(), ["C", "B again", "D"]);
  assert.equal(await named(page, "B again").evaluate((now, before) => now === before, b), true);
});

test("nodes may move in and out of others", async () => {
  const page = await openGame();
  const group = (...children: TreeNode[]): TreeNode => ({ key: "g", role: "group", name: "G", rect: [0, 0, 500, 500], children });
  await show(page, screen("S", "", button("a", "A"), button("b", "B"), group(button("c", "C"))));
  await show(page, screen("S", "", group(button("a", "A"), button("c", "C")), button("b", "B")));
  assert.deepEqual(await page.getByRole("group").getByRole("button").allTextContents(), ["A", "C"]);
  await show(page, screen("S", "", button("c", "C"), group(button("b", "B")), button("a", "A")));
  assert.deepEqual(await page.getByRole("button").allTextContents(), ["C", "B", "A"]);
});

test("a node that changes its role gets an element of another kind", async () => {
  const page = await openGame();
  await show(page, screen("S", "", button("a", "A")));
  await show(page, screen("S", "", { key: "a", role: "text", name: "A", rect: [0, 0, 10, 10] }));
  assert.equal(await page.getByRole("button").count(), 0);
  assert.equal(await page.getByRole("paragraph").textContent(), "A");
});

test("clicks, keys and the pointer reach the game", async () => {
  const page = await openGame();
  await show(page, screen("S", "", button("a", "A"), button("b", "B", { rect: [20, 100, 200, 48], shortcut: "Escape" })));
  await told(page);

  await page.mouse.move(120, 40);
  await page.mouse.move(500, 500);
  assert.deepEqual(await told(page), [["hover", "a"], ["hover", ""]]);

  await named(page, "A").click();
  assert.deepEqual(await told(page), [["hover", "a"], ["focus", "a", 0], ["press", "a"]]);

  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Space");
  assert.deepEqual(await told(page), [["focus", "b", 1], ["press", "b"], ["press", "b"]]);

  for (const key of ["1", "6", "7", "Escape", "Control+2", "Shift+Escape"]) {
    await page.keyboard.press(key);
  }
  assert.deepEqual(await told(page), [["shortcut", "1"], ["shortcut", "6"], ["shortcut", "Escape"]]);

  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  assert.deepEqual(await told(page), [["blur", ""]]);
});

test("a tap presses once", chromiumOnly("needs a finger: what BiDi makes of one presses nothing in Firefox"), async () => {
  const { page } = await setting.open("frame.html", { hasTouch: true, isMobile: true, viewport: { width: 360, height: 640 } });
  await page.locator(".curtain").waitFor({ state: "detached" });
  await show(page, screen("S", "", button("a", "A")));
  await told(page);
  await named(page, "A").tap();
  assert.deepEqual(await told(page), [["focus", "a", 0], ["press", "a"]]);
});

test("a key held down presses once", async () => {
  const page = await openGame();
  await show(page, screen("S", "a", button("a", "A")));
  await named(page, "A").focus();
  await told(page);
  await page.keyboard.down("Enter");
  await page.keyboard.down("Enter");
  await page.keyboard.up("Enter");
  assert.deepEqual(await told(page), [["press", "a"]]);
});

test("the focus moves to the named node when its own has gone", async () => {
  const page = await openGame();
  await show(page, screen("S", "a", button("a", "A"), button("b", "B"), button("c", "C")));
  await named(page, "A").focus();
  await show(page, screen("S", "c", button("b", "B"), button("c", "C")));
  await focusedOn(page, "C");
  await show(page, screen("S", "b", button("b", "B"), button("c", "C", { disabled: true })));
  await focusedOn(page, "B");
});

test("the focus stays where it is while its node does", async () => {
  const page = await openGame();
  await show(page, screen("S", "a", button("a", "A"), button("b", "B")));
  await named(page, "B").focus();
  await told(page);
  await show(page, screen("S", "a", button("b", "B"), button("a", "A")));
  await focusedOn(page, "B");
  assert.deepEqual(await told(page), [], "and the game hears nothing of it");
});

test("the number of an answer takes the focus there from another, and from nowhere else", async () => {
  const page = await openGame();
  const numbered = ["a", "b", "c"].map((key, i) => button(key, key.toUpperCase(), { shortcut: String(i + 1), disabled: key === "b" }));
  await show(page, screen("S", "a", ...numbered));
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await told(page);
  await page.keyboard.press("3");
  assert.equal(await page.evaluate(() => document.activeElement === document.body), true);
  assert.deepEqual(await told(page), [["shortcut", "3"]]);
  await named(page, "A").focus();
  await page.keyboard.press("3");
  await focusedOn(page, "C");
  assert.deepEqual(await told(page), [["focus", "a", 1], ["focus", "c", 1], ["shortcut", "3"]]);
  await page.keyboard.press("2");
  await focusedOn(page, "C");
});

test("a node that has the focus keeps it when the screen would give it to another", async () => {
  const page = await openGame();
  await show(page, screen("S", "a", button("a", "A"), button("b", "B")));
  await named(page, "A").focus();
  await show(page, screen("S", "b", button("a", "A"), button("b", "B")));
  await focusedOn(page, "A");
});

test("a new screen gives the focus to the node that it names, a heading too", async () => {
  const page = await openGame();
  await named(page, "Play a round").click();
  await told(page);
  await show(page, screen("Next", "h", { key: "h", role: "heading", name: "Question 1", rect: [0, 0, 300, 40] }, button("a", "A")));
  await page.getByRole("heading", { name: "Question 1" }).and(page.locator(":focus")).waitFor();
  assert.deepEqual(await told(page), [["focus", "h", 0], ["hover", ""]], "what the pointer was over is gone");
  await page.keyboard.press("Tab");
  await focusedOn(page, "A");
  await told(page);
  await show(page, screen("Last", "b", button("b", "B")));
  await focusedOn(page, "B");
  assert.deepEqual(await told(page), [["focus", "b", 1]], "to be seen after a key, not after a click");
});

const radios = (chosen: string): TreeNode => ({
  key: "group",
  role: "radiogroup",
  name: "Theme",
  rect: [0, 0, 300, 200],
  children: ["auto", "dark", "light"].map((key, i) => ({ key, role: "radio", name: key, checked: key === chosen, rect: [0, 50 * i, 200, 44] })),
});

test("radios move by arrow keys and are one stop for Tab", async () => {
  const page = await openGame();
  await show(page, screen("S", "", button("a", "A"), radios("auto"), button("b", "B")));
  await named(page, "A").focus();
  await page.keyboard.press("Tab");
  await told(page);
  await page.keyboard.press("ArrowDown");
  assert.deepEqual(await told(page), [["focus", "dark", 1], ["press", "dark"]]);
  await show(page, screen("S", "", button("a", "A"), radios("dark"), button("b", "B")));
  assert.equal(await page.getByRole("radio", { name: "dark" }).isChecked(), true);
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Tab");
  await focusedOn(page, "B");
});

test("a radio takes clicks all over its box, and the game has the last word", async () => {
  const page = await openGame();
  await show(page, screen("S", "", radios("auto")));
  await told(page);
  await page.mouse.click(190, 140);
  assert.deepEqual((await told(page)).at(-1), ["press", "light"]);
  await show(page, screen("S", "", radios("auto")));
  assert.equal(await page.getByRole("radio", { name: "auto" }).isChecked(), true);
  assert.equal(await page.getByRole("radio", { name: "light" }).isChecked(), false);
});

const checkboxes = (...checked: string[]): TreeNode => ({
  key: "group",
  role: "group",
  name: "Answers",
  rect: [0, 0, 300, 200],
  children: ["a", "b", "c"].map((key, i) => ({
    key,
    role: "checkbox",
    name: `Answer ${key}`,
    checked: checked.includes(key),
    shortcut: String(i + 1),
    rect: [0, 50 * i, 200, 44],
  })),
});

test("each checkbox is a stop for Tab, and Space presses it", async () => {
  const page = await openGame();
  await show(page, screen("S", "a", checkboxes()));
  const boxes = page.getByRole("checkbox");
  await boxes.first().focus();
  await told(page);
  await page.keyboard.press("Space");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  assert.deepEqual(await told(page), [["press", "a"], ["focus", "b", 1], ["press", "b"]]);
  await show(page, screen("S", "a", checkboxes("a", "b")));
  assert.deepEqual(await Promise.all((await boxes.all()).map((box) => box.isChecked())), [true, true, false]);
  await boxes.nth(1).and(page.locator(":focus")).waitFor();
  await page.keyboard.press("3");
  await page.keyboard.press("Escape");
  assert.deepEqual(await told(page), [["focus", "c", 1], ["shortcut", "3"]], "Escape leaves, where nothing on the screen has it");
});

test("a checkbox takes clicks all over its box, and the game has the last word", async () => {
  const page = await openGame();
  await show(page, screen("S", "", checkboxes("a")));
  await told(page);
  await page.mouse.click(190, 140);
  assert.deepEqual((await told(page)).at(-1), ["press", "c"]);
  await show(page, screen("S", "", checkboxes("a")));
  assert.equal(await page.getByRole("checkbox", { name: "Answer c" }).isChecked(), false);
  assert.equal(await page.getByRole("checkbox", { name: "Answer a" }).isChecked(), true);
});

const slider = (value: number, more: Partial<TreeNode> = {}): TreeNode => ({
  key: "number",
  role: "slider",
  name: "Your number",
  value,
  max: 100,
  valuetext: `${value * 5} dollars`,
  rect: [100, 300, 540, 40],
  ...more,
});
const theSlider = (page: Page) => page.getByRole("slider", { name: "Your number" });
const slides = (heard: unknown[][]) => heard.filter(([type, key]) => type === "slide" && key === "number").map(([, , value]) => value);
/** Where the engine draws the middle of the thumb. */
const thumbAt = (value: number): number => 100 + 20 + value * 5;

test("a slider moves by its keys, and says its value in words", async () => {
  const page = await openGame();
  await show(page, screen("S", "number", slider(50), button("b", "B", { shortcut: "Escape" })));
  await theSlider(page).focus();
  await told(page);
  for (const key of ["ArrowRight", "ArrowUp", "ArrowLeft", "PageUp", "Home", "End", "2", "Escape"]) {
    await page.keyboard.press(key);
  }
  assert.deepEqual(
    await told(page),
    [["slide", "number", 51], ["slide", "number", 52], ["slide", "number", 51], ["slide", "number", 61], ["slide", "number", 0], ["slide", "number", 100], ["shortcut", "2"], ["shortcut", "Escape"]],
  );
  await show(page, screen("S", "number", slider(30), button("b", "B")));
  await theSlider(page).and(page.locator(":focus")).waitFor();
  assert.equal(await theSlider(page).inputValue(), "30");
  assert.equal(await theSlider(page).getAttribute("aria-valuetext"), "150 dollars");
  await show(page, screen("S", "number", slider(3, { max: 7, disabled: true })));
  assert.deepEqual(await theSlider(page).evaluate((input: HTMLInputElement) => [input.min, input.max, input.step, input.value, input.disabled]), ["", "7", "", "3", true]);
});

test("a slider's value is written only when it is another", async () => {
  const page = await openGame();
  await show(page, screen("S", "", slider(50)));
  await theSlider(page).evaluate((input: HTMLInputElement) => {
    const value = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "valueAsNumber");
    Object.assign(globalThis, { written: 0 });
    Object.defineProperty(input, "valueAsNumber", {
      get: () => value?.get?.call(input),
      set: (to: number) => {
        Object.assign(globalThis, { written: to });
        value?.set?.call(input, to);
      },
    });
  });
  await show(page, screen("S", "", slider(50), button("b", "B")));
  assert.equal(await page.evaluate(() => Reflect.get(globalThis, "written")), 0);
  await show(page, screen("S", "", slider(51)));
  assert.equal(await page.evaluate(() => Reflect.get(globalThis, "written")), 51);
});

test("a mouse puts a slider where the engine draws it", async () => {
  const page = await openGame();
  await show(page, screen("S", "", slider(50)));
  await told(page);
  for (const value of [0, 20, 99, 100]) {
    await page.mouse.click(thumbAt(value), 320);
    assert.deepEqual(slides(await told(page)), [value]);
    await show(page, screen("S", "", slider(value)));
  }
  await page.mouse.move(thumbAt(100), 320);
  await page.mouse.down();
  await page.mouse.move(thumbAt(40), 320);
  await show(page, screen("S", "", slider(40)));
  await page.mouse.move(thumbAt(30), 500);
  await page.mouse.up();
  const heard = await told(page);
  assert.deepEqual(slides(heard), [40, 30]);
  assert.deepEqual(heard.filter(([type]) => type === "press"), []);
});

test("a finger slides sideways, and scrolls up and down", chromiumOnly("needs a finger: what BiDi makes of one presses nothing in Firefox"), async () => {
  const { page } = await setting.open("frame.html", { hasTouch: true, isMobile: true, viewport: { width: 700, height: 500 } });
  await page.locator(".curtain").waitFor({ state: "detached" });
  await show(page, screen("S", "", { key: "column", role: "scroll", name: "Column", rect: [0, 0, 700, 500], scroll: 2000, children: [slider(50)] }));
  await told(page);
  const session = await page.context().newCDPSession(page);
  /** Moves a finger by an amount from where it is put down. */
  const swipe = async (x: number, y: number, dx: number, dy: number): Promise<void> => {
    await session.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [{ x, y }] });
    for (let part = 1; part <= 10; part++) {
      await session.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: [{ x: x + (dx * part) / 10, y: y + (dy * part) / 10 }] });
    }
    await session.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  };
  await swipe(thumbAt(50), 320, 100, 0);
  assert.equal(slides(await told(page)).at(-1), 70);
  await show(page, screen("S", "", { key: "column", role: "scroll", name: "Column", rect: [0, 0, 700, 500], scroll: 2000, children: [slider(70)] }));
  await swipe(thumbAt(20), 320, 0, -200);
  await page.waitForFunction(() => (document.querySelector(".scroll")?.scrollTop ?? 0) > 100);
  assert.equal(await theSlider(page).inputValue(), "70");
  assert.equal(slides(await told(page)).at(-1) ?? 70, 70, "the game hears that it is where it was");
});

const review = (...children: TreeNode[]): TreeNode => ({ key: "review", role: "scroll", name: "Answers", rect: [100, 100, 300, 200], scroll: 1000, children });

test("a scrolling node scrolls by wheel and tells how far", async () => {
  const page = await openGame();
  await show(page, screen("S", "", review({ key: "p", role: "text", name: "One", rect: [100, 110, 280, 20] })));
  await told(page);
  const region = page.getByRole("region", { name: "Answers" });
  assert.deepEqual(
    await region.evaluate((box) => [box.clientHeight, box.scrollHeight, box.tabIndex]),
    [200, 1000, 0],
    "with nothing in it that takes the focus, it takes it itself",
  );
  await page.mouse.move(200, 200);
  await page.mouse.wheel(0, 120);
  await page.waitForFunction(() => document.querySelector(".scroll")?.scrollTop === 120);
  await page.waitForFunction(() => globalThis.events.some((event) => event[0] === "scroll" && event[2] === 120));
  assert.deepEqual(await page.getByText("One").boundingBox(), { x: 100, y: -10, width: 280, height: 20 });
});

test("the focus is brought into view in a scrolling node", async () => {
  const page = await openGame();
  const far = button("far", "Far down", { rect: [100, 900, 200, 48] });
  await show(page, screen("S", "", button("a", "A"), review(button("b", "B", { rect: [100, 100, 200, 48] }), far)));
  await named(page, "B").focus();
  await show(page, screen("S", "far", button("a", "A"), review(far)));
  await focusedOn(page, "Far down");
  const box = await named(page, "Far down").boundingBox();
  assert.equal((box?.y ?? 0) + (box?.height ?? 0), 292, "with the ring around it");
});

test("the page itself never scrolls, whatever the tree", async () => {
  const page = await openGame();
  await show(page, screen("S", "b", button("a", "A"), button("b", "B", { rect: [2000, 3000, 500, 500] })));
  await named(page, "B").focus();
  assert.deepEqual(
    await page.evaluate(() => {
      const { scrollWidth, scrollHeight, clientWidth, clientHeight, scrollTop } = document.documentElement;
      return [scrollWidth - clientWidth, scrollHeight - clientHeight, scrollTop];
    }),
    [0, 0, 0],
  );
});

test("long names stay in their boxes", async () => {
  const page = await openGame();
  await show(page, screen("S", "", { ...review({ key: "p", role: "text", name: "word ".repeat(500), rect: [100, 110, 20, 20] }), scroll: 150 }));
  assert.equal(await page.getByRole("region", { name: "Answers" }).evaluate((box) => box.scrollHeight), 200);
});

test("words are announced, the same ones twice too", async () => {
  const page = await openGame();
  await page.evaluate(() => {
    globalThis.houselights?.announce("Right", "");
    globalThis.houselights?.announce("Right", "");
    globalThis.houselights?.announce("10 seconds left", "en");
  });
  const lines = page.getByRole("status").getByRole("paragraph");
  assert.deepEqual(await lines.allTextContents(), ["Right", "Right", "10 seconds left"]);
  assert.equal(await lines.last().getAttribute("lang"), "en");
});

test("the game is never spoken to while it waits for show", async () => {
  const page = await openGame();
  await named(page, "Play a round").focus();
  await page.evaluate(() => {
    const host = globalThis.houselights;
    if (host === undefined) {
      return;
    }
    let waiting = false;
    Object.assign(globalThis, { early: 0 });
    const { show } = host;
    host.show = (json) => {
      waiting = true;
      show(json);
      waiting = false;
    };
    host.send = () => {
      if (waiting) {
        Object.assign(globalThis, { early: 1 });
      }
    };
  });
  await show(page, screen("Next", "a", button("a", "A")));
  await focusedOn(page, "A");
  assert.equal(await page.evaluate(() => Reflect.get(globalThis, "early")), 0);
});

test("the language of the tree is that of the page", async () => {
  const page = await openGame();
  await show(page, { ...screen("S", ""), lang: "vi", theme: "light" });
  assert.deepEqual(
    await page.evaluate(() => [document.documentElement.lang, getComputedStyle(document.body).colorScheme]),
    ["vi", "light"],
  );
});

test("a scheme that changes is told to the game", async () => {
  const page = await openGame();
  await told(page);
  await emulateMedia(page, { colorScheme: "dark" });
  await page.waitForFunction(() => globalThis.events.length > 0);
  assert.deepEqual([await told(page), await page.evaluate(() => globalThis.houselights?.settings.dark)], [[["around", ""]], true]);
});

test("letters that grow are told to the game", async () => {
  const page = await openGame();
  await told(page);
  await page.evaluate(() => {
    document.documentElement.style.fontSize = "32px";
  });
  await page.waitForFunction(() => globalThis.events.length > 0);
  assert.deepEqual([await told(page), await page.evaluate(() => globalThis.houselights?.settings.textScale)], [[["around", ""]], 2]);
});

test("with forced colours the mirror is what is seen", async () => {
  const { page } = await setting.open("frame.html", { forcedColors: "active" });
  await named(page, "Play a round").waitFor();
  const seen = await page.evaluate(() => ({
    canvas: getComputedStyle(document.querySelector("canvas") as Element).visibility,
    heading: getComputedStyle(document.querySelector("h1") as Element).color,
    button: getComputedStyle(document.querySelector("button") as Element).borderTopStyle,
  }));
  assert.equal(seen.canvas, "hidden");
  assert.equal(seen.button, "solid");
  assert.notEqual(seen.heading, "rgba(0, 0, 0, 0)");
});
