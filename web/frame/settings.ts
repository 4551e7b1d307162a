// What the address of the frame asks for.

import { hours12 } from "../shared/hours";
import { languages } from "../shared/language";
import { choose, complain, defaultPack, modes, motions, sounds, themes, warn } from "../shared/choices";
import { colorOf } from "../shared/color";
import { century } from "../shared/protocol";
import type { Wishes } from "../shared/protocol";
import type { Translation } from "./pack";
import * as store from "./store";

/** What the game reads when it starts; "" stands for "not said". */
export interface Settings {
  /** An id, or the address of a pack. */
  pack: string;
  /** The text of a pack given by its address; null for one that is built in. */
  packText: string | null;
  /** The host that a pack came from, to be named on the screen. */
  packHost: string;
  /** The texts of its translations. */
  translations: readonly Translation[];
  event: string;
  eventTitle: string;
  mode: string;
  lang: string;
  theme: string;
  /** The browser's own language. */
  locale: string;
  /** Whether the page around prefers dark. */
  dark: boolean;
  /** The root's font size over 16 px. */
  textScale: number;
  /** Device pixels to a CSS pixel. The body, whose size the engine takes, is measured in device pixels. */
  ratio: number;
  /** What the game gave to be kept, of a visit to be gone on with; null to begin anew. */
  snapshot: string | null;
  /** When the visitor last saw the game of that snapshot, in Unix milliseconds; 0 when that is not known. */
  seen: number;
  /** Whether the frame fills a screen in a foyer. */
  kiosk: boolean;
  /** Whether the frame is shut in: it can neither save a file nor open a page. Of a sandbox only the origin can be known. */
  confined: boolean;
  /** The languages that tell the time of day with twelve hours here, parted by spaces. */
  hours12: string;
  /** What the device's clock is behind, in milliseconds, where it is known to be wrong; else 0. */
  skew: number;
  /** The one colour that a page may set, such as it can be read in the dark and in the light theme: "#rrggbb", "" for none. */
  accentDark: string;
  accentLight: string;
  /** Whether motion is to be kept small. */
  calm: boolean;
  /** Whether the page wants sound. */
  sound: boolean;
  /** Whether the browser keeps nothing here. */
  unsaved: boolean;
  /** CSS pixels at each edge that a screen's notch and bars cover, where the frame fills the screen. */
  coveredTop: number;
  coveredRight: number;
  coveredBottom: number;
  coveredLeft: number;
}

/** When a frame fetches the game: at once where nothing else is said, unlike the element, which waits for Play. */
const loadings = ["eager", "lazy", "click"] as const;
export type Loading = (typeof loadings)[number];

/** The longest text of the page around that is shown, in characters. */
const longestTitle = 200;

/** How much larger than they come the letters of a page may be. */
const largestScale = 4;

/** What the page around asks for, and what the browser says of it: it keeps the settings in step with both. */
export class Around {
  readonly settings: Settings;
  private wished: Omit<Wishes, "scheme">;
  /** The colour scheme of the page around, which an element tells; of a bare frame only the browser knows it. */
  private scheme: string | null;
  /** The letters of the page around are larger than they come: ours grow with them. Smaller ones are but a habit of themes. */
  private readonly pageScale: number;

  constructor(
    query: URLSearchParams,
    fragment: URLSearchParams,
    private readonly page: Window,
  ) {
    const { navigator, origin, devicePixelRatio } = page;
    this.wished = readWishes(query);
    this.scheme = fragment.get("scheme");
    this.pageScale = Math.min(largestScale, Math.max(1, Number(fragment.get("textscale")) || 1));
    const skew = Number(fragment.get("skew"));
    this.settings = {
      pack: this.wished.pack || defaultPack,
      packText: null,
      packHost: "",
      translations: [],
      event: "",
      eventTitle: "",
      mode: "",
      lang: "",
      theme: "",
      locale: navigator.language,
      dark: true,
      textScale: 1,
      ratio: devicePixelRatio,
      snapshot: null,
      seen: 0,
      kiosk: query.get("kiosk") === "1",
      confined: origin === "null",
      hours12: languages.filter((one) => hours12(one, navigator.languages)).join(" "),
      // What no clock can be off by is nothing: the countdown would count through all of it.
      skew: Math.abs(skew) <= century ? skew : 0,
      accentDark: "",
      accentLight: "",
      calm: false,
      sound: false,
      unsaved: !store.isThere(),
      coveredTop: 0,
      coveredRight: 0,
      coveredBottom: 0,
      coveredLeft: 0,
    };
    this.letters = parseFloat(page.getComputedStyle(page.document.documentElement).fontSize);
    this.follow();
  }

  /** The size of the root's letters in CSS pixels, as the browser has it. */
  set letters(size: number) {
    this.settings.textScale = (this.pageScale * size) / 16;
  }

  /** What a screen's notch and bars cover of the frame, from the top clockwise, in CSS pixels. */
  cover([coveredTop = 0, coveredRight = 0, coveredBottom = 0, coveredLeft = 0]: readonly number[]): void {
    Object.assign(this.settings, { coveredTop, coveredRight, coveredBottom, coveredLeft });
  }

  /** Follows what the element asks for by now. Returns what the game does not find out by looking around itself. */
  grant({ scheme, ...wished }: Wishes): readonly ("pack" | "event" | "mode")[] {
    const before = { ...this.settings, pack: this.wished.pack || defaultPack };
    this.wished = wished;
    this.scheme = scheme;
    this.follow();
    const now = { ...this.settings, pack: wished.pack || defaultPack };
    return (["pack", "event", "eventTitle", "mode"] as const).filter((name) => now[name] !== before[name]).map((name) => (name === "eventTitle" ? "event" : name));
  }

  /** Brings all but the pack in step. What cannot be followed, the console says. */
  follow(): void {
    const { settings, wished, page } = this;
    const root = page.document.documentElement;
    complain("mode", wished.mode, modes);
    complain("theme", wished.theme, themes);
    complain("motion", wished.motion, motions);
    complain("sound", wished.sound, sounds);
    const motion = choose(wished.motion, motions);
    Object.assign(settings, {
      event: wished.event,
      eventTitle: wished.eventTitle.slice(0, longestTitle),
      mode: choose(wished.mode, modes),
      lang: wished.lang,
      theme: choose(wished.theme, themes),
      dark: this.scheme === null ? prefersDark(page).matches : this.scheme === "dark",
      // The same as on the poster (element.ts), which must do without this.
      accentDark: colorOf(wished.accent && `oklch(from ${wished.accent} max(l, 0.8) c h)`, root),
      accentLight: colorOf(wished.accent && `oklch(from ${wished.accent} min(l, 0.48) c h)`, root),
      calm: motion === "reduce" || (motion === "auto" && prefersCalm(page).matches),
      sound: choose(wished.sound, sounds) === "on",
    });
    if (wished.accent !== "" && settings.accentDark === "") {
      warn(`accent="${wished.accent.slice(0, longestTitle)}" is no colour that this browser knows, and is left out`);
    }
  }
}

/** Reads what a query wishes. */
function readWishes(query: URLSearchParams): Omit<Wishes, "scheme"> {
  const said = (name: string): string => query.get(name) ?? "";
  return {
    pack: said("pack"),
    event: said("event"),
    eventTitle: said("event-title"),
    mode: said("mode"),
    lang: said("lang"),
    theme: said("theme"),
    accent: said("accent"),
    motion: said("motion"),
    sound: said("sound"),
  };
}

/** Reads when the game shall be fetched. */
export function readLoading(query: URLSearchParams): Loading {
  const said = query.get("loading");
  complain("loading", said, loadings);
  return choose(said, loadings);
}

/** The query of the system's colour scheme. Dark unless light is asked for, as the poster has it. */
export function prefersDark(page: Window): MediaQueryList {
  return page.matchMedia("not all and (prefers-color-scheme: light)");
}

export function prefersCalm(page: Window): MediaQueryList {
  return page.matchMedia("(prefers-reduced-motion: reduce)");
}
