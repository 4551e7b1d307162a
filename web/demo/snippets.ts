// The lines for somebody's site, and what a strict site has to allow. They are pure text: a test puts each into a real page.

import { attributesOf } from "./choice";
import type { Choice, Site } from "./choice";
import { styleOf } from "./sizes";
import type { Declaration } from "./sizes";

/** What the lines take from the site that the widget lies on. */
export interface Place {
  /** The address of the folder with houselights.js, with a slash at its end. */
  readonly base: string;
  /** What a visitor without script reads, and a screen reader says of the frame. */
  readonly name: string;
}

/** Returns the lines that put the widget of a choice into a site. */
export function snippet(site: Site, choice: Choice, place: Place): string {
  switch (site) {
    case "blogger":
      return blogger(choice, place);
    case "react":
      return react(choice, place);
    case "iframe":
      return iframe(choice, place);
    default:
      return html(choice, place);
  }
}

function html(choice: Choice, place: Place): string {
  return `<script src="${scriptOf(choice, place)}" async></script>
<house-lights${written([...attributesOf(choice), ["style", inline(styleOfChoice(choice))]])}>
  ${linkOf(choice, place)}
</house-lights>`;
}

/** Blogger takes out tags that it does not know, and its themes are XML. */
function blogger(choice: Choice, place: Place): string {
  const attributes = attributesOf(choice).map(([name, value]) => [`data-${name}`, value] as const);
  return `<script src="${scriptOf(choice, place)}" async="async"></script>
<div data-houselights=""${written([...attributes, ["style", inline(styleOfChoice(choice))]])}>
  ${linkOf(choice, place)}
</div>`;
}

/** React 19 puts a script that is async into the head, once. */
function react(choice: Choice, place: Place): string {
  const camel = (property: string): string => property.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
  const style = styleOfChoice(choice).map(([property, value]) => `${camel(property)}: ${JSON.stringify(value)}`).join(", ");
  return `export function Houselights() {
  return (
    <>
      <script src="${scriptOf(choice, place)}" async />
      <house-lights${written(attributesOf(choice))} style={{ ${style} }} />
    </>
  );
}`;
}

/** height is for sites that take out the style. */
function iframe(choice: Choice, place: Place): string {
  const attributes = [
    ["src", frameAddress(choice, place, true)],
    ["title", place.name],
    ["width", "100%"],
    ["height", String(choice.size === "own" ? choice.height : choice.size === "strip" ? 120 : 480)],
    ["style", inline(frameStyle(choice))],
    ["loading", "lazy"],
    ["allow", "autoplay; fullscreen; clipboard-write; web-share"],
    ["referrerpolicy", "strict-origin-when-cross-origin"],
  ] as const;
  return `<iframe${written(attributes)}></iframe>`;
}

/** The sources that the page's policy needs, as directives of Content-Security-Policy. */
export function policy(site: Site, { base }: Place): string {
  const { origin } = new URL(base);
  return site === "iframe" ? `frame-src ${origin}` : `script-src ${origin}; frame-src ${origin}`;
}

/** The rule that gives the widget its size where the policy refuses a style in its tag. */
export function rule(site: Site, choice: Choice, { base }: Place): string {
  const [selector, style] = site === "iframe" ? [`iframe[src^="${base}"]`, frameStyle(choice)] : [site === "blogger" ? "house-lights, [data-houselights]" : "house-lights", styleOfChoice(choice)];
  return `${selector} { ${style.map(([property, value]) => `${property}: ${value}`).join("; ")} }`;
}

const styleOfChoice = ({ size, width, height }: Choice): readonly Declaration[] => styleOf(size, width, height);

/** A frame has a height of its own, and a border. */
function frameStyle(choice: Choice): readonly Declaration[] {
  return [...Object.entries({ height: "auto", ...Object.fromEntries(styleOfChoice(choice)) }), ["border", "0"]];
}

/** The script of a language saves the page a request. */
const scriptOf = ({ lang }: Choice, { base }: Place): string => text(`${base}houselights${lang === "" || lang === "en" ? "" : `.${lang}`}.js`);

const linkOf = (choice: Choice, place: Place): string => `<a href="${text(frameAddress(choice, place, false))}">${text(place.name)}</a>`;

/** The address of the frame; waits says whether it shows a poster first, as a page of somebody's wants it. */
function frameAddress(choice: Choice, { base }: Place, waits: boolean): string {
  const query = new URLSearchParams(attributesOf(choice).map((pair) => [...pair]));
  if (waits) {
    query.set("loading", "click");
  }
  return `${base}frame.html?${query.toString()}`;
}

const inline = (style: readonly Declaration[]): string => style.map(([property, value]) => `${property}:${value}`).join(";");

const written = (attributes: readonly (readonly [name: string, value: string])[]): string => attributes.map(([name, value]) => ` ${name}="${text(value)}"`).join("");

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text as HTML, XML and JSX have it in quotes and between tags. */
const text = (plain: string): string => plain.replace(/[&<>"]/g, (sign) => entities[sign]!);
