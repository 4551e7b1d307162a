// What comes through of a message: what the rules say.

import assert from "node:assert/strict";
import { test } from "node:test";
import { readReport } from "../shared/protocol";
import { century, isFields, newsRules, nothing, orderRules, readers, reportRules, sound, unsound } from "./rules";
import type { Fields } from "./rules";

test("what is sound comes through as it is, and alone", () => {
  for (const { name, read } of readers) {
    for (const data of sound[name] ?? []) {
      assert.deepEqual(read(data), data);
      assert.deepEqual(read({ ...data, more: "of a later version", __proto__: { x: 1 } }), data);
      assert.equal(Object.getPrototypeOf(read(structuredClone(data))), Object.prototype);
    }
  }
});

test("what is not sound does not come through", () => {
  for (const { name, read } of readers) {
    for (const data of [...nothing, ...(unsound[name] ?? [])]) {
      assert.equal(read(data), undefined, `${name} ${String(JSON.stringify(data, (_, value: unknown) => (typeof value === "bigint" ? `${value}n` : value))).slice(0, 300)}`);
    }
  }
});

test("what is said of an error is cut, and what is said beside the progress left out, where it is not sound", () => {
  assert.deepEqual(readReport({ type: "error", kind: "pack", detail: "d".repeat(1_000_000) }), { type: "error", kind: "pack", detail: "d".repeat(20_000) });
  for (const beside of [{ host: "h".repeat(201), bytes: 1 }, { host: "h", bytes: -1 }, { host: "h", bytes: 2 ** 53 }, { host: "h", bytes: NaN }, { host: "h", bytes: "1" }, { host: 1, bytes: 1 }, { bytes: 1 }, { host: "h" }]) {
    assert.deepEqual(readReport({ type: "progress", share: 0.5, ...beside }), { type: "progress", share: 0.5 });
  }
});

test("each field is read but once, so that none is another when it is used", () => {
  for (const { name, read } of readers) {
    for (const data of sound[name] ?? []) {
      const reads = new Map<string, number>();
      const watch = (fields: Fields): Fields =>
        new Proxy(fields, {
          get(target, key) {
            reads.set(String(key), (reads.get(String(key)) ?? 0) + 1);
            const value = target[String(key)];
            return isFields(value) ? watch(value) : value;
          },
        });
      assert.deepEqual(read(watch(data)), data);
      const often = [...reads].filter(([key, times]) => times > (key === "detail" ? 2 : 1));
      assert.deepEqual(often, [], `${name} ${JSON.stringify(data).slice(0, 100)}`);
    }
  }
});

/** Numbers from 0 to 1 that are the same for a seed at every run (a linear congruence of Numerical Recipes). */
function chance(seed: number): () => number {
  let state = seed;
  return () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
}

const random = chance(7);
const oneOf = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T;

const long = { 200: "s".repeat(200), 201: "s".repeat(201), 8001: "w".repeat(8001), 20_001: "d".repeat(20_001), 400_000: "t".repeat(400_000), 400_001: "t".repeat(400_001) };
const odd: readonly unknown[] = [undefined, null, true, false, 0, -0, 1, -1, 0.5, 10, NaN, Infinity, -Infinity, 1e9, 1e9 + 1, 1e308, 2 ** 53, century, -century, 1e15, 1n, -1n, "", "1", "daily", "\u0000", "\ud800", ...Object.values(long), Symbol("s"), () => 1, [], [1], {}, Object("1"), Object(1), Object(true), new Date(0), new Map(), new Uint8Array(4), Object.create(null)];
const types = [...Object.keys(reportRules), ...Object.keys(orderRules), "__proto__", "constructor", "hasOwnProperty"];
const names = [...new Set([reportRules, orderRules, newsRules].flatMap((all) => Object.values(all).flatMap((rules) => Object.keys(rules)))), "type", "name", "detail", "host", "bytes", "houselights", "secret", "__proto__", "constructor", "toString"];

/** Sets a field of its own, whatever its name. */
const put = (fields: object, name: string, value: unknown): unknown => Object.defineProperty(fields, name, { value, configurable: true, enumerable: true, writable: true });

function structure(depth: number): unknown {
  if (depth === 0 || random() < 0.2) {
    return oneOf(odd);
  }
  const fields: object = oneOf([() => ({}), () => [], () => Object.create(null) as object, () => Object.create({ type: "ready", value: true, seen: 0 }) as object])();
  for (let n = Math.floor(random() * 8); n > 0; n--) {
    put(fields, oneOf(names), structure(depth - 1));
  }
  if (random() < 0.8) {
    put(fields, oneOf(["type", "name"]), oneOf([...types, ...Object.keys(newsRules)]));
  }
  return fields;
}

/** A message with up to three of its fields, or of its detail's, changed, taken away or added. */
function mutation(of: Fields): unknown {
  const detail = isFields(of["detail"]) ? { ...of["detail"] } : undefined;
  const fields = detail ? { ...of, detail } : { ...of };
  for (let n = Math.floor(random() * 4); n > 0; n--) {
    const where = detail && random() < 0.6 ? detail : fields;
    const name = random() < 0.9 ? oneOf([...Object.keys(where), "type"]) : oneOf(names);
    if (random() < 0.2) {
      Reflect.deleteProperty(where, name);
    } else {
      put(where, name, name === "type" && random() < 0.7 ? oneOf(types) : oneOf(odd));
    }
  }
  return fields;
}

test("of twenty thousand structures, and as many spoilt messages, comes what the rules say", () => {
  const all = Object.values(sound).flat();
  const made = [() => structure(2), () => mutation(oneOf(all))];
  const counts = { through: 0, held: 0 };
  for (const make of made) {
    for (let i = 0; i < 20_000; i++) {
      const data = make();
      for (const { name, read, wanted } of readers) {
        const [came, should] = [read(data), wanted(data)];
        if (came !== should) {
          assert.deepEqual(came, should, `${name}, structure ${i}`); // slow where there is nothing to compare
        }
        counts[came === undefined ? "held" : "through"]++;
      }
    }
  }
  assert.ok(counts.through > 5000 && counts.held > 50_000, `neither all nor nothing: ${JSON.stringify(counts)}`);
  assert.deepEqual(Object.keys({}), [], "no prototype has got a field");
  assert.equal(({} as Fields)["type"], undefined);
});
