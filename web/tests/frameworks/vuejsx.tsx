/** @jsxImportSource vue */
// The element in Vue's JSX and in h().

import { createApp, h, ref } from "vue";
import type { HouseLightsTheme } from "../../types/houselights";
import { line, place } from "./app";

const theme = ref<HouseLightsTheme>("dark");
const heard = ref("");

createApp(() => [
  h("button", { onClick: () => (theme.value = "light") }, "Light"),
  <house-lights event="2098-01-01T00:00:00Z" event-title="In JSX" theme={theme.value} onHouselightsReady={(event) => (heard.value = line(event))} />,
  h("house-lights", { event: "2099-01-01T00:00:00Z", "event-title": "In h()", theme: theme.value, onHouselightsReady: (event: CustomEvent) => (heard.value = line(event)) }),
  h("p", { role: "status" }, heard.value),
]).mount(place());
