// <house-lights>: a poster with a live countdown and a Play button. What is needed from Play on stands in player.ts, a
// script of its own.

import { Poster, make } from "../poster/poster";
import posterCSS from "../poster/poster.css";
import { subjectOf } from "../poster/subject";
import { Sentence, say } from "../poster/words";
import { defaultPack } from "../shared/choices";
import { languages } from "../shared/language";
import type { Language } from "../shared/language";
import css from "./element.css";
import type { Player } from "./player";

// Known only while the script runs for the first time.
const script = document.currentScript as HTMLScriptElement | null;
const folder = script?.src || document.baseURI;

/** What the poster says when even the script behind Play does not come. */
const noPlayer: Record<Language, string> = {
  en: "The game did not arrive.",
  vi: "Chưa tải được trò chơi.",
  es: "El juego no ha llegado.",
};

let coming: Promise<typeof Player> | undefined;

/** Fetches what is needed from Play on, once a page. A classic script needs no leave of its host (CORS). */
function fetchPlayer(): Promise<typeof Player> {
  coming ??= new Promise<typeof Player>((resolve, reject) => {
    const tag = make("script", "");
    tag.src = new URL(PLAYER_FILE, folder).href;
    tag.nonce = script?.nonce as string;
    tag.onload = tag.onerror = () => {
      tag.remove();
      HouseLights.Player ? resolve(HouseLights.Player) : reject();
    };
    setTimeout(reject, 20_000);
    document.head.append(tag);
  });
  coming.catch(() => (coming = undefined));
  return coming;
}

export class HouseLights extends HTMLElement {
  static readonly observedAttributes = ["pack", "event", "event-title", "lang"];
  /** Set by player.ts. */
  static Player?: typeof Player;

  /** The address of the folder with frame.html, or of a file in it. */
  readonly folder = folder;
  declare pack: string;
  declare event: string;
  declare mode: string;
  declare theme: string;

  readonly shadow = this.attachShadow({ mode: "open" });
  poster!: Poster;

  button!: HTMLButtonElement;
  private player: Player | undefined;

  constructor() {
    super();
    // A <style> element here would be refused by a strict policy of the page; an adopted sheet is not.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css + posterCSS);
    this.shadow.adoptedStyleSheets = [sheet];
  }

  connectedCallback(): void {
    this.paint();
  }

  /** A frame that was taken out of the page has lost its game, so it is the poster that comes back. */
  disconnectedCallback(): void {
    this.player?.drop();
    this.poster.remove();
    this.shadow.replaceChildren();
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
    this.poster = new Poster(subjectOf(language, this.pack, this.event, this.getAttribute("event-title")));
    const { element, foot } = this.poster;
    const button = make("button", "play", say(language, Sentence.play));
    element.part.add("poster");
    button.part.add("play");
    for (const type of ["focus", "pointerdown", "click"]) {
      button.addEventListener(type, this.hand);
    }
    this.button = button;
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
    const { button, language } = this;
    const wanted = /click|play/.test(event.type);
    button.ariaBusy = `${wanted}`;
    fetchPlayer().then(
      (Player) => (this.player ??= new Player(this)).take(event),
      () => {
        button.ariaBusy = "false";
        if (wanted) {
          // The browser has told the author which file it misses.
          button.previousElementSibling ?? button.before(Object.assign(make("p", "failure", noPlayer[language]), { role: "alert" }));
        }
      },
    );
  };
}

// An attribute that is not there has the first of its values (shared/choices.ts); what is wrong with one, the frame says.
for (const [name, value] of Object.entries({ pack: defaultPack, event: "", mode: "home", theme: "auto" })) {
  Object.defineProperty(HouseLights.prototype, name, {
    get(this: HouseLights) {
      return this.getAttribute(name) || value;
    },
    set(this: HouseLights, said: string) {
      this.setAttribute(name, said);
    },
  });
}

