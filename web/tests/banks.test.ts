// Question banks through the program itself: what it makes of one is played in a browser, and what it writes as GIFT is read by
// somebody else's reader.

import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { before, test } from "node:test";
import { parse } from "gift-pegjs";
import { realSite, useBrowser } from "./browser";
import { answer } from "./play";

const setting = useBrowser(realSite);

const root = `${process.cwd()}/..`;
const program = `${process.cwd()}/tests/out/houselights`;

before(() => execFileSync("go", ["build", "-o", program, "."], { cwd: root }));

/** What the program prints, whether or not it had to leave something out. */
function run(...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd: `${root}/game/pack`, encoding: "utf8", maxBuffer: 64 << 20 });
  assert.ok(status === 0 || status === 1, stderr);
  return stdout;
}

interface Pack {
  readonly questions: readonly { readonly ask: string }[];
}

for (const file of ["gift/testdata/choice.gift", "gift/testdata/number.gift", "opentdb/testdata/response.json", "aiken/testdata/several_right.txt", "kahoot/testdata/openpyxl.xlsx"]) {
  test(`what is made of ${file} is played to its end`, { timeout: 60_000 }, async () => {
    const text = run("pack", "import", file, "-o", "-", "--title", "A bank of questions");
    const { questions } = JSON.parse(text) as Pack;
    const { page, errors } = await setting.blank();
    await page.route("https://fans.example/**", (route) => route.fulfill({ contentType: "application/json", body: text }));
    await page.goto(`${setting.url}frame.html?mode=classic&pack=https://fans.example/bank.json`);
    await page.getByRole("heading", { name: "Classic" }).waitFor();
    await page.getByRole("button", { name: "Start" }).click();
    const length = Math.min(10, questions.length);
    for (let question = 1; question <= length; question++) {
      await page.getByText(`Question ${question} of ${length}`, { exact: true }).first().waitFor();
      const ask = await page.getByRole("heading").first().textContent();
      assert.ok(questions.some((q) => q.ask === ask), `${ask} is in the file`);
      await answer(page);
      await page.getByRole("button", { name: question === length ? "See your result" : "Next", exact: true }).click();
    }
    await page.getByText(new RegExp(`\\d+ of ${length} right`)).first().waitFor();
    assert.deepEqual(errors, []);
  });
}

test("what is written as GIFT says the same to another reader", () => {
  const { questions } = JSON.parse(readFileSync(`${root}/assets/packs/purple-hearts.json`, "utf8")) as {
    questions: readonly { id: string; ask: string; right?: string | boolean | string[]; wrong?: string[]; real?: boolean; number?: number; tolerance?: number; order?: string[]; why?: string }[];
  };
  const read = parse(run("pack", "export", "purple-hearts", "--to", "gift", "-o", "-")).filter((q) => q.type !== "Category");
  const said = questions.filter((q) => q.order === undefined);
  assert.equal(read.length, said.length);
  said.forEach((q, i) => {
    const other = read[i];
    assert.ok(other !== undefined && other.type !== "Description" && other.type !== "Essay");
    assert.equal(other.title, q.id);
    assert.equal(other.stem.text, q.ask);
    assert.equal(other.globalFeedback?.text, q.why);
    if (other.type === "TF") {
      assert.equal(other.isTrue, q.right ?? q.real, q.id);
    } else if (other.type === "Numerical") {
      assert.deepEqual(other.choices, q.tolerance ? { type: "range", number: q.number, range: q.tolerance } : { type: "simple", number: q.number }, q.id);
    } else if (other.type === "MC") {
      const right = other.choices.filter((choice) => choice.isCorrect || (choice.weight ?? 0) > 0).map((choice) => choice.text.text);
      assert.deepEqual(right, [q.right].flat(), q.id);
      assert.deepEqual(other.choices.map((choice) => choice.text.text).slice(right.length), q.wrong, q.id);
    } else {
      assert.fail(`${q.id} became ${other.type}`);
    }
  });
});
