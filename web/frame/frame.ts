// The page in the frame: gets the game, makes the page ready for it, runs it, and has a word for the visitor when
// something is missing.

import { choose, defaultPack, isPackId } from "../shared/choices";
import { language } from "../shared/language";
import { Curtain } from "./curtain";
import type { Action } from "./curtain";
import { downloadProgram } from "./download";
import { hasWebGL2, newProgram, prepare } from "./engine";
import { Failure } from "./failure";
import { Governor } from "./governor";
import type { Host, Send } from "./host";
import { Mirror } from "./mirror";
import { loadPack } from "./pack";
import { prefersDark, readSettings } from "./settings";
import * as store from "./store";
import type { Tree } from "./tree";
import { frameWords } from "./words";

const query = new URLSearchParams(location.search);
const settings = readSettings(query, window);
const tongue = language(settings.lang, settings.locale);
const words = frameWords[tongue];
const curtain = new Curtain(document.body);
const governor = new Governor(window);
const arrival = choose(query.get("focus"), ["", "pointer", "keys"]);
const mirror = new Mirror(document.body, send, arrival);
let ended = false;

document.documentElement.lang = tongue;
setTheme(settings.theme === "auto" ? (settings.dark ? "dark" : "light") : settings.theme);
curtain.loading(words.loading);
void start().catch(end);

async function start(): Promise<void> {
  if (location.protocol === "file:") {
    throw new Failure("file", "frame.html was opened as a file: serve its folder over http");
  }
  if (!hasWebGL2()) {
    throw new Failure("graphics", "this browser gives no WebGL 2 context");
  }
  if (!isPackId(settings.pack)) {
    const { text, host } = await loadPack(settings.pack, location);
    settings.packText = text;
    settings.packHost = host;
  }
  watchPage();
  const go = newProgram((code) => end(new Failure("stopped", `the game ended with code ${code}`)));
  const program = await downloadProgram(WASM_FILE, go.importObject, (bytes) => curtain.progress(bytes, WASM_SIZE));

  prepare(() => end(new Failure("lost", "the WebGL context was lost")));
  governor.onFrame = () => {
    if (mirror.shown && !ended) {
      curtain.lift();
    }
  };
  globalThis.houselights = host;
  await governor.govern(() => go.run(program));
}

const host: Host = {
  settings,
  show(json) {
    const tree = JSON.parse(json) as Tree;
    document.documentElement.lang = tree.lang;
    setTheme(tree.theme);
    if (!ended) {
      mirror.show(tree);
    }
  },
  announce: (text, lang) => mirror.announce(text, lang),
  read: store.read,
  write: store.write,
  keep: () => {},
  nextFrame: (ms) => governor.nextFrame(ms),
  fail: (detail, kind) => end(new Failure(kind === "pack" ? "pack" : "stopped", detail)),
};

/** Tells the game something, and lets it draw what comes of it. */
function send(...event: Parameters<Send>): void {
  if (!ended) {
    host.send?.(...event);
    governor.wake();
  }
}

/** Tells the game when the page around turns dark or light, or its letters change in size. */
function watchPage(): void {
  prefersDark(window).addEventListener("change", (scheme) => {
    settings.dark = scheme.matches;
    send("theme", "", scheme.matches ? 1 : 0);
  });
  window.addEventListener("storage", ({ key }) => {
    if (key === store.key || key === null) {
      send("stored", "");
    }
  });

  const rem = document.createElement("div");
  rem.className = "rem";
  document.body.append(rem);
  new ResizeObserver(() => {
    const scale = rem.getBoundingClientRect().width / 16;
    if (scale !== settings.textScale) {
      settings.textScale = scale;
      send("textscale", "", scale);
    }
  }).observe(rem);

  // A fault of the compiled program may come up in any call that the browser makes to it.
  window.addEventListener("error", ({ error }) => {
    if (error instanceof WebAssembly.RuntimeError) {
      end(error);
    }
  });
}

function setTheme(theme: string): void {
  document.documentElement.dataset["theme"] = theme === "light" ? "light" : "dark";
}

/** Ends the game, or the way to it, with a message. The first one counts: what follows is its echo. */
function end(error: unknown): void {
  if (ended) {
    return;
  }
  ended = true;
  governor.stop();
  mirror.remove();
  const failure = error instanceof Failure ? error : new Failure("stopped", String(error));
  console.error(`houselights: ${failure.message}`);
  curtain.message({
    ...words.failures[failure.kind],
    detail: failure.kind === "pack" ? failure.message : "",
    actions: actions(failure),
    takeFocus: arrival !== "" || mirror.shown,
  });
}

function actions({ kind }: Failure): Action[] {
  const again: Action = { label: kind === "lost" ? words.reload : words.again, do: () => location.reload() };
  if (kind !== "pack" || settings.pack === defaultPack) {
    return [again];
  }
  const builtIn: Action = {
    label: words.builtIn,
    do: () => {
      query.delete("pack");
      location.search = query.toString();
    },
  };
  return [builtIn, again];
}
