// The engine asks for an animation frame after each one, for ever. The governor lets it have one only when the game
// said that it needs one, or when something happened.

const longestTimer = 2 ** 31 - 1;

export class Governor {
  /** Called before each frame that the engine is given. */
  beforeFrame: () => void = () => {};
  /** Called after each frame that the engine was given. */
  onFrame: () => void = () => {};

  private readonly animationFrame: typeof requestAnimationFrame;
  private held: FrameRequestCallback | undefined;
  private timer: number | undefined;
  // Until the game speaks for the first time, the engine runs as it likes.
  private governed = false;
  private wanted = true;
  private underway = false;
  private asleep = false;

  constructor(private readonly page: Window) {
    this.animationFrame = page.requestAnimationFrame.bind(page);
    for (const event of ["resize", "focus", "pageshow"]) {
      page.addEventListener(event, this.wake);
    }
    page.document.addEventListener("visibilitychange", this.wake);
  }

  /**
   * Calls start with requestAnimationFrame taken over. The engine keeps what it finds there when its package starts,
   * which is before start returns; extensions and tools, which come later, find the browser's own.
   */
  govern<T>(start: () => T): T {
    const { requestAnimationFrame } = this.page;
    this.wanted = true;
    this.page.requestAnimationFrame = (callback) => {
      this.held = callback;
      this.release();
      return 0;
    };
    try {
      return start();
    } finally {
      this.page.requestAnimationFrame = requestAnimationFrame;
    }
  }

  /** Says when the game needs its next frame, in milliseconds; less than 0 is never. */
  nextFrame(ms: number): void {
    this.governed = true;
    this.page.clearTimeout(this.timer);
    this.timer = undefined;
    if (ms === 0) {
      this.wake();
    } else if (ms > 0) {
      this.timer = this.page.setTimeout(this.wake, Math.min(ms, longestTimer));
    }
  }

  /** Lets one frame through, now or as soon as the engine asks. */
  readonly wake = (): void => {
    this.wanted = true;
    this.release();
  };

  /** Lets nothing through while nobody can see it; what was asked for comes after. */
  sleep(asleep: boolean): void {
    this.asleep = asleep;
    this.release();
  }

  /** Lets go of an engine that has ended; another one may be started. */
  stop(): void {
    this.held = undefined;
    this.governed = false;
    this.page.clearTimeout(this.timer);
  }

  private release(): void {
    if (this.asleep || this.underway || this.held === undefined || (this.governed && !this.wanted)) {
      return;
    }
    this.underway = true;
    this.animationFrame((time) => {
      this.underway = false;
      if (this.asleep) {
        return; // since it was asked for
      }
      const callback = this.held;
      this.held = undefined;
      this.wanted = false;
      if (callback !== undefined) {
        this.beforeFrame();
        callback(time);
        this.onFrame();
      }
    });
  }
}
