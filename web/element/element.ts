// <house-lights>: a poster with a live countdown and a Play button. What is needed from Play on stands in player.ts, a
// script of its own.

import css from "./element.css";
import { hang, make } from "../poster/poster";
import type { Clock, Poster } from "../poster/poster";
import { subjectOf } from "../poster/subject";
import { Sentence, say } from "../poster/words";
import { defaultPack } from "../shared/choices";
import { languages } from "../shared/language";
import type { Language } from "../shared/language";
import type { Player } from "./player";

// Known only while the script runs for the first time.
const script = document.currentScript as HTMLScriptElement | null;

/** What is needed from Play on: it is fetched once a page. */
let coming: Promise<unknown> | undefined;

export class HouseLights extends HTMLElement {
  static readonly observedAttributes = ["pack", "event", "event-title", "lang"];
  /** Set by player.ts. */
  declare static Player?: typeof Player;
  /** What a game on the page has found out about the device's clock. */
  static readonly clock: Clock = { skew: 0, notes: {} };

  declare pack: string;
  declare event: string;
  declare mode: string;
  declare theme: string;

  readonly shadow = this.attachShadow({ mode: "open" });
  declare poster: Poster;
  declare playButton: HTMLButtonElement;
  declare private player: Player | undefined;

  constructor() {
    super();
    // A <style> element here would be refused by a strict policy of the page; an adopted sheet is not.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    this.shadow.adoptedStyleSheets = [sheet];
    // An attribute that is not there has the first of its values (shared/choices.ts); what is wrong with one, the frame says.
    for (const [name, value] of Object.entries({ pack: defaultPack, event: "", mode: "home", theme: "auto" })) {
      Object.defineProperty(this, name, {
        get: () => this.getAttribute(name) || value,
        set: (said: string) => this.setAttribute(name, said),
      });
    }
  }

  connectedCallback(): void {
    this.paint();
  }

  /** A frame that was taken out of the page has lost its game, so it is the poster that comes back. */
  disconnectedCallback(): void {
    this.player?.drop();
    this.poster.remove();
  }

  /** Where the browser has moveBefore(), a move keeps the frame alive. */
  connectedMoveCallback(): void {}

  attributeChangedCallback(): void {
    // Before the element is in the page, and in place of a game, there is no poster to be changed.
    if (this.poster?.element.isConnected) {
      this.paint();
    }
  }

  /** Puts the game in the poster's place. The focus stays where it is. */
  play(): void {
    this.hand(new Event("play"));
  }

  /** Lays out the poster anew; a game that is there is left alone. */
  paint(): void {
    if (this.player?.isOpen) {
      return;
    }
    this.player?.drop(); // a game that waits in a dialog was asked for with other settings
    const { language, shadow, poster: old } = this;
    this.poster = hang(subjectOf(language, this.pack, this.event, this.getAttribute("event-title")), HouseLights.clock);
    const { element, foot } = this.poster;
    const button = make("button", "play", say(language, Sentence.play));
    element.part = "poster";
    button.part = "play";
    button.onfocus = button.onpointerdown = button.onclick = this.hand;
    this.playButton = button;
    foot.append(button);
    shadow.append(element);
    if (shadow.activeElement) {
      button.focus();
    }
    old?.remove();
  }

  /** The language of the page around here, where we speak it, else the browser's. */
  get language(): Language {
    return languages.find((one) => this.matches(`:lang(${one})`)) ?? languages.find((one) => navigator.language.startsWith(one)) ?? "en";
  }

  /** Hands an event of the Play button on, in the order in which they came. */
  private readonly hand = (event: Event): void => {
    const { playButton: button, language } = this;
    const wanted = /click|play/.test(event.type);
    button.ariaBusy = `${wanted}`;
    coming ??= new Promise((done) => {
      // A classic script needs no leave of its host (CORS). It comes even when its element has gone.
      const tag = make("script", "");
      tag.src = new URL(PLAYER_FILE, script?.src || document.baseURI).href;
      tag.nonce = script?.nonce as string;
      tag.onload = tag.onerror = done;
      setTimeout(done, 20_000);
      document.head.append(tag);
      tag.remove();
    });
    coming.then(() => {
      const { Player } = HouseLights;
      if (Player) {
        (this.player ??= new Player(this)).take(event);
      } else {
        coming = undefined;
        button.ariaBusy = "false";
        if (wanted) {
          // The browser has told the author which file it misses.
          button.previousElementSibling ?? button.before(Object.assign(make("p", "failure", say(language, Sentence.noPlayer)), { role: "alert" }));
        }
      }
    });
  };
}
