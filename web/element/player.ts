// From Play on: the frame with the game, in the widget's place or, where that is too small to play in, in a dialog.

import type { FailureKind } from "../poster/failure";
import { DeviceClock } from "../shared/clock";
import { footWords } from "../poster/footwords";
import { showFailure, showLoading } from "../poster/foot";
import footCSS from "../poster/foot.css";
import { make, tell } from "../poster/poster";
import { complain, loadings } from "../shared/choices";
import { canTalk, mismatch, readGreeting, readReport, version } from "../shared/protocol";
import type { Arrival, Order, Progress, Visit, Wishes } from "../shared/protocol";
import { addressOf, wishesOf } from "./address";
import type { Happening, HouseLights } from "./element";
import css from "./player.css";
import { playerWords } from "./playerwords";
import { Stay, forgetAll } from "./stay";

/** How long the page in the frame may take to greet, in milliseconds; … */
const patience = 20_000;
/** … and after all of it has come, when something else stands in its place. */
const patienceAfterLoad = 2_000;
/** How long the game may take before the visitor is told that it is on its way: a word that comes and goes disturbs. */
const patienceForGame = 500;
/** How long a finger's click may take after the finger has gone up, in milliseconds. */
const patienceForClick = 500;

const keptAway = "something else is in its place, or the browser keeps it away: publish the whole folder again, and see that no X-Frame-Options, frame-ancestors or Cross-Origin-Embedder-Policy is in the way";

/** The least box to play in, in CSS pixels. */
const least = { width: 320, height: 240 };

const sheet = new CSSStyleSheet();
sheet.replaceSync(footCSS + css);

const houseLights = (): typeof HouseLights => customElements.get("house-lights") as typeof HouseLights;

/** The one of the page that has a game, or is about to: engines are heavy, and browsers take graphics away from the ninth. */
let live: Player | undefined;

/** Those that can be seen and shall then play (loading="lazy"), as soon as nobody else does. */
const waiting = new Set<Player>();

function nextTurn(): void {
  for (const one of waiting) {
    one.startQuietly();
  }
}

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
  /** Whether the page around is still to be told that it is the game. */
  private isReady = false;
  private timer = 0;
  private slow = 0;
  /** How far the game is, and what shows it. */
  private progress: Progress = { share: NaN };
  private showProgress: ((progress: Progress) => void) | undefined;
  private readonly afterGame = make("span", "after");
  private readonly stay = new Stay();
  /** What the game was opened with, or has been told since. */
  private told = "";
  /** Whether the visitor has asked for the game or begun a round, and it was not the page alone. */
  private byVisitor = false;
  private isSeen = true;
  /** The value of "loading" that has been followed. */
  private loading = "click";
  /** Looks out for the widget to come into view, where it shall then play. */
  private lookout: IntersectionObserver | undefined;
  private isPrinting = false;
  private isInSight = true;
  /** A frame in a closed dialog cannot know that it is not seen, nor in Firefox one in anything that is not displayed. */
  private readonly watch = new IntersectionObserver((entries) => {
    this.isInSight = entries[entries.length - 1]?.isIntersecting ?? true;
    this.order({ type: "sight", value: this.isInSight });
  });

  constructor(private readonly widget: HouseLights) {
    widget.shadow.adoptedStyleSheets.push(sheet);
    this.afterGame.setAttribute("role", "note");
    // In the order of Tab only while the focus is there, so that Tab goes on from there.
    this.afterGame.addEventListener("blur", () => (this.afterGame.tabIndex = -1));
  }

  /** Whether the game has the poster's place, or is on its way there. */
  private get isOpen(): boolean {
    return this.asked && this.dialog === undefined;
  }

  /** Takes what happened to the Play button, what a script asks for, or that the widget has come into the page ("load"). */
  take(event: Happening): void {
    if (!this.widget.isConnected && event.type !== "reset") {
      return; // it has been taken out of the page in the meantime
    }
    switch (event.type) {
      case "pointerdown":
        this.warm(event as PointerEvent);
        break;
      case "click":
        // A click by keyboard counts no clicks of a pointer.
        this.start((event as MouseEvent).detail > 0 ? "pointer" : "keys");
        break;
      case "play":
        this.startByScript();
        break;
      case "pause":
        this.rest();
        this.endLookout();
        this.loading = this.widget.loading; // followed, with this
        break;
      case "reset":
        this.rest();
        this.endLookout();
        this.loading = this.widget.loading;
        this.stay.forget(this.widget.pack);
        break;
      case "load":
        this.startByItself();
        break;
    }
  }

  /** The widget goes from the page. Where it is only moved to another place, it has its game again there. */
  drop(): void {
    const { isOpen, byVisitor } = this;
    this.endLookout();
    this.loading = "click";
    if (isOpen) {
      queueMicrotask(() => {
        if (this.widget.isConnected && !this.asked && !this.isSmall()) { // a dialog opens only when it is asked for
          this.start("");
          this.byVisitor = byVisitor;
        }
      });
    }
    this.clear(); // whoever waits for the place has its turn after that
  }

  /** Takes everything away again. */
  private clear(): void {
    window.clearTimeout(this.timer);
    window.clearTimeout(this.slow);
    this.listen("removeEventListener");
    if (this.port !== undefined) {
      this.port.onmessage = this.keepLate;
    }
    this.frame?.remove();
    this.afterGame.remove();
    this.dialog?.remove();
    this.stay.rest();
    this.port = this.frame = this.dialog = this.showProgress = undefined;
    this.asked = this.hasSight = this.isReady = this.byVisitor = this.isPrinting = false;
    this.watch.disconnect();
    this.isSeen = this.isInSight = true;
    this.progress = { share: NaN };
    if (live === this) {
      live = undefined;
      queueMicrotask(nextTurn); // who has taken the place has it by then
    }
  }

  /** Begins or ends to listen to the page around, which is only while there is a frame. */
  private listen(how: "addEventListener" | "removeEventListener"): void {
    window[how]("message", this.greeted as EventListener);
    window[how]("beforeprint", this.print);
    window[how]("afterprint", this.print);
    document[how]("securitypolicyviolation", this.refused as EventListener);
  }

  /** Puts the poster back, and keeps what is needed to go on. The focus goes from the game to its Play button. */
  private rest(): void {
    if (this.frame === undefined) {
      return;
    }
    const { shadow } = this.widget;
    const focused = shadow.activeElement !== null;
    this.clear();
    this.widget.paint();
    if (focused) {
      this.widget.playButton.focus({ preventScroll: true });
    }
  }

  /** Tells the game what the widget asks for by now. Returns whether the game has the poster's place. */
  follow(subject = this.widget.poster.subject): boolean {
    const { frame, port } = this;
    if (frame !== undefined) {
      const wishes = wishesOf(this.widget);
      if (port !== undefined && this.noteTold(wishes)) {
        this.order({ type: "settings", ...wishes });
      }
      this.shade(frame, this.afterGame, this.dialog);
      frame.title = this.words.game(subject.title);
      this.nameDialog();
      this.afterGame.textContent = this.words.after;
    }
    return this.isOpen && !this.isPrinting;
  }

  /** Gives what stands in the poster's place its colour scheme: a setting for the whole page is no attribute that a style could see. */
  private shade(...parts: readonly (HTMLElement | undefined)[]): void {
    const { theme } = this.widget;
    for (const part of parts) {
      part?.style.setProperty("color-scheme", theme === "dark" || theme === "light" ? theme : "");
    }
  }

  /** Notes what the game is told; returns whether that is new to it. */
  private noteTold(wishes: Wishes): boolean {
    const old = this.told;
    this.told = JSON.stringify(wishes);
    this.stay.pack = this.widget.pack;
    return this.told !== old;
  }

  private order(order: Order): void {
    this.port?.postMessage(order);
  }

  /** On paper the countdown stands still, with its date; what is in a frame, browsers print in their own ways. */
  private readonly print = ({ type }: Event): void => {
    if (this.isOpen && this.hasSight) {
      this.isPrinting = type === "beforeprint";
      if (this.isPrinting) {
        this.widget.paint();
      } else {
        this.widget.poster.remove();
      }
    }
  };

  /** Begins the downloads with the pointer still down. */
  private warm({ button, isPrimary }: PointerEvent): void {
    const play = this.widget.playButton;
    // By now the press may be over, or the page being scrolled by it. Another game must go first, which it does only when it is a click.
    if (this.frame !== undefined || live !== undefined || this.isSmall() || button !== 0 || !isPrimary || !play.matches(":active")) {
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
      window.setTimeout(() => this.asked || this.clear(), patience);
    };
    window.addEventListener("pointerup", up);
    window.addEventListener("pointercancel", up);
  }

  /** The focus stays where it is, but where it was on Play. A dialog would take it, so that takes a visitor's doing. */
  private startByScript(): void {
    const onPlay = this.widget.shadow.activeElement === this.widget.playButton;
    if (this.isSmall() && !onPlay && !navigator.userActivation.isActive) {
      this.widget.playButton.ariaBusy = "false";
      console.warn("houselights: play() in a box too small to play in opens a dialog, and only does when the visitor has pressed something");
      return;
    }
    this.start(onPlay ? "keys" : "");
    this.byVisitor = true; // a page that calls play() does it for somebody
  }

  /** The page wants the game to be there without anybody asking: at once, or as soon as the widget can be seen. */
  private startByItself(): void {
    const { loading } = this.widget;
    if (loading === this.loading) {
      return;
    }
    this.loading = loading;
    this.endLookout();
    if (loading === "eager") {
      this.startQuietly();
    } else if (loading === "lazy") {
      this.lookout = new IntersectionObserver((entries) => {
        waiting[entries[entries.length - 1]?.isIntersecting ? "add" : "delete"](this);
        nextTurn();
      });
      this.lookout.observe(this.widget);
    } else {
      complain("loading", loading, loadings);
    }
  }

  private endLookout(): void {
    this.lookout?.disconnect();
    this.lookout = undefined;
    waiting.delete(this);
  }

  /** Nobody has asked: so it neither opens a dialog nor takes away what somebody plays, or can see. */
  startQuietly(): void {
    const isFree = live === undefined || (this.lookout !== undefined && !live.byVisitor && !live.isSeen);
    if (!this.asked && isFree && !this.isSmall()) {
      this.start("");
    }
  }

  private start(by: Arrival): void {
    if (this.dialog !== undefined) {
      if (!this.dialog.open) {
        this.dialog.showModal();
        this.frame?.focus();
      }
      return;
    }
    if (this.asked) {
      return;
    }
    if (this.frame !== undefined && this.isSmall()) {
      this.clear(); // the box was larger when the pointer went down
    }
    if (live !== this) {
      live?.rest();
    }
    live = this;
    this.asked = true;
    this.byVisitor ||= by !== "";
    const frame = (this.frame ??= this.makeFrame(by));
    frame.inert = false;
    if (this.isSmall()) {
      this.openDialog(frame);
    } else {
      if (!frame.isConnected) {
        this.widget.shadow.prepend(frame);
      }
      this.afterGame.textContent = this.words.after;
      this.shade(this.afterGame);
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
      // Of a frame that an isolated page keeps away, Firefox says nothing at all.
      this.wait(patience, "network", `no answer in ${patience / 1000} seconds${crossOriginIsolated ? `: ${keptAway}` : ""}`);
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
    this.shade(dialog);
    const close = make("button", "close", "×");
    close.addEventListener("click", () => dialog.close());
    dialog.append(frame, close);
    this.dialog = dialog;
    this.nameDialog();
    this.widget.shadow.append(dialog);
    dialog.showModal();
  }

  private nameDialog(): void {
    this.dialog?.setAttribute("aria-label", this.frame?.title ?? "");
    this.dialog?.querySelector(".close")?.setAttribute("aria-label", this.words.close);
  }

  /** Takes the poster away from over the frame. */
  private uncover(): void {
    window.clearTimeout(this.slow);
    if (this.dialog === undefined) {
      this.widget.poster.remove();
    }
    if (this.isReady) {
      this.isReady = false;
      tell(this.widget, "ready", {});
    }
  }

  /** Where it has no box at all, it is not small: it may get one of any size. */
  private isSmall(): boolean {
    const { offsetWidth: width, offsetHeight: height } = this.widget; // as it is laid out: it may be on its way in, scaled down
    return width * height > 0 && (width < least.width || height < least.height);
  }

  private makeFrame(by: Arrival): HTMLIFrameElement {
    const { widget } = this;
    const frame = make("iframe", "");
    this.secret = crypto.getRandomValues(new Uint32Array(4)).join("-");
    frame.src = this.addressFor(by);
    frame.title = this.words.game(widget.poster.subject.title);
    this.shade(frame);
    this.watch.observe(frame);
    // A browser that cannot share complains of the word.
    frame.allow = `autoplay; fullscreen; clipboard-write${"share" in navigator ? "; web-share" : ""}`;
    frame.referrerPolicy = "strict-origin-when-cross-origin";
    frame.part.add("frame");
    frame.addEventListener("load", () => {
      if (this.port === undefined && this.asked) {
        if (navigator.onLine) {
          this.wait(patienceAfterLoad, "missing", keptAway);
        } else {
          this.fail("network", `${this.address}: there is no connection`);
        }
      }
    });
    // Its colour is the page's scheme (player.css): nothing else tells of a page that turns dark.
    frame.addEventListener("transitionend", () => this.follow());
    this.listen("addEventListener");
    return frame;
  }

  private addressFor(by: Arrival): string {
    const { widget, secret, stay } = this;
    const wishes = wishesOf(widget);
    this.noteTold(wishes);
    const resume = stay.for(widget.pack) !== undefined;
    return addressOf(widget, wishes, { secret, by, skew: houseLights().clock.skew, covered: !this.isSmall(), resume });
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
    if (this.port !== undefined) {
      this.port.close(); // of a page in the frame that was loaded anew:
      this.told = ""; // it has the settings of its address again
    }
    this.port = port;
    port.onmessage = (message) => this.report(message.data);
    const visit = this.stay.for(this.widget.pack);
    if (visit !== undefined) {
      this.order({ type: "resume", ...visit });
    }
    this.follow();
    if (!this.isInSight) {
      this.order({ type: "sight", value: false });
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
        this.isReady = true;
        this.sight();
        break;
      case "kept":
        this.keep(report);
        break;
      case "news":
        this.byVisitor ||= report.name !== "phase";
        tell(this.widget, report.name, report.detail);
        break;
      case "erased":
        forgetAll();
        break;
      case "again":
        this.again();
        break;
      case "leave":
        if (this.dialog !== undefined) {
          this.dialog.close();
        } else if (this.widget.shadow.activeElement === this.frame) {
          // Else the visitor is somewhere else by now.
          this.afterGame.tabIndex = 0;
          this.afterGame.focus({ preventScroll: true });
        }
        break;
      case "error":
        this.sight();
        tell(this.widget, "error", { type: report.kind, message: report.detail });
        break;
    }
  }

  /** Notes what the game is at. */
  private keep(visit: Visit): void {
    this.stay.note(visit);
    const wasSeen = this.isSeen;
    this.isSeen = visit.seen === 0;
    if (this.isSeen && !wasSeen) {
      this.follow(); // without a box the colour of the frame (player.css) changes unheard
    }
    nextTurn();
  }

  /** Takes what a frame said last, which was still on its way when it was taken away. */
  private readonly keepLate = ({ data }: MessageEvent): void => {
    const report = readReport(data);
    if (report?.type === "kept" && this.port === undefined) {
      this.stay.noteLate(report);
    }
  };

  /** There is something to see in the frame. */
  private sight(): void {
    this.hasSight = true;
    if (this.asked) {
      this.uncover();
    }
  }

  /** The page around does not allow the frame. */
  private readonly refused = ({ blockedURI, disposition, effectiveDirective }: SecurityPolicyViolationEvent): void => {
    const { address } = this;
    if (disposition === "enforce" && effectiveDirective === "frame-src" && address.startsWith(blockedURI)) {
      this.fail("policy", `${address}: the page's policy refuses it: add ${new URL(address).origin} to frame-src`);
    }
  };

  /** The address of the frame, without what it shares with the page alone. */
  private get address(): string {
    return this.frame?.src.replace(/#.*/, "") ?? "";
  }

  private wait(ms: number, kind: FailureKind, what: string): void {
    window.clearTimeout(this.timer);
    const { address } = this;
    this.timer = window.setTimeout(() => this.fail(kind, `${address}: ${what}`), ms);
  }

  /** Begins anew, with a new frame, unless nobody is at the old one. */
  private again(): void {
    const { asked, dialog } = this;
    const focused = this.widget.shadow.activeElement !== null;
    this.clear();
    this.widget.paint();
    if (asked && (dialog === undefined || (dialog.open && this.isSmall()))) {
      this.start(focused ? "keys" : "");
    }
  }

  /** Brings the poster back with a word on what happened. */
  private fail(kind: FailureKind, detail: string): void {
    const { widget } = this;
    const focused = widget.shadow.activeElement !== null;
    this.endLookout(); // what failed does not begin again by itself
    this.clear();
    widget.paint();
    const words = footWords[widget.language];
    const again = showFailure(widget.poster.foot, words, words.sentences[kind], detail, [{ label: words.again, do: () => this.start("keys") }]);
    if (again) {
      again.style.background = widget.playButton.style.background; // the page's own colour
    }
    if (focused) {
      again?.focus({ preventScroll: true });
    }
    console.error(`houselights: ${detail}`);
    tell(this.widget, "error", { type: kind, message: detail });
  }

  private get words(): (typeof playerWords)["en"] {
    return playerWords[this.widget.language];
  }
}
