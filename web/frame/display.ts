// How many pixels there are. The engine reads the ratio of device to CSS pixels once, when it starts, so a zoom or another
// monitor would blur it. Therefore it runs at a ratio of 1, and is told that the body measures as many CSS pixels as the
// frame has device pixels.

export class Display {
  /** Device pixels in a CSS pixel. */
  ratio = 0;
  private width = 0;
  private height = 0;
  private asleep = false;
  private missed = false;
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
    if (!asleep && this.missed) {
      this.missed = false;
      window.dispatchEvent(new Event("resize"));
    }
  }

  /** Looks whether the ratio is another: not every browser tells a frame at once. */
  check(): void {
    if (devicePixelRatio !== this.ratio) {
      this.measure();
      window.dispatchEvent(new Event("resize"));
    }
  }

  private readonly resized = (event: Event): void => {
    if (event.isTrusted) {
      this.measure();
    }
    if (this.asleep) {
      this.missed = true;
      event.stopImmediatePropagation();
    }
  };

  /** Where the browser knows them, the true pixels, which a length times a ratio can miss by one. It tells before it paints. */
  private watchPixels(): void {
    const observer = new ResizeObserver(([entry]) => {
      const pixels = entry?.devicePixelContentBoxSize?.[0];
      if (this.measure(pixels?.inlineSize, pixels?.blockSize)) {
        window.dispatchEvent(new Event("resize"));
      }
    });
    try {
      observer.observe(this.root, { box: "device-pixel-content-box" });
    } catch {
      observer.observe(this.root); // Safari knows no such box
    }
  }

  private watchRatio(): void {
    matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener(
      "change",
      () => {
        this.watchRatio();
        this.check();
      },
      { once: true },
    );
  }

  /** Takes the size of the frame, in device pixels, and reports whether it is another. */
  private measure(width?: number, height?: number): boolean {
    const { ratio, width: oldWidth, height: oldHeight } = this;
    this.ratio = devicePixelRatio;
    const box = this.root.getBoundingClientRect();
    this.width = pixels(width, box.width * this.ratio);
    this.height = pixels(height, box.height * this.ratio);
    // The canvas is as large as its pixels, not as its place.
    this.root.style.setProperty("--width", `${this.width / this.ratio}px`);
    this.root.style.setProperty("--height", `${this.height / this.ratio}px`);
    if (this.ratio !== ratio) {
      this.onRatio(this.ratio);
    }
    return this.ratio !== ratio || this.width !== oldWidth || this.height !== oldHeight;
  }
}

/** The true number of pixels, where it is known and not that of a screen which only pretends to have another ratio. */
function pixels(known: number | undefined, computed: number): number {
  return known !== undefined && Math.abs(known - computed) < 1 ? known : Math.round(computed);
}
