// Making the page ready for Ebitengine, which takes over the document it runs in, and running it. What it does to its
// page, and why each of these is needed, is in engine.md of the design.

import "wasm_exec";

/** Whether the browser can draw the game. The context is given back at once: a browser has few. */
export function hasWebGL2(): boolean {
  const context = document.createElement("canvas").getContext("webgl2");
  context?.getExtension("WEBGL_lose_context")?.loseContext();
  return context !== null;
}

/** Does all that must be done before the engine starts. */
export function prepare(onLost: () => void): void {
  drawWithoutAntialias();
  hideGamepads();
  silenceCanvas();
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

/** Our shapes are smooth by themselves; the engine's default costs a third of a frame on software drawing. */
function drawWithoutAntialias(): void {
  const getContext = HTMLCanvasElement.prototype.getContext;
  Object.defineProperty(HTMLCanvasElement.prototype, "getContext", {
    configurable: true,
    value: function (this: HTMLCanvasElement, type: string, attributes?: object): unknown {
      return Reflect.apply(getContext, this, [type, { ...attributes, antialias: false }]);
    },
  });
}

/** The engine asks for gamepads in every frame, which a policy may refuse with an error. Input comes by the mirror. */
function hideGamepads(): void {
  Object.defineProperty(navigator, "getGamepads", { configurable: true, value: () => [] });
}

/** The canvas is a picture: it takes no focus, hears nothing and says nothing. */
function silenceCanvas(): void {
  new MutationObserver(() => {
    for (const canvas of document.querySelectorAll<HTMLCanvasElement>("body > canvas")) {
      canvas.inert = true;
      canvas.removeAttribute("tabindex");
      canvas.setAttribute("aria-hidden", "true");
    }
  }).observe(document.body, { childList: true });
}

/** Gives a new program, whose complaints go to the console as errors, and which tells when it ends. */
export function newProgram(onExit: (code: number) => void): Go {
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
  const go = new Go();
  go.exit = (code) => {
    // Listeners of the engine stay behind, and each of them would throw.
    Reflect.set(go, "_resume", () => {});
    onExit(code);
  };
  return go;
}
