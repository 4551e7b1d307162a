// What the types say. Only checked, never run: a line that should be a fault and is none is one.

import { createRef } from "react";
import type { GlobalComponents } from "vue";
import type { HouseLights } from "../../element/element";
import type * as types from "../../types/houselights";
import type { FailureKind } from "../../poster/failure";
import type { loadings, modes, motions, sounds, themes } from "../../shared/choices";
import type { NewsName } from "../../shared/protocol";

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const agree = <_ extends true>(): void => {};

// Types and scripts agree.
agree<Same<types.HouseLightsMode, (typeof modes)[number]>>();
agree<Same<types.HouseLightsTheme, (typeof themes)[number]>>();
agree<Same<types.HouseLightsLoading, (typeof loadings)[number]>>();
agree<Same<types.HouseLightsMotion, (typeof motions)[number]>>();
agree<Same<types.HouseLightsSound, (typeof sounds)[number]>>();
agree<Same<types.HouseLightsErrorType, FailureKind>>();
agree<Same<keyof types.HouseLightsEventMap, `houselights-${NewsName | "ready" | "error"}`>>();
export const element = (inside: HouseLights): types.HouseLightsElement => inside;

// In plain scripts.
const widget = document.createElement("house-lights");
widget.theme = "dark";
widget.theme = null;
widget.eventTitle = undefined;
// @ts-expect-error: no such theme
widget.theme = "blue";
// @ts-expect-error: what an element says may be anything
widget.mode satisfies types.HouseLightsMode;
widget.addEventListener("houselights-answer", function ({ detail }) {
  this.pause();
  agree<Same<typeof detail.points, number>>();
  // @ts-expect-error: an answer has no best
  void detail.best;
});
document.addEventListener("houselights-phase", ({ detail }) => agree<Same<typeof detail.phase, types.HouseLightsPhase>>());
widget.addEventListener("click", ({ clientX }) => agree<Same<typeof clientX, number>>());
document.querySelector("house-lights")?.reset();
window.Houselights = { accent: "#f0a", eventTitle: "The day", sound: "on" };
// @ts-expect-error: no such value
window.Houselights = { sound: "loud" };
// @ts-expect-error: properties are named, not attributes
window.Houselights = { "event-title": "The day" };

// In React.
export const react = [
  <house-lights ref={createRef<types.HouseLightsElement>()} mode="daily" event-title="The day" style={{ minHeight: "30rem" }} onClick={({ currentTarget }) => currentTarget.play()} />,
  <house-lights onhouselights-complete={({ detail }) => agree<Same<typeof detail.best, boolean>>()} />,
  // @ts-expect-error: no such mode
  <house-lights mode="quiz" />,
  // @ts-expect-error: no such attribute
  <house-lights colour="#f0a" />,
  // @ts-expect-error: lost where the page is built before the script has come
  <house-lights eventTitle="The day" />,
  // @ts-expect-error: an error has no phase
  <house-lights onhouselights-error={({ detail }) => detail.phase} />,
  // @ts-expect-error: another element's ref
  <house-lights ref={createRef<HTMLVideoElement>()} />,
];

// In Vue's templates, as its tools read them.
type VueProps = InstanceType<GlobalComponents["house-lights"]>["$props"];
export const vue: readonly VueProps[] = [
  { mode: "daily", eventTitle: "The day", class: "widget", onHouselightsComplete: ({ detail }) => agree<Same<typeof detail.best, boolean>>() },
  // @ts-expect-error: no such mode
  { mode: "quiz" },
  // @ts-expect-error: no such attribute
  { colour: "#f0a" },
  // @ts-expect-error: an error has no phase
  { onHouselightsError: ({ detail }) => detail.phase },
];
