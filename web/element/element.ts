// <house-lights>: a poster with a Play button, which puts in the frame with the game.

import { choose, complaint, defaultPack, isPackId, laterModes, modes, themes } from "../shared/choices";
import type { Mode, Theme } from "../shared/choices";
import { language } from "../shared/language";
import css from "./poster.css";
import { posterWords } from "./words";
import type { PosterWords } from "./words";

// Known only while the script runs for the first time.
const script = document.currentScript;
const folder = script instanceof HTMLScriptElement && script.src !== "" ? script.src : document.baseURI;

const packTitles = new Map([[defaultPack, "Purple Hearts"]]);

export class HouseLights extends HTMLElement {
  static readonly observedAttributes = ["pack", "mode", "lang", "theme"];

  private readonly shadow = this.attachShadow({ mode: "open" });
  private readonly pageIsLight = matchMedia("(prefers-color-scheme: light)");
  private frame: HTMLIFrameElement | undefined;

  constructor() {
    super();
    // A <style> element here would be refused by a strict policy of the page; an adopted sheet is not.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    this.shadow.adoptedStyleSheets = [sheet];
  }

  get pack(): string {
    return this.getAttribute("pack") || defaultPack;
  }
  set pack(value: string) {
    this.setAttribute("pack", value);
  }

  get event(): string {
    return this.getAttribute("event") ?? "";
  }
  set event(value: string) {
    this.setAttribute("event", value);
  }

  get mode(): Mode {
    return choose(this.getAttribute("mode"), modes);
  }
  set mode(value: string) {
    this.setAttribute("mode", value);
  }

  get theme(): Theme {
    return choose(this.getAttribute("theme"), themes);
  }
  set theme(value: string) {
    this.setAttribute("theme", value);
  }

  connectedCallback(): void {
    this.pageIsLight.addEventListener("change", this.paint);
    this.paint();
  }

  /** A frame that was taken out of the page has lost its game, so it is the poster that comes back. */
  disconnectedCallback(): void {
    this.pageIsLight.removeEventListener("change", this.paint);
    this.frame = undefined;
    this.shadow.replaceChildren();
  }

  /** Where the browser has moveBefore(), a move keeps the frame alive. */
  connectedMoveCallback(): void {}

  attributeChangedCallback(name: string, _: string | null, value: string | null): void {
    const fault = this.fault(name, value);
    if (fault !== undefined) {
      console.warn(fault);
    }
    if (this.isConnected) {
      this.paint();
    }
  }

  /** What is wrong with the value of an attribute, if anything. */
  private fault(name: string, value: string | null): string | undefined {
    switch (name) {
      case "mode":
        return complaint(name, value, modes, laterModes);
      case "theme":
        return complaint(name, value, themes);
      case "pack":
        return resolvePack(this.pack) === undefined
          ? `houselights: pack="${this.pack}" is no address, "${defaultPack}" is used: set pack to an id or a URL`
          : undefined;
      default:
        return undefined;
    }
  }

  /** Puts the game in the poster's place. The focus stays where it is. */
  play(): void {
    if (this.frame === undefined && this.isConnected) {
      this.openFrame("");
    }
  }

  /** Lays out the poster anew; a game that runs is left alone. */
  private readonly paint = (): void => {
    if (this.frame !== undefined) {
      return;
    }
    const focused = this.shadow.activeElement !== null;
    this.shadow.replaceChildren(this.poster());
    if (focused) {
      this.shadow.querySelector("button")?.focus();
    }
  };

  private poster(): HTMLElement {
    const words = this.words();
    const pack = this.packAddress();
    const label = isPackId(pack) ? words.label : words.from(new URL(pack).host);
    const play = element("button", "play", words.play);
    play.part.add("play");
    // A click by keyboard counts no clicks of a pointer.
    play.addEventListener("click", (event) => this.openFrame(event.detail === 0 ? "keys" : "pointer"));

    const poster = element("div", `poster ${this.shade()}`);
    poster.part.add("poster");
    poster.setAttribute("role", "group");
    poster.setAttribute("aria-label", this.packTitle());
    const ring = element("div", "ring");
    ring.append(element("p", "title", this.packTitle()), element("p", "label", label));
    poster.append(element("div", "hills"), ring, play);
    return poster;
  }

  /** focus: "pointer" or "keys", by which the visitor pressed Play, or "" when the focus shall stay where it is. */
  private openFrame(focus: string): void {
    const frame = document.createElement("iframe");
    frame.src = this.frameAddress(focus);
    frame.title = this.words().game(this.packTitle());
    // A browser that cannot share complains of the word.
    frame.allow = `autoplay; fullscreen; clipboard-write${"share" in navigator ? "; web-share" : ""}`;
    frame.referrerPolicy = "strict-origin-when-cross-origin";
    frame.className = this.shade();
    frame.part.add("frame");
    this.frame = frame;
    this.shadow.replaceChildren(frame);
    if (focus === "") {
      return;
    }
    // The button has just gone, and with it the focus. Once more when the page in the frame has replaced the
    // blank one, unless the visitor went elsewhere in the meantime.
    frame.focus();
    frame.addEventListener("load", () => {
      if (this.shadow.activeElement === frame) {
        frame.focus();
      }
    });
  }

  private frameAddress(focus: string): string {
    const address = new URL("frame.html", folder);
    const settings = {
      pack: this.packAddress(),
      event: this.event,
      "event-title": this.getAttribute("event-title") ?? "",
      mode: this.mode,
      lang: this.nearestLang(),
      theme: this.theme,
      focus,
    };
    for (const [name, value] of Object.entries(settings)) {
      if (value !== "") {
        address.searchParams.set(name, value);
      }
    }
    return address.href;
  }

  private packAddress(): string {
    return resolvePack(this.pack) ?? defaultPack;
  }

  private packTitle(): string {
    return packTitles.get(this.packAddress()) ?? this.words().trivia;
  }

  private words(): PosterWords {
    return posterWords[language(this.nearestLang(), navigator.language)];
  }

  private shade(): "dark" | "light" {
    if (this.theme === "auto") {
      return this.pageIsLight.matches ? "light" : "dark";
    }
    return this.theme;
  }

  /** The nearest lang up the page, through the shadow roots that this element may stand in; "" when there is none. */
  private nearestLang(): string {
    let from: Element = this;
    for (;;) {
      const found = from.closest("[lang]")?.getAttribute("lang");
      if (found) {
        return found;
      }
      const root = from.getRootNode();
      if (!(root instanceof ShadowRoot)) {
        return "";
      }
      from = root.host;
    }
  }
}

function element<K extends keyof HTMLElementTagNameMap>(tag: K, className: string, text = ""): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}

/** The id of a pack, or its whole address: the page's folder is not that of the frame. undefined where it is neither. */
function resolvePack(pack: string): string | undefined {
  if (isPackId(pack)) {
    return pack;
  }
  try {
    return new URL(pack, document.baseURI).href;
  } catch {
    return undefined;
  }
}
