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
  ["https://x.example/quiz/my.json?of=others", "x.example"],
  ["https://fans.example.org/my.json", "fans.example.org"],
  ["https://fans.example:444/my.json", "fans.example:444"],
] as const) {
  test(`another is not even asked for: ${pack}`, async () => {
    const { page, requests } = await openPack(pack);
    await page.getByRole("alert").filter({ hasText: `This site does not play questions from ${host}.` }).waitFor();
    assert.match((await page.locator("details p").textContent()) ?? "", /plays only packs from its own host, https:\/\/fans\.example\/, https:\/\/x\.example\/quiz\/my\.json: ask its owner/);
    assert.deepEqual(requests.filter((url) => url.startsWith("https:")), []);
    await page.getByRole("button", { name: "Play Purple Hearts" }).waitFor();
  });
}

test("no address leads out of what is listed by its path", async () => {
  const { page, requests } = await setting.blank();
  for (const path of ["quiz/..%2fevil.json", "quiz/%2e%2e%2fevil.json", "quiz/..%5Cevil.json", "quiz/..;/evil.json", "quiz/%2e.;a=b/evil.json", "quiz/%252e%252e/evil.json"]) {
    await page.goto(`${setting.url}frame.html?pack=${encodeURIComponent(`https://fans.example/${path}`)}`);
    await page.getByRole("alert").filter({ hasText: "The address of these questions cannot be used." }).waitFor();
    assert.match((await page.locator("details p").textContent()) ?? "", /its path has %2F, %5C or \.\. in it/);
  }
  assert.deepEqual(requests.filter((url) => url.startsWith("https:")), []);
});

test("an address that leads on to what is not listed is named with that", async () => {
  const { page } = await setting.blank();
  // A policy looks at no path after a redirect.
  await page.addInitScript(() => {
    const { fetch } = globalThis;
    const answer = Object.defineProperties(new Response("{}"), { url: { value: "https://x.example/quiz/other.json" }, redirected: { value: true } });
    globalThis.fetch = (input, init) => (String(input).startsWith("https:") ? Promise.resolve(answer) : fetch(input, init));
  });
  await page.goto(`${setting.url}frame.html?pack=https://fans.example/my.json`);
  await page.getByRole("alert").filter({ hasText: "This site does not play questions from x.example." }).waitFor();
  assert.match((await page.locator("details p").textContent()) ?? "", /^https:\/\/fans\.example\/my\.json leads on to https:\/\/x\.example\/quiz\/other\.json: this site plays only/);
});

test("the browser itself keeps the frame to the list", async () => {
  const { page } = await openPack("packs/my.json");
  await page.getByRole("button", { name: "Play a round" }).waitFor();
  const reach = (address: string) => page.evaluate((address) => fetch(address).then(() => true, () => false), address);
  assert.equal(await reach("https://fans.example/some/where.json"), true);
  assert.equal(await reach("https://x.example/quiz/my.vi.json"), true);
  assert.equal(await reach("https://x.example/quiz/other.json"), false);
  assert.equal(await reach("https://other.example/"), false);
});
