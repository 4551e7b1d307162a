// The lines that the demo page makes for somebody's site, as text. What they do in a page, builder.test.ts tries.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { attributesOf, fragmentOf, instantOf, localOf, readFragment, sites, usual } from "../demo/choice";
import type { Choice } from "../demo/choice";
import { policy, rule, snippet } from "../demo/snippets";

const place = { base: "https://your.host/trivia/", name: "Purple Hearts: countdown and trivia" };
const full: Choice = {
  pack: "https://fans.example/quiz.json?a=1&b=2",
  event: "2026-12-05T19:30:00+01:00",
  eventTitle: `Our "evening" <of> films & more`,
  mode: "daily",
  lang: "vi",
  theme: "light",
  accent: "oklch(0.7 0.1 200)",
  size: "own",
  width: 640,
  height: 480,
};

test("what is usual is left out of the lines", () => {
  assert.equal(
    snippet("html", usual, place),
    `<script src="https://your.host/trivia/houselights.js" async></script>
<house-lights pack="purple-hearts" style="display:block;width:100%;min-width:min(200px,100%);aspect-ratio:3/2;min-height:min(max(30rem,480px),100svh);max-height:100svh">
  <a href="https://your.host/trivia/frame.html?pack=purple-hearts">Purple Hearts: countdown and trivia</a>
</house-lights>`,
  );
  assert.equal(snippet("html", { ...usual, eventTitle: "Of nothing" }, place), snippet("html", usual, place), "a title is of an instant");
});

test("a page in a language of ours names the script that speaks it", () => {
  for (const site of sites.filter((site) => site !== "iframe")) {
    assert.match(snippet(site, full, place), /houselights\.vi\.js/, site);
    assert.match(snippet(site, { ...full, lang: "en" }, place), /houselights\.js/, site);
  }
});

test("what somebody writes stays text in every site", () => {
  for (const site of sites) {
    const lines = snippet(site, full, place);
    assert.doesNotMatch(lines, /<of>|"evening"|&(?!amp;|lt;|gt;|quot;)/, site);
  }
});

test("the policy names the host, and the rule the size", () => {
  assert.equal(policy("html", place), "script-src https://your.host; frame-src https://your.host");
  assert.equal(policy("iframe", place), "frame-src https://your.host");
  assert.equal(rule("react", full, place), "house-lights { display: block; width: min(640px,100%); min-width: min(200px,100%); margin-inline: auto; height: 480px; min-height: 0; aspect-ratio: auto }");
  assert.equal(
    rule("iframe", usual, place),
    `iframe[src^="https://your.host/trivia/"] { height: auto; display: block; width: 100%; min-width: min(200px,100%); aspect-ratio: 3/2; min-height: min(max(30rem,480px),100svh); max-height: 100svh; border: 0 }`,
  );
});

test("an address brings a choice back", () => {
  for (const choice of [usual, full, { ...usual, size: "strip" as const }, { ...usual, event: "birthday", lang: "en" as const }]) {
    assert.deepEqual(readFragment(`#${fragmentOf(choice)}`), choice);
  }
  assert.equal(fragmentOf(usual), "");
});

test("what an address says that is not known is as usual", () => {
  assert.deepEqual(readFragment("#mode=quiz&theme=pink&lang=de&size=huge&size=9x9&nothing"), usual);
  assert.deepEqual(readFragment("#%"), usual);
});

test("a local date has the offset of that date", () => {
  for (const [zone, winter, summer] of [
    ["Europe/Berlin", "2026-12-05T19:30:00+01:00", "2026-07-05T19:30:00+02:00"],
    ["America/St_Johns", "2026-12-05T19:30:00-03:30", "2026-07-05T19:30:00-02:30"],
    ["Asia/Kathmandu", "2026-12-05T19:30:00+05:45", "2026-07-05T19:30:00+05:45"],
    ["UTC", "2026-12-05T19:30:00+00:00", "2026-07-05T19:30:00+00:00"],
  ] as const) {
    const before = process.env["TZ"];
    process.env["TZ"] = zone;
    try {
      assert.equal(instantOf("2026-12-05T19:30"), winter, zone);
      assert.equal(instantOf("2026-07-05T19:30"), summer, zone);
      assert.equal(localOf(winter), "2026-12-05T19:30", zone);
    } finally {
      process.env["TZ"] = before;
    }
  }
  for (const nothing of ["", "soon", "2026-12-05", "2026-13-05T19:30"]) {
    assert.equal(instantOf(nothing), "", nothing);
  }
});

test("the usual size is the same wherever somebody copies it from", () => {
  const inLine = /style="([^"]*)"/.exec(snippet("html", usual, place))![1]!;
  for (const [file, written] of [["demo/index.html", inLine], ["../README.md", inLine], ["../game/command/serve.go", inLine.replaceAll("%", "%%")]] as const) {
    assert.ok(readFileSync(file, "utf8").includes(`style="${written}"`), `${file}: no style="${written}"`);
  }
  for (const file of ["demo/index.html", "../README.md"]) {
    assert.ok(readFileSync(file, "utf8").includes(rule("html", usual, place)), `${file}: no rule of that size`);
  }
});

test("attributes stand in the order of the README", () => {
  assert.deepEqual(attributesOf(full).map(([name]) => name), ["pack", "event", "event-title", "mode", "lang", "theme", "accent"]);
});
