// <house-lights>: a poster with a live countdown and a Play button. What is needed from Play on stands in player.ts, a
// script of its own.

import css from "./element.css";
import { hang, make, tell } from "../poster/poster";
import type { Clock, Poster } from "../poster/poster";
import { subjectOf } from "../poster/subject";
import { Sentence, sentences } from "../poster/words";
import { defaultPack } from "../shared/choices";
import { languages } from "../shared/language";
import type { Language } from "../shared/language";
import type { Player } from "./player";

// Known only while the script runs for the first time.
const script = (document.currentScript ?? { src: "" }) as HTMLScriptElement;

/** The attributes, by their properties, with what stands for one that is neither there nor in the page's own settings. */
const settings = { pack: defaultPack, event: "", eventTitle: "", mode: "home", lang: "", theme: "auto", accent: "", loading: "click", motion: "auto", sound: "off", src: "" };

const attribute = (property: string): string => property.replace("T", "-t");

/** What is needed later, by its file: it is fetched once a page. */
const coming: Record<string, Promise<unknown> | undefined> = {};
let policy: TrustedTypePolicy | undefined;

/** Fetches a script of ours. What comes of it, what it sets says. */
const fetchScript = (file: string, integrity: string): Promise<unknown> =>
  (coming[file] ??= new Promise((done) => {
    // A classic script needs no leave of its host (CORS). It comes even when its element has gone.
    const tag = document.createElement("script"); // with a text, even none, Trusted Types refuse it
    // It lies beside this one; where nothing tells where that is, beside the page.
    const url = script.src.replace(/[^/]*([?#].*)?$/, file);
    policy ??= self.trustedTypes?.createPolicy("houselights", { createScriptURL: (url) => url });
    tag.src = (policy?.createScriptURL(url) ?? url) as string;
    tag.nonce = script.nonce;
    if (PLAYER_INTEGRITY) {
      // Who holds this script to what it is holds it to that, too.
      tag.integrity = integrity;
      tag.crossOrigin = "";
    }
    tag.onload = tag.onerror = done;
    setTimeout(done, 20_000);
    document.head.append(tag);
    tag.remove();
  }));

/** Fetches what is needed from Play on. */
export const fetchPlayer = (): Promise<unknown> => fetchScript(PLAYER_FILE, PLAYER_INTEGRITY);

/** An event of the Play button, or what a script asks for. */
export type Happening = Pick<Event, "type">;

export class HouseLights extends HTMLElement {
  static readonly observedAttributes = Object.keys(settings).map(attribute);
  /** Set by player.ts. */
  declare static Player?: typeof Player;
  /** The sentences of the poster: of one language, until others are needed (words.ts). */
  static readonly words = POSTER;
  /** What a game on the page has found out about the device's clock. */
  static readonly clock: Clock = { skew: 0 };

  declare pack: string;
  declare event: string;
  declare eventTitle: string;
  declare mode: string;
  declare theme: string;
  declare accent: string;
  declare loading: string;
  declare motion: string;
  declare sound: string;
  declare src: string;

  readonly shadow = this.attachShadow({ mode: "open" });
  declare poster: Poster;
  declare playButton: HTMLButtonElement;
  declare private player: Player | undefined;
  /** The language of the page may change around the element. */
  private readonly watch = new MutationObserver(() => this.connectedMoveCallback());

  constructor() {
    super();
    // A <style> element here would be refused by a strict policy of the page; an adopted sheet is not.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    this.shadow.adoptedStyleSheets = [sheet];
    // What is wrong with a value, the frame says.
    for (const [name, value] of Object.entries(settings)) {
      const early = this[name as "pack"]; // set before the element was defined
      Object.defineProperty(this, name, {
        get: () => "" + (this.getAttribute(attribute(name)) || self.Houselights?.[name as "pack"] || value), // a page may have set anything
        set: (said?: string) => (said ? this.setAttribute(attribute(name), said) : this.removeAttribute(attribute(name))),
      });
      if (early) {
        this[name as "pack"] = early;
      }
    }
  }

  connectedCallback(): void {
    this.paint();
    this.watch.observe(document, { subtree: true, attributeFilter: ["lang"] });
  }

  /** A frame that was taken out of the page has lost its game, so it is the poster that comes back. */
  disconnectedCallback(): void {
    this.player?.drop();
    this.poster.remove();
    this.watch.disconnect();
  }

  /** Where the browser has moveBefore(), a move keeps the frame alive. */
  connectedMoveCallback(): void {
    // A game in the poster's place knows what it was told; the poster that is put by may be in another language.
    this.player?.follow() || this.language === this.poster.element.lang || this.paint();
  }

  attributeChangedCallback(): void {
    if (this.poster && this.isConnected) {
      this.paint();
    }
  }

  /** Puts the game in the poster's place, where it was when it was there before. The focus stays where it is. */
  play(): void {
    this.hand({ type: "play" });
  }

  /** Puts the poster back. The game is over, but for what it needs to go on with the next play(). */
  pause(): void {
    this.hand({ type: "pause" });
  }

  /** Puts the poster back, and has the next play() begin anew. */
  reset(): void {
    this.hand({ type: "reset" });
  }

  /** Lays out the poster anew, or tells the game that has its place. */
  paint(): void {
    const { language: wanted, shadow, poster: old, accent } = this;
    const language = POSTER[wanted] ? wanted : LANGUAGE;
    const subject = subjectOf(language, this.pack, this.event, this.eventTitle);
    if (this.player?.follow(subject)) {
      return;
    }
    this.poster = hang(subject, HouseLights.clock);
    const { element, ring, foot } = this.poster;
    const button = make("button", "play", sentences(language)[Sentence.play]);
    element.part = "poster";
    element.style.colorScheme = this.theme.match(/^dark$|^light$/) as unknown as string; // else that of the page
    // The one colour that a page may set, as far as it can be read before the ground and under the words. A style leaves out what
    // the browser does not know: where that cannot make it fit to read, there is none.
    ring.style.color = `light-dark(oklch(from ${accent} min(l,.48) c h),oklch(from ${accent} max(l,.8) c h))`;
    button.style.background = ring.style.color; // a colour and no more, such as an image of somebody's
    button.part = "play";
    button.onfocus = button.onpointerdown = button.onclick = this.hand;
    this.playButton = button;
    foot.append(button);
    shadow.append(element);
    if (old?.element.contains(shadow.activeElement)) {
      button.focus();
    }
    old?.remove();
    if (language !== wanted) {
      element.style.opacity = "0"; // it is in another language
      const come = (): void => {
        if (POSTER[wanted] && this.isConnected) {
          this.paint();
        }
        element.style.opacity = "";
      };
      fetchScript(WORDS_FILE, WORDS_INTEGRITY).then(come, come);
    }
    if (this.player || this.loading !== "click") {
      this.hand({ type: "load" });
    }
  }

  /** The language of the page around here, where we speak it, else the browser's. */
  get language(): Language {
    const spoken = (said: string): Language | undefined => languages.find((one) => (said ? RegExp(`^${one}`, "i").test(said) : this.matches(`:lang(${one})`)));
    return spoken(this.lang) ?? spoken(navigator["language"]) /* in quotes is what would get a letter for a name */ ?? "en";
  }

  /** Hands an event of the Play button, or what a script asks for, on, in the order in which they came. */
  private readonly hand = (event: Happening): void => {
    const { playButton: button = {} as HTMLButtonElement } = this; // it may not have been in the page yet
    const wanted = /click|play/.test(event.type);
    button.ariaBusy = `${wanted}`;
    const come = (): void => {
      if (HouseLights.Player) {
        (this.player ??= new HouseLights.Player(this)).take(event);
      } else {
        coming[PLAYER_FILE] = undefined;
        button.ariaBusy = "false";
        if (wanted && this.isConnected) {
          tell(this, "error", { type: "missing", message: "" });
          // The browser has told the author which file it misses.
          button.previousSibling ?? button.before(Object.assign(make("span", "foot", sentences(this.poster.subject.language)[Sentence.noPlayer]), { role: "alert" }));
        }
      }
    };
    fetchPlayer().then(come, come);
  };
}
