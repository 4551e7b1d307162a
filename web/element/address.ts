// Where the frame of a widget is, and what it is told by its address.

import { warn, wholePack } from "../shared/choices";
import { colorOf, schemeOf } from "../shared/color";
import { version, wishNames } from "../shared/protocol";
import type { Arrival, Wishes } from "../shared/protocol";
import type { HouseLights } from "./element";

/** The address of the folder with frame.html, or of a file in it: this script's own. Known only while it runs for the first time. */
const folder = (document.currentScript as HTMLScriptElement).src;

/** Where each widget stands among those of the page, as when it was opened first. */
const places = new WeakMap<HouseLights, number>();
/** The places that are taken, also by widgets that have gone: what those were at is not for others. */
const taken = new Set<number>();

/** What is between the widget and the page in its frame alone. */
export interface Private {
  readonly secret: string;
  readonly by: Arrival;
  /** How far the clock is ahead of the device's, in milliseconds. */
  readonly skew: number;
  /** Whether the poster lies over the frame until there is something to see. */
  readonly covered: boolean;
  /** Whether there is a visit to go on with: it comes after the greeting. */
  readonly resume: boolean;
}

/** What the game shall follow while it runs. */
export function wishesOf(widget: HouseLights): Wishes {
  const { pack, event, eventTitle, mode, language, theme, accent, motion, sound, shadow } = widget;
  const color = colorOf(accent, shadow);
  if (accent && !color) {
    warn(`accent="${accent}" is no colour that this browser knows, and is left out`);
  }
  // As the page says it: what is wrong with another value, the frame says. A colour only the page itself knows.
  return { pack: wholePack(pack, document.baseURI), event, eventTitle, mode, lang: language, theme, accent: color, motion, sound, scheme: schemeOf(shadow) };
}

/** The address of the frame. The wishes are its query; what is between the two is behind the #, so that a cache knows the page again. */
export function addressOf(widget: HouseLights, wishes: Wishes, { secret, by, skew, covered, resume }: Private): string {
  const address = page(widget);
  for (const name of wishNames) {
    if (wishes[name]) {
      address.searchParams.set(name.replace("T", "-t"), wishes[name]);
    }
  }
  const textScale = parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
  const fragment = new URLSearchParams({ version: String(version), secret, focus: by, textscale: String(textScale), scheme: wishes.scheme });
  const place = placeOf(widget);
  for (const [name, value] of [["skew", skew], ["covered", covered], ["place", place], ["resume", resume]] as const) {
    if (value) {
      fragment.set(name, value === true ? "" : String(value));
    }
  }
  address.hash = fragment.toString();
  return address.href;
}

/** The address of frame.html. */
function page({ src }: HouseLights): URL {
  try {
    return new URL("frame.html", src ? new URL(src.replace(/[^/]$/, "$&/"), document.baseURI) : folder);
  } catch {
    console.warn(`houselights: src="${src}" is no address of a folder: that of houselights.js is used`);
    return new URL("frame.html", folder);
  }
}

/** Others that are set up alike shall have a memory of their own. */
function placeOf(widget: HouseLights): number {
  let place = places.get(widget) ?? -1;
  if (place < 0) {
    place = Math.max(0, [...document.querySelectorAll("house-lights")].indexOf(widget));
    while (taken.has(place)) {
      place++;
    }
    taken.add(place);
    places.set(widget, place);
  }
  return place;
}
