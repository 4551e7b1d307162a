// What <house-lights> and the page in its frame say to each other, where one of them, or somebody beside them, means no good.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import type { Frame, Page } from "playwright-core";
import { chromiumOnly, isFirefox, realSite, testSite, useBrowser } from "./browser";
import type { Opened, Setting } from "./browser";
import { answer } from "./play";
import { century, kept, newsRules, sound, text, unsound, wishes } from "./rules";
import type { Fields, Rules } from "./rules";

// Another site is another name of this machine; its pages are made up here.

const setting = useBrowser(testSite);

const strangers = (setting: Setting): string => setting.url.replace("127.0.0.1", "localhost");

/** Makes up a page, at a path of every site. */
const write = (page: Page, path: string, html: string) =>
  page.context().route(`**/${path}`, (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body: `<!doctype html><html lang="en"><title>${path}</title>${html}` }));

/** Lets two frames of the browser go by. */
const settle = (page: Page | Frame) => page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));

/** Messages that mean nothing, or something that nobody has a right to say. They can all be sent. */
const junk = (): unknown[] => {
  const deep: Record<string, unknown> = {};
  let inner = deep;
  for (let i = 0; i < 500; i++) {
    inner = inner["detail"] = {};
  }
  const own = JSON.parse(`{"__proto__": {"type": "ready"}, "type": "settings"}`) as unknown;
  const circle: Record<string, unknown> = { type: "news", name: "start" };
  circle["detail"] = circle;
  const types = ["ready", "shown", "leave", "again", "progress", "clock", "kept", "news", "error", "sight", "settings", "resume", "__proto__", "hello", 7, null];
  return [null, undefined, 0, NaN, -0, Infinity, 10n, "", "ready", "x".repeat(1000), [], [["type", "ready"]], new Map([["type", "ready"]]), new Date(NaN), new Error("no"), /x/, new Uint8Array(9), deep, own, circle, ...types.flatMap((type) => [{ type }, { type, value: "true", skew: 1e300, text: 5, seen: -1, name: "constructor", detail: [], share: 1e308 }])];
};

/** What a page beside the widget does: it says all that it can to all windows that it can get at, and keeps what comes. */
const neighbour = `<script>
  globalThis.got = [];
  globalThis.caught = 0;
  const hear = ({ data, ports }) => { caught += ports.length; };
  addEventListener("message", hear);
  const windows = (start) => [start, ...Array.from({ length: start.length }, (_, i) => start[i])];
  globalThis.attack = (secrets, junk) => {
    const targets = new Set(windows(top));
    if (opener) windows(opener).forEach((one) => targets.add(one));
    try {
      // Of the same site: it sees into the page.
      for (const one of [top, opener].filter(Boolean)) targets.add(one.document.querySelector("house-lights").shadowRoot.querySelector("iframe").contentWindow);
    } catch {}
    targets.delete(window);
    for (const target of targets) {
      for (let i = 0; i < 2000; i++) target.postMessage(junk[i % junk.length], "*");
      for (const secret of secrets) {
        for (const houselights of [1, 2, 0, 99, NaN]) {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = ({ data }) => got.push(data);
          target.postMessage({ houselights, secret }, "*", [port2]);
          for (const type of ["ready", "leave", "error", "again"]) port1.postMessage({ type, kind: "stopped", detail: "" });
        }
      }
      target.postMessage("over", "*");
    }
    return targets.size;
  };
</script>`;

/** Counts in each window what comes, and how many have said all that they had to say. */
const countMessages = (page: Page) =>
  page.context().addInitScript(() => {
    const counts = { heard: 0, over: 0 };
    Object.assign(globalThis, { counts });
    addEventListener("message", ({ data }) => {
      counts.heard++;
      counts.over += data === "over" ? 1 : 0;
    });
  });

interface Counts {
  readonly counts: { readonly heard: number; readonly over: number };
}

const heard = (page: Page | Frame, over: number) =>
  page.evaluate(async (over) => {
    const { counts } = globalThis as unknown as Counts;
    while (counts.over < over) {
      await new Promise((resolve) => addEventListener("message", resolve, { once: true }));
    }
    return counts.heard;
  }, over);

const widgetFrame = (page: Page): Frame => {
  const frame = page.frames().find((frame) => frame.url().startsWith(`${setting.url}frame.html`));
  assert.ok(frame, "the widget has its frame");
  return frame;
};

test("neighbours of the widget, of its own site or another, change nothing", async () => {
  const { page, errors, warnings, requests } = await setting.blank();
  await countMessages(page);
  await write(page, "neighbour.html", neighbour);
  const elsewhere = `${strangers(setting)}neighbour.html`;
  await write(
    page,
    "blog.html",
    `<script src="houselights.js"></script><house-lights></house-lights><iframe title="own" src="neighbour.html"></iframe><iframe title="elsewhere" src="${elsewhere}"></iframe>
    <script>globalThis.told = []; for (const name of ["ready", "start", "question", "answer", "complete", "phase", "error"]) addEventListener("houselights-" + name, ({ type }) => told.push(type));</script>`,
  );
  await page.goto(`${setting.url}blog.html`);
  await page.getByRole("button", { name: "Play", exact: true }).click();
  await page.frameLocator("house-lights iframe").getByRole("button", { name: "Play a round" }).and(page.frameLocator("house-lights iframe").locator(":focus")).waitFor();
  const [popup] = await Promise.all([page.waitForEvent("popup"), page.evaluate((url) => void window.open(url), elsewhere)]);
  await popup.waitForFunction(() => "attack" in globalThis);
  await page.bringToFront();

  const game = widgetFrame(page);
  const state = async () => ({
    drawn: await game.evaluate(() => globalThis.drawn),
    events: await game.evaluate(() => globalThis.events),
    inside: await page.locator("house-lights").evaluate((widget) => widget.shadowRoot?.innerHTML),
    focus: await page.evaluate(() => document.querySelector("house-lights")?.shadowRoot?.activeElement?.localName),
    told: await page.evaluate(() => (globalThis as unknown as { told: string[] }).told),
    requests: requests.length,
  });
  await page.waitForFunction(() => (globalThis as unknown as { told: string[] }).told.length === 1);
  await settle(page);
  await settle(game);
  const before = await state();
  assert.deepEqual(before.told, ["houselights-ready"]);

  const secret = new URLSearchParams(new URL(game.url()).hash.slice(1)).get("secret") ?? "";
  assert.match(secret, /^\d+(-\d+){3}$/);
  const secrets = [secret, "", "0", "0-0-0-0", `${secret} `, secret.slice(1)];
  const neighbours = [...page.frames().filter((frame) => frame.url().endsWith("neighbour.html")), popup.mainFrame()];
  assert.equal(neighbours.length, 3);
  const attack = (frame: Frame) =>
    frame.evaluate(
      ([secrets, made]) => {
        const junk = (0, eval)(`(${made})()`) as unknown[]; // some of it cannot be sent from here
        return (globalThis as unknown as { attack(secrets: string[], junk: unknown[]): number }).attack(secrets, junk);
      },
      [secrets, junk.toString()] as const,
    );
  // The one of the page's own site gets at the frame of the widget too. To others that is no entry of window.frames (but in a Firefox that keeps sites apart, see BROWSERS.md).
  assert.deepEqual(await Promise.all(neighbours.map(attack)), [3, 2, 3]);
  assert.ok((await heard(page.mainFrame(), 3)) > 6000);
  assert.ok((await heard(game, 1)) > 2000);
  await settle(page);
  await settle(game);

  assert.deepEqual(await state(), before);
  for (const frame of neighbours) {
    assert.deepEqual(await frame.evaluate(() => (globalThis as unknown as { got: unknown[] }).got), [], "no port of theirs is spoken to");
  }
  // What they have caught is of each other.
  const caught = await Promise.all(neighbours.map((frame) => frame.evaluate(() => (globalThis as unknown as { caught: number }).caught)));
  const each = secrets.length * 5;
  assert.deepEqual(caught.map((ports) => ports % each), [0, 0, 0], "no port of the widget's is among them");
  // The widget and its frame still talk.
  await page.locator("house-lights").evaluate((widget) => widget.setAttribute("mode", "daily"));
  await game.waitForFunction(() => globalThis.events.some(([type]) => type === "mode"));
  assert.deepEqual(errors, []);
  assert.deepEqual(warnings, []);
});

// A page of another site that embeds the frame by itself, as the element does, and means no good.

/** What the page around a frame knows: the ports that it was given, and what came through them. */
interface Around {
  readonly ports: MessagePort[];
  readonly reports: Record<string, unknown>[];
}

interface Embedded extends Opened {
  readonly game: Frame;
  /** Whom the pages may ask: their own hosts. */
  readonly hosts: readonly string[];
  /** Sends orders, as the element would. */
  order(...orders: readonly unknown[]): Promise<void>;
  reports(type: string): Promise<Record<string, unknown>[]>;
}

const greeted = "version=1&secret=s&scheme=dark&textscale=1&focus=";

/** Opens a page of another site with the frame in it. The server itself would refuse an address of such a length. */
async function embed(setting: Setting, site: string, query: string, fragment: string, prepare: (page: Page) => Promise<unknown> = async () => {}, around = strangers(setting)): Promise<Embedded> {
  const opened = await setting.blank();
  const { page } = opened;
  const html = readFileSync(join(site, "frame.html"), "utf8");
  await page.route(/\/frame\.html/, (route) => (route.request().method() === "GET" ? route.fulfill({ contentType: "text/html; charset=utf-8", body: html }) : route.fallback()));
  await write(
    page,
    "parent.html",
    `<iframe title="Game" width="640" height="480"></iframe>
    <script>
      Object.assign(globalThis, { ports: [], reports: [] });
      addEventListener("message", ({ ports: [port] }) => {
        if (port) {
          ports.push(port);
          port.onmessage = ({ data }) => reports.push(data);
        }
      });
    </script>`,
  );
  await prepare(page);
  await page.goto(`${around}parent.html`);
  await page.evaluate((src) => Object.assign(document.querySelector("iframe") ?? {}, { src }), `${setting.url}frame.html?${query}#${fragment}`);
  const frame = await (await page.locator("iframe").elementHandle())?.contentFrame();
  assert.ok(frame);
  await frame.waitForURL(/frame\.html/);
  return {
    ...opened,
    game: frame,
    hosts: [setting.url, around],
    async order(...orders) {
      await page.waitForFunction(() => (globalThis as unknown as Around).ports.length > 0);
      await page.evaluate((orders) => orders.forEach((order) => (globalThis as unknown as Around).ports[0]?.postMessage(order)), orders);
    },
    reports: (type) => page.evaluate((type) => (globalThis as unknown as Around).reports.filter((report) => report["type"] === type), type),
  };
}

const playing = async (game: Frame) => {
  await game.locator("button", { hasText: "Play a round" }).waitFor(); // the name of one may be long, and by its role all are computed
  await game.locator(".curtain").waitFor({ state: "detached" });
};

/** Checks that nothing was thrown, nothing said that is not ours to say, and nobody asked who need not be. */
async function checkCalm({ game, errors, requests, hosts }: Embedded, others: RegExp = /^$/): Promise<void> {
  assert.deepEqual(errors.filter((error) => !/^houselights: |^Failed to load resource/.test(error)), []);
  assert.doesNotMatch(errors.join("\n"), /\n\s+at /, "no stack trace");
  assert.deepEqual(requests.filter((url) => !hosts.some((host) => url.startsWith(host)) && !others.test(url)), []);
  assert.doesNotMatch(await game.locator("body").innerText(), /goroutine|panic|undefined|NaN|Error:|\n\s+at /);
  assert.equal(await game.locator("canvas").count(), 1);
  assert.equal(await game.locator(".mirror").count(), 1);
  assert.equal(await game.locator("script:not([src]), iframe, [style*=url], [onerror]").count(), 0);
}

/** Of three of them, an address is nearly as long as Chromium lets it be. */
const many = "x".repeat(isFirefox ? 300_000 : 600_000); // there are three, and Firefox takes no address of more than a MiB
const addresses: readonly { name: string; query?: string; fragment?: string; has?: (page: { textScale: number; skew: number; lang: string }) => boolean }[] = [
  { name: "letters of any size, and a clock out of all time", fragment: "textscale=1e9&skew=1e300", has: ({ textScale, skew }) => textScale <= 4 && skew === 0 },
  { name: "letters of no size, and a clock before all time", fragment: "textscale=-Infinity&skew=-6e15", has: ({ textScale, skew }) => textScale === 1 && skew === 0 },
  { name: "words of no meaning, and everything twice", query: "mode=constructor&mode=daily&theme=__proto__&lang=<script>&lang=vi&motion=%00&sound=%F0%9F", fragment: "focus=__proto__&scheme=<b>&covered=1e9&skew=0x&version=1&secret=t&x=y" },
  { name: "a great many letters", query: `event=${many}&event-title=${many}`, fragment: `covered&more=${many}` },
  { name: "an event before all time", query: "event=-271821-04-20T00:00:00Z&event-title=Long%20ago" },
  { name: "an event after all time", query: "event=%2B275760-09-13T00:00:00Z" },
  { name: "a colour without end", query: `accent=${encodeURIComponent("color-mix(in srgb,".repeat(20_000))}` },
];
for (const { name, query = "", fragment = "", has = () => true } of addresses) {
  test(`an address cannot spoil the game: ${name}`, async () => {
    const embedded = await embed(setting, testSite, query, `${fragment}&${greeted}`);
    await playing(embedded.game);
    const said = await embedded.game.evaluate(() => globalThis.houselights?.settings);
    assert.ok(said && has(said), JSON.stringify(said).slice(0, 1000));
    await checkCalm(embedded);
  });
}

const colors = ["red;background:url(//evil.example/a)", "red 1 1 1);}*{background:url(//evil.example/b)}", "image-set(url(//evil.example/c) 1x)", "url(https://evil.example/d)", "color-mix(in srgb,".repeat(400), "var(--text)", "inherit", "</style><script>alert(1)</script>", "\\", "a".repeat(8000)];

test("no colour is more than a colour", async () => {
  const embedded = await embed(setting, testSite, "", greeted);
  const { game, order } = embedded;
  await playing(game);
  for (const [i, accent] of [...colors, "lime"].entries()) {
    await order({ type: "settings", ...wishes, event: `colour ${i}`, accent });
    await game.waitForFunction((event) => globalThis.houselights?.settings.event === event, `colour ${i}`);
    const said = await game.evaluate(() => [globalThis.houselights?.settings.accentDark, globalThis.houselights?.settings.accentLight]);
    assert.match(said.join(), accent === "lime" ? /^#\w{6},#\w{6}$/ : /^(#\w{6},#\w{6}|,)$/, accent.slice(0, 50));
  }
  await checkCalm(embedded);
});

const evil = ["javascript:alert(1)", "data:application/json,{}", "file:///etc/passwd", "http://evil.example/a.json", "//evil.example/b.json", "\\\\evil.example\\c.json", "https://user:word@evil.example/d.json", "ftp://evil.example/", `blob:${"https://evil.example/1-2"}`, "https://[", "about:blank"];

test("no address of a pack leads where none may come from", async () => {
  const embedded = await embed(setting, testSite, `pack=${encodeURIComponent("javascript:alert(0)")}`, greeted);
  const { game, order } = embedded;
  const said = (pack: string) => game.getByText(`pack="${pack}"`).or(game.getByText("with a user name or a password")).waitFor({ state: "attached" });
  await said("javascript:alert(0)");
  for (const pack of evil) {
    await order({ type: "settings", ...wishes, lang: "en", pack });
    await said(pack.replace(/.*@|^https:\/\/\[/, "https://["));
  }
  await order({ type: "settings", ...wishes, lang: "en", pack: "x".repeat(8000) });
  await playing(game);
  await checkCalm(embedded);
  assert.equal((await embedded.reports("error")).length, 1 + evil.length);
});

/** Sends orders in one go: how, by a number that counts up. */
const flood = ({ page }: Embedded, times: number, how: string) =>
  page.evaluate(
    ([times, how]) => {
      const order = (0, eval)(how) as (i: number) => unknown;
      for (let i = 0; i < times; i++) {
        (globalThis as unknown as Around).ports[0]?.postMessage(order(i));
      }
    },
    [times, how] as const,
  );

/** Each is another than the one before; the packs are there, are not, and may not be. */
const flapping = `(i) => ({ type: "settings", event: i % 3 ? "e" + i : "", eventTitle: "t" + i, mode: ["home", "daily", "rumour", "classic"][i % 4], lang: ["en", "vi", "es", "<b>"][i % 4],
  theme: ["dark", "light", "auto"][i % 3], accent: ["red", "", "no colour"][i % 3], motion: ["reduce", "full"][i % 2], sound: ["on", "off"][i % 2], scheme: ["dark", "light", "neither"][i % 3],
  pack: ["purple-hearts", "https://fans.example/a.json", "javascript:0", "https://fans.example/none.json", "another"][Math.floor(i / 2) % 5] })`;

/** The questions of fans.example, and none besides. */
const fans = (page: Page) =>
  page.route("https://fans.example/**", (route) => route.fulfill(route.request().url().endsWith("/a.json") ? { contentType: "application/json", headers: { "Access-Control-Allow-Origin": "*" }, body: `{"houselights": 1, "title": "Fans"}` } : { status: 404, body: "not found" }));

const last = { ...wishes, lang: "en", theme: "light", accent: "", pack: "purple-hearts" };

test("orders of all kinds, thousands of them, leave the game as the last one has it", async () => {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  const embedded = await embed(setting, testSite, "", `covered&${greeted}`, async (page) => {
    await fans(page);
    await page.route("**/*.wasm", async (route) => {
      await held;
      await route.fallback();
    });
  });
  const { page, game, order } = embedded;
  await page.waitForFunction(() => (globalThis as unknown as Around).ports.length > 0);
  const everything = async () => {
    await flood(embedded, 500, flapping);
    await flood(embedded, 1000, `((all) => (i) => all[i % all.length])((${junk.toString()})())`);
    await flood(embedded, 200, `(i) => ({ type: "sight", value: i % 2 === 1 })`);
    await flood(embedded, 100, `(i) => ({ type: "resume", text: "y".repeat(1000) + i, seen: i })`);
    await order({ type: "settings", ...last });
  };
  const settled = () =>
    game.waitForFunction(() => {
      const { settings } = globalThis.houselights ?? {};
      return settings?.mode === "daily" && settings.eventTitle === "Đêm" && settings.pack === "purple-hearts" && settings.theme === "light" && settings.accentDark === "";
    });
  await everything();
  release();
  await playing(game);
  await settled();
  await everything();
  await settled();
  await playing(game);
  await game.getByRole("button", { name: "All modes" }).click();
  assert.deepEqual(await game.evaluate(() => globalThis.events.findLast(([what]) => what === "press")), ["press", "more"]);
  assert.equal((await embedded.reports("kept")).at(-1)?.["text"], "pressed more", "what came as a visit when there was a game is nothing");
  await checkCalm(embedded, /^https:\/\/fans\.example\//);
});

/** The test game shows it, and what can be seen of it takes long to draw. */
const junkText = `{["<b>\u0000\\`.padEnd(400_000);
const visits: readonly { name: string; asked?: boolean; orders: readonly unknown[]; late?: boolean; snapshot: string | null }[] = [
  { name: "of junk", orders: [{ type: "resume", text: junkText, seen: 1 }], snapshot: junkText },
  { name: "twice", orders: [{ type: "resume", text: "one", seen: 1 }, { type: "resume", text: "two", seen: 0 }], snapshot: "one" },
  { name: "not asked for", asked: false, orders: [{ type: "resume", text: "one", seen: 1 }], snapshot: null },
  { name: "never", orders: [], late: true, snapshot: null },
  { name: "too large", orders: [{ type: "resume", text: "x".repeat(400_001), seen: 1 }], late: true, snapshot: null },
];
for (const { name, asked = true, orders, late = false, snapshot } of visits) {
  test(`a visit that comes ${name} does not keep the game`, async () => {
    const embedded = await embed(setting, testSite, "", `${asked ? "resume&" : ""}${greeted}`, async (page) => {
      if (late) {
        await page.clock.install();
      }
    });
    const { page, game, order } = embedded;
    await order({ type: "sight", value: false }, { type: "sight", value: true }, ...orders);
    if (late) {
      await page.waitForLoadState("networkidle"); // the game has come
      assert.equal(await game.getByRole("button", { name: "Play a round" }).count(), 0);
      await page.clock.fastForward(2000);
    }
    await playing(game);
    assert.equal(await game.evaluate(() => globalThis.houselights?.settings.snapshot), snapshot);
    await order({ type: "resume", text: "late", seen: 1 }, { type: "sight", value: false }, { type: "sight", value: true }, { type: "settings", ...last, event: "late" });
    await game.waitForFunction(() => globalThis.houselights?.settings.event === "late");
    const told = (await embedded.reports("kept")).map(({ text }) => text);
    assert.equal(told.findIndex((text) => text !== snapshot), -1, "nothing else is ever told, which the element would take for the visit");
    await checkCalm(embedded);
  });
}

// A page in the place of the frame's, which greets as it should and then says what it likes.

interface Told {
  readonly type: string;
  readonly detail: Fields;
}

/** The page of the widget, and what the element tells it. */
async function openWidget(script: string, prepare: (page: Page) => Promise<unknown> = async () => {}, secret = `said.get("secret")`): Promise<Opened & { told(): Promise<Told[]>; say(reports: string, times?: number): Promise<void> }> {
  const opened = await setting.blank();
  const { page } = opened;
  await write(
    page,
    "frame.html*",
    `<body><input aria-label="In the frame"><script>
      const { port1, port2 } = new MessageChannel();
      const said = new URLSearchParams(location.hash.slice(1));
      Object.assign(globalThis, { port: port1, orders: [] });
      port1.onmessage = ({ data }) => orders.push(data);
      parent.postMessage({ houselights: 1, secret: ${secret} }, "*", [port2]);
      ${script}
    </script>`,
  );
  const names = [...Object.keys(newsRules), "ready", "error"];
  await write(
    page,
    "blog.html",
    `<script src="houselights.js"></script><input aria-label="Comment"><house-lights></house-lights>
    <script>globalThis.told = []; for (const name of ${JSON.stringify(names)}) addEventListener("houselights-" + name, ({ type, detail }) => told.push({ type: type.replace("houselights-", ""), detail }));</script>`,
  );
  await prepare(page);
  await page.goto(`${setting.url}blog.html`);
  await page.getByRole("button", { name: "Play", exact: true }).click();
  await page.frameLocator("house-lights iframe").getByLabel("In the frame").waitFor();
  const told = () => page.evaluate(() => (globalThis as unknown as { told: Told[] }).told);
  return {
    ...opened,
    told,
    /** Has the frame send what the function makes of a number, so many times; comes back when the element has heard the last. */
    async say(reports, times = 1) {
      const before = (await told()).filter(({ detail }) => detail["event"] === "over").length;
      await widgetFrame(page).evaluate(
        ([reports, times]) => {
          const { port } = globalThis as unknown as { port: MessagePort };
          const make = (0, eval)(reports) as (i: number) => unknown;
          for (let i = 0; i < times; i++) {
            port.postMessage(make(i));
          }
          port.postMessage({ type: "news", name: "phase", detail: { event: "over", phase: "now" } });
        },
        [reports, times] as const,
      );
      await page.waitForFunction((n) => (globalThis as unknown as { told: Told[] }).told.filter(({ detail }) => detail["event"] === "over").length > n, before);
    },
  };
}

test("of what a frame makes up, the element tells what is sound and nothing else", async () => {
  const { errors, told, say } = await openWidget("");
  const bad = (unsound["report"] ?? []).concat(unsound["order"] ?? [], unsound["greeting"] ?? []);
  const asText = JSON.stringify(bad, (_, value: unknown) => (typeof value === "bigint" ? String(value) : value));
  // A bare "ready", and others of one word, are sound in whatever clothes they come.
  await say(`((all) => (i) => all[i])([...(${junk.toString()})(), ...${asText}].filter((one) => !/^(ready|shown|again|leave)$/.test(one?.type)))`, junk().length + bad.length);
  assert.deepEqual((await told()).map(({ detail }) => detail["event"]), ["over"]);

  // What is well said, in any order, comes once each, with what belongs to it alone.
  const news = sound["report"]?.filter(({ type }) => type === "news") ?? [];
  await say(`(i) => { const all = ${JSON.stringify(news)}; return { ...all[i], more: 1, detail: { ...all[i].detail, html: "<img onerror=alert(1)>" } }; }`, news.length);
  const since = (await told()).slice(-news.length - 1, -1);
  assert.deepEqual(since, news.map(({ name, detail }) => ({ type: name, detail })));
  assert.deepEqual(errors, []);
});

test("a frame that contradicts itself without end throws nothing and fills nothing", chromiumOnly("measures the heap, by Chromium’s own tools"), async () => {
  const { page, errors, warnings, told, say } = await openWidget("");
  const tools = await page.context().newCDPSession(page);
  const used = async () => {
    await tools.send("HeapProfiler.collectGarbage");
    return (await tools.send("Runtime.getHeapUsage")).usedSize;
  };
  const all = `(i) => [
    { type: "error", kind: "k" + i, detail: "d".repeat(20000) },
    { type: "progress", share: [0, 1, NaN, 1e308, -1][i % 5], host: "h" + i, bytes: i },
    { type: "ready" },
    { type: "shown" },
    { type: "kept", text: "v".repeat(Math.floor(i / 9) % 5 === 4 ? 390000 : 9) + i, seen: i % 2 },
    { type: "kept", text: "x".repeat(1000000), seen: 0 },
    { type: "clock", skew: [3e12, -3e12, 0, 1e300][i % 4] },
    { type: "news", name: ["start", "question", "answer", "complete"][i % 4], detail: { mode: "<b>", number: i, of: 1e9, right: true, points: -0, best: i > 3 } },
    { type: "leave" },
  ][i % 9]`;
  const dom = () => page.evaluate(() => [document.querySelectorAll("*").length, document.querySelector("house-lights")?.shadowRoot?.querySelectorAll("*").length]);
  await say(all, 90);
  await page.evaluate(() => void ((globalThis as unknown as { told: unknown[] }).told.length = 0));
  const before = { used: await used(), dom: await dom() };
  await say(all, 900);
  const now = await told();
  await page.evaluate(() => void ((globalThis as unknown as { told: unknown[] }).told.length = 0));
  assert.deepEqual(await dom(), before.dom);
  assert.ok((await used()) < before.used + 2_000_000, "of all the visits one is kept");
  for (const { type, detail } of now) {
    const rules: Rules | undefined = type === "ready" ? {} : type === "error" ? { type: text(200), message: text(20_000) } : newsRules[type];
    assert.deepEqual(kept(rules, detail), detail, `${type} ${JSON.stringify(detail).slice(0, 200)}`);
  }
  assert.ok(now.filter(({ type }) => type === "error").length >= 100);
  assert.deepEqual(errors, []);
  assert.deepEqual(warnings, []);

  // The last sound visit is what the next frame gets, and the widget still does as it is told.
  await page.locator("house-lights").evaluate((widget: HTMLElement & { pause(): void; play(): void }) => {
    widget.pause();
    widget.play();
  });
  await page.frameLocator("house-lights iframe").getByLabel("In the frame").waitFor();
  const next = widgetFrame(page);
  await next.waitForFunction(() => (globalThis as unknown as { orders?: unknown[] }).orders?.length === 1);
  const [order] = await next.evaluate(() => (globalThis as unknown as { orders: { type: string; text: string }[] }).orders);
  assert.deepEqual([order?.type, order?.text.slice(389_998)], ["resume", "vv895"]);
});

test("a frame that asks for a new one again and again, and greets without end, has one", async () => {
  const { page, errors, say } = await openWidget(`
    sessionStorage.again = Number(sessionStorage.again ?? 0) + 1;
    if (sessionStorage.again < 10) port1.postMessage({ type: "again" });
    else
    for (let i = 0; i < 300; i++) {
      const { port1, port2 } = new MessageChannel();
      parent.postMessage({ houselights: i % 3, secret: said.get("secret") }, "*", [port2]);
      port1.postMessage({ type: "leave" });
      globalThis.port = port1;
    }`);
  await page.waitForFunction(() => sessionStorage["again"] === "10");
  await say(`() => ({ type: "leave" })`, 10);
  assert.equal(await page.locator("house-lights iframe").count(), 1);
  assert.deepEqual(errors, []);
});

test("a page in the frame’s place that does not know the secret is not heard", async () => {
  const { page, told } = await openWidget(
    `for (const secret of ["", "0-0-0-0", said.get("secret").slice(1), [said.get("secret")], null]) {
      const { port1, port2 } = new MessageChannel();
      parent.postMessage({ houselights: 1, secret }, "*", [port2]);
      parent.postMessage({ houselights: 99, secret }, "*", [port2].slice(1));
      port1.postMessage({ type: "ready" });
    }`,
    async (page) => {
      await page.clock.install();
    },
    `said.get("x")`,
  );
  await widgetFrame(page).waitForLoadState("load");
  await page.clock.fastForward(2000);
  await page.getByRole("alert").filter({ hasText: "The game could not be loaded." }).waitFor();
  assert.deepEqual((await told()).map(({ type, detail }) => [type, detail["type"]]), [["error", "missing"]]);
});

test("a frame takes no focus that the visitor has elsewhere", async () => {
  const { page, told, say } = await openWidget("");
  await say(`() => ({ type: "ready" })`);
  await page.getByLabel("Comment").focus();
  await say(`(i) => ({ type: ["leave", "shown", "ready", "error", "kept"][i % 5], kind: "stopped", detail: "", text: null, seen: 0 })`, 50);
  assert.ok((await told()).length > 20);
  await page.getByLabel("Comment").and(page.locator(":focus")).waitFor();
  const before = widgetFrame(page);
  await before.evaluate(() => (globalThis as unknown as { port: MessagePort }).port.postMessage({ type: "again" }));
  await page.waitForFunction(() => document.querySelector("house-lights")?.shadowRoot?.querySelector("iframe"));
  await page.frameLocator("house-lights iframe").getByLabel("In the frame").waitFor();
  await page.getByLabel("Comment").and(page.locator(":focus")).waitFor();
});

test("a frame in a dialog that was closed cannot open it", async () => {
  const { page, say } = await openWidget("", (page) => page.addInitScript(() => document.addEventListener("DOMContentLoaded", () => document.querySelector("house-lights")?.setAttribute("style", "width:300px;height:200px;min-height:0;aspect-ratio:auto"))));
  await page.getByRole("dialog").waitFor();
  await page.getByRole("button", { name: "Close" }).click();
  await page.getByRole("dialog").waitFor({ state: "hidden" });
  await say(`(i) => ({ type: ["leave", "shown", "ready", "error", "kept"][i % 5], kind: "stopped", detail: "", text: null, seen: 0 })`, 50);
  const closed = page.waitForFunction(() => document.querySelector("house-lights")?.shadowRoot?.querySelector("dialog") === null);
  await widgetFrame(page).evaluate(() => (globalThis as unknown as { port: MessagePort }).port.postMessage({ type: "again" }));
  await closed;
  await page.getByRole("button", { name: "Play", exact: true }).waitFor();
});

// The real game, and a visit that never was.

const published = useBrowser(realSite);

const best = { points: 500, right: 5, of: 10 };
const own = { version: 1, bests: { "purple-hearts/classic/speed": best }, settings: { theme: "dark", changed: 1 } };

/** Opens the real game in a page of its own site, where the browser keeps what is won, and something is kept. */
const openReal = (fragment: string): Promise<Embedded> =>
  embed(published, realSite, "mode=classic&lang=en", `${fragment}&${greeted}`, (page) => page.addInitScript((own) => localStorage.setItem("houselights", own), JSON.stringify(own)), published.url);

/** Plays one question of a classic round, and gives what the page around is told of that. */
async function playVisit(): Promise<Record<string, unknown>> {
  const { page, game, reports } = await openReal("");
  await game.getByRole("button", { name: "Start", exact: true }).click();
  await answer(game);
  await game.getByRole("button", { name: "Next", exact: true }).waitFor();
  await page.waitForFunction(() => (globalThis as unknown as Around).reports.some(({ text }) => /"Screen":"reveal"/.test(String(text))));
  return JSON.parse(String((await reports("kept")).at(-1)?.["text"])) as Record<string, unknown>;
}

let visitPlayed: Promise<Record<string, unknown>> | undefined;
const visitTold = (): Promise<Record<string, unknown>> => (visitPlayed ??= playVisit());

const gains = { version: 1, bests: { "purple-hearts/classic/speed": { points: 99_999, right: 10, of: 10 }, "x/daily/speed": best }, tries: { "purple-hearts": { day: "2099-01-01", scoring: 0, points: 9, right: 9, answered: 10, of: 10 } }, settings: { lang: "vi", changed: 9e15 } };

test("a page around hears of a visit and not of what is kept, and nothing that it makes up is added to that", { timeout: 60_000 }, async () => {
  const visit = await visitTold();
  assert.doesNotMatch(JSON.stringify(visit), /bests|tries|settings/);

  const embedded = await openReal("resume");
  const { game, order } = embedded;
  await order({ type: "resume", text: JSON.stringify({ ...visit, Screen: "settings", Paused: "reveal", Saved: gains }), seen: 0 });
  await game.locator(".curtain").waitFor({ state: "detached" });
  await game.getByRole("heading", { name: "Settings" }).waitFor(); // the visit itself is gone on with, in the language as before
  await game.getByRole("radio", { name: "Light" }).click();
  await game.waitForFunction(() => /light/.test(localStorage.getItem("houselights") ?? ""));
  const saved = JSON.parse((await game.evaluate(() => localStorage.getItem("houselights"))) ?? "") as { settings: { changed: number } };
  assert.ok(Math.abs(saved.settings.changed - Date.now()) < 60_000, "the time of the choice is now");
  assert.deepEqual(saved, { ...own, settings: { theme: "light", changed: saved.settings.changed } });
  await checkCalm(embedded);
});

const broken: readonly { name: string; spoil: (visit: Record<string, unknown>) => string }[] = [
  { name: "nested without end", spoil: (visit) => JSON.stringify(visit).replace("{", `{"more":${"[".repeat(195_000)}${"]".repeat(195_000)},`) },
  { name: "with more than was played", spoil: (visit) => JSON.stringify({ ...visit, Screen: "results", Play: { ...(visit["Play"] as object), Answers: Array(10).fill({ Given: [0], Taken: 1, Right: true, Points: 1000 }) } }) },
  { name: "at no time", spoil: (visit) => JSON.stringify({ ...visit, At: "9999-12-31T23:59:59Z", Asked: "0001-01-01T00:00:00Z", Opened: "9999-12-31T23:59:59Z", Skew: -(2 ** 62) }) },
];
test("a visit that never was does not stop the game", { timeout: 90_000 }, async () => {
  const visit = await visitTold();
  for (const { name, spoil } of broken) {
    const embedded = await openReal("resume");
    await embedded.order({ type: "resume", text: spoil(visit), seen: century });
    await embedded.game.locator(".curtain").waitFor({ state: "detached" });
    assert.equal(await embedded.game.getByRole("button", { name: /^(Start|Next)$/ }).count(), 1, name);
    assert.deepEqual(JSON.parse((await embedded.game.evaluate(() => localStorage.getItem("houselights"))) ?? ""), own, name);
    await checkCalm(embedded);
    await embedded.page.context().close();
  }
});
