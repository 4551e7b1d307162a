// Whether the way to the host is safe, and its clock right.

import type { Facts } from "../facts";
import { arrived, better, duration, good, must, sent } from "./finding";
import type { Finding } from "./finding";

/** By so much clocks may be apart, in milliseconds, as in shared/clock.ts. */
const tolerance = 120_000;

export const judgeConnection = (facts: Facts): Finding[] => [...judgeScheme(facts), ...judgeClock(facts)];

/** Whether an address is of this machine, which browsers trust without https. */
export const isLocal = (host: string): boolean => /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(host);

function judgeScheme({ folder }: Facts): Finding[] {
  const { protocol, hostname, origin } = new URL(folder);
  if (protocol === "https:") {
    return [good("The host is on https, so any page can show the widget.")];
  }
  return isLocal(hostname)
    ? [good("This host is this machine itself: what others will see is only known once the folder is published.")]
    : [must("The host is on http, and no page on https may show what comes from there.", [origin], "Put the folder on https.", "Where hosts differ")];
}

function judgeClock({ files }: Facts): Finding[] {
  const answer = arrived(files).find(({ name }) => name === "frame.html")?.answer;
  if (answer === undefined) {
    return [];
  }
  const said = Date.parse(answer.headers["date"] ?? "");
  if (Number.isNaN(said)) {
    return [better("The host does not say what time it is, so a visitor’s clock that is wrong is not noticed.", [sent(answer, "Date")], "Send Date on frame.html.", "Headers")];
  }
  const apart = Math.abs(said + 1000 * (Number(answer.headers["age"]) || 0) - answer.at);
  return apart > tolerance
    ? [better(`The clocks of the host and of this device are ${duration(apart / 1000)} apart, and visitors are shown the host’s.`, [sent(answer, "Date")], "See which of them is wrong, and set it.", "Headers")]
    : [good("The host’s clock agrees with this device.", [sent(answer, "Date")])];
}
