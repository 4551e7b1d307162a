// Whether anybody can see the frame: its tab is in front, and some of it lies within the window, so far as a page can know.

export class Sight {
  private inWindow = true;
  private byElement = true;
  private seen = document.visibilityState !== "hidden";

  constructor(private readonly onChange: (seen: boolean) => void) {
    document.addEventListener("visibilitychange", this.look);
    // A page that is put away or frozen may never come back.
    window.addEventListener("pagehide", () => this.set(false));
    window.addEventListener("pageshow", this.look);
    new IntersectionObserver((entries) => {
      this.inWindow = entries[entries.length - 1]?.isIntersecting ?? true;
      this.look();
    }).observe(document.documentElement);
  }

  get isSeen(): boolean {
    return this.seen;
  }

  /** What the element around knows: in a dialog that is closed nothing is observed. */
  tell(seen: boolean): void {
    this.byElement = seen;
    this.look();
  }

  private readonly look = (): void => this.set(this.inWindow && this.byElement && document.visibilityState !== "hidden");

  private set(seen: boolean): void {
    if (seen !== this.seen) {
      this.seen = seen;
      this.onChange(seen);
    }
  }
}
