// The rules of the countdown: the twin of game/countdown, in the browser's own zone. Both pass one file of vectors,
// game/countdown/testdata/vectors.json. It reads no clock.

/** An event as a pack has it: of `at` and `yearly` one is there. The twin of pack.Event. */
export interface PosterEvent {
  readonly id: string;
  readonly title: string;
  readonly caption?: string;
  readonly past?: string;
  /** ISO 8601 with an offset. */
  readonly at?: string;
  /** "MM-DD", from local midnight. */
  readonly yearly?: string;
  /** The year of the first. */
  readonly since?: number;
  readonly status?: string;
}

/** All that a countdown shows. The twin of countdown.State; instants are in Unix milliseconds. */
export interface Count {
  /** "today" lasts from the target to the local midnight after it. A yearly event is never "after". */
  readonly phase: "before" | "today" | "after";
  readonly target: number;
  /** What is left, in whole seconds rounded up: days of 24 hours, and the seconds beside them. Zero from the target on. */
  readonly days: number;
  readonly seconds: number;
  /** The ring's filled part, 0 to 1: 365 days before the target to the target. */
  readonly fraction: number;
  /** The number of a yearly event's anniversary; 0 without one. */
  readonly years: number;
  /** When the count is another; Infinity for never. */
  readonly change: number;
}

/**
 * Returns the event to show: the next to come, where one that happens today comes first; with none to come, the latest
 * that is past. Of two at the same instant it is the first listed. The twin of countdown.Next.
 */
export function next(events: readonly PosterEvent[], now: number): PosterEvent | undefined {
  let least = Infinity;
  let chosen: PosterEvent | undefined;
  for (const event of events) {
    const { phase, target } = count(event, now);
    // What is past comes after all that is to come, the latest first. A year has four digits: below 1e15.
    const rank = phase === "after" ? 1e15 - target : target;
    if (rank < least) {
      least = rank;
      chosen = event;
    }
  }
  return chosen;
}

/** Returns the state of the count to an event. The twin of countdown.At. */
export function count(event: PosterEvent, now: number): Count {
  const { at = "", yearly, since = 0 } = event;
  let target = Date.parse(at);
  let years = 0;
  if (yearly) {
    const month = +yearly.slice(0, 2);
    // From last year on: where a zone skips 31 December, the day of that year begins in the next.
    let year = Math.max(new Date(now).getFullYear() - 1, since) - 1;
    do {
      year++;
      // 29 February falls on the 28th when there is no 29th.
      const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
      target = +new Date(year, month - 1, Math.min(+yearly.slice(3), last));
    } while (dayEnd(target) <= now);
    years = since && year - since;
  }
  const left = Math.max(0, Math.ceil((target - now) / 1000));
  const end = dayEnd(target);
  return {
    phase: left ? "before" : now < end ? "today" : "after",
    target,
    days: (left / 86400) | 0,
    seconds: left % 86400,
    fraction: Math.max(0, 1 - left / 31536000),
    years,
    change: left ? target - (left - 1) * 1000 : now < end ? end : Infinity,
  };
}

/**
 * The local midnight that ends the day of an instant. Of a midnight that is skipped Date makes the first instant after
 * the gap, since gaps begin with it, and of one that comes twice the earlier, as Zone.Instant does.
 */
function dayEnd(ms: number): number {
  return new Date(ms).setHours(24, 0, 0, 0);
}
