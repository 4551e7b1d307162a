// The form: what it holds as a choice, and a choice put into it.

import { defaultPack, choose, modes, themes } from "../shared/choices";
import { languages } from "../shared/language";
import { part } from "../shared/part";
import { instantOf, isInstant, localOf, usual } from "./choice";
import type { Choice } from "./choice";
import type { PackEvent } from "./packinfo";
import { sizes } from "./sizes";

const own = "own";
const input = (id: string): HTMLInputElement => part(id, HTMLInputElement);
const select = (id: string): HTMLSelectElement => part(id, HTMLSelectElement);

/** What is missing or wrong, by the field. */
export const faultNames = ["pack", "at", "accent", "width", "height"] as const;
export type Fault = (typeof faultNames)[number];

export const fields: Readonly<Record<Fault, HTMLInputElement>> = { pack: input("pack"), at: input("at"), accent: input("accent"), width: input("width"), height: input("height") };

/** Returns what is chosen. A field with a fault counts as the usual. */
export function readForm(): Choice {
  const eventOwn = select("event").value === own;
  return {
    pack: (select("questions").value === own && addressOf(fields.pack.value)) || defaultPack,
    event: eventOwn ? instantOf(fields.at.value) : select("event").value,
    eventTitle: eventOwn ? input("title").value.trim() : "",
    mode: choose(select("mode").value, modes),
    lang: choose(select("lang").value, ["", ...languages]),
    theme: choose(select("theme").value, themes),
    accent: colourOf(fields.accent.value),
    size: choose(select("size").value, sizes),
    width: sizeIn("width"),
    height: sizeIn("height"),
  };
}

/** Puts a choice into the form. */
export function fillForm({ pack, event, eventTitle, mode, lang, theme, accent, size, width, height }: Choice): void {
  const isOwn = pack !== defaultPack;
  select("questions").value = isOwn ? own : "";
  fields.pack.value = isOwn ? pack : "";
  const at = isInstant(event) ? localOf(event) : "";
  select("event").value = at === "" ? event : own;
  fields.at.value = at;
  input("title").value = eventTitle;
  for (const [id, value] of Object.entries({ mode, lang, theme, size })) {
    select(id).value = value;
  }
  fields.accent.value = accent;
  input("width").value = String(width);
  input("height").value = String(height);
}

/** Offers the events of a pack; wanted is chosen, and stays even where the pack has no such event. */
export function offerEvents(events: readonly PackEvent[], wanted: string): void {
  const list = select("event");
  const [next, last] = [list.options[0], list.options[list.options.length - 1]];
  if (next === undefined || last === undefined) {
    return;
  }
  const all = wanted === "" || wanted === own || events.some(({ id }) => id === wanted) ? events : [...events, { id: wanted, title: wanted }];
  list.replaceChildren(next, ...all.map(({ id, title }) => new Option(title, id)), last);
  list.value = wanted;
}

/** Chooses no event of a pack; a date of one's own stays. */
export function forgetEvent(): void {
  const list = select("event");
  if (list.value !== own) {
    list.value = "";
  }
}

/** Returns what is missing or wrong, in the order of the form. */
export function faultsOf(): readonly Fault[] {
  const isOff = (id: "width" | "height"): boolean => select("size").value === own && !(input(id).value !== "" && input(id).checkValidity());
  const wrong: Readonly<Record<Fault, boolean>> = {
    pack: select("questions").value === own && addressOf(fields.pack.value) === "",
    at: select("event").value === own && instantOf(fields.at.value) === "",
    accent: fields.accent.value.trim() !== "" && colourOf(fields.accent.value) === "",
    width: isOff("width"),
    height: isOff("height"),
  };
  return faultNames.filter((field) => wrong[field]);
}

/** Shows a part, or hides it. */
export function show(id: string, shown: boolean): void {
  part(id, HTMLElement).hidden = !shown;
}

/** Shows the fields that a choice needs, and no others. */
export function showFields(): void {
  const eventOwn = select("event").value === own;
  show("pack-field", select("questions").value === own);
  show("at-field", eventOwn);
  show("title-field", eventOwn);
  show("own-fields", select("size").value === own);
}

/** The address of a pack; "" where it is none, or not whole: the lines go to another site. */
function addressOf(text: string): string {
  const typed = text.trim();
  return /^https?:\/\//i.test(typed) && URL.canParse(typed) ? new URL(typed).href : "";
}

/** A colour, also one of which the sign was left behind; "" where it is none. That of a page, such as var(--brand), can be known only there. */
function colourOf(text: string): string {
  const typed = text.trim().replace(/^([0-9a-f]{3}|[0-9a-f]{6})$/i, "#$1");
  return CSS.supports("color", typed) ? typed : "";
}

/** A size that is out of bounds is brought in. */
function sizeIn(id: "width" | "height"): number {
  const { valueAsNumber, min, max } = input(id);
  return Number.isFinite(valueAsNumber) ? Math.round(Math.min(Number(max), Math.max(Number(min), valueAsNumber))) : usual[id];
}
