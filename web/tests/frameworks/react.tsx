// A React 19 app with <house-lights> as it is. ?strict puts it in StrictMode.

import { StrictMode, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { createRoot, hydrateRoot } from "react-dom/client";
import type { Root } from "react-dom/client";
import { renderToString } from "react-dom/server";
import type { HouseLightsElement, HouseLightsEventMap, HouseLightsTheme } from "../../types/houselights";
import { later, line, place, shows } from "./app";

function App() {
  const [list, setList] = useState(shows);
  const [theme, setTheme] = useState<HouseLightsTheme>("dark");
  const [lang, setLang] = useState<string>();
  const [heard, setHeard] = useState<readonly string[]>([]);
  const first = useRef<HouseLightsElement>(null);
  const hear = (event: HouseLightsEventMap[keyof HouseLightsEventMap]): void => setHeard((before) => [...before, line(event)]);
  return (
    <>
      <button onClick={() => setTheme("light")}>Light</button>
      <button onClick={() => setLang("es")}>Spanish</button>
      <button onClick={() => setLang(undefined)}>No language</button>
      <button onClick={() => setList([later, ...list.slice(1)])}>Another date</button>
      <button onClick={() => setList(list.slice(1))}>Take away</button>
      <button onClick={() => setList(shows)}>Put back</button>
      <button onClick={() => setList(list.toReversed())}>Turn around</button>
      <button onClick={() => first.current?.play()}>Call play()</button>
      <button onClick={() => first.current?.pause()}>Call pause()</button>
      <ul aria-label="Heard">{heard.map((text, i) => <li key={i}>{text}</li>)}</ul>
      {list.map(({ title, event }, i) => (
        <house-lights
          key={title.slice(0, 9)}
          ref={i === 0 ? first : null}
          className="widget"
          event={event}
          event-title={title}
          theme={theme}
          lang={lang}
          accent="#f0a"
          onhouselights-ready={hear}
          onhouselights-start={hear}
          onhouselights-phase={hear}
          onhouselights-error={hear}
        >
          <a href="frame.html">{title}</a>
        </house-lights>
      ))}
    </>
  );
}

const tree = new URLSearchParams(location.search).has("strict") ? <StrictMode><App /></StrictMode> : <App />;
let root: Root | undefined;

globalThis.app = {
  mount: () => {
    root = createRoot(place());
    flushSync(() => root?.render(tree));
  },
  unmount: () => root?.unmount(),
  render: async () => {
    place().innerHTML = renderToString(tree);
  },
  hydrate: () => {
    root = hydrateRoot(place(), tree);
  },
};
