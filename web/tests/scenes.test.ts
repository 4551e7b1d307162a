// Every screen of the game as a screen reader finds it: Chromium's accessibility tree of the mirror is the tree that the
// game writes for its readers, node by node.

import assert from "node:assert/strict";
import { test } from "node:test";
import type { TreeNode } from "../frame/tree";
import { line, readAccessible } from "./accessible";
import { testSite, useBrowser } from "./browser";
import { scenes, showScene } from "./scenes";
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

test("a screen reader finds in every scene what is in its tree", async () => {
  const { page } = await setting.open("frame.html");
  await page.locator(".curtain").waitFor({ state: "detached" });
  assert.ok(scenes.length > 40, `${scenes.length} scenes`);
  for (const scene of scenes) {
    await showScene(page, scene);
    assert.deepEqual(await readAccessible(page), expected(scene), scene.scene);
    assert.equal(await page.evaluate(() => document.documentElement.lang), scene.tree.lang, scene.scene);
  }
});
