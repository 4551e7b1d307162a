// Packs from elsewhere: how they come, what is said when they do not, and what can be done then.

import assert from "node:assert/strict";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { test } from "node:test";
import type { Page, Request, Route } from "playwright-core";
import { testSite, useBrowser } from "./browser";
import type { Opened } from "./browser";

const setting = useBrowser(testSite);

const alert = (page: Page, words: string) => page.getByRole("alert").filter({ hasText: words });
/** What is there for whoever runs the page. */
const detail = (page: Page) => page.locator("details p").textContent();
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const settings = (page: Page) => page.evaluate(() => globalThis.houselights?.settings);

const elsewhere = "https://fans.example/quiz/my.json";
const query = (pack: string, more = ""): string => `?pack=${encodeURIComponent(pack)}${more}`;
const good = `{"houselights": 1, "title": "Đố vui", "lang": "en"}`;

/** Opens the frame after prepare has had its way with the page. */
async function openFrame(query: string, prepare: (page: Page) => Promise<unknown> = async () => {}): Promise<Opened> {
  const opened = await setting.blank();
  await prepare(opened.page);
  await opened.page.goto(`${setting.url}frame.html${query}`);
  return opened;
}

/** Has an address lead on to another. A route cannot: the browser goes on from there by itself. */
const leadOn = (page: Page, from: string, to: string) =>
  page.addInitScript(
    ([from, to]) => {
      const { fetch } = globalThis;
      globalThis.fetch = async (input, init) => {
        if (input !== from) {
          return fetch(input, init);
        }
        return Object.defineProperties(await fetch(to, init), { url: { value: to }, redirected: { value: true } });
      };
    },
    [from, to] as const,
  );

/** Answers what is asked of fans.example; of what is not said there is nothing. */
const answer = (page: Page, files: Readonly<Record<string, string>>) =>
  page.route("https://fans.example/**", (route) => {
    const body = files[new URL(route.request().url()).pathname];
    return route.fulfill(body === undefined ? { status: 404, body: "not found" } : { contentType: "application/json", body });
  });

const notArrived = "The questions from fans.example did not arrive; check the connection and try again.";
const isMissing = "fans.example has no questions at this address right now.";
const failures: readonly { name: string; pack?: string; route?: (route: Route) => Promise<unknown>; says: string; detail: RegExp }[] = [
  { name: "is not there", route: (route) => route.fulfill({ status: 404 }), says: isMissing, detail: /my\.json: the server says 404 Not Found: put the file there/ },
  { name: "its server keeps to itself", route: (route) => route.fulfill({ status: 403 }), says: isMissing, detail: /my\.json: the server says 403 Forbidden: try again later, or ask its owner$/ },
  { name: "its server fails to give", route: (route) => route.fulfill({ status: 500 }), says: isMissing, detail: /the server says 500.*: try again later, or ask its owner$/ },
  { name: "is a web page", route: (route) => route.fulfill({ contentType: "text/html", body: "\n<!doctype html>" }), says: isMissing, detail: /a web page, not a pack file/ },
  { name: "cannot be reached", route: (route) => route.abort(), says: notArrived, detail: /no answer/ },
  {
    name: "may not be read here",
    route: (route) => route.fulfill({ headers: { "Access-Control-Allow-Origin": "https://other.example" }, body: good }),
    says: "fans.example does not give its questions to this site.",
    detail: /Access-Control-Allow-Origin: \*/,
  },
  { name: "is too large", route: (route) => route.fulfill({ body: "x".repeat((4 << 20) + 1) }), says: "The file of questions from fans.example is too large to play.", detail: /more than 4194304 bytes/ },
  {
    name: "is not UTF-8",
    route: (route) => route.fulfill({ body: Buffer.from(`{"title": "\xe9"}`, "latin1") }),
    says: "The questions from fans.example have mistakes and cannot be played.",
    detail: /not UTF-8: save the file in the encoding UTF-8/,
  },
  { name: "has mistakes", route: (route) => route.fulfill({ body: "broken" }), says: "The questions from fans.example have mistakes and cannot be played.", detail: /questions\[199\]/ },
  { name: "is from http", pack: "http://fans.example/my.json", says: "The address of these questions cannot be used.", detail: /not https/ },
  { name: "is behind a password", pack: "https://user:secret@fans.example/my.json", says: "The address of these questions cannot be used.", detail: /fans\.example with a user name or a password/ },
  { name: "has no address and a password", pack: "https://user:secret@[", says: "The address of these questions cannot be used.", detail: /pack="…@\[": no address/ },
  { name: "has no address", pack: "https://[", says: "The address of these questions cannot be used.", detail: /no address/ },
];
for (const { name, pack = elsewhere, route, says, detail: wanted } of failures) {
  test(`a pack that ${name} gives a reason, the built-in pack and another try`, async () => {
    const { page, errors } = await openFrame(query(pack), (page) => page.route("https://fans.example/**", route ?? ((route) => route.abort())));
    await alert(page, says).waitFor();
    assert.match((await detail(page)) ?? "", wanted);
    assert.match(errors.join("\n"), wanted);
    assert.doesNotMatch(errors.join("\n"), /secret/);
    await button(page, "Play Purple Hearts").waitFor();
    await button(page, "Try again").waitFor();
    assert.equal(await page.locator(":focus").count(), 0, "a bare frame takes no focus");
  });
}

for (const [lang, says] of [
  ["vi", "Chưa tải được bộ câu hỏi từ fans.example; hãy kiểm tra mạng rồi thử lại."],
  ["es", "Las preguntas de fans.example no han llegado; comprueba la conexión y reinténtalo."],
] as const) {
  test(`the reason is told in the visitor's language: ${lang}`, async () => {
    const { page } = await openFrame(query(elsewhere, `&lang=${lang}`), (page) => page.route("https://fans.example/**", (route) => route.abort()));
    await alert(page, says).waitFor();
  });
}

test("all mistakes of a pack can be read, each on a line, as text", async () => {
  const { page } = await openFrame(query(elsewhere), (page) => answer(page, { "/quiz/my.json": "broken" }));
  await page.getByText("For the owner of this page").click();
  const lines = page.locator("details p");
  const { count, scrolls, bold } = await lines.evaluate((element) => ({
    count: Math.round(element.scrollHeight / parseFloat(getComputedStyle(element).lineHeight)),
    scrolls: element.scrollHeight > element.clientHeight,
    bold: element.querySelectorAll("b").length,
  }));
  assert.ok(count >= 201, `${count} lines`);
  assert.deepEqual({ scrolls, bold }, { scrolls: true, bold: 0 });
  await lines.focus();
  await page.keyboard.press("End");
  await page.waitForFunction(() => (document.querySelector("details p")?.scrollTop ?? 0) > 0);
});

test("the button plays the built-in pack, without a connection too, and so does a reload", async () => {
  const event = "2030-01-02T03:04:05Z";
  const { page } = await openFrame(`?pack=packs/none.json&mode=classic&event=${event}`);
  const isPlayed = async (): Promise<void> => {
    await button(page, "Play a round").waitFor();
    const { pack, packText, mode, event: counted } = (await settings(page)) ?? {};
    assert.deepEqual({ pack, packText, mode, counted }, { pack: "purple-hearts", packText: null, mode: "classic", counted: event });
  };
  await page.waitForFunction(() => performance.getEntriesByType("resource").some(({ name }) => name.endsWith(".wasm")));
  await page.context().setOffline(true);
  await button(page, "Play Purple Hearts").press("Enter");
  await isPlayed();
  await button(page, "Play a round").and(page.locator(":focus")).press("Enter");
  assert.deepEqual(await page.evaluate(() => Object.keys(sessionStorage).map((key) => key.split(" ").slice(1))), [["purple-hearts", "classic", event]]);
  await page.context().setOffline(false);
  await page.reload();
  await isPlayed();
  await page.getByText("pressed play", { exact: true }).waitFor();
});

test("where the game is missing too, the button says so, under the countdown of the built-in pack", async () => {
  let lose = (): void => {};
  const gate = () => new Promise<void>((resolve) => (lose = resolve));
  // A request that comes late is lost as well: it finds its gate open already.
  let loss = gate();
  const { page } = await openFrame("?pack=packs/none.json", (page) =>
    page.route("**/*.wasm", async (route) => {
      await loss;
      await route.abort();
    }),
  );
  await button(page, "Play Purple Hearts").waitFor();
  assert.equal(await page.getByRole("timer").count(), 0);
  const lost = page.waitForEvent("requestfailed");
  lose();
  await lost;
  loss = gate();
  await button(page, "Play Purple Hearts").click();
  await page.getByRole("timer").waitFor();
  lose();
  await alert(page, "The game did not arrive").waitFor();
});

test("a pack is said to be from where its address led", async () => {
  let isThere = false;
  const { page } = await openFrame(query(elsewhere), async (page) => {
    await leadOn(page, elsewhere, "https://other.example/their.json");
    await page.route("https://other.example/**", (route) => route.fulfill(isThere ? { body: good } : { status: 404 }));
  });
  await alert(page, "other.example has no questions at this address right now.").waitFor();
  assert.match((await detail(page)) ?? "", /^https:\/\/other\.example\/their\.json: the server says 404/);
  isThere = true;
  await button(page, "Try again").click();
  await button(page, "Play a round").waitFor();
  assert.equal((await settings(page))?.packHost, "other.example");
});

test("what was mended is played by another try, past the browser's copy", async () => {
  let tries = 0;
  const { page } = await openFrame(query(elsewhere), async (page) => {
    await page.route("https://fans.example/**", (route) => route.fulfill({ body: ++tries === 1 ? "broken" : good }));
    await page.addInitScript(() => {
      const { fetch } = globalThis;
      const wanted: unknown[] = [];
      Object.assign(globalThis, { wanted });
      globalThis.fetch = (input, init) => {
        if (String(input).endsWith("my.json")) {
          wanted.push(init?.cache);
        }
        return fetch(input, init);
      };
    });
  });
  await button(page, "Try again").click();
  await button(page, "Play a round").waitFor();
  assert.equal((await settings(page))?.packText, good);
  assert.deepEqual(await page.evaluate(() => Reflect.get(globalThis, "wanted")), ["default", "no-cache"]);
});

test("when the connection is back, the pack comes by itself", async () => {
  const { page } = await openFrame(query(elsewhere), async (page) => {
    await answer(page, { "/quiz/my.json": good });
    await page.route("https://fans.example/**", (route) => route.abort(), { times: 2 }); // the question whether it is there, too
  });
  await alert(page, notArrived).waitFor();
  await page.evaluate(() => dispatchEvent(new Event("online")));
  await button(page, "Play a round").waitFor();
});

test("a pack beside the frame is played, over http too", async () => {
  const { page } = await openFrame("?pack=packs/my.json", (page) => page.route("**/packs/my.json", (route) => route.fulfill({ body: good })));
  await button(page, "Play a round").waitFor();
  const { packHost, packText } = (await settings(page)) ?? {};
  assert.deepEqual({ packHost, packText }, { packHost: new URL(setting.url).host, packText: good });
});

test("a pack's host hears nothing of the visitor", async () => {
  let asked: Request | undefined;
  const { page } = await openFrame(query(elsewhere), async (page) => {
    await page.context().addCookies([{ name: "who", value: "me", url: "https://fans.example/" }]);
    await page.route("https://fans.example/**", (route) => {
      asked = route.request();
      return route.fulfill({ body: good });
    });
  });
  await button(page, "Play a round").waitFor();
  assert.deepEqual([await asked?.headerValue("referer"), await asked?.headerValue("cookie")], [null, null]);
});

/** Runs something with a host of the site where packs/my.json leads on to another address. */
async function withHost(location: string, run: (url: string) => Promise<void>): Promise<void> {
  const server = createServer((request, response) => {
    if (request.url === "/packs/my.json") {
      response.writeHead(302, { Location: location }).end();
    } else if (request.url === "/packs/other.json") {
      response.end(good);
    } else {
      fetch(new URL(request.url ?? "", setting.url)).then(async (answer) => {
        response.writeHead(answer.status, { "Content-Type": answer.headers.get("Content-Type") ?? "" }).end(Buffer.from(await answer.arrayBuffer()));
      }, () => response.destroy());
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    await run(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  } finally {
    server.close();
    server.closeAllConnections();
  }
}

test("an address that leads on to http is not followed", () =>
  withHost(`${setting.url}frame.html`, async (url) => {
    const { page } = await setting.blank();
    await page.goto(`${url}frame.html?pack=packs/my.json`);
    await alert(page, "The address of these questions cannot be used.").waitFor();
    assert.match((await detail(page)) ?? "", /a policy forbids it \(connect-src\).*https also of what an address leads on to/);
  }));

test("an address may lead on to another of the same host", () =>
  withHost("other.json", async (url) => {
    const { page } = await setting.blank();
    await page.goto(`${url}frame.html?pack=packs/my.json`);
    await button(page, "Play a round").waitFor();
    assert.equal((await settings(page))?.packText, good);
  }));

/** Lets the test send what is fetched from a path piece by piece: answer() and push() of the page. */
const byHand = (page: Page, path: string) =>
  page.addInitScript((path) => {
    const { fetch } = globalThis;
    globalThis.fetch = (input, init) => {
      if (!String(input).endsWith(path)) {
        return fetch(input, init);
      }
      let sender: ReadableStreamDefaultController<Uint8Array> | undefined;
      const body = new ReadableStream<Uint8Array>({ start: (controller) => void (sender = controller) });
      init?.signal?.addEventListener("abort", () => sender?.error(new DOMException("aborted", "AbortError")));
      Object.assign(globalThis, {
        push: (text: string) => sender?.enqueue(new TextEncoder().encode(text)),
        finish: () => sender?.close(),
      });
      return Promise.resolve(new Response(body));
    };
  }, path);
const push = (page: Page, text: string) => page.evaluate((text) => (Reflect.get(globalThis, "push") as (text: string) => void)(text), text);
const finish = (page: Page) => page.evaluate(() => (Reflect.get(globalThis, "finish") as () => void)());

test("once the game is there, the visitor sees which questions are waited for, and how much of them has come", async () => {
  const { page } = await openFrame(query(elsewhere), (page) => byHand(page, "my.json"));
  const status = page.getByRole("status").filter({ hasText: "Fetching the questions from fans.example" });
  await status.waitFor();
  assert.equal(await page.getByRole("progressbar").count(), 0);
  await push(page, good + " ".repeat(340_000 - 100));
  await page.getByText("340 kB", { exact: true }).waitFor();
  await finish(page);
  await button(page, "Play a round").waitFor();
});

test("who has waited for questions for five seconds may play the built-in ones", async () => {
  const { page, warnings } = await setting.blank();
  await page.clock.install();
  await byHand(page, "my.json");
  await page.goto(`${setting.url}frame.html${query(elsewhere)}`);
  await page.getByText("Fetching the questions from fans.example").waitFor();
  await push(page, good);
  assert.equal(await button(page, "Play Purple Hearts").count(), 0);
  await page.clock.fastForward(5_000);
  await button(page, "Play Purple Hearts").press("Enter");
  await button(page, "Play a round").and(page.locator(":focus")).waitFor();
  const { pack, packText } = (await settings(page)) ?? {};
  assert.deepEqual({ pack, packText, warnings }, { pack: "purple-hearts", packText: null, warnings: [] });
});

test("so it is on the poster of an element", async () => {
  const { page } = await setting.blank();
  await page.route("**/blog.html", (route) =>
    route.fulfill({ contentType: "text/html", body: `<!doctype html><html lang="es"><title>A blog</title><script src="houselights.js"></script><house-lights pack="${elsewhere}"></house-lights>` }),
  );
  await page.route("https://fans.example/**", () => {}); // it never comes
  await page.clock.install();
  await page.goto(`${setting.url}blog.html`);
  await button(page, "Jugar").click();
  await page.clock.runFor(1000);
  await page.getByRole("status").filter({ hasText: "Cargando las preguntas de fans.example" }).waitFor();
  await page.clock.runFor(5000);
  const frame = page.frameLocator("iframe");
  await frame.getByRole("button", { name: "Jugar con Purple Hearts" }).click();
  await frame.getByRole("button", { name: "Play a round" }).waitFor();
});

test("a host that falls silent is not waited for without end, and neither is one that drips", async () => {
  const { page } = await setting.blank();
  await page.clock.install();
  await byHand(page, "my.json");
  await page.goto(`${setting.url}frame.html${query(elsewhere)}`);
  const waits = page.getByText("Fetching the questions from fans.example");
  await waits.waitFor();
  await page.clock.fastForward(20_000);
  await alert(page, notArrived).waitFor();
  assert.match((await detail(page)) ?? "", /nothing came for 20 seconds/);

  await button(page, "Try again").click();
  await waits.waitFor();
  for (let seconds = 0; seconds < 60; seconds += 15) {
    await push(page, " ");
    await page.getByText("1 kB", { exact: true }).waitFor();
    await page.clock.fastForward(15_000);
  }
  await alert(page, notArrived).waitFor();
  assert.match((await detail(page)) ?? "", /not all of it came in 60 seconds/);
});

const withTranslations = `{"houselights": 1, "title": "T", "lang": "en-GB", "translations": ["vi", "en", "es", "fr", 7, "../up"]}`;

test("a pack's translations come with it, those that the game speaks", async () => {
  const { page, requests, warnings } = await openFrame(query(`${elsewhere}?v=2`), (page) =>
    answer(page, { "/quiz/my.json": withTranslations, "/quiz/my.vi.json": "in Vietnamese", "/quiz/my.es.json": "in Spanish" }),
  );
  await button(page, "Play a round").waitFor();
  assert.deepEqual((await settings(page))?.translations, [{ lang: "vi", text: "in Vietnamese" }, { lang: "es", text: "in Spanish" }]);
  assert.deepEqual(
    requests.filter((url) => url.startsWith("https:")).sort(),
    ["https://fans.example/quiz/my.es.json?v=2", `${elsewhere}?v=2`, "https://fans.example/quiz/my.vi.json?v=2"],
  );
  assert.deepEqual(warnings, []);
});

test("a translation that cannot be had is left out with a warning", async () => {
  const { page, warnings } = await openFrame(query(elsewhere), (page) => answer(page, { "/quiz/my.json": withTranslations, "/quiz/my.es.json": "in Spanish" }));
  await button(page, "Play a round").waitFor();
  assert.deepEqual((await settings(page))?.translations, [{ lang: "es", text: "in Spanish" }]);
  assert.match(warnings.join("\n"), /my\.vi\.json: the server says 404.*: the pack is played without this translation/);
});

test("a translation that does not come holds the game up for ten seconds at most", async () => {
  const { page, warnings } = await setting.blank();
  await page.clock.install();
  await answer(page, { "/quiz/my.json": withTranslations, "/quiz/my.es.json": "in Spanish" });
  const asked = page.waitForRequest("**/my.vi.json");
  await byHand(page, "my.vi.json");
  asked.catch(() => {});
  await page.goto(`${setting.url}frame.html${query(elsewhere)}`);
  await page.getByText("Fetching the questions from fans.example").waitFor();
  await page.waitForFunction(() => "push" in globalThis);
  await page.clock.fastForward(10_000);
  await button(page, "Play a round").waitFor();
  assert.match(warnings.join("\n"), /my\.vi\.json: not all of it came in 10 seconds/);
});

for (const text of [`{"translations": "vi"}`, `{"translations": null, "lang": 7}`, "[]", "null", "7", "not JSON", "[".repeat(100_000)]) {
  test(`what is wrong with a pack is for the game to say: ${text.slice(0, 40)}`, async () => {
    const { page } = await openFrame(query(elsewhere), (page) => answer(page, { "/quiz/my.json": text }));
    await button(page, "Play a round").waitFor();
    const { packText, translations } = (await settings(page)) ?? {};
    assert.deepEqual({ packText, translations }, { packText: text, translations: [] });
  });
}
