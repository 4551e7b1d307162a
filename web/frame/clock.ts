// What time it is where the device's clock is wrong: the frame's own host knows. It is asked once, and again only after the
// clock has been set, or the machine has slept, which look the same.

/** By so much a clock may be off, in milliseconds. */
const tolerance = 120_000;

/** Before it no server of ours has run: one that says so knows no better than the device. */
const earliest = Date.UTC(2024, 0);

export class DeviceClock {
  /** What is to be added to the device's time, in milliseconds. */
  skew = 0;
  /** Whether the host has said what time it is. */
  private isChecked = false;
  /** By how much the device's clock is ahead of one that nobody can set. */
  private lead: number;

  constructor(
    /** Asks the host for any answer, past all caches of this machine. */
    private readonly ask: () => Promise<Pick<Response, "headers">>,
    private readonly onChange: (skew: number) => void,
    private readonly wall: () => number = () => Date.now(),
    private readonly steady: () => number = () => performance.now(),
  ) {
    this.lead = wall() - steady();
  }

  /** Asks the host. What cannot be read leaves things as they are. */
  async check(): Promise<void> {
    const asked = this.steady();
    try {
      const { headers } = await this.ask();
      const told = Date.parse(headers.get("Date") ?? "");
      // A cache on the way says how old its answer is; and half of the way is behind it.
      const now = told + 1000 * (Number(headers.get("Age")) || 0) + (this.steady() - asked) / 2;
      if (now >= earliest) {
        this.isChecked = true;
        this.change(now - this.wall());
      }
    } catch {
      // Offline, or not allowed.
    }
  }

  /** Looks whether the clock has been set since the last look. */
  look(): void {
    const lead = this.wall() - this.steady();
    const by = lead - this.lead;
    if (Math.abs(by) <= tolerance) {
      return; // what drifts slowly adds up, so the lead stays
    }
    this.lead = lead;
    // Back is no sleep; forward may be one, but where it comes to what was wrong, somebody has set the clock right.
    if ((by < 0 && this.isChecked) || Math.abs(this.skew - by) <= tolerance) {
      this.change(this.skew - by);
    }
    void this.check();
  }

  private change(skew: number): void {
    const wanted = Math.abs(skew) > tolerance ? Math.round(skew) : 0;
    // Once corrected, seconds more or less are those of the answer.
    if (wanted !== this.skew && (wanted === 0 || Math.abs(wanted - this.skew) > 2000)) {
      this.skew = wanted;
      this.onChange(wanted);
    }
  }
}
