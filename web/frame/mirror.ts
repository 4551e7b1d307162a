// The mirror: the tree of the game as real elements over the canvas. Every click, tap, key and focus of a visitor comes
// through it, so that Tab, touch scrolling, zoom and screen readers work as on any page.

import { create, isControl, kind, update } from "./elements";
import type { Entry } from "./elements";
import type { Arrival } from "../shared/protocol";
import type { Send } from "./host";
import type { Tree, TreeNode } from "./tree";

/** How far the sign of the focus reaches around a control, in CSS pixels. */
const ring = 8;

const shortcuts = ["1", "2", "3", "4", "5", "6", "Escape"];

export class Mirror {
  private readonly root = document.createElement("div");
  private readonly news = liveRegion();
  /** The screen of the last click. */
  private clickedOn: string | undefined;
  /** The button that is pressed by a press on nothing else, or "". */
  private anywhere = "";
  /** Whether something has been announced since the last tree. */
  private announced = false;
  private readonly entries = new Map<string, Entry>();
  private screen: string | undefined;
  private showing = false;
  /** Key of the node that the game believes to have the focus; "" for none. */
  private focused = "";
  private hovered = "";
  /** Whether the first screen shall have the focus as soon as the frame has it. */
  private expectsFocus: boolean;
  /** Key of the node that the tree would have the focus go to. */
  private target = "";
  /** Whether the last input was a pointer's: then a focus that a new screen sets need not be seen, as the browser would have it. */
  private byPointer: boolean;
  /** The value of the slider that a pointer is on, as it was before. */
  private slidFrom = 0;

  constructor(
    private readonly body: HTMLElement,
    private readonly send: Send,
    /** Called when the visitor wants out: by Escape, where there is nothing left to go back from. */
    private readonly leave: () => void,
    /** How the visitor came here: by Play, when the first screen shall have the focus, or not. */
    arrival: Arrival,
  ) {
    this.expectsFocus = arrival !== "";
    this.byPointer = arrival === "pointer";
    this.root.className = "mirror";
    this.listen();
  }

  /** Whether there is something to see. */
  get shown(): boolean {
    return this.screen !== undefined;
  }

  /** Makes the page the same as the tree. Elements of nodes that stay are kept. */
  show(tree: Tree): void {
    const newScreen = tree.screen !== this.screen;
    const first = this.screen === undefined;
    this.screen = tree.screen;
    const before = first ? this.target : ""; // of another run of the game
    this.target = tree.focus;
    if (first) {
      this.body.append(this.root, this.news);
    }
    const active = this.keyAt(document.activeElement);

    this.anywhere = tree.anywhere ?? "";
    this.root.classList.toggle("anywhere", this.anywhere !== "");
    const scale = String(tree.scale || 1);
    if (this.root.style.getPropertyValue("--scale") !== scale) {
      this.root.style.setProperty("--scale", scale);
    }
    this.showing = true;
    this.removeGone(tree.root);
    const top = this.reconcile(tree.root, 0, 0, "");
    if (top.box.parentElement !== this.root) {
      this.root.replaceChildren(top.box);
    }
    if (newScreen) {
      this.scrollToTop();
      if (!this.announced) {
        this.news.replaceChildren(); // what was said of another screen is not to be found on this one
      }
    }
    this.announced = false;
    this.restoreFocus(this.isEnabled(before) ? before : tree.focus, active, newScreen && (!first || this.expectsFocus));
    if (!this.entries.has(this.hovered)) {
      this.later(() => this.hover(""));
    }
    this.showing = false;
  }

  /** Has a screen reader say something that is not the focus. lang is "" where it is in the language of the screen. */
  announce(text: string, lang: string): void {
    const line = document.createElement("p");
    line.textContent = text;
    line.lang = lang;
    if (lang === "") {
      line.removeAttribute("lang");
    }
    // The same words twice are two lines. Of older ones a few stay, for readers that are still at them.
    this.news.replaceChildren(...[...this.news.children].slice(-3), line);
    this.announced = true;
  }

  /** Whether the focus is in it, or belongs there as soon as there is something to have it. */
  get wantsFocus(): boolean {
    return this.expectsFocus || (this.focused !== "" && document.hasFocus());
  }

  /** The next screen shall have the focus: it is on something that will go. */
  expectFocus(): void {
    this.expectsFocus = true;
  }

  /** Takes everything away. When there is something to show again, the focus comes back to where it was. */
  remove(): void {
    this.expectsFocus = this.wantsFocus;
    this.target = this.focused;
    this.root.remove();
    this.news.remove();
    this.entries.clear();
    this.screen = undefined;
    this.focused = this.hovered = "";
  }

  private removeGone(root: TreeNode): void {
    const stays = new Set<string>();
    const visit = (node: TreeNode): void => {
      const entry = this.entries.get(node.key);
      if (entry !== undefined && kind(entry.node) === kind(node)) {
        stays.add(node.key);
      }
      node.children?.forEach(visit);
    };
    visit(root);
    for (const [key, entry] of this.entries) {
      if (!stays.has(key)) {
        entry.box.remove();
        this.entries.delete(key);
      }
    }
  }

  /** Makes or updates the element of a node and of all below it. x and y are where the parent's element stands. */
  private reconcile(node: TreeNode, x: number, y: number, parent: string): Entry {
    let entry = this.entries.get(node.key);
    if (entry === undefined) {
      entry = create(node);
      this.entries.set(node.key, entry);
    }
    entry.node = node;
    update(entry, node, x, y, parent);

    let previous: Element | undefined;
    for (const child of node.children ?? []) {
      const { box } = this.reconcile(child, node.rect[0], node.rect[1], node.key);
      // Looked up only now: the child may have taken what stood here in, as a node of its own.
      const here = previous === undefined ? entry.box.firstElementChild : previous.nextElementSibling;
      if (box !== here) {
        entry.box.insertBefore(box, here);
      }
      previous = box;
    }
    if (node.role === "scroll") {
      // What can be scrolled must be reached by keyboard, by itself or by something in it.
      const reached = entry.box.querySelector("button:enabled, input:enabled, a[href]") !== null;
      entry.box.tabIndex = reached ? -1 : 0;
    }
    return entry;
  }

  private scrollToTop(): void {
    for (const { node, box } of this.entries.values()) {
      if (node.role === "scroll" || node.role === "screen") {
        box.scrollTop = 0;
      }
    }
  }

  /** Puts the focus where it belongs after a change. It never comes into the frame by itself. */
  private restoreFocus(target: string, active: string, newScreen: boolean): void {
    const stays = active !== "" && this.isEnabled(active);
    const lost = (active || this.focused) !== "" && !stays;
    if (document.hasFocus() && newScreen) {
      this.focus(target); // a new screen is read from its top: it is not scrolled to the focus
    } else if (document.hasFocus() && lost) {
      this.bringIntoView(this.focus(target));
    } else if (stays && this.keyAt(document.activeElement) !== active) {
      this.focus(active); // its element was moved, which blurs it
    }
    const now = this.keyAt(document.activeElement);
    if (now === "" && this.focused !== "") {
      this.focusChanged("");
    }
  }

  private isEnabled(key: string): boolean {
    const node = this.entries.get(key)?.node;
    return node !== undefined && node.disabled !== true;
  }

  private focus(key: string): HTMLElement | undefined {
    const control = this.entries.get(key)?.control;
    if (control === undefined) {
      return undefined;
    }
    if (control.tabIndex < 0 && !control.hasAttribute("tabindex")) {
      control.tabIndex = -1; // a heading can take the focus, but not by Tab
    }
    // The page around must not jump to the frame; a scrolling node in the frame has to follow.
    control.focus({ preventScroll: true });
    return control;
  }

  private bringIntoView(control: HTMLElement | undefined): void {
    // Where the mirror is seen it is the screen that scrolls, and scrolling nodes are as long as what they hold.
    const box = control?.closest<HTMLElement>(".scroll, .screen");
    const scrolls = box && box.scrollHeight <= box.clientHeight ? box.closest<HTMLElement>(".screen") : box;
    if (control === undefined || !scrolls || scrolls === control) {
      return;
    }
    const outer = scrolls.getBoundingClientRect();
    const inner = control.getBoundingClientRect();
    if (inner.top < outer.top) {
      scrolls.scrollTop -= outer.top - inner.top + ring;
    } else if (inner.bottom > outer.bottom) {
      scrolls.scrollTop += Math.min(inner.bottom + ring - outer.bottom, inner.top - outer.top);
    }
  }

  private listen(): void {
    this.root.addEventListener("click", (event) => {
      // The second half of a double click on what is gone: whatever has come in its place was not meant.
      const isLate = event.detail > 1 && this.screen !== this.clickedOn;
      this.clickedOn = this.screen;
      if (isLate) {
        return;
      }
      const node = this.nodeAt(event.target);
      if (node?.role === "button" || node?.role === "toggle") {
        this.send("press", node.key);
      } else if (this.anywhere !== "" && node?.role !== "link") {
        this.send("press", this.anywhere);
      }
    });
    // A radio is pressed by its change, which arrow keys make too. A click on the chosen one is none.
    this.root.addEventListener("change", ({ target }) => {
      if (!isSlider(target)) {
        this.send("press", this.keyAt(target));
      }
    });
    this.root.addEventListener("input", ({ target }) => {
      if (isSlider(target)) {
        this.slide(target);
      }
    });
    // A finger that scrolls was put down on a slider in passing, where a browser takes it for a new value.
    this.root.addEventListener("pointerdown", ({ target }) => {
      if (isSlider(target)) {
        this.slidFrom = target.valueAsNumber;
      }
    });
    this.root.addEventListener("pointercancel", ({ target }) => {
      if (isSlider(target) && target.valueAsNumber !== this.slidFrom) {
        target.valueAsNumber = this.slidFrom;
        this.slide(target);
      }
    });
    this.root.addEventListener("focusin", (event) => this.focusChanged(this.keyAt(event.target)));
    this.root.addEventListener("focusout", (event) => {
      if (this.keyAt(event.relatedTarget) === "" && !this.showing) {
        this.focusChanged("");
      }
    });
    this.root.addEventListener("pointerover", (event) => {
      if (event.pointerType !== "touch") {
        this.hover(this.controlAt(event.target));
      }
    });
    this.root.addEventListener("pointerout", (event) => this.hover(this.controlAt(event.relatedTarget)));
    // Scroll events do not bubble.
    this.root.addEventListener(
      "scroll",
      (event) => {
        const node = this.nodeAt(event.target);
        if (node?.role === "scroll" && event.target instanceof HTMLElement) {
          this.send("scroll", node.key, event.target.scrollTop);
        }
      },
      { capture: true, passive: true },
    );
    // The frame may get the focus after the first screen has come.
    window.addEventListener("focus", () => {
      if (this.shown && this.expectsFocus) {
        this.focus(this.target);
      }
    });
    document.addEventListener("keydown", (event) => this.keyDown(event));
    document.addEventListener("keydown", () => (this.byPointer = false), { capture: true });
    document.addEventListener("pointerdown", () => (this.byPointer = true), { capture: true });
  }

  private keyDown(event: KeyboardEvent): void {
    const onButton = event.target instanceof HTMLButtonElement;
    if (event.repeat && onButton && event.key === "Enter") {
      event.preventDefault(); // a key held down would press whatever gets the focus next
    }
    // Shift alone does not count: some keyboards need it for digits.
    const modified = event.ctrlKey || event.altKey || event.metaKey || (event.shiftKey && event.key === "Escape");
    if (event.repeat || modified || event.isComposing || isWritten(event.target) || !this.root.isConnected) {
      return;
    }
    if (event.key === "Escape" && ![...this.entries.values()].some(({ node }) => node.shortcut === "Escape")) {
      this.leave();
    } else if (shortcuts.includes(event.key)) {
      this.goTo(event.key);
      this.send("shortcut", event.key);
    }
  }

  /** Has the answer of a number have the focus, where another has it: in the game it is there after the press. */
  private goTo(shortcut: string): void {
    const numbered = [...this.entries.values()].find(({ node }) => node.shortcut === shortcut);
    if (shortcut !== "Escape" && this.focused !== "" && numbered !== undefined && this.isEnabled(numbered.node.key)) {
      this.bringIntoView(this.focus(numbered.node.key));
    }
  }

  private focusChanged(key: string): void {
    if (key === this.focused) {
      return;
    }
    this.expectsFocus &&= key === "";
    this.focused = key;
    const seen = !this.byPointer && key !== "" && this.entries.get(key)?.control.matches(":focus-visible");
    this.later(() => (key === "" ? this.send("blur", "") : this.send("focus", key, seen ? 1 : 0)));
  }

  private slide(slider: HTMLInputElement): void {
    this.send("slide", this.keyAt(slider), slider.valueAsNumber);
  }

  private hover(key: string): void {
    if (key !== this.hovered) {
      this.hovered = key;
      this.send("hover", key);
    }
  }

  /** The game is not spoken to while it waits for show to return. */
  private later(say: () => void): void {
    if (this.showing) {
      queueMicrotask(say);
    } else {
      say();
    }
  }

  /** The key of the node that an element stands for, or is part of; "" outside the mirror. */
  private keyAt(target: EventTarget | null): string {
    return this.nodeAt(target)?.key ?? "";
  }

  private controlAt(target: EventTarget | null): string {
    const node = this.nodeAt(target);
    return node !== undefined && isControl(node) && node.disabled !== true ? node.key : "";
  }

  private nodeAt(target: EventTarget | null): TreeNode | undefined {
    const box = target instanceof Element ? target.closest<HTMLElement>(".mirror [data-key]") : null;
    return this.entries.get(box?.dataset["key"] ?? "")?.node;
  }
}

function liveRegion(): HTMLElement {
  const region = document.createElement("div");
  region.className = "unseen";
  region.setAttribute("role", "status");
  region.setAttribute("aria-live", "polite");
  // Only what is new is read: role=status alone would have all lines read again.
  region.setAttribute("aria-atomic", "false");
  return region;
}

const isSlider = (target: EventTarget | null): target is HTMLInputElement => target instanceof HTMLInputElement && target.type === "range";

/** Whether keys are being typed into something. */
function isWritten(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches("input:not([type=radio], [type=checkbox], [type=range]), textarea, select, [contenteditable]");
}
