// How full the bar is, by how much of the game has come.

import assert from "node:assert/strict";
import { test } from "node:test";
import { wayBehind } from "../frame/way";

const portions = [10, 10, 20, 60]; // a file of four pieces, of which the last shrinks least

for (const { name, bytes, share } of [
  { name: "nothing", bytes: 0, share: 0 },
  { name: "one piece", bytes: 100, share: 0.1 },
  { name: "half a piece more", bytes: 150, share: 0.15 },
  { name: "all but the last piece", bytes: 300, share: 0.4 },
  { name: "everything", bytes: 400, share: 1 },
]) {
  test(`${name} is ${share} of the download, which is nine tenths of the way`, () => {
    assert.ok(Math.abs(wayBehind(bytes, 400, portions) - 0.9 * share) < 1e-9);
  });
}

test("what is larger than the game, or of no known size, says nothing of the way", () => {
  assert.ok(Number.isNaN(wayBehind(401, 400, portions)));
});
