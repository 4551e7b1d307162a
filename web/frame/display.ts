// How many pixels there are. The engine reads the ratio of device to CSS pixels once, when it starts, so a zoom or another
// monitor would blur it. Therefore it runs at a ratio of 1, and is told that the body measures as many CSS pixels as the
// frame has device pixels.

export class Display {
  /** Device pixels in a CSS pixel. */
  ratio = 0;
  private width = 0;
  private height = 0;
  /** The true pixels, where the browser tells them: a length times a ratio can miss them by one. */
  private known: ResizeObserverSize | undefined;
  private asleep = false;
  private readonly root = document.documentElement;

  /** onRatio is told of another ratio, before the engine hears of the size in it. */
  constructor(private readonly onRatio: (ratio: number) => void) {
    this.measure();
    Object.defineProperties(document.body, {
      clientWidth: { configurable: true, get: () => this.width },
      clientHeight: { configurable: true, get: () => this.height },
    });
    // Heard before the engine does, which draws at once: a new size never shows the old picture.
    window.addEventListener("resize", this.resized, { capture: true });
    this.watchPixels();
    this.watchRatio();
  }

  /** While nobody can see the frame, the engine hears of no size, since it would draw. */
  sleep(asleep: boolean): void {
    this.asleep = asleep;
    this.check();
  }

  /** Looks whether anything is different, and tells the engine: not every browser tells a frame of another ratio at once. */
  readonly check = (): void => {
    if (!this.asleep && this.measure()) {
      window.dispatchEvent(new Event("resize"));
    }
  };

  private readonly resized = (event: Event): void => {
    if (this.asleep) {
      event.stopImmediatePropagation();
    } else {
      this.measure();
    }
  };

  /** The browser tells before it paints. */
  private watchPixels(): void {
    const observer = new ResizeObserver(([entry]) => {
      this.known = entry?.devicePixelContentBoxSize?.[0];
      this.check();
    });
    try {
      observer.observe(this.root, { box: "device-pixel-content-box" });
    } catch {
      observer.observe(this.root); // Safari knows no such box
    }
  }

  private watchRatio(): void {
    const again = (): void => {
      this.watchRatio();
      this.check();
    };
    matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener("change", again, { once: true });
  }

  /** Takes the size of the frame, in device pixels, and reports whether it is another. */
  private measure(): boolean {
    const { ratio, width, height } = this;
    this.ratio = devicePixelRatio;
    const box = this.root.getBoundingClientRect();
    this.width = pixels(this.known?.inlineSize, box.width * this.ratio);
    this.height = pixels(this.known?.blockSize, box.height * this.ratio);
    if (this.ratio === ratio && this.width === width && this.height === height) {
      return false;
    }
    // The canvas is as large as its pixels, not as its place.
    this.root.style.setProperty("--width", `${this.width / this.ratio}px`);
    this.root.style.setProperty("--height", `${this.height / this.ratio}px`);
    if (this.ratio !== ratio) {
      this.onRatio(this.ratio);
    }
    return true;
  }
}

/** The number of pixels that is known, unless it is that of another size or of a screen that only pretends its ratio. */
function pixels(known: number | undefined, computed: number): number {
  return known !== undefined && Math.abs(known - computed) < 1 ? known : Math.round(computed);
}
