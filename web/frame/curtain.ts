// The curtain hangs over the game until there is something to see, and comes down again when the game ends.

import type { Message } from "./words";

export interface Action {
  readonly label: string;
  readonly do: () => void;
}

export interface Notice extends Message {
  /** Small print; may be "". */
  readonly detail: string;
  readonly actions: readonly Action[];
  /** Whether the first action takes the focus, if the frame has it. */
  readonly takeFocus: boolean;
}

export class Curtain {
  private readonly curtain = document.createElement("div");
  private readonly bar = document.createElement("progress");

  constructor(private readonly body: HTMLElement) {
    this.curtain.className = "curtain";
  }

  /** Shows that the game is on its way. */
  loading(words: string): void {
    const text = document.createElement("p");
    text.textContent = words;
    text.setAttribute("role", "status");
    this.bar.hidden = true;
    this.bar.setAttribute("aria-label", words);
    this.hang(text, this.bar);
  }

  /** Moves the bar. Without a known size, or past it, there is no bar rather than one that lies. */
  progress(bytes: number, size: number): void {
    this.bar.hidden = size === 0 || bytes > size;
    this.bar.max = size || 1;
    this.bar.value = Math.min(bytes, this.bar.max);
  }

  /** Says what happened and what can be done. */
  message(notice: Notice): void {
    const title = document.createElement("h1");
    title.textContent = notice.title;
    const text = document.createElement("p");
    text.textContent = notice.text;
    const small = document.createElement("p");
    small.className = "detail";
    small.textContent = notice.detail;
    small.hidden = notice.detail === "";
    const buttons = document.createElement("div");
    buttons.className = "buttons";
    buttons.append(...notice.actions.map(button));

    const card = this.hang(title, text, small, buttons);
    card.setAttribute("role", "alert");
    if (notice.takeFocus && document.hasFocus()) {
      buttons.querySelector("button")?.focus({ preventScroll: true });
    }
  }

  lift(): void {
    this.curtain.remove();
  }

  private hang(...parts: HTMLElement[]): HTMLElement {
    const card = document.createElement("div");
    card.className = "card";
    card.append(...parts);
    this.curtain.replaceChildren(card);
    this.body.append(this.curtain);
    return card;
  }
}

function button(action: Action): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = action.label;
  made.addEventListener("click", action.do);
  return made;
}
