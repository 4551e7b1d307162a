// Every screen of the game as a screen reader finds it: Chromium's accessibility tree of the mirror is the tree that the
// game writes for its readers, node by node.

import assert from "node:assert/strict";
import { test } from "node:test";
import type { TreeNode } from "../frame/tree";
import { line, readAccessible } from "./accessible";
import { chromiumOnly, isFirefox, testSite, useBrowser } from "./browser";
import { scene, scenes, showScene } from "./scenes";
import type { Scene } from "./scenes";

const setting = useBrowser(testSite);

// Of what the dump marks, the page says this. That an answer was right, wrong or chosen is in its name.
const spoken = ["disabled", "checked", "pressed"];

/** The lines of a scene's dump that are no decoration, with what only the JSON has: level, description and language. */
function expected({ dump, tree }: Scene): string[] {
  const nodes = new Map<string, TreeNode>();
  const visit = (node: TreeNode): void => {
    nodes.set(node.key, node);
    node.children?.forEach(visit);
  };
  visit(tree.root);

  const lines: string[] = [];
  const around: number[] = []; // the indents of what the node is in
  for (const written of dump.trimEnd().split("\n").slice(1)) {
    const parts = /^( *)(\S+)(?: #(\S+))?(?: ("(?:[^"\\]|\\.)*"))?(?: shows "(?:[^"\\]|\\.)*")?((?: \[\w+\])*)(?: key=(\S+))?/.exec(written);
    assert.ok(parts, `a line of the dump cannot be read: ${written}`);
    const [, indent = "", role = "", key = "", name = '""', states = "", shortcut = ""] = parts;
    while (around.length > 0 && (around.at(-1) ?? 0) >= indent.length) {
      around.pop();
    }
    if (role === "·") {
      continue;
    }
    const node = nodes.get(key);
    lines.push(
      line(around.length, role, spaces(JSON.parse(name) as string), {
        states: [...states.matchAll(/\w+/g)].map(([state]) => state).filter((state) => spoken.includes(state)),
        key: shortcut,
        level: role === "heading" ? String(node?.level ?? 1) : "",
        desc: spaces(node?.desc ?? ""),
        lang: node?.lang ?? "",
      }),
    );
    around.push(indent.length);
  }
  return lines;
}

const spaces = (text: string): string => text.replace(/\s+/g, " ").trim();

/** What is wrong with how the elements are seen: cut off, one over another, or too small to touch. Runs in the page. */
function faults(): string[] {
  const found: string[] = [];
  const main = document.querySelector("main") as HTMLElement;
  if (main.scrollWidth > main.clientWidth) {
    found.push(`${main.scrollWidth - main.clientWidth} px wider than the frame`);
  }
  const { left, top } = main.getBoundingClientRect();
  const written: { name: string; box: DOMRect }[] = [];
  for (const element of main.querySelectorAll<HTMLElement>(".leaf")) {
    const range = document.createRange();
    range.selectNodeContents(element);
    const box = range.getBoundingClientRect();
    const name = element.textContent ?? "";
    written.push({ name, box });
    if (box.width === 0 || box.height === 0) {
      found.push(`"${name}" is not to be seen`);
    }
    if (box.left < left || box.right > left + main.clientWidth || box.top < top || box.bottom > top - main.scrollTop + main.scrollHeight) {
      found.push(`"${name}" is cut off`);
    }
  }
  for (const [i, one] of written.entries()) {
    for (const other of written.slice(i + 1)) {
      if (one.box.left < other.box.right && other.box.left < one.box.right && one.box.top < other.box.bottom && other.box.top < one.box.bottom) {
        found.push(`"${one.name}" and "${other.name}" lie over each other`);
      }
    }
  }
  for (const control of main.querySelectorAll("button, label, a")) {
    const { width, height } = control.getBoundingClientRect();
    if (width < 44 || height < 44) {
      found.push(`"${control.textContent}" is ${width}×${height}: too small to touch`);
    }
  }
  return found;
}

test("a screen reader finds in every scene what is in its tree", chromiumOnly("reads Chromium’s own tree of what a screen reader finds"), async () => {
  const { page } = await setting.open("frame.html");
  await page.locator(".curtain").waitFor({ state: "detached" });
  assert.ok(scenes.length > 40, `${scenes.length} scenes`);
  for (const scene of scenes) {
    await showScene(page, scene);
    assert.deepEqual(await readAccessible(page), expected(scene), scene.scene);
    assert.equal(await page.evaluate(() => document.documentElement.lang), scene.tree.lang, scene.scene);
  }
});

test("with forced colours every scene can be read in full, also at 320×240 magnified four times", async () => {
  const { page } = await setting.open("frame.html", { forcedColors: "active" });
  await page.locator(".curtain").waitFor({ state: "detached" });
  for (const scene of scenes.filter(({ width }) => width === 720)) {
    for (const [width, height] of [
      [720, 480],
      [80, 60],
    ] as const) {
      await showScene(page, { ...scene, width, height });
      assert.deepEqual(await page.evaluate(faults), [], `${scene.scene} ${width}×${height}`);
    }
    if (isFirefox) {
      continue; // the tree is Chromium's own
    }
    assert.deepEqual(await readAccessible(page), expected(scene), `${scene.scene}: what is seen in place of the picture is not read twice`);
  }
});

test("with forced colours states are to be seen and the screen follows the focus", async () => {
  const { page } = await setting.open("frame.html", { forcedColors: "active" });
  await page.locator(".curtain").waitFor({ state: "detached" });
  await showScene(page, { ...scene("settings"), width: 320, height: 240 });
  const chosen = page.getByRole("radio", { name: "English" });
  const other = page.getByRole("radio", { name: "Español" });
  assert.equal(await chosen.evaluate((radio) => getComputedStyle(radio).opacity), "1");
  const border = (radio: typeof chosen) => radio.locator("..").evaluate((label) => getComputedStyle(label).borderTopWidth);
  assert.notEqual(await border(chosen), await border(other));

  await page.getByRole("button", { name: "Back" }).focus();
  await page.keyboard.press("Tab");
  assert.equal(await chosen.locator("..").evaluate((label) => getComputedStyle(label).outlineStyle), "solid");
  for (let i = 0; i < 3; i++) {
    await page.keyboard.press("Tab");
  }
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute("aria-label")), "More for speed");
  await page.waitForFunction(() => (document.querySelector("main")?.scrollTop ?? 0) > 0);
  await showScene(page, scene("about 320x240"));
  assert.equal(await page.getByRole("main").evaluate((main) => main.scrollTop), 0, "a new screen is read from its top");
});
