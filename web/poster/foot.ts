// What stands under the countdown while the game is on its way, and when it cannot come.

import type { FailureKind } from "./failure";
import type { FootWords } from "./footwords";
import { make } from "./poster";

export interface Action {
  readonly label: string;
  readonly do: () => void;
}

/** Says that the game is coming, and returns the bar, hidden as long as nothing is known. */
export function showLoading(foot: HTMLElement, words: string): HTMLProgressElement {
  const text = make("p", "loading", words);
  text.setAttribute("role", "status");
  const bar = make("progress", "");
  bar.hidden = true;
  bar.setAttribute("aria-label", words);
  const ground = make("div", "ground");
  ground.append(text, bar);
  foot.style.minHeight = `${foot.offsetHeight}px`; // nothing above it moves
  foot.replaceChildren(ground);
  return bar;
}

/** Moves the bar, 0 to 1. Where it is not known how far it is, NaN, there is no bar rather than one that lies. */
export function showShare(bar: HTMLProgressElement, share: number): void {
  bar.hidden = Number.isNaN(share);
  bar.value = share || 0;
}

/** Says what happened and what can be done, for the visitor; and the detail, for whoever runs the page. Returns the first button. */
export function showFailure(foot: HTMLElement, words: FootWords, kind: FailureKind, detail: string, actions: readonly Action[]): HTMLElement | undefined {
  const text = make("p", "failure", words.sentences[kind]);
  text.setAttribute("role", "alert");
  const buttons = actions.map((action, i) => {
    const button = make("button", i === 0 ? "play" : "play quiet", action.label);
    button.type = "button";
    button.addEventListener("click", action.do);
    return button;
  });
  const more = make("details", "");
  more.append(make("summary", "", words.author), make("p", "", detail));
  foot.replaceChildren(text, ...buttons, more);
  return buttons[0];
}
