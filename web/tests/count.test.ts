// The rules of the poster's countdown, against the vectors that the game's own pass (game/countdown).

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { count, next } from "../poster/count";
import type { Count, PosterEvent } from "../poster/count";

interface Vectors {
  readonly events: readonly PosterEvent[];
  readonly cases: readonly {
    readonly name: string;
    readonly zone: string;
    readonly now: string;
    /** By id. */
    readonly events: readonly string[];
    /** An id; "" for none, and then there is no state. */
    readonly next: string;
    readonly state?: {
      readonly phase: Count["phase"];
      readonly target: string;
      readonly left: readonly [days: number, hours: number, minutes: number, seconds: number];
      readonly fraction: number;
      readonly years: number;
      /** "" for never. */
      readonly change: string;
    };
  }[];
}

const file = join(process.cwd(), "..", "game", "countdown", "testdata", "vectors.json");
const vectors = JSON.parse(readFileSync(file, "utf8")) as Vectors;

for (const { name, zone, now, events, next: expected, state } of vectors.cases) {
  test(name, () => {
    process.env["TZ"] = zone;
    const listed = events.map((id) => vectors.events.find((event) => event.id === id)!);
    const chosen = next(listed, Date.parse(now));
    assert.equal(chosen?.id ?? "", expected);
    if (chosen === undefined || state === undefined) {
      return;
    }
    const { fraction, ...rest } = count(chosen, Date.parse(now));
    const [days, hours, minutes, seconds] = state.left;
    assert.deepEqual(rest, {
      phase: state.phase,
      target: Date.parse(state.target),
      days,
      seconds: hours * 3600 + minutes * 60 + seconds,
      years: state.years,
      change: state.change === "" ? Infinity : Date.parse(state.change),
    });
    assert.ok(Math.abs(fraction - state.fraction) < 1e-12, `fraction ${fraction}`);
  });
}
