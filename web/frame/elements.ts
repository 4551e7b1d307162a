// One node of the tree as one element of the page.

import type { Role, TreeNode } from "./tree";

export interface Entry {
  node: TreeNode;
  /** The element that lies where the node is drawn. */
  readonly box: HTMLElement;
  /** The element that takes focus and states: the box itself, or the input in it. */
  readonly control: HTMLElement;
}

const tags: Record<Exclude<Role, "heading">, keyof HTMLElementTagNameMap> = {
  screen: "main",
  group: "div",
  text: "p",
  button: "button",
  toggle: "button",
  radiogroup: "div",
  radio: "label",
  checkbox: "label",
  slider: "div",
  link: "a",
  list: "ul",
  listitem: "li",
  timer: "div",
  progress: "progress",
  image: "div",
  scroll: "div",
};

/** What has an input in its box, and of which type. */
const inputs: Partial<Record<Role, string>> = { radio: "radio", checkbox: "checkbox", slider: "range" };

/** Returns what kind of element a node is; one of another kind cannot be reused for it. */
export function kind(node: TreeNode): string {
  return node.role === "heading" ? `h${Math.min(Math.max(node.level ?? 1, 1), 6)}` : `${tags[node.role]} ${node.role}`;
}

/** Whether a pointer or a key can do something with it. */
export function isControl(node: TreeNode): boolean {
  return node.role === "button" || node.role === "toggle" || node.role === "link" || node.role in inputs;
}

/** Makes the element of a node; update gives it its place and state. */
export function create(node: TreeNode): Entry {
  const box = document.createElement(kind(node).split(" ")[0] ?? "div");
  box.className = `node ${node.role}`;
  box.dataset["key"] = node.key;
  box.dir = "auto"; // a pack may be in any script
  let control = box;
  const type = inputs[node.role];
  if (box instanceof HTMLButtonElement) {
    box.type = "button";
  } else if (box instanceof HTMLAnchorElement) {
    box.target = "_blank";
    box.rel = "noopener noreferrer";
  } else if (type !== undefined) {
    const input = document.createElement("input");
    input.type = type;
    input.autocomplete = "off"; // else a reload brings back a choice that the game knows nothing of
    const words = document.createElement("span");
    words.setAttribute("aria-hidden", "true"); // the input has them as its label; these are for where the mirror is seen
    box.append(input, words);
    control = input;
  } else if (node.role === "scroll") {
    const length = document.createElement("div");
    length.className = "length";
    box.append(length);
  }
  return { node, box, control };
}

/** Gives an element the place and state of its node. x and y are where its parent stands, group is the parent's key. */
export function update({ box, control }: Entry, node: TreeNode, x: number, y: number, group: string): void {
  place(box, node.rect[0] - x, node.rect[1] - y, node.rect[2], node.rect[3]);
  set(box, "lang", node.lang);
  set(control, "aria-description", node.desc);
  set(control, "aria-keyshortcuts", node.shortcut);
  set(control, "aria-current", (node.current ?? node.selected) ? "true" : undefined);
  name(box, control, node);

  switch (node.role) {
    case "group":
      set(box, "role", node.name ? "group" : undefined);
      break;
    case "scroll":
      // A region without a name is none.
      set(box, "role", node.name ? "region" : "group");
      place(box.lastElementChild as HTMLElement, 0, 0, 1, node.scroll ?? 0);
      break;
    case "list": // without its bullets a list is none to some readers, unless it says so
    case "radiogroup":
      set(box, "role", node.role);
      break;
    case "timer":
      set(box, "role", "timer");
      set(box, "aria-live", "off");
      break;
    case "image":
      set(box, "role", "img");
      break;
    case "toggle":
      set(box, "aria-pressed", String(node.pressed ?? false));
      break;
  }
  if (control instanceof HTMLButtonElement || control instanceof HTMLInputElement) {
    control.disabled = node.disabled ?? false;
  }
  if (node.role === "slider") {
    slide(box, control as HTMLInputElement, node);
  } else if (control instanceof HTMLInputElement) {
    control.name = group;
    control.checked = node.checked ?? false;
  } else if (box instanceof HTMLAnchorElement) {
    set(box, "href", webAddress(node.href));
  } else if (box instanceof HTMLProgressElement) {
    const min = node.min ?? 0;
    box.max = Math.max((node.max ?? 1) - min, Number.MIN_VALUE);
    box.value = (node.value ?? 0) - min;
    set(box, "aria-valuetext", node.valuetext);
  }
}

/** A slider counts steps from 0: the browser's own least and step. */
function slide(box: HTMLElement, input: HTMLInputElement, { value = 0, max = 0, valuetext, rect }: TreeNode): void {
  // Both put a pointer at the same value: see mirror.css.
  const thumb = `${rect[3]}px`;
  if (box.style.getPropertyValue("--thumb") !== thumb) {
    box.style.setProperty("--thumb", thumb);
  }
  set(input, "max", String(max));
  set(input, "aria-valuetext", valuetext);
  if (input.valueAsNumber !== value) {
    input.valueAsNumber = value;
  }
}

/** What has words of its own says them as text; what has not, or holds other nodes, is named by a label. */
function name(box: HTMLElement, control: HTMLElement, node: TreeNode): void {
  let text: string | undefined;
  let label: string | undefined = node.name || undefined;
  switch (node.role) {
    case "heading":
    case "text":
    case "button":
    case "toggle":
    case "link":
    case "listitem":
      if (!node.children?.length) {
        [text, label] = [node.name ?? "", undefined];
      }
      break;
    case "timer":
      [text, label] = node.valuetext ? [node.valuetext, label] : [node.name ?? "", undefined];
      break;
    case "radio":
    case "checkbox":
      text = node.name ?? "";
      break;
    case "slider":
      // Each in its own direction.
      text = [node.name, node.valuetext].filter(Boolean).map((part) => `\u2068${part}\u2069`).join(": ");
      break;
  }
  set(control, "aria-label", label);
  const words = control === box ? box : box.lastElementChild;
  if (text !== undefined && words !== null && words.textContent !== text) {
    words.textContent = text;
  }
  box.classList.toggle("leaf", text !== undefined);
}

function place(box: HTMLElement, left: number, top: number, width: number, height: number): void {
  const style = box.style;
  const values = { left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` };
  for (const property of ["left", "top", "width", "height"] as const) {
    // Written only when it changes: the browser lays out anew for each writing.
    if (style[property] !== values[property]) {
      style[property] = values[property];
    }
  }
}

function set(element: Element, attribute: string, value: string | undefined): void {
  if (value === undefined || value === "") {
    element.removeAttribute(attribute);
  } else if (element.getAttribute(attribute) !== value) {
    element.setAttribute(attribute, value);
  }
}

/** A pack is text from a stranger: only an https address becomes a link. */
function webAddress(address: string | undefined): string | undefined {
  return /^https:\/\//i.test(address ?? "") ? address : undefined;
}
