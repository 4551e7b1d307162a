// The language of the page: what index.html says in English, in others.

import { language } from "../shared/language";
import type { Language } from "../shared/language";
import { part } from "../shared/part";
import { said } from "./words";

/** What index.html says as it comes. */
const english = new Map<Element, string>();
const title = document.title;
const swatch = part("swatch", HTMLInputElement);
const swatchName = swatch.ariaLabel ?? "";

for (const element of document.querySelectorAll("[data-say]")) {
  english.set(element, element.textContent ?? "");
}

/** The language that the address asks for, else the browser's. */
export const wished = (): Language => language(new URLSearchParams(location.search).get("lang") ?? "", ...navigator.languages);

/** Says all that does not depend on what is chosen. */
export function speak(tongue: Language): void {
  const say = (key: string, plain: string): string => (tongue === "en" ? plain : (said[tongue][key] ?? plain));
  document.documentElement.lang = tongue;
  document.title = say("pageTitle", title);
  swatch.ariaLabel = say("swatch", swatchName);
  for (const [element, plain] of english) {
    element.textContent = say(element.getAttribute("data-say") ?? "", plain);
  }
}
