// From Play on: the frame with the game, in the widget's place or, where that is too small to play in, in a dialog.

import type { FailureKind } from "../poster/failure";
import { failureWords } from "../poster/failures";
import { showFailure, showLoading } from "../poster/foot";
import footCSS from "../poster/foot.css";
import { make } from "../poster/poster";
import { isPackId } from "../shared/choices";
import { canTalk, readGreeting, readReport, version } from "../shared/protocol";
import type { Sight } from "../shared/protocol";
import type { HouseLights } from "./element";
import css from "./player.css";
import { playerWords } from "./words";

/** How long the page in the frame may take to greet, in milliseconds; … */
const patience = 20_000;
/** … and after all of it has come, when something else stands in its place. */
const patienceAfterLoad = 2_000;

/** The least box to play in, in CSS pixels. */
const least = { width: 320, height: 240 };

/** What the visitor pressed Play with; "" for a script, when the focus stays where it is. */
type Arrival = "" | "pointer" | "keys";

export class Player {
  private frame: HTMLIFrameElement | undefined;
  private dialog: HTMLDialogElement | undefined;
  private port: MessagePort | undefined;
  private secret = "";
  /** Whether the game is asked for: a frame may get itself ready before, unseen. */
  private asked = false;
  private timer = 0;
  private readonly afterGame = make("span", "after");

  constructor(private readonly widget: HouseLights) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(footCSS + css);
    widget.shadow.adoptedStyleSheets.push(sheet);
    // In the order of Tab only while the focus is there, so that Tab goes on from there.
    this.afterGame.addEventListener("blur", () => (this.afterGame.tabIndex = -1));
  }

  /** Whether the game has the poster's place, or is on its way there. */
  get isOpen(): boolean {
    return this.asked && this.dialog === undefined;
  }

  /** Takes what happened to the Play button, or "play" from a script. */
  take(event: Event): void {
    if (event.type === "pointerdown") {
      this.warm(event.target);
    } else if (event.type === "click") {
      // A click by keyboard counts no clicks of a pointer.
      this.start(event instanceof MouseEvent && event.detail > 0 ? "pointer" : "keys");
    } else if (event.type === "play") {
      this.start("");
    }
  }

  /** Takes everything away again. */
  drop(): void {
    window.clearTimeout(this.timer);
    window.removeEventListener("message", this.greeted);
    document.removeEventListener("securitypolicyviolation", this.refused);
    this.port?.close();
    this.frame?.remove();
    this.dialog?.remove();
    this.port = this.frame = this.dialog = undefined;
    this.asked = false;
  }

  /** Begins the downloads with the pointer still down. */
  private warm(button: EventTarget | null): void {
    // By now the press may be over, or the page being scrolled by it.
    if (this.frame !== undefined || this.isSmall() || !(button instanceof Element && button.matches(":active"))) {
      return;
    }
    this.frame = this.makeFrame("pointer");
    this.frame.inert = true;
    this.widget.shadow.prepend(this.frame);
    const up = (event: Event): void => {
      window.removeEventListener("pointerup", up);
      window.removeEventListener("pointercancel", up);
      if (!this.asked && (event.type === "pointercancel" || !event.composedPath().includes(button))) {
        this.drop(); // it will be no click
      }
    };
    window.addEventListener("pointerup", up);
    window.addEventListener("pointercancel", up);
  }

  private start(by: Arrival): void {
    if (this.dialog !== undefined) {
      this.dialog.showModal();
      this.tellSight(true);
      this.frame?.focus();
      return;
    }
    if (this.asked) {
      return;
    }
    this.asked = true;
    const frame = (this.frame ??= this.makeFrame(by));
    frame.inert = false;
    if (this.isSmall()) {
      this.openDialog(frame);
    } else if (this.port === undefined) {
      if (!frame.isConnected) {
        this.widget.shadow.prepend(frame);
      }
      showLoading(this.widget.poster.foot, this.words.loading);
    } else {
      this.uncover();
    }
    if (this.port === undefined) {
      this.wait(patience, "network", `no answer in ${patience / 1000} seconds`);
    }
    if (by === "") {
      return;
    }
    frame.focus();
    // Once more when the page in the frame has replaced the blank one, unless the visitor went elsewhere in the meantime.
    frame.addEventListener("load", () => {
      if (this.widget.shadow.activeElement === frame) {
        frame.focus();
      }
    });
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
    if (this.dialog === undefined && this.frame !== undefined) {
      this.widget.poster.remove();
      this.afterGame.textContent = this.words.after;
      this.frame.after(this.afterGame);
    }
  }

  private isSmall(): boolean {
    const { width, height } = this.widget.getBoundingClientRect();
    return width < least.width || height < least.height;
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
        this.wait(patienceAfterLoad, "missing", "something else is in its place: publish the whole folder again");
      }
    });
    window.addEventListener("message", this.greeted);
    document.addEventListener("securitypolicyviolation", this.refused);
    return frame;
  }

  /** The settings are the frame's query. What is between the two is behind the #, so that a cache knows the page again. */
  private address(by: Arrival): string {
    const address = new URL("frame.html", this.widget.folder);
    const { pack, event, mode, theme, language } = this.widget;
    const title = this.widget.getAttribute("event-title");
    // As the page says it: what is wrong with a value, the frame says.
    for (const [name, value] of Object.entries({ pack: whole(pack), event, "event-title": title, mode, lang: language, theme })) {
      if (value) {
        address.searchParams.set(name, value);
      }
    }
    address.hash = new URLSearchParams({ version: String(version), secret: this.secret, focus: by }).toString();
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
      this.fail("version", `houselights.js speaks version ${version}, frame.html version ${greeting.houselights}: publish the whole folder again, and let no cache keep old files`);
      return;
    }
    this.port = port; // another one after a reload of the frame
    port.onmessage = (message) => this.report(message.data);
    if (this.asked) {
      this.uncover();
    }
  };

  private report(data: unknown): void {
    const report = readReport(data);
    switch (report?.type) {
      case "ready":
        this.tell("ready", {});
        break;
      case "leave":
        if (this.dialog === undefined) {
          this.afterGame.tabIndex = 0;
          this.afterGame.focus();
        } else {
          this.dialog.close();
        }
        break;
      case "error":
        this.tell("error", { type: report.kind, message: report.detail });
        break;
    }
  }

  /** The page around does not allow the frame. */
  private readonly refused = ({ blockedURI, effectiveDirective }: SecurityPolicyViolationEvent): void => {
    const { src = "" } = this.frame ?? {};
    if (effectiveDirective === "frame-src" && src.startsWith(blockedURI)) {
      this.fail("policy", `${src}: the page's policy refuses it: add ${new URL(src).origin} to frame-src`);
    }
  };

  private wait(ms: number, kind: FailureKind, what: string): void {
    window.clearTimeout(this.timer);
    const { src } = this.frame ?? {};
    this.timer = window.setTimeout(() => this.fail(kind, `${src}: ${what}`), ms);
  }

  /** Brings the poster back with a word on what happened. */
  private fail(kind: FailureKind, detail: string): void {
    const { widget } = this;
    const focused = widget.shadow.activeElement !== null;
    this.drop();
    widget.paint();
    const words = failureWords[widget.language];
    const again = showFailure(widget.poster.foot, words, kind, detail, [{ label: words.again, do: () => this.start("keys") }]);
    if (focused) {
      again?.focus();
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

/** An id, or the whole address, since the page's folder is not that of the frame. What is no address stays as it is. */
function whole(pack: string): string {
  try {
    return isPackId(pack) ? pack : new URL(pack, document.baseURI).href;
  } catch {
    return pack;
  }
}
