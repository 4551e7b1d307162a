// What the address of the frame asks for.

import { hours12 } from "../shared/hours";
import { languages } from "../shared/language";
import { choose, complaint, defaultPack, laterModes, modes, themes } from "../shared/choices";
import type { Translation } from "./pack";

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
}

/** Reads the settings from a query; says on the console what it could not use. */
export function readSettings(query: URLSearchParams, page: Window): Settings {
  const faults = [
    complaint("mode", query.get("mode"), modes, laterModes),
    complaint("theme", query.get("theme"), themes),
  ];
  for (const fault of faults) {
    if (fault !== undefined) {
      console.warn(fault);
    }
  }
  return {
    pack: query.get("pack") || defaultPack,
    packText: null,
    packHost: "",
    translations: [],
    event: query.get("event") ?? "",
    eventTitle: query.get("event-title") ?? "",
    mode: choose(query.get("mode"), modes),
    lang: query.get("lang") ?? "",
    theme: choose(query.get("theme"), themes),
    locale: page.navigator.language,
    dark: prefersDark(page).matches,
    textScale: parseFloat(page.getComputedStyle(page.document.documentElement).fontSize) / 16,
    ratio: page.devicePixelRatio,
    snapshot: null,
    seen: 0,
    kiosk: query.get("kiosk") === "1",
    confined: page.origin === "null",
    hours12: languages.filter((one) => hours12(one, page.navigator.languages)).join(" "),
    skew: 0,
  };
}

/** The query of the system's colour scheme. Dark unless light is asked for, as the poster has it. */
export function prefersDark(page: Window): MediaQueryList {
  return page.matchMedia("not all and (prefers-color-scheme: light)");
}
