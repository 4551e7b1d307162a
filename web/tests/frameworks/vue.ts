// A Vue 3 app with <house-lights> as it is, from a template that is compiled in the page.

import { compile, createApp, createSSRApp, defineComponent, ref, useTemplateRef } from "vue/dist/vue.esm-bundler.js";
import type { App } from "vue";
import { renderToString } from "vue/server-renderer";
import type { HouseLightsElement, HouseLightsEventMap, HouseLightsTheme } from "../../types/houselights";
import { later, line, place, shows } from "./app";

const template = `
  <button @click="theme = 'light'">Light</button>
  <button @click="lang = 'es'">Spanish</button>
  <button @click="lang = undefined">No language</button>
  <button @click="list = [later, ...list.slice(1)]">Another date</button>
  <button @click="list = list.slice(1)">Take away</button>
  <button @click="list = shows">Put back</button>
  <button @click="list = list.toReversed()">Turn around</button>
  <button @click="widgets[0].play()">Call play()</button>
  <button @click="widgets[0].pause()">Call pause()</button>
  <ul aria-label="Heard"><li v-for="text in heard">{{ text }}</li></ul>
  <house-lights
    v-for="{ title, event } in list"
    :key="title.slice(0, 9)"
    ref="widgets"
    class="widget"
    :event="event"
    :event-title="title"
    :theme="theme"
    :lang="lang"
    accent="#f0a"
    @houselights-ready="hear"
    @houselights-start="hear"
    @houselights-phase="hear"
    @houselights-error="hear"
  >
    <a href="frame.html">{{ title }}</a>
  </house-lights>`;

const component = defineComponent({
  setup() {
    const list = ref(shows);
    const theme = ref<HouseLightsTheme>("dark");
    const lang = ref<string>();
    const heard = ref<string[]>([]);
    const widgets = useTemplateRef<HouseLightsElement[]>("widgets");
    const hear = (event: HouseLightsEventMap[keyof HouseLightsEventMap]): number => heard.value.push(line(event));
    return { list, theme, lang, heard, widgets, hear, shows, later };
  },
  render: compile(template, { isCustomElement: (tag) => tag === "house-lights" }),
});

let root: App | undefined;

globalThis.app = {
  mount: () => {
    root = createApp(component);
    root.mount(place());
  },
  unmount: () => root?.unmount(),
  render: async () => {
    place().innerHTML = await renderToString(createSSRApp(component));
  },
  hydrate: () => {
    root = createSSRApp(component);
    root.mount(place());
  },
};
