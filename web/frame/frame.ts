// The page in the frame: gets the game, makes the page ready for it, runs it, and has a word for the visitor when
// something is missing.

import { Failure } from "../poster/failure";
import { footWords } from "../poster/footwords";
import type { Action } from "../poster/foot";
import type { Clock } from "../poster/poster";
import { subjectOf } from "../poster/subject";
import { Sentence, sentences } from "../poster/words";
import { choose, defaultPack } from "../shared/choices";
import { DeviceClock } from "../shared/clock";
import { language } from "../shared/language";
import type { Order, Progress, Wishes } from "../shared/protocol";
import { Curtain } from "./curtain";
import { Delivery } from "./delivery";
import { Display } from "./display";
import { Program, isAlive, makeCanvas, prepare } from "./engine";
import { Entrance } from "./entrance";
import type { Game } from "./entrance";
import { GameFile } from "./gamefile";
import { Governor } from "./governor";
import type { Host, Send } from "./host";
import { Handover, Memory, forgetAll } from "./memory";
import { measure } from "./measure";
import { Mirror } from "./mirror";
import { PackFailure } from "./packfailure";
import { saveFile } from "./save";
import { Around, prefersCalm, prefersDark, readLoading } from "./settings";
import { Sight } from "./sight";
import { Speaker } from "./sound";
import * as store from "./store";
import { Talk } from "./talk";
import type { Tree } from "./tree";
import { wayBehind } from "./way";
import { frameWords } from "./words";
import { WordPress } from "./wordpress";

/** How long the element around may take to say what to go on with: it has that in its hands. */
const patienceForVisit = 2_000;

/** The system's own colours are wanted: see plain.css. */
const forcedColors = matchMedia("(forced-colors: active)");

const query = new URLSearchParams(location.search);
const fragment = new URLSearchParams(location.hash.slice(1));
const around = new Around(query, fragment, window);
const { settings } = around;
const arrival = choose(fragment.get("focus"), ["", "pointer", "keys"]);
/** The language of the page: what was asked for, then what the game speaks. */
let tongue = language(settings.lang, settings.locale);
/** Whether the game cannot draw the letters of what is written. */
let isUndrawn = false;

document.documentElement.lang = tongue;
showTheme();

// Of its own for each widget that is set up in another way, or stands elsewhere in the page.
const ownMemory = () => new Memory([store.key, settings.pack, settings.mode, settings.event, ...fragment.getAll("place")].join(" "), tellVisit);
let memory = ownMemory();
/** What the poster on the curtain knows of the clock. */
const told: Clock = { skew: settings.skew, notes: settings.skew === 0 ? {} : CLOCK_NOTE };
const curtain = new Curtain(document.body, () => subjectOf(tongue, settings.pack, settings.event, settings.eventTitle), told, accent);
const gameFile = new GameFile(WASM_FILE, WASM_SIZE, WASM_GZIP);
const governor = new Governor(window);
const handover = new Handover(fragment.has("resume"), patienceForVisit);
const talk = new Talk(fragment, parent, obey);
const mirror = new Mirror(document.body, send, () => talk.tell({ type: "leave" }), arrival);
const sight = new Sight(look);
const speaker = new Speaker(mayBeHeard);
const delivery = new Delivery(settings, { onProgress: tellProgress, offer: offerBuiltIn, onEnd: keepFocus });
const clock = new DeviceClock(settings.skew, () => fetch("frame.html", { method: "HEAD", cache: "no-store" }), corrected);
/** Whether the element around keeps its poster over the frame until there is something to see. */
let covered = fragment.has("covered");
let display: Display | undefined;
/** A canvas that no program has had yet: a browser gives few of them. */
let canvas: HTMLCanvasElement | undefined;
/** The game, once it has been asked for. */
let game: Promise<WebAssembly.Module> | undefined;
/** Ends its download. */
let unwanted = new AbortController();
let program: Program | undefined;
/** Counts the times that the game has been begun: only the last one counts. */
let turn = 0;
/** How far it is on its way. */
let way = NaN;
/** Whether the clock has been held against the host's. */
let checked = false;
/** Whether the program has shown something since it started. */
let shown = false;
/** What the game kept when it stopped by itself. */
let fatal: string | null = null;
/** When the browser took the graphics away, in Unix milliseconds. */
const losses: number[] = [];
let lostUnseen = false;

document.addEventListener("keydown", ({ key }) => {
  if (key === "Escape" && !mirror.shown) {
    talk.tell({ type: "leave" });
  }
});

/** Gets what is needed and plays, from where the game was when there was one before. */
function begin(): void {
  keepFocus();
  if (!covered) {
    curtain.loading();
  }
  play();
}

/** What has the focus on the curtain is about to go: the game shall have it. */
function keepFocus(): void {
  if (curtain.hasFocus) {
    mirror.expectFocus();
  }
}

/** The game as it is before anybody has asked for it. */
const gameAhead: Game = {
  get isBegun() {
    return turn > 0;
  },
  begin,
  press() {
    mirror.expectFocus(); // not every browser has put it on the button
    begin();
  },
  fetch: () => (game ??= fetchGame()),
  cancel() {
    if (turn === 0) {
      unwanted.abort();
      game = undefined;
    }
  },
};

function play(): void {
  const own = ++turn;
  load(own).catch((error: unknown) => {
    if (own === turn) {
      end(error);
    }
  });
}

/** Gets what the game needs, all at the same time, and runs it, unless another turn has begun by then. */
async function load(own: number): Promise<void> {
  if (location.protocol === "file:") {
    throw new Failure("file", "frame.html was opened as a file: serve its folder over http");
  }
  if (!talk.isUnderstood) {
    throw new Failure("version", talk.mismatch);
  }
  if (getComputedStyle(document.documentElement).getPropertyValue("--text") === "") {
    throw new Failure("missing", "the style of frame.html is not there: publish the whole folder again");
  }
  game ??= fetchGame();
  const coming = Promise.all([game, delivery.get(game)]);
  coming.catch(() => {}); // it is heard below
  if (display === undefined) {
    prepare(lost);
    display = new Display((ratio) => {
      settings.ratio = ratio;
      send("ratio", "", ratio);
    });
  }
  canvas = isAlive(canvas) ? canvas : makeCanvas();
  if (canvas === undefined) {
    unwanted.abort();
    game = undefined;
    throw new Failure("graphics", "this browser gives no WebGL 2 context");
  }
  const [module] = await coming;
  await handover.over;
  if (own === turn) {
    await run(module);
  }
}

function fetchGame(): Promise<WebAssembly.Module> {
  way = NaN;
  unwanted = new AbortController();
  const coming = gameFile.compile((bytes) => {
    way = wayBehind(bytes, WASM_SIZE, WASM_PORTIONS);
    tellProgress();
  }, unwanted.signal);
  coming.catch(() => {
    if (game === coming) {
      game = undefined; // the next try begins anew
    }
  });
  return coming;
}

/** From now on there is something to see. A reload of the frame shall find nothing over it either. */
function uncover(): void {
  if (covered) {
    covered = false;
    fragment.delete("covered");
    history.replaceState(null, "", `#${fragment.toString()}`);
  }
}

function tellProgress(): void {
  const { awaited } = delivery;
  const progress: Progress = awaited === undefined ? { share: way } : { share: NaN, ...awaited };
  if (covered) {
    talk.tell({ type: "progress", ...progress });
  } else {
    curtain.progress(progress);
  }
}

/** Offers the pack that is built in to a visitor who waits for another. Returns what takes the offer back. */
function offerBuiltIn(): () => void {
  if (covered) {
    uncover();
    curtain.loading();
    tellProgress();
    talk.tell({ type: "shown" });
  }
  const accept = (): void => {
    takeBuiltIn();
    curtain.loading();
  };
  return curtain.offer({ label: frameWords[tongue].builtIn, do: accept });
}

/** From now on it is the pack that is built in, after a reload too. */
function takeBuiltIn(): void {
  query.delete("pack");
  history.replaceState(null, "", `?${query.toString()}${location.hash}`);
  takePack(defaultPack);
}

async function run(module: WebAssembly.Module): Promise<void> {
  // On a long way the browser may have taken it away again.
  const own = isAlive(canvas) ? canvas : makeCanvas();
  canvas = undefined;
  if (own === undefined) {
    throw new Failure("lost", "the WebGL context was lost before the game came, and there is no other");
  }
  settings.snapshot = memory.text;
  settings.seen = memory.seen;
  shown = false;
  const started = new Program(own, (code) => end(new Failure("stopped", `the game ended with code ${code}`)));
  program = started;
  await started.load(module);
  globalThis.houselights = host;
  governor.govern(() => started.start(end));
  if (!sight.isSeen) {
    send("seen", "", 0); // it takes itself to be seen
  }
}

governor.beforeFrame = () => clock.look();

governor.onFrame = () => {
  display?.check();
  if (mirror.shown && !shown) {
    shown = true;
    uncover();
    curtain.lift();
    talk.tell({ type: "ready" });
    tellVisit(); // from now on it is seen
    if (!checked) {
      checked = true;
      void clock.check();
    }
  }
};

/** Stops the program. What it last kept is there for the next. */
function stop(): void {
  if (sight.isSeen && shown) {
    memory.see();
  }
  shown = false;
  program?.stop();
  program = undefined;
  delete host.send;
  governor.stop();
  speaker.stop();
  mirror.remove();
}

/** Says why there is no game. What comes after the first failure is its echo. */
function end(error: unknown): void {
  if (curtain.isFailed) {
    return;
  }
  const failure = error instanceof Failure ? error : new Failure("stopped", String(error));
  if (failure.kind === "stopped" && (!shown || memory.text === fatal)) {
    memory.forget(); // it seems to be what it stumbles over
  }
  fatal = memory.text;
  delivery.stop();
  if (failure.kind === "pack") {
    delivery.refuse();
  }
  const wantsFocus = mirror.wantsFocus;
  stop();
  console.error(`houselights: ${failure.message}`);
  uncover();
  curtain.failure(sentence(failure), failure.message, actions(failure), wantsFocus);
  talk.tell({ type: "error", kind: failure.kind, detail: failure.message });
  const retry = (): void => {
    if (curtain.isFailed) {
      begin();
    }
  };
  if (failure.kind === "network" || (failure instanceof PackFailure && failure.fault === "late")) {
    window.addEventListener("online", retry, { once: true });
  }
  if (settings.kiosk) {
    setTimeout(retry, 10_000); // nobody is there to press a button
  }
}

function sentence(failure: Failure): string {
  return failure instanceof PackFailure ? frameWords[tongue].packFaults[failure.fault](failure.host) : footWords[tongue].sentences[failure.kind];
}

function actions({ kind }: Failure): Action[] {
  // What stands in the way of a page that is there already can only be mended in a new one.
  const anew = kind === "version" || kind === "missing" || kind === "policy" || kind === "file";
  const again = { label: footWords[tongue].again, do: anew ? () => talk.askAgain() || location.reload() : begin };
  if (kind !== "pack" || settings.pack === defaultPack) {
    return [again];
  }
  const builtIn = () => {
    takeBuiltIn();
    begin();
  };
  return [{ label: frameWords[tongue].builtIn, do: builtIn }, again];
}

/** The browser took the graphics away, which it does to hidden pages too. The game goes on in a new canvas. */
function lost(): void {
  if (program === undefined) {
    return;
  }
  stop();
  const now = Date.now();
  losses.push(now);
  if (losses.filter((time) => now - time < 60_000).length > 3) {
    end(new Failure("lost", "the WebGL context was lost again and again"));
    return;
  }
  curtain.loading(frameWords[tongue].restoring);
  lostUnseen = !sight.isSeen;
  if (!lostUnseen) {
    play();
  }
}

/** The device's clock is wrong, or right again. */
function corrected(skew: number, jump: number): void {
  told.skew = settings.skew = skew;
  told.notes = skew === 0 ? {} : CLOCK_NOTE;
  send("clock", String(jump), skew);
  talk.tell({ type: "clock", skew });
}

/** Follows whether anybody can see the frame. */
function look(seen: boolean): void {
  clock.look();
  if (!seen) {
    speaker.stop();
  }
  if (!seen && shown) {
    memory.see();
  }
  tellVisit();
  governor.sleep(!seen);
  display?.sleep(!seen);
  send("seen", "", seen ? 1 : 0);
  if (seen && lostUnseen) {
    lostUnseen = false;
    play();
  }
}

/**
 * Whether a sound may be played now. A browser would complain of one before the visitor has pressed something here; in a
 * foyer nobody may, and the browser there can be set up to allow it.
 */
function mayBeHeard(): boolean {
  return sight.isSeen && (settings.kiosk || navigator.userActivation?.hasBeenActive !== false);
}

const host: Host = {
  settings,
  show(json) {
    const tree = JSON.parse(json) as Tree;
    tongue = language(tree.lang);
    document.documentElement.lang = tree.lang;
    isUndrawn = tree.plain ?? false;
    setTheme(tree.theme);
    mirror.show(tree);
  },
  announce: (text, lang) => mirror.announce(text, lang),
  learnSound: (name, samples, rate) => speaker.learn(name, samples, rate),
  playSound: (name) => speaker.play(name),
  read: store.read,
  write: store.write,
  keep: (text, lasting) => memory.keep(text, lasting),
  erase() {
    store.erase();
    forgetVisits();
  },
  tell: (name, detail) => talk.news(name, detail),
  save: saveFile,
  nextFrame: (ms) => governor.nextFrame(ms),
  offset: (unix) => -60 * new Date(unix * 1000).getTimezoneOffset(),
  fail(detail, kind) {
    const { packHost } = settings;
    end(kind === "pack" && packHost !== "" ? new PackFailure("broken", packHost, detail) : new Failure(kind === "pack" ? "pack" : "stopped", detail));
  },
};

/** Tells the game something, and lets it draw what comes of it. */
function send(...event: Parameters<Send>): void {
  host.send?.(...event);
  governor.wake();
}

/** Does what the element around says. */
function obey(order: Order): void {
  switch (order.type) {
    case "sight":
      sight.tell(order.value);
      break;
    case "resume":
      handover.take(memory, order.text, order.seen);
      break;
    case "settings":
      grant(order);
      break;
  }
}

/** Follows what the element asks for by now. The game that runs hears of what it can follow; another pack begins another game. */
function grant(wishes: Wishes): void {
  const changes = around.grant(wishes);
  tellAround();
  for (const change of changes) {
    if (change === "pack") {
      takePack(wishes.pack || defaultPack);
      begin();
      return;
    }
    send(change, "");
  }
}

/** Plays another pack from now on. */
function takePack(pack: string): void {
  delivery.stop();
  keepFocus();
  stop();
  Object.assign(settings, { pack, packText: null, packHost: "", translations: [] });
  memory = ownMemory();
  curtain.lift(); // the next has another subject
}

/** Tells the game what is around it. */
function tellAround(): void {
  if (program === undefined) {
    tongue = language(settings.lang, settings.locale);
    document.documentElement.lang = tongue;
    showTheme();
  }
  send("around", "");
}

/** Forgets all visits, also those of widgets that rest: of these the element around has hold. */
function forgetVisits(): void {
  forgetAll(`${store.key} `);
  memory.forget();
  talk.tell({ type: "erased" });
}

/** Tells the element around what there is to go on with, once that is known: it would forget what it is about to hand over. */
function tellVisit(): void {
  if (!handover.isAwaited) {
    talk.tell({ type: "kept", text: memory.text, seen: sight.isSeen ? (shown ? 0 : memory.seen) : memory.seen || Date.now() }); // 0 says that it is seen
  }
}

/** Tells the game when the page around turns dark or light, and what other tabs do. */
function watchPage(): void {
  for (const preference of [prefersDark(window), prefersCalm(window)]) {
    preference.addEventListener("change", () => {
      around.follow();
      tellAround();
    });
  }
  window.addEventListener("storage", ({ key }) => {
    if (key === store.key || key === null) {
      const isErased = store.read() === null;
      if (isErased) {
        forgetVisits(); // a game that is hidden hears of it later, and its page may be loaded anew before
      }
      send(isErased ? "erased" : "stored", "");
    }
  });

  // A fault of the compiled program may come up in any call that the browser makes to it.
  window.addEventListener("error", ({ error }) => {
    if (error instanceof WebAssembly.RuntimeError || /wasm/.test(String((error as Error | null)?.stack))) {
      end(error);
    }
  });
}

/** The colour that the page asks for, such as it can be read in either theme. */
function accent(): string {
  const { accentDark, accentLight } = settings;
  return accentDark && `light-dark(${accentLight}, ${accentDark})`;
}

/** Shows the theme that is asked for, as long as no game says which it is. */
function showTheme(): void {
  setTheme(settings.theme === "auto" ? (settings.dark ? "dark" : "light") : settings.theme);
}

function setTheme(theme: string): void {
  const { classList } = document.documentElement;
  classList.toggle("light", theme === "light");
  classList.toggle("dark", theme !== "light");
  showPlain();
}

/** Shows the mirror itself where the canvas is not to be seen. */
function showPlain(): void {
  document.documentElement.classList.toggle("plain", isUndrawn || forcedColors.matches);
}

forcedColors.addEventListener("change", showPlain);
measure((letters, covered) => {
  const before = { ...settings };
  around.letters = letters;
  around.cover(covered);
  if ((Object.keys(before) as (keyof typeof before)[]).some((name) => settings[name] !== before[name])) {
    tellAround();
  }
});
governor.sleep(!sight.isSeen);
watchPage();
const loading = settings.kiosk ? "eager" : readLoading(query); // there is nobody to press Play
new Entrance(curtain, gameAhead, () => sentences(tongue)[Sentence.play]!, loading, talk.isBare, settings.confined, new WordPress(parent));
