// The frames of a page in which something was drawn: when each began, and when it was finished.

/** Times are Unix milliseconds, the same in every document of a page. */
export interface DrawnFrame {
  /** When the page's own code was called … */
  readonly began: number;
  /** … when it had ended, and the graphics knew what to draw … */
  readonly handed: number;
  /** … and when all was drawn. */
  readonly finished: number;
  /** Whether the frame's own curtain hung over it; what is over the frame, only the page around knows. */
  readonly covered: boolean;
}

declare global {
  var drawnFrames: DrawnFrame[];
}

/**
 * Runs in a page before all else. Each frame in which something is drawn is finished at once, so that it can be timed; or
 * only so many that are not covered, so that the rest go on as they would.
 */
export function watchFrames(most = Infinity): void {
  const now = (): number => performance.timeOrigin + performance.now();
  let drawnWith: WebGL2RenderingContext[] = [];
  for (const name of ["clear", "drawElements"] as const) {
    const draw = WebGL2RenderingContext.prototype[name] as (...args: number[]) => void;
    Object.defineProperty(WebGL2RenderingContext.prototype, name, {
      value(this: WebGL2RenderingContext, ...args: number[]) {
        drawnWith.push(this);
        Reflect.apply(draw, this, args);
      },
    });
  }
  globalThis.drawnFrames = [];
  const frame = globalThis.requestAnimationFrame.bind(globalThis);
  globalThis.requestAnimationFrame = (callback) =>
    frame((time) => {
      drawnWith = [];
      const began = now();
      callback(time);
      const handed = now();
      const context = drawnWith[0];
      if (context !== undefined && globalThis.drawnFrames.filter(({ covered }) => !covered).length < most) {
        context.readPixels(0, 0, 1, 1, context.RGBA, context.UNSIGNED_BYTE, new Uint8Array(4));
        globalThis.drawnFrames.push({ began, handed, finished: now(), covered: document.querySelector(".curtain") !== null });
      }
    });
}
