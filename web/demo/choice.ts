// What is chosen on the page, and how it is kept in the page's own address, so that a reload or a link brings it back.

import { choose, defaultPack, modes, themes } from "../shared/choices";
import { languages } from "../shared/language";
import { sizes } from "./sizes";
import type { Size } from "./sizes";

/** The kinds of sites that lines are made for. */
export const sites = ["html", "wordpress", "blogger", "ghost", "react", "iframe"] as const;
export type Site = (typeof sites)[number];

/** The settings of the widget by the names of its properties, and its size. */
export interface Choice {
  readonly pack: string;
  readonly event: string;
  readonly eventTitle: string;
  readonly mode: (typeof modes)[number];
  /** "" follows the page. */
  readonly lang: (typeof languages)[number] | "";
  readonly theme: (typeof themes)[number];
  /** A CSS colour, "" for the widget's own. */
  readonly accent: string;
  readonly size: Size;
  /** Of a size of one's own, in CSS pixels. */
  readonly width: number;
  readonly height: number;
}

/** What the widget is where nothing is said. */
export const usual: Choice = { pack: defaultPack, event: "", eventTitle: "", mode: "home", lang: "", theme: "auto", accent: "", size: "text", width: 600, height: 480 };

type Attribute = readonly [name: string, value: string];

/** All attributes that can be chosen, in the order of the README; "" for what is as it is anyway, but for the pack. */
export const allAttributes = ({ pack, event, eventTitle, mode, lang, theme, accent }: Choice): readonly Attribute[] =>
  Object.entries({ pack, event, "event-title": event === "" ? "" : eventTitle, mode: mode === usual.mode ? "" : mode, lang, theme: theme === usual.theme ? "" : theme, accent });

/** Those of them that a choice needs. */
export const attributesOf = (choice: Choice): readonly Attribute[] => allAttributes(choice).filter(([, value]) => value !== "");

/** Writes a choice, and the site that it is for, as the fragment of an address; "" for what is usual. */
export function fragmentOf(choice: Choice, site: Site = "html"): string {
  const { size, width, height } = choice;
  const said = new URLSearchParams(attributesOf(choice).filter(([name, value]) => name !== "pack" || value !== usual.pack).map((pair) => [...pair]));
  if (size !== usual.size) {
    said.set("size", size === "own" ? `${width}x${height}` : size);
  }
  if (site !== "html") {
    said.set("site", site);
  }
  return said.toString();
}

/** Reads of such a fragment what site the choice is for. */
export const siteOf = (fragment: string): Site => choose(new URLSearchParams(fragment.slice(1)).get("site"), sites);

/** Reads what fragmentOf wrote. What cannot be understood is as usual. */
export function readFragment(fragment: string): Choice {
  const said = new URLSearchParams(fragment.replace(/^#/, ""));
  const text = (name: string): string => said.get(name) ?? "";
  const own = /^(\d{2,4})x(\d{2,4})$/.exec(text("size"));
  return {
    pack: text("pack") || usual.pack,
    event: text("event"),
    eventTitle: text("event-title"),
    mode: choose(text("mode"), modes),
    lang: choose(text("lang"), ["", ...languages]),
    theme: choose(text("theme"), themes),
    accent: text("accent"),
    size: own === null ? choose(text("size"), sizes) : "own",
    width: Number(own?.[1] ?? usual.width),
    height: Number(own?.[2] ?? usual.height),
  };
}

/** Whether an event is a moment, and not the id of one. */
export const isInstant = (event: string): boolean => /^\d{4}-\d\d-\d\dT/.test(event);

/** Writes the moment of a local date and time, "2026-12-05T19:30", with its offset there: "2026-12-05T19:30:00+01:00"; "" where it is none. */
export function instantOf(local: string): string {
  const date = new Date(local);
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(local) || Number.isNaN(date.getTime())) {
    return "";
  }
  const minutes = -date.getTimezoneOffset();
  const two = (n: number): string => String(Math.floor(n)).padStart(2, "0");
  const offset = `${minutes < 0 ? "-" : "+"}${two(Math.abs(minutes) / 60)}:${two(Math.abs(minutes) % 60)}`;
  return `${localOf(date)}:00${offset}`;
}

/** The local date and time of a moment, as a field of a form has it; "" for what is no moment. */
export function localOf(moment: Date | string): string {
  const date = new Date(moment);
  return Number.isNaN(date.getTime()) ? "" : new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
