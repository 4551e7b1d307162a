// What the apps have in common: what they show, and how the tests get at them.

import type { HouseLightsEventMap } from "../../types/houselights";

export interface App {
  mount(): void;
  unmount(): void;
  /** Renders the app as a server does. */
  render(): Promise<void>;
  /** Takes over what was rendered. */
  hydrate(): void;
}

declare global {
  var app: App;
}

export interface Show {
  readonly title: string;
  readonly event: string;
}

export const shows: readonly Show[] = [
  { title: "The premiere", event: "2098-01-01T00:00:00Z" },
  { title: "The party", event: "2099-01-01T00:00:00Z" },
];

export const later: Show = { title: "The premiere, later", event: "2098-06-01T00:00:00Z" };

/** What the apps show of an event. */
export const line = ({ type, detail }: HouseLightsEventMap[keyof HouseLightsEventMap]): string => `${type} ${JSON.stringify(detail)}`;

/** Where the app goes. */
export const place = (): HTMLElement => document.querySelector("main") ?? document.body;
