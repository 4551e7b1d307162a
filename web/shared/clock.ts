// What time it is where the device's clock is wrong: the frame's own host knows. It is asked once, and again only after the
// clock has been set, or the machine has slept, which look the same.

/** By so much a clock may be off, in milliseconds. */
const tolerance = 120_000;

/** An answer that took so long, in milliseconds, or in whose time the clock moved so much, says nothing any more. */
const patience = 20_000;

/** Before it no server of ours has run: one that says so knows no better than the device. */
const earliest = Date.UTC(2024, 0);

export class DeviceClock {
  /** Whether the host has said what time it is. */
  private isChecked = false;
  /** By how much the device's clock is ahead of one that nobody can set. */
  private lead: number;
  /** How often the host has been asked. */
  private asked = 0;

  constructor(
    /** What is to be added to the device's time, in milliseconds. */
    private skew: number,
    /** Asks the host for any answer, past all caches of this machine. */
    private readonly ask: () => Promise<Pick<Response, "headers">>,
    /** Hears of another skew, and of how far that takes the corrected time: nothing, where it was the clock that jumped. */
    private readonly onChange: (skew: number, jump: number) => void,
    private readonly wall: () => number = () => Date.now(),
    private readonly steady: () => number = () => performance.now(),
  ) {
    this.lead = this.ahead;
  }

  /** Asks the host. What cannot be read, or comes too late to say what time it is, leaves things as they are. */
  async check(): Promise<void> {
    const turn = ++this.asked;
    const begun = this.steady();
    const { ahead } = this;
    try {
      const { headers } = await this.ask();
      const took = this.steady() - begun;
      const told = Date.parse(headers.get("Date") ?? "");
      // A cache on the way says how old its answer is; and half of the way is behind it.
      const now = told + 1000 * Math.max(0, Number(headers.get("Age")) || 0) + took / 2;
      if (now >= earliest && turn === this.asked && took < patience && Math.abs(this.ahead - ahead) < patience) {
        this.isChecked = true;
        this.lead = this.ahead;
        const { skew } = this;
        if (this.change(now - this.wall())) {
          this.onChange(this.skew, this.skew - skew);
        }
      }
    } catch {
      // Offline, or not allowed.
    }
  }

  /** Looks whether the clock has been set since the last look. */
  look(): void {
    const by = this.ahead - this.lead;
    if (Math.abs(by) <= tolerance) {
      return; // what drifts slowly adds up, so the lead stays
    }
    this.lead = this.ahead;
    // Back is no sleep; forward may be one, but where it comes to what was wrong, somebody has set the clock right.
    if (((by < 0 && this.isChecked) || Math.abs(this.skew - by) <= tolerance) && this.change(this.skew - by)) {
      this.onChange(this.skew, 0);
    }
    void this.check();
  }

  private get ahead(): number {
    return this.wall() - this.steady();
  }

  /** Takes over a skew, and reports whether it is another one: once corrected, a second more or less is the answer's own. */
  private change(skew: number): boolean {
    const wanted = Math.abs(skew) > tolerance ? Math.round(skew) : 0;
    if (wanted === this.skew || (wanted !== 0 && Math.abs(wanted - this.skew) < 2000)) {
      return false;
    }
    this.skew = wanted;
    return true;
  }
}
