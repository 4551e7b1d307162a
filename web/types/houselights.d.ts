// What TypeScript has to know of <house-lights>. Put this file among your own sources, where tsconfig.json finds it; nothing
// has to be imported, and neither React nor Vue has to be there. `import type { HouseLightsElement } from "./houselights"`
// names a type. TypeScript 5.1 or later.

/** What a round is played as. */
export type HouseLightsRound = "daily" | "classic" | "rumour";

/** Where the widget starts. */
export type HouseLightsMode = "home" | "countdown" | HouseLightsRound;

/** `auto` follows the colour scheme of the page. */
export type HouseLightsTheme = "auto" | "dark" | "light";

/** When the game itself is fetched: when Play is pressed, when the widget comes into view, or at once. */
export type HouseLightsLoading = "click" | "lazy" | "eager";

/** `auto` follows the visitor's system. */
export type HouseLightsMotion = "auto" | "reduce" | "full";

export type HouseLightsSound = "off" | "on";

/** How far the count is from its moment, and behind it. */
export type HouseLightsPhase =
  | "unknown" // nobody knows what time it is: the device's clock is wrong
  | "far" // more than 365 days are left
  | "near"
  | "last-day"
  | "last-minute"
  | "last-ten" // seconds
  | "now" // the first minute
  | "today" // to the end of that day
  | "past"
  | "since" // days are counted from it
  | "anniversary";

/** What went wrong on the way to the game. */
export type HouseLightsErrorType =
  | "file" // the page was opened from a disk, where it may load nothing
  | "graphics" // no WebGL 2
  | "missing" // the server has no such file, or something else in its place
  | "network"
  | "policy" // a security policy is in the way
  | "version" // the page and the frame come from releases too far apart
  | "stopped" // the game ended by itself
  | "lost" // the browser took the graphics away
  | "pack"; // the questions could not be had

/** What may be set, by the names of the properties. */
export interface HouseLightsSettings {
  /** What it plays: `purple-hearts`, or the https address of a pack file. */
  pack: string;
  /** What it counts to: an event's id, or an instant such as `2026-12-05T19:30:00+01:00`; empty for the next in the pack that matters. */
  event: string;
  /** The title of an instant given in `event`. */
  eventTitle: string;
  /** Where it starts; `home` when not set. */
  mode: HouseLightsMode;
  /** `en`, `vi` or `es`; empty for the nearest `lang` up the page, else the browser's. */
  lang: string;
  /** `auto` when not set. */
  theme: HouseLightsTheme;
  /** Any CSS colour, for ring and main button; it is brought to where it can be read. */
  accent: string;
  /** When the game itself is fetched; `click` when not set. */
  loading: HouseLightsLoading;
  /** `auto` when not set. */
  motion: HouseLightsMotion;
  /** `off` when not set. */
  sound: HouseLightsSound;
  /** The folder with `frame.html`; empty for that of `houselights.js`. */
  src: string;
}

/**
 * What may be set in HTML, JSX and Vue's templates. There it is `event-title`, with a hyphen: `eventTitle` is lost where the page
 * is built before `houselights.js` has come.
 */
export type HouseLightsAttributes = {
  [Name in keyof HouseLightsSettings as Name extends "eventTitle" ? "event-title" : Name]?: HouseLightsSettings[Name] | null | undefined;
};

/** The same as Vue's tools for templates name them: `event-title` is written in a template, and checked as `eventTitle`. */
export type HouseLightsVueProps = { [Name in keyof HouseLightsSettings]?: HouseLightsSettings[Name] | null | undefined };

/** What each event tells in its `detail`. */
export interface HouseLightsDetails {
  /** The game can be seen. */
  "houselights-ready": Record<string, never>;
  /** A round of so many questions has begun. */
  "houselights-start": { readonly mode: HouseLightsRound; readonly of: number };
  /** A question is shown for the first time; the first has number 1. */
  "houselights-question": { readonly number: number; readonly of: number };
  /** A question was answered, or its time ran out. */
  "houselights-answer": { readonly number: number; readonly of: number; readonly right: boolean; readonly points: number };
  /** A round is over: so many of its answers were right; `best` where it is the visitor's best here. */
  "houselights-complete": { readonly mode: HouseLightsRound; readonly points: number; readonly right: number; readonly of: number; readonly best: boolean };
  /** The countdown has come to another phase; `event` is the id of what it counts to, else its title. */
  "houselights-phase": { readonly event: string; readonly phase: HouseLightsPhase };
  /** The game could not be had; `message` is for whoever runs the page. */
  "houselights-error": { readonly type: HouseLightsErrorType; readonly message: string };
}

/** The events of the element. They bubble and are composed, so a listener may be anywhere above it, too. */
export type HouseLightsEventMap = { [Name in keyof HouseLightsDetails]: CustomEvent<HouseLightsDetails[Name]> };

/**
 * `<house-lights>`. Its properties mirror its attributes: what is read is the attribute, else what stands in
 * `window.Houselights`, else the default; what is written goes into the attribute, and `null`, `undefined` and "" remove that.
 */
export interface HouseLightsElement extends HTMLElement {
  /** What it plays: `purple-hearts`, or the https address of a pack file. */
  get pack(): string;
  set pack(value: string | null | undefined);
  /** What it counts to: an event's id, or an instant such as `2026-12-05T19:30:00+01:00`; empty for the next in the pack that matters. */
  get event(): string;
  set event(value: string | null | undefined);
  /** The title of an instant given in `event`. The attribute is `event-title`. */
  get eventTitle(): string;
  set eventTitle(value: string | null | undefined);
  /** Where it starts: `home`, `countdown`, `daily`, `classic`. */
  get mode(): string;
  set mode(value: HouseLightsMode | null | undefined);
  /** `en`, `vi` or `es`; empty for the nearest `lang` up the page, else the browser's. */
  get lang(): string;
  set lang(value: string | null | undefined);
  /** `auto`, `dark`, `light`. */
  get theme(): string;
  set theme(value: HouseLightsTheme | null | undefined);
  /** Any CSS colour, for ring and main button; it is brought to where it can be read. */
  get accent(): string;
  set accent(value: string | null | undefined);
  /** When the game itself is fetched: `click`, `lazy`, `eager`. */
  get loading(): string;
  set loading(value: HouseLightsLoading | null | undefined);
  /** `auto`, `reduce`, `full`. */
  get motion(): string;
  set motion(value: HouseLightsMotion | null | undefined);
  /** `off`, `on`. */
  get sound(): string;
  set sound(value: HouseLightsSound | null | undefined);
  /** The folder with `frame.html`; empty for that of `houselights.js`. */
  get src(): string;
  set src(value: string | null | undefined);

  /** Puts the game in the poster's place; it goes on where it was. The focus stays where it is. */
  play(): void;
  /** Puts the poster back and lets go of the engine; the visit is kept for the next `play()`. */
  pause(): void;
  /** Puts the poster back and forgets the visit, but neither bests nor choices. */
  reset(): void;

  addEventListener<Name extends keyof HTMLElementEventMap>(type: Name, listener: (this: HouseLightsElement, event: HTMLElementEventMap[Name]) => unknown, options?: boolean | AddEventListenerOptions): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
  removeEventListener<Name extends keyof HTMLElementEventMap>(type: Name, listener: (this: HouseLightsElement, event: HTMLElementEventMap[Name]) => unknown, options?: boolean | EventListenerOptions): void;
  removeEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | EventListenerOptions): void;
}

/** The events as React 19 takes them: `onhouselights-phase={(event) => hear(event)}`, in lower case. The event is the browser's own. */
export type HouseLightsReactListeners = {
  [Name in keyof HouseLightsEventMap as `on${Name}`]?: ((event: HouseLightsEventMap[Name]) => void) | undefined;
};

/** The events as Vue takes them: `@houselights-phase="hear"` in a template, `onHouselightsPhase` in JSX and `h()`. */
export type HouseLightsVueListeners = {
  [Name in keyof HouseLightsEventMap as Name extends `houselights-${infer Rest}` ? `onHouselights${Capitalize<Rest>}` : never]?:
    | ((event: HouseLightsEventMap[Name]) => void)
    | undefined;
};

declare global {
  interface HTMLElementTagNameMap {
    "house-lights": HouseLightsElement;
  }
  interface GlobalEventHandlersEventMap extends HouseLightsEventMap {}
  interface Window {
    /** What all widgets of the page go by where their attributes say nothing. Set it before `houselights.js` runs. */
    Houselights?: Partial<HouseLightsSettings>;
  }
}

// What is said here of a module that is not installed means nothing. Only its import() would be a fault, which @ts-ignore
// hides; tests/frameworks/types.tsx holds that it hides nothing else.

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      /** React 19 takes the element as it is: `<house-lights theme="dark" onhouselights-phase={hear} ref={widget} />`. */
      // @ts-ignore
      "house-lights": import("react").DetailedHTMLProps<import("react").HTMLAttributes<HouseLightsElement>, HouseLightsElement> & HouseLightsAttributes & HouseLightsReactListeners;
    }
  }
}

declare module "vue" {
  interface GlobalComponents {
    /** Vue 3 takes the element as it is, with `isCustomElement: (tag) => tag === "house-lights"` in the options of its compiler. */
    // @ts-ignore
    "house-lights": new () => HouseLightsElement & { $props: import("vue").HTMLAttributes & import("vue").PublicProps & HouseLightsVueProps & HouseLightsVueListeners };
  }
}

declare module "vue/jsx-runtime" {
  namespace JSX {
    interface IntrinsicElements {
      // @ts-ignore
      "house-lights": import("vue").HTMLAttributes & import("vue").ReservedProps & HouseLightsAttributes & HouseLightsVueListeners;
    }
  }
}
