// A site that lists the packs it allows.

import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { listedSite, useBrowser } from "./browser";

const setting = useBrowser(listedSite);

const good = `{"houselights": 1, "title": "T", "translations": ["es"]}`;

async function openPack(pack: string): Promise<{ page: Page; requests: string[]; errors: string[]; warnings: string[] }> {
  const opened = await setting.blank();
  await opened.page.route(/^https:|\/packs\//, (route) => route.fulfill({ body: good }));
  await opened.page.goto(`${setting.url}frame.html?pack=${encodeURIComponent(pack)}`);
  return opened;
}

for (const pack of ["https://fans.example/any/pack.json?v=1", "https://x.example/quiz/my.json", "packs/my.json"]) {
  test(`a pack that is listed, or the site's own, is played, with its translations: ${pack}`, async () => {
    const { page, errors, warnings } = await openPack(pack);
    await page.getByRole("button", { name: "Play a round" }).waitFor();
    assert.equal(await page.evaluate(() => globalThis.houselights?.settings.translations.length), 1);
    assert.deepEqual([errors, warnings], [[], []]);
  });
}

for (const [pack, host] of [
  ["https://x.example/quiz/other.json", "x.example"],
  ["https://x.example/quiz/my.json/more", "x.example"],
  ["https://fans.example.org/my.json", "fans.example.org"],
  ["https://fans.example:444/my.json", "fans.example:444"],
] as const) {
  test(`another is not even asked for: ${pack}`, async () => {
    const { page, requests } = await openPack(pack);
    await page.getByRole("alert").filter({ hasText: `This site does not play questions from ${host}.` }).waitFor();
    assert.match((await page.locator("details p").textContent()) ?? "", /plays only packs from its own host, https:\/\/fans\.example\/, https:\/\/x\.example\/quiz\/my\.json: ask its owner/);
    assert.deepEqual(requests.filter((url) => url.startsWith("https:")), []);
    await page.getByRole("button", { name: "Play Purple Hearts" }).click();
    await page.getByRole("button", { name: "Play a round" }).waitFor();
  });
}

test("the browser itself keeps the frame to the list", async () => {
  const { page } = await openPack("packs/my.json");
  await page.getByRole("button", { name: "Play a round" }).waitFor();
  const reach = (address: string) => page.evaluate((address) => fetch(address).then(() => true, () => false), address);
  assert.equal(await reach("https://fans.example/some/where.json"), true);
  assert.equal(await reach("https://x.example/quiz/my.vi.json"), true);
  assert.equal(await reach("https://x.example/quiz/other.json"), false);
  assert.equal(await reach("https://other.example/"), false);
});
