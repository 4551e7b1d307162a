// From Play on: the frame with the game, in the widget's place or, where that is too small to play in, in a dialog.

import type { FailureKind } from "../poster/failure";
import type { Progress } from "../poster/foot";
import { DeviceClock } from "../shared/clock";
import { footWords } from "../poster/footwords";
import { showFailure, showLoading } from "../poster/foot";
import footCSS from "../poster/foot.css";
import { make } from "../poster/poster";
import { wholePack } from "../shared/choices";
import { canTalk, mismatch, readGreeting, readReport, version } from "../shared/protocol";
import type { Arrival, Sight } from "../shared/protocol";
import type { HouseLights } from "./element";
import css from "./player.css";
import { playerWords } from "./words";

/** How long the page in the frame may take to greet, in milliseconds; … */
const patience = 20_000;
/** … and after all of it has come, when something else stands in its place. */
const patienceAfterLoad = 2_000;
/** How long the game may take before the visitor is told that it is on its way: a word that comes and goes disturbs. */
const patienceForGame = 500;
/** How long a finger's click may take after the finger has gone up, in milliseconds. */
const patienceForClick = 500;

/** The least box to play in, in CSS pixels. */
const least = { width: 320, height: 240 };

/** The address of the folder with frame.html, or of a file in it: this script's own. Known only while it runs for the first time. */
const folder = (document.currentScript as HTMLScriptElement).src;

const sheet = new CSSStyleSheet();
sheet.replaceSync(footCSS + css);

const houseLights = (): typeof HouseLights => customElements.get("house-lights") as typeof HouseLights;

let watch = 0;

/** Has all posters of the page count by a clock that is so much ahead of the device's, until that is set right. */
function correct(skew: number): void {
  Object.assign(houseLights().clock, { skew, notes: skew === 0 ? {} : CLOCK_NOTE });
  for (const widget of document.querySelectorAll<HouseLights>("house-lights")) {
    if (widget.shadow.querySelector("iframe") === null) {
      widget.paint(); // at once: some posters look at the clock but once a minute
    }
  }
  window.clearInterval(watch);
  if (skew !== 0) {
    // The game that knows more may go before the clock is set.
    const clock = new DeviceClock(skew, () => Promise.reject(), correct);
    watch = window.setInterval(() => clock.look(), 60_000);
  }
}

export class Player {
  private frame: HTMLIFrameElement | undefined;
  private dialog: HTMLDialogElement | undefined;
  private port: MessagePort | undefined;
  private secret = "";
  /** Whether the game is asked for: a frame may get itself ready before, unseen. */
  private asked = false;
  /** Whether there is something to see in the frame: the game, or why there is none. */
  private hasSight = false;
  private timer = 0;
  private slow = 0;
  /** How far the game is, and what shows it. */
  private progress: Progress = { share: NaN };
  private showProgress: ((progress: Progress) => void) | undefined;
  private readonly afterGame = make("span", "after");

  constructor(private readonly widget: HouseLights) {
    widget.shadow.adoptedStyleSheets.push(sheet);
    this.afterGame.setAttribute("role", "note");
    // In the order of Tab only while the focus is there, so that Tab goes on from there.
    this.afterGame.addEventListener("blur", () => (this.afterGame.tabIndex = -1));
  }

  /** Whether the game has the poster's place, or is on its way there. */
  get isOpen(): boolean {
    return this.asked && this.dialog === undefined;
  }

  /** Takes what happened to the Play button, or "play" from a script. */
  take(event: Event): void {
    if (!this.widget.isConnected) {
      return; // it has been taken out of the page in the meantime
    }
    if (event.type === "pointerdown") {
      this.warm(event as PointerEvent);
    } else if (event.type === "click") {
      // A click by keyboard counts no clicks of a pointer.
      this.start((event as MouseEvent).detail > 0 ? "pointer" : "keys");
    } else if (event.type === "play") {
      this.startByScript();
    }
  }

  /** Takes everything away again. */
  drop(): void {
    window.clearTimeout(this.timer);
    window.clearTimeout(this.slow);
    window.removeEventListener("message", this.greeted);
    document.removeEventListener("securitypolicyviolation", this.refused);
    this.port?.close();
    this.frame?.remove();
    this.afterGame.remove();
    this.dialog?.remove();
    this.port = this.frame = this.dialog = this.showProgress = undefined;
    this.asked = this.hasSight = false;
    this.progress = { share: NaN };
  }

  /** Begins the downloads with the pointer still down. */
  private warm({ button, isPrimary }: PointerEvent): void {
    const play = this.widget.playButton;
    // By now the press may be over, or the page being scrolled by it.
    if (this.frame !== undefined || this.isSmall() || button !== 0 || !isPrimary || !play.matches(":active")) {
      return;
    }
    this.frame = this.makeFrame("pointer");
    this.frame.inert = true;
    this.widget.shadow.prepend(this.frame);
    const up = (event: Event): void => {
      window.removeEventListener("pointerup", up);
      window.removeEventListener("pointercancel", up);
      // A click comes at once, after a finger a little later. Else it was none.
      const patience = event.type === "pointerup" && event.composedPath().includes(play) ? patienceForClick : 0;
      window.setTimeout(() => this.asked || this.drop(), patience);
    };
    window.addEventListener("pointerup", up);
    window.addEventListener("pointercancel", up);
  }

  /** The focus stays where it is, but where it was on Play. A dialog would take it, so that takes a visitor's doing. */
  private startByScript(): void {
    const onPlay = this.widget.shadow.activeElement === this.widget.playButton;
    if (this.isSmall() && !onPlay && !navigator.userActivation.isActive) {
      console.warn("houselights: play() in a box too small to play in opens a dialog, and only does when the visitor has pressed something");
      return;
    }
    this.start(onPlay ? "keys" : "");
  }

  private start(by: Arrival): void {
    if (this.dialog !== undefined) {
      if (!this.dialog.open) {
        this.dialog.showModal();
        this.tellSight(true);
        this.frame?.focus();
      }
      return;
    }
    if (this.asked) {
      return;
    }
    if (this.frame !== undefined && this.isSmall()) {
      this.drop(); // the box was larger when the pointer went down
    }
    this.asked = true;
    const frame = (this.frame ??= this.makeFrame(by));
    frame.inert = false;
    if (this.isSmall()) {
      this.openDialog(frame);
    } else {
      if (!frame.isConnected) {
        this.widget.shadow.prepend(frame);
      }
      this.afterGame.textContent = this.words.after;
      frame.after(this.afterGame);
    }
    if (this.hasSight) {
      this.uncover();
    } else if (this.dialog === undefined) {
      this.slow = window.setTimeout(() => {
        this.showProgress = showLoading(this.widget.poster.foot, footWords[this.widget.language]);
        this.showProgress(this.progress);
      }, patienceForGame);
    }
    if (this.port === undefined) {
      this.wait(patience, "network", `no answer in ${patience / 1000} seconds`);
    }
    if (by !== "") {
      frame.focus();
      // Once more when the page in the frame has replaced the blank one, unless the visitor went elsewhere in the meantime.
      frame.addEventListener("load", () => {
        if (this.widget.shadow.activeElement === frame) {
          frame.focus();
        }
      });
    }
    // The poster stays until the game is there; who leaves the frame before shall not land on a button that goes.
    this.widget.playButton.inert = this.dialog === undefined;
  }

  private openDialog(frame: HTMLIFrameElement): void {
    const dialog = make("dialog", "");
    dialog.part.add("dialog");
    dialog.setAttribute("aria-label", frame.title);
    const close = make("button", "close", "×");
    close.setAttribute("aria-label", this.words.close);
    close.addEventListener("click", () => dialog.close());
    dialog.addEventListener("close", () => this.tellSight(false));
    dialog.append(frame, close);
    this.dialog = dialog;
    this.widget.shadow.append(dialog);
    dialog.showModal();
  }

  /** A frame in a closed dialog cannot know that it is not seen. */
  private tellSight(value: boolean): void {
    const sight: Sight = { type: "sight", value };
    this.port?.postMessage(sight);
  }

  /** Takes the poster away from over the frame. */
  private uncover(): void {
    window.clearTimeout(this.slow);
    if (this.dialog === undefined) {
      this.widget.poster.remove();
    }
  }

  /** Where it has no box at all, it is not small: it may get one of any size. */
  private isSmall(): boolean {
    const { width, height } = this.widget.getBoundingClientRect();
    return width * height > 0 && (width < least.width || height < least.height);
  }

  private makeFrame(by: Arrival): HTMLIFrameElement {
    const { widget } = this;
    const frame = make("iframe", "");
    this.secret = crypto.getRandomValues(new Uint32Array(4)).join("-");
    frame.src = this.address(by);
    frame.title = this.words.game(widget.poster.subject.title);
    // A browser that cannot share complains of the word.
    frame.allow = `autoplay; fullscreen; clipboard-write${"share" in navigator ? "; web-share" : ""}`;
    frame.referrerPolicy = "strict-origin-when-cross-origin";
    frame.part.add("frame");
    frame.addEventListener("load", () => {
      if (this.port === undefined && this.asked) {
        if (navigator.onLine) {
          this.wait(patienceAfterLoad, "missing", "something else is in its place: publish the whole folder again");
        } else {
          this.fail("network", `${frame.src}: there is no connection`);
        }
      }
    });
    window.addEventListener("message", this.greeted);
    document.addEventListener("securitypolicyviolation", this.refused);
    return frame;
  }

  /** The settings are the frame's query. What is between the two is behind the #, so that a cache knows the page again. */
  private address(by: Arrival): string {
    const address = new URL("frame.html", folder);
    const { pack, event, mode, theme, language } = this.widget;
    const title = this.widget.getAttribute("event-title");
    // As the page says it: what is wrong with a value, the frame says.
    for (const [name, value] of Object.entries({ pack: wholePack(pack, document.baseURI), event, "event-title": title, mode, lang: language, theme })) {
      if (value) {
        address.searchParams.set(name, value);
      }
    }
    const textScale = parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
    const fragment = new URLSearchParams({ version: String(version), secret: this.secret, focus: by, textscale: String(textScale) });
    const { skew } = houseLights().clock;
    if (skew !== 0) {
      fragment.set("skew", String(skew));
    }
    if (!this.isSmall()) {
      fragment.set("covered", ""); // by the poster, until there is something to see
    }
    address.hash = fragment.toString();
    return address.href;
  }

  private readonly greeted = ({ source, data, ports }: MessageEvent): void => {
    const greeting = readGreeting(data);
    const port = ports[0];
    if (this.frame === undefined || source !== this.frame.contentWindow || greeting?.secret !== this.secret || port === undefined) {
      return;
    }
    window.clearTimeout(this.timer);
    if (!canTalk(greeting.houselights)) {
      this.fail("version", mismatch(version, greeting.houselights));
      return;
    }
    this.port = port;
    port.onmessage = (message) => this.report(message.data);
    if (this.dialog?.open === false) {
      this.tellSight(false); // closed while it was loading
    }
  };

  private report(data: unknown): void {
    const report = readReport(data);
    switch (report?.type) {
      case "progress":
        this.progress = report;
        this.showProgress?.(report);
        break;
      case "clock":
        correct(report.skew);
        break;
      case "shown":
        this.sight();
        break;
      case "ready":
        this.sight();
        this.tell("ready", {});
        break;
      case "again":
        this.again();
        break;
      case "leave":
        if (this.dialog === undefined) {
          this.afterGame.tabIndex = 0;
          this.afterGame.focus({ preventScroll: true });
        } else {
          this.dialog.close();
        }
        break;
      case "error":
        this.sight();
        this.tell("error", { type: report.kind, message: report.detail });
        break;
    }
  }

  /** There is something to see in the frame. */
  private sight(): void {
    this.hasSight = true;
    if (this.asked) {
      this.uncover();
    }
  }

  /** The page around does not allow the frame. */
  private readonly refused = ({ blockedURI, disposition, effectiveDirective }: SecurityPolicyViolationEvent): void => {
    const { src = "" } = this.frame ?? {};
    if (disposition === "enforce" && effectiveDirective === "frame-src" && src.startsWith(blockedURI)) {
      this.fail("policy", `${src}: the page's policy refuses it: add ${new URL(src).origin} to frame-src`);
    }
  };

  private wait(ms: number, kind: FailureKind, what: string): void {
    window.clearTimeout(this.timer);
    const { src } = this.frame ?? {};
    this.timer = window.setTimeout(() => this.fail(kind, `${src}: ${what}`), ms);
  }

  /** Begins anew, with a new frame. */
  private again(): void {
    const inDialog = this.dialog !== undefined;
    this.drop();
    this.widget.paint();
    if (!inDialog || this.isSmall()) {
      this.start("keys");
    }
  }

  /** Brings the poster back with a word on what happened. */
  private fail(kind: FailureKind, detail: string): void {
    const { widget } = this;
    const focused = widget.shadow.activeElement !== null;
    this.drop();
    widget.paint();
    const words = footWords[widget.language];
    const again = showFailure(widget.poster.foot, words, words.sentences[kind], detail, [{ label: words.again, do: () => this.start("keys") }]);
    if (focused) {
      again?.focus({ preventScroll: true });
    }
    console.error(`houselights: ${detail}`);
    this.tell("error", { type: kind, message: detail });
  }

  /** Tells the page around. */
  private tell(what: string, detail: object): void {
    this.widget.dispatchEvent(new CustomEvent(`houselights-${what}`, { bubbles: true, composed: true, detail }));
  }

  private get words(): (typeof playerWords)["en"] {
    return playerWords[this.widget.language];
  }
}
