// What a post of WordPress hears from a frame in it (wp-includes/js/wp-embed.js): how high to make it. Until then the post hides the
// frame behind a quotation. It allows scripts alone; a link it follows itself, to the frame's own host.

/** As the element has it (element.css): 3:2, and not lower than this. */
const leastHeight = 480;

export class WordPress {
  /** As it was told last. */
  private width: number | undefined;

  constructor(private readonly around: Window) {
    // Its script may have come later than this one, and may have brought the secret only then.
    window.addEventListener("message", ({ source, data }: MessageEvent<{ message?: unknown; secret?: unknown } | null>) => {
      if (source === around && data?.message === "ready" && data.secret === this.secret) {
        this.begin();
      }
    });
    window.addEventListener("hashchange", () => this.begin());
    this.begin();
    // The first size that a frame is laid out in comes with no event of the window.
    new ResizeObserver(() => this.measure()).observe(document.documentElement);
  }

  /** Whether the frame is in a post: that leaves a secret behind the frame's address. */
  get isAround(): boolean {
    return this.secret !== undefined;
  }

  /** Has it follow a link, after a press on something in the frame. */
  follow(address: string): void {
    this.tell("link", address);
  }

  private get secret(): string | undefined {
    return this.around === window ? undefined : /^#\?secret=([a-zA-Z0-9]+)$/.exec(location.hash)?.[1];
  }

  private begin(): void {
    this.width = undefined;
    this.measure();
  }

  /**
   * The height comes of the width alone, so that it is said once and nothing in the frame ever moves the post. A frame that the post
   * hides may not know its width, and hears of it only when it is shown: for that it has to speak first.
   */
  private measure(): void {
    const width = innerWidth;
    if (this.isAround && width !== this.width && (width > 0 || this.width === undefined)) {
      this.width = width;
      this.tell("height", Math.max(leastHeight, Math.round((width * 2) / 3)));
    }
  }

  private tell(message: "height" | "link", value: number | string): void {
    // Which site is around cannot be known, and there is nothing in it that it does not know.
    this.around.postMessage({ message, value, secret: this.secret }, "*");
  }
}
