// What a screen reader finds in a page: Chromium's own tree of it, as lines to compare.

import type { CDPSession, Page } from "playwright-core";

const readTree = async (session: CDPSession) => (await session.send("Accessibility.getFullAXTree")).nodes;
type Found = Awaited<ReturnType<typeof readTree>>[number];

/** What the tree of the game calls the roles that have other names here. */
const roles: Readonly<Record<string, string>> = {
  paragraph: "text",
  progressbar: "progress",
  region: "scroll",
};

/** These only say that an element is there; what they hold belongs to what they are in. */
const wrappers = ["generic", "none", "LabelText"];

/** Words, and the mark before a list's item, are part of what they are in. */
const plain = ["StaticText", "ListMarker"];

/** Their words are in them as text and ARIA gives them no name for it. */
const namedByText = ["paragraph", "listitem", "timer"];

const states: readonly (readonly [property: string, value: string, name: string])[] = [
  ["disabled", "true", "disabled"],
  ["checked", "true", "checked"],
  ["pressed", "true", "pressed"],
];

/**
 * Reads what is under the page's main element, a line a node, indented by depth: role "name" [states] key=… level=…
 * desc="…" lang=….
 */
export async function readAccessible(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const nodes = new Map((await readTree(session)).map((node) => [node.nodeId, node]));
  const languages = await readLanguages(session);
  await session.detach();

  const below = (node: Found): Found[] => (node.childIds ?? []).flatMap((id) => nodes.get(id) ?? []);
  const words = (node: Found): string =>
    node.role?.value === "StaticText" ? text(node.name?.value) : below(node).map(words).join("");
  const lines: string[] = [];
  const visit = (node: Found, depth: number): void => {
    const role = text(node.role?.value);
    if (plain.includes(role)) {
      return;
    }
    if (node.ignored || wrappers.includes(role)) {
      below(node).forEach((child) => visit(child, depth));
      return;
    }
    const holdsNodes = below(node).some((child) => !plain.includes(text(child.role?.value)));
    const name = text(node.name?.value) || (namedByText.includes(role) && !holdsNodes ? words(node) : "");
    const property = (wanted: string): string => text(node.properties?.find(({ name }) => name === wanted)?.value.value);
    const toggle = role === "button" && property("pressed") !== "";
    lines.push(
      line(depth, toggle ? "toggle" : (roles[role] ?? role), name, {
        states: states.filter(([wanted, value]) => property(wanted) === value).map(([, , name]) => name),
        key: property("keyshortcuts"),
        level: role === "heading" ? property("level") : "",
        desc: text(node.description?.value),
        lang: languages.get(node.backendDOMNodeId ?? -1) ?? "",
      }),
    );
    below(node).forEach((child) => visit(child, depth + 1));
  };

  const main = [...nodes.values()].find((node) => node.role?.value === "main");
  if (main === undefined) {
    throw new Error("the page has no main element");
  }
  below(main).forEach((child) => visit(child, 0));
  return lines;
}

/** The lang of each element that has one; an input has that of the label around it. */
async function readLanguages(session: CDPSession): Promise<Map<number, string>> {
  const found = new Map<number, string>();
  const { root } = await session.send("DOM.getDocument", { depth: -1 });
  const visit = (node: typeof root, around: string): void => {
    const attributes = node.attributes ?? [];
    const at = attributes.indexOf("lang");
    const lang = at % 2 === 0 ? (attributes[at + 1] ?? "") : node.nodeName === "INPUT" ? around : "";
    if (lang !== "") {
      found.set(node.backendNodeId, lang);
    }
    node.children?.forEach((child) => visit(child, lang));
  };
  visit(root, "");
  return found;
}

export interface Details {
  readonly states: readonly string[];
  readonly key: string;
  readonly level: string;
  readonly desc: string;
  readonly lang: string;
}

export function line(depth: number, role: string, name: string, { states, key, level, desc, lang }: Details): string {
  const parts = [
    `${"  ".repeat(depth)}${role}`,
    name && JSON.stringify(name),
    ...states.map((state) => `[${state}]`),
    key && `key=${key}`,
    level && `level=${level}`,
    desc && `desc=${JSON.stringify(desc)}`,
    lang && `lang=${lang}`,
  ];
  return parts.filter((part) => part !== "").join(" ");
}

/** A browser makes one space of several, and gives numbers and truths as they are. */
function text(value: unknown): string {
  return value === undefined ? "" : String(value).replace(/\s+/g, " ").trim();
}
