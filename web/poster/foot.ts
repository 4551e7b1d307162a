// What stands under the countdown while the game is on its way, and when it cannot come.

import type { Progress } from "../shared/protocol";
import type { FootWords } from "./footwords";
import { make } from "./poster";

export interface Action {
  readonly label: string;
  readonly do: () => void;
}

/** Says that the game is coming, and returns what shows how far it is. */
export function showLoading(foot: HTMLElement, { loading, fetching }: Pick<FootWords, "loading" | "fetching">): (progress: Progress) => void {
  const text = make("p", "loading", loading);
  text.setAttribute("role", "status");
  const bar = make("progress", "");
  bar.setAttribute("aria-label", loading);
  const amount = make("p", "");
  amount.ariaHidden = "true"; // it changes all the time
  const ground = make("div", "ground");
  ground.append(text, bar, amount);
  const show = ({ share, host, bytes = 0 }: Progress): void => {
    const words = host === undefined ? loading : fetching(host);
    if (text.textContent !== words) {
      text.textContent = words;
    }
    bar.hidden = Number.isNaN(share);
    bar.value = share || 0;
    amount.textContent = bytes === 0 ? "" : `${Math.ceil(bytes / 1000)} kB`;
  };
  show({ share: NaN });
  foot.style.minHeight = `${foot.offsetHeight}px`; // nothing above it moves
  foot.replaceChildren(ground);
  return show;
}

/** Says what happened and what can be done, for the visitor; and the detail, for whoever runs the page. Returns the first button. */
export function showFailure(foot: HTMLElement, words: FootWords, sentence: string, detail: string, actions: readonly Action[]): HTMLElement | undefined {
  const text = make("p", "failure", sentence);
  text.setAttribute("role", "alert");
  const buttons = actions.map((action, i) => {
    const button = make("button", i === 0 ? "play" : "play quiet", action.label);
    button.type = "button";
    button.addEventListener("click", action.do);
    return button;
  });
  const more = make("details", "");
  const lines = make("p", "", detail);
  lines.tabIndex = 0; // there may be many
  more.append(make("summary", "", words.author), lines);
  foot.style.minHeight = ""; // it may need more
  foot.replaceChildren(text, ...buttons, more);
  return buttons[0];
}
