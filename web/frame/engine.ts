// Making the page ready for Ebitengine, which takes over the document it runs in, and running it. What it does to its
// page, and why each of these is needed, is in engine.md of the design.

import "wasm_exec";

/**
 * A canvas with a context for the engine to draw with, as it would make them; undefined where the browser cannot. A first
 * context takes long to get, so it is asked for while the game is on its way.
 */
export function makeCanvas(): HTMLCanvasElement | undefined {
  const canvas = document.createElement("canvas");
  canvas.width = document.body.clientWidth; // device pixels: see display.ts
  canvas.height = document.body.clientHeight;
  // Our shapes are smooth by themselves; the engine's default of antialiasing costs a third of a frame on software drawing.
  if (canvas.getContext("webgl2", { alpha: true, antialias: false, premultipliedAlpha: true, stencil: true }) === null) {
    return undefined;
  }
  // It is a picture: it takes no focus, hears nothing and says nothing.
  canvas.inert = true;
  canvas.setAttribute("aria-hidden", "true");
  return canvas;
}

/** Whether there is a canvas, and the browser has not taken its context away. */
export function isAlive(canvas: HTMLCanvasElement | undefined): canvas is HTMLCanvasElement {
  return canvas?.getContext("webgl2")?.isContextLost() === false;
}

/** Does all that must be done once before the engine starts. */
export function prepare(onLost: () => void): void {
  hearComplaints();
  hideGamepads();
  window.addEventListener(
    "webglcontextlost",
    (event) => {
      // The engine would reload the page.
      event.stopImmediatePropagation();
      onLost();
    },
    { capture: true },
  );
}

/** The engine asks for gamepads in every frame, which a policy may refuse with an error. Input comes by the mirror. */
function hideGamepads(): void {
  Object.defineProperty(navigator, "getGamepads", { configurable: true, value: () => [] });
}

/** One run of the game. */
export class Program {
  private readonly go = new Go();
  private readonly inside = this.go as unknown as GoInside;
  private instance: WebAssembly.Instance | undefined;
  private over = false;

  /** canvas is what makeCanvas made. onEnd is told when the program ends by itself. */
  constructor(
    private readonly canvas: HTMLCanvasElement,
    onEnd: (code: number) => void,
  ) {
    this.go.exit = (code) => {
      if (!this.over) {
        this.stop();
        onEnd(code);
      }
    };
    this.slowTimers();
  }

  /**
   * The engine looks ten times a second whether the tab is hidden, for the sake of sound that does not come through it:
   * half of what a still screen costs. The rests that it takes within a frame, up to 17 ms, stay as they are; the game
   * itself waits for the page alone.
   */
  private slowTimers(): void {
    const [longestRest, slow] = [20, 10_000]; // milliseconds
    const { inside } = this;
    const gojs = this.go.importObject["gojs"] as Record<string, (stack: number) => void>;
    const schedule = gojs["runtime.scheduleTimeoutEvent"];
    gojs["runtime.scheduleTimeoutEvent"] = (stack) => {
      const delay = (stack >>> 0) + 8; // where Go has put it
      if ((inside.mem?.getUint32(delay, true) ?? 0) > longestRest) {
        inside.mem?.setUint32(delay, slow, true);
      }
      schedule?.(stack);
    };
  }

  /** Makes what start starts. */
  async load(module: WebAssembly.Module): Promise<void> {
    this.instance = await WebAssembly.instantiate(module, this.go.importObject);
  }

  /** Starts it, unless it has been stopped; fault is told of what the compiled code itself trips over at once. */
  start(fault: (error: unknown) => void): void {
    const { instance } = this;
    this.instance = undefined;
    if (this.over || instance === undefined) {
      return;
    }
    const { ResizeObserver } = window;
    const createElement = document.createElement.bind(document);
    // It would watch the size of its canvas by itself and draw whenever that changes, seen or not; it is told anyway.
    Reflect.deleteProperty(window, "ResizeObserver");
    // It would make another canvas. That asks for its context once more, and gets the one that is there. And it would say anew
    // what the page's viewport is, without the edges of the screen: said by a link, that means nothing.
    document.createElement = (name: string) => (name === "canvas" ? this.canvas : createElement(name === "meta" ? "link" : name));
    try {
      this.go.run(instance).catch(fault);
    } finally {
      Reflect.deleteProperty(document, "createElement");
      window.ResizeObserver = ResizeObserver;
    }
    this.canvas.removeAttribute("tabindex");
  }

  /**
   * Stops it for good, and leaves the page as it found it. What the engine listens to stays, and this with it: nothing of
   * that shall wake what is gone, nor keep its memory.
   */
  stop(): void {
    const { inside } = this;
    this.over = true;
    this.instance = undefined;
    inside._resume = () => {};
    for (const timer of inside._scheduledTimeouts.values()) {
      clearTimeout(timer);
    }
    inside._scheduledTimeouts.clear();
    inside._resolveExitPromise(); // run waits for it, with the instance in its hands
    for (const part of ["_inst", "mem", "_values", "_goRefCounts", "_ids", "_idPool"] as const) {
      delete inside[part];
    }
    for (const left of document.querySelectorAll("body > canvas, head > link:not([rel])")) {
      left.remove();
    }
  }
}

/** What wasm_exec.js has in its Go without promising it; a test of a restart holds that it is there. */
interface GoInside {
  _resume: () => void;
  _resolveExitPromise: () => void;
  readonly _scheduledTimeouts: Map<number, ReturnType<typeof setTimeout>>;
  mem?: DataView;
  _inst?: unknown;
  _values?: unknown;
  _goRefCounts?: unknown;
  _ids?: unknown;
  _idPool?: unknown;
}

/** Has what a program complains of go to the console as errors. */
function hearComplaints(): void {
  const complaints = new TextDecoder();
  let line = "";
  const writeSync = fs.writeSync.bind(fs);
  fs.writeSync = (fd, bytes) => {
    if (fd !== 2) {
      return writeSync(fd, bytes);
    }
    line += complaints.decode(bytes, { stream: true });
    const end = line.lastIndexOf("\n");
    if (end >= 0) {
      console.error(line.slice(0, end));
      line = line.slice(end + 1);
    }
    return bytes.length;
  };
}
