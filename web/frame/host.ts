// The one object through which the page and the game talk: globalThis.houselights.

import type { Settings } from "./settings";

/** What the game hears of. The key is that of a node, but for "shortcut", where it is "1" to "6" or "Escape". */
export type Event =
  | "press"
  | "slide" // value: the new one of a slider
  | "focus" // value 1 when the focus is to be seen (it came by keyboard), else 0
  | "blur"
  | "hover" // "" when the pointer is over no control
  | "scroll" // value: how far, in CSS pixels
  | "shortcut"
  | "stored" // another tab or widget has written what read returns
  | "erased" // another tab or widget has erased it
  | "around" // what the settings say of the page around is to be read anew
  | "event" // the settings count to another event
  | "mode" // the settings lead to another screen
  | "clock" // value: what the device's clock is behind, in milliseconds, where it is wrong; else 0. The key says how far that takes the corrected time
  | "seen" // value 1 when the visitor can see the game from now on, 0 when not; at the start the game takes itself to be seen
  | "ratio"; // value: device pixels to a CSS pixel; to be told before the resize that comes with it

export type Send = (event: Event, key: string, value?: number | string) => void;

export interface Host {
  readonly settings: Settings;
  /** Takes the tree as JSON. Never calls send before it has returned. */
  show(json: string): void;
  /** Has a screen reader say a line; lang is "" where it is in the language of the screen. */
  announce(text: string, lang: string): void;
  /** Takes a sound by the name under which playSound wants it from now on: mono, so many samples a second. */
  learnSound(name: string, samples: Float32Array<ArrayBuffer>, sampleRate: number): void;
  /** Has a sound heard, if that can be. */
  playSound(name: string): void;
  /** What write kept; null when there is nothing, or no storage. */
  read(): string | null;
  /** Whether the text is kept. */
  write(text: string): boolean;
  /**
   * Keeps the visit as it stands, in place of what was kept before, for settings.snapshot of the next start. lasting says
   * that a round is in progress: then it is worth taking up after a reload of the page, else only after a crash within it.
   */
  keep(text: string, lasting: boolean): void;
  /** Removes all that has been kept and written. */
  erase(): void;
  /** Tells the page around of something (protocol.ts, News); detail is JSON. */
  tell(name: string, detail: string): void;
  /** Hands the visitor a text as a file for a calendar. */
  save(name: string, text: string): void;
  /** Asks for the next frame in so many milliseconds; less than 0 is never, that is until something happens. */
  nextFrame(ms: number): void;
  /** The seconds that the visitor's clock is ahead of UTC at a time in Unix seconds. */
  offset(unix: number): number;
  /** Ends the game with a plain message. The kind "pack" says that it is the questions that are at fault, and shows the detail. */
  fail(detail: string, kind?: string): void;
  /** Set by the game, before its first show. */
  send?: Send;
}

declare global {
  var houselights: Host | undefined;
}
