// What is on the screen, as the game tells it: one tree of nodes, sent as JSON whenever it changed.

export type Role =
  | "screen"
  | "group"
  | "heading"
  | "text"
  | "button"
  | "toggle"
  | "radiogroup"
  | "radio"
  | "checkbox"
  | "slider"
  | "link"
  | "list"
  | "listitem"
  | "timer"
  | "progress"
  | "image"
  | "scroll";

/** x, y, width and height in CSS pixels of the frame. Inside a scrolling node they are those of its content, as if it had not been scrolled. */
export type Rect = readonly [number, number, number, number];

export interface TreeNode {
  /** Names the node from one tree to the next; no two nodes of a tree have the same. */
  readonly key: string;
  readonly role: Role;
  readonly name?: string;
  readonly rect: Rect;
  /** Of a heading, 1 to 3. */
  readonly level?: number;
  /** Of a slider it counts whole steps, from 0 to max. */
  readonly value?: number;
  readonly min?: number;
  readonly max?: number;
  readonly valuetext?: string;
  readonly pressed?: boolean;
  readonly checked?: boolean;
  readonly disabled?: boolean;
  readonly selected?: boolean;
  readonly current?: boolean;
  readonly shortcut?: string;
  readonly href?: string;
  readonly lang?: string;
  /** The height of the content of a scrolling node. */
  readonly scroll?: number;
  /** A description, read after the name. */
  readonly desc?: string;
  readonly children?: readonly TreeNode[] | null;
}

export interface Tree {
  readonly screen: string;
  readonly lang: string;
  readonly theme: string;
  /** Key of the node that takes the focus when the screen changed or the focused node is gone. */
  readonly focus: string;
  /** Key of the button that is pressed by a press on nothing else. */
  readonly anywhere?: string;
  /** Whether it has characters that the game cannot draw, so that the mirror itself has to be shown. */
  readonly plain?: boolean;
  /** How large its letters are over 16 px, by the page and by the visitor; 1 where nothing is said. */
  readonly scale?: number;
  readonly root: TreeNode;
}
