// The rules of the countdown: the twin of game/countdown, where they are written down, in the browser's own zone. Both pass
// one file of vectors, game/countdown/testdata/vectors.json. It reads no clock.

/** An event as a pack has it: one of `at`, `day`, `yearly` and `showings` is there. The twin of pack.Event. */
export interface PosterEvent {
  readonly id?: string;
  readonly title: string;
  /** ISO 8601 with an offset, or in Unix milliseconds. */
  readonly at?: string | number;
  /** "YYYY-MM-DD", from local midnight. */
  readonly day?: string;
  /** "MM-DD", from local midnight. */
  readonly yearly?: string;
  /** The year of the first. */
  readonly since?: number;
  /** ISO 8601, by the clock on the wall where there is no offset. */
  readonly showings?: readonly string[];
  /** What follows its day: "stay", "up", or nothing for the next event. */
  readonly after?: string;
  /** "released" for a film that is out, and what others a pack has. */
  readonly status?: string;
  /** Who has to confirm it, where it is but reported. */
  readonly by?: string;
}

/** The twin of countdown.Phase. */
export const enum Phase {
  unknown,
  far,
  near,
  lastDay,
  lastMinute,
  lastTen,
  now,
  today,
  past,
  since,
  anniversary,
}

/** Their names, for the page around. */
export const phaseNames = /* @__PURE__ */ `unknown far near last-day last-minute last-ten now today past ${EVERY_KIND ? "since" : ""} anniversary`.split(" ");

/** All that a countdown shows. The twin of countdown.State; instants are in Unix milliseconds. */
export interface Count {
  readonly event: PosterEvent;
  readonly phase: Phase;
  readonly target: number;
  /** What is left: years and months while far; the seconds are those beside the days. Zero from the target on, but for the days since. */
  readonly years: number;
  readonly months: number;
  readonly days: number;
  readonly seconds: number;
  /** The ring's filled part, 0 to 1. */
  readonly fraction: number;
  /** The how manieth year: of a yearly event, of an anniversary; 0 without one. */
  readonly number: number;
  /** When the count is another; Infinity for never. */
  readonly change: number;
}

/** The twin of countdown.Earliest. */
const earliest = 1_704_067_200_000;

const dayMs = 86_400_000;

/**
 * Returns the count to show, and that to the latest reported date that has passed, where it is another. The twin of
 * countdown.Next and app.Model.Lapsed.
 */
export const next = (events: readonly PosterEvent[], now: number): readonly [shown: Count | undefined, lapsed?: Count | undefined] => {
  const counts = events.map((event) => count(event, now)).sort((a, b) => Math.abs(a.target - now) - Math.abs(b.target - now));
  const coming = counts.find((one) => one.phase < Phase.now);
  const came = counts.find((one) => one.phase >= Phase.now);
  const shown = came && (!coming || (EVERY_KIND && came.event.after) || came.phase !== Phase.past) ? came : coming;
  return now < earliest
    ? [shown && { ...shown, phase: Phase.unknown, fraction: 0 }]
    : [shown, counts.find((one) => one !== shown && one.event.by && one.phase > Phase.today)];
};

/** Returns the count to an event. The twin of countdown.At. */
export const count = (event: PosterEvent, now: number): Count => {
  const { yearly, since = 0 } = event;
  let number = 0;
  let target: number;
  if (yearly) {
    const month = +yearly.slice(0, 2) - 1;
    // From last year on: where a zone skips 31 December, the day of that year begins in the next.
    let year = Math.max(new Date(now).getFullYear() - 1, since);
    while (dayEnd((target = +new Date(year, month, dayIn(year, month, +yearly.slice(3))))) <= now) {
      year++;
    }
    number = since && year - since;
  } else {
    target = +new Date(event.at!);
    if (EVERY_KIND && !event.at) {
      const all = (event.showings ?? [`${event.day}T00:00`]).map((time) => Date.parse(time));
      // What has begun within this minute, else the next, else the last.
      const open = all.filter((time) => now < time + 60_000);
      target = open[0] ? Math.min(...open) : Math.max(...all);
    }
  }

  const date = new Date(target);
  const left = Math.ceil((target - now) / 1000);
  // What is shown holds for a second that ends here.
  const shown = target - left * 1000;
  let years = 0;
  let months = 0;
  let days = 0;
  let seconds = 0;
  let fraction = 1;
  let phase: Phase;
  let change = shown + 1000;
  if (left > 0) {
    // Of a time on the wall that is skipped or comes twice Date makes what Zone.Instant does.
    const back = (months: number, days: number): number => {
      const month = date.getMonth() - months;
      return months || days ? new Date(target).setMonth(month, dayIn(date.getFullYear(), month, date.getDate()) - days) : target;
    };
    // The largest n for which so much before the target is not past yet.
    const most = (before: (n: number) => number): number => {
      let n = 0;
      while (before(n + 1) >= shown) {
        n++;
      }
      return n;
    };
    phase = left > 60 ? (left < 86_400 ? Phase.lastDay : Phase.near) : left > 10 ? Phase.lastMinute : Phase.lastTen;
    fraction = Math.max(0, 1 - left / (phase > Phase.lastDay ? 60 : phase > Phase.near ? 86_400 : 31_536_000));
    const far = shown < back(0, 365);
    const all = far ? most((n) => back(n, 0)) : 0;
    days = most((n) => back(all, n));
    if (far) {
      phase = Phase.far;
      years = (all / 12) | 0;
      months = all % 12;
      change = Math.min(back(all, days) + 1000, back(0, 365));
    } else {
      seconds = (back(0, days) - shown) / 1000;
    }
  } else if (now < target + 60_000) {
    phase = Phase.now;
    change = target + 60_000;
  } else if (now < (change = dayEnd(target))) {
    phase = number && !(EVERY_KIND && event.by) ? Phase.anniversary : Phase.today;
  } else if (EVERY_KIND && event.after === "up" && !event.by) {
    phase = Phase.since;
    days = dayNumber(now) - dayNumber(target);
    change = dayEnd(now);
    const today = new Date(now);
    number = today.getFullYear() - date.getFullYear();
    if (number && today.getMonth() === date.getMonth() && today.getDate() === dayIn(today.getFullYear(), date.getMonth(), date.getDate())) {
      phase = Phase.anniversary;
    } else {
      number = 0;
    }
  } else {
    phase = Phase.past;
    change = Infinity;
  }
  return { event, phase, target, years, months, days, seconds, fraction, number, change };
};

/** A day of the month, or the month's last where that is shorter. */
const dayIn = (year: number, month: number, day: number): number => Math.min(day, new Date(Date.UTC(year, month + 1, 0)).getUTCDate());

/** The local midnight that ends the day of an instant. */
const dayEnd = (ms: number): number => new Date(ms).setHours(24, 0, 0, 0);

/** The number of the date on the wall. */
function dayNumber(ms: number): number {
  return Math.floor((ms - new Date(ms).getTimezoneOffset() * 60_000) / dayMs);
}
