// The countdown in a real page: the poster and the game show the same at the same time, in every phase and zone; a wrong clock
// is corrected, a date goes into a calendar, and who listens hears of each phase.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import type { BrowserContextOptions, FrameLocator, Page } from "playwright-core";
import { DeviceClock } from "../shared/clock";
import { chromiumOnly, launchBrowser, openPage, realSite, useBrowser } from "./browser";
import type { Opened } from "./browser";

const setting = useBrowser(realSite);

/** Opens a page with widgets, its clock set to a time and going on from there. */
async function openAt(now: string, widgets: string, options: BrowserContextOptions = {}, prepare: (page: Page) => Promise<unknown> = async () => {}): Promise<Opened> {
  const opened = await setting.blank({ locale: "en-GB", ...options });
  await opened.page.clock.install({ time: new Date(now) });
  await prepare(opened.page);
  const html = `<!doctype html><html lang="en"><title>A blog</title><script src="houselights.js"></script>${widgets}`;
  await opened.page.route("**/blog.html", (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body: html }));
  await opened.page.goto(`${setting.url}blog.html`);
  return opened;
}

const said = (page: Page, selector: string) => page.locator(`house-lights ${selector}`).first().evaluate((element) => element.textContent?.replace(/\xa0/g, " "));

async function play(page: Page): Promise<FrameLocator> {
  await page.getByRole("button", { name: "Play", exact: true }).first().click();
  const game = page.frameLocator("house-lights iframe");
  await game.getByRole("button", { name: "Play", exact: true }).or(game.getByRole("button", { name: "Play today’s round" })).waitFor();
  return game;
}

/** Has the host say what time it is, that much ahead of the page's own clock. */
const hostIsAhead = (ms: number, headers: Record<string, string> = {}) => async (page: Page) => {
  await page.route("**/frame.html", async (route) => {
    if (route.request().method() !== "HEAD") {
      return route.fallback();
    }
    const now = await page.evaluate(() => Date.now());
    return route.fulfill({ headers: { Date: new Date(now + ms).toUTCString(), ...headers } });
  });
};

const phases = [
  { now: "2025-11-22T00:18:34Z", zone: "Australia/Lord_Howe", ring: /^84days07 : 41 : 2\d$/, when: "until the reported date · 14 February 2026 · 19:00 your time", name: /Still to go: days 84, hours 7, minutes 41$/, status: "Reported · not confirmed by Netflix" },
  { now: "2026-02-13T20:00:00Z", zone: "Asia/Kathmandu", ring: /^1[12] : (00|59) : \d\dleft$/, when: "until the reported date · 14 February 2026 · 13:45 your time", name: /days 0, hours 1[12]/, status: "Reported · not confirmed by Netflix" },
  { now: "2026-02-14T08:05:00Z", zone: "America/Los_Angeles", ring: /^Today$/, when: "14 February 2026 · 00:00 your time", name: /Today$/, status: "Reported · not confirmed by Netflix" },
  { now: "2026-02-15T12:00:00Z", zone: "Pacific/Apia", ring: /^162days2[23] : /, when: "until Purple Hearts turns 4 · 29 July 2026", name: /days 162/, status: "" },
  { now: "2026-07-29T12:00:00+07:00", zone: "Asia/Ho_Chi_Minh", ring: /^4yearsToday$/, when: "29 July 2026", name: /Years today: 4$/, status: "" },
  { now: "2026-11-25T18:55:30Z", zone: "Europe/London", ring: /^245days05 : 04 : /, when: "until Purple Hearts turns 5 · 29 July 2027", name: /days 245, hours 5/, status: "" },
  { now: "1970-01-01T00:02:00Z", zone: "Australia/Sydney", ring: /^The time is unknown$/, when: "Purple Hearts’ birthday", name: /The time is unknown$/, status: "" },
];
for (const { now, zone, ring, when, name, status } of phases) {
  test(`the poster and the game say the same: ${now}, ${zone}`, { timeout: 60_000 }, async () => {
    const { page, errors } = await openAt(now, "<house-lights></house-lights>", { timezoneId: zone });
    // At once: nothing waits for a first tick.
    assert.match((await said(page, ".ring")) ?? "", ring);
    assert.equal(await said(page, ".when"), when);
    assert.equal(await said(page, ".status"), status);
    const note = (await said(page, ".note")) ?? "";
    assert.equal(note.includes("The reported date has passed"), now > "2026-02-15");
    const game = await play(page);
    assert.match((await game.getByRole("timer").textContent()) ?? "", name);
    await game.getByRole("button", { name: when }).waitFor();
    if (status !== "") {
      await game.getByText(status, { exact: true }).waitFor();
    }
    if (note !== "") {
      await game.getByText(note, { exact: true }).waitFor();
    }
    assert.deepEqual(errors, []);
  });
}

test("the instant of a reported event is no more certain when a page names it", { timeout: 60_000 }, async () => {
  const { page } = await openAt("2026-02-14T08:00:10Z", "<house-lights event='2026-02-14T09:00:00+01:00' event-title='It is out'></house-lights>", { timezoneId: "America/Los_Angeles" });
  assert.equal(await said(page, ".status"), "Reported · not confirmed by Netflix");
  assert.equal(await said(page, ".ring"), "Today");
  const game = await play(page);
  await game.getByText("Reported · not confirmed by Netflix", { exact: true }).waitFor();
});

test("hours are told as the visitor's language has them", { timeout: 60_000 }, async () => {
  const { page } = await openAt("2025-11-22T00:18:34Z", "<house-lights></house-lights><house-lights lang='es'></house-lights>", { locale: "en-US", timezoneId: "America/Los_Angeles" });
  assert.equal(await said(page, ".when"), "until the reported date · 14 February 2026 · 12:00 AM your time");
  assert.match((await page.locator("house-lights[lang=es] .when").textContent()) ?? "", /00:00, hora local$/);
  const game = await play(page);
  await game.getByRole("button", { name: "12:00 AM your time" }).click();
  await game.getByRole("button", { name: "Add to calendar" }).waitFor();
});

test("digits have one width, in a ring and in a line", async () => {
  const { page } = await openAt("2025-11-22T00:18:34Z", "<house-lights></house-lights><house-lights style='min-height:0;height:120px;aspect-ratio:auto'></house-lights>");
  const variants = await page.evaluate(() =>
    [...document.querySelectorAll("house-lights")].flatMap((widget) => [...widget.shadowRoot!.querySelectorAll(".ring span")].map((span) => getComputedStyle(span).fontVariantNumeric)),
  );
  assert.deepEqual(variants, Array(6).fill("tabular-nums"));
});

test("who listens hears of a new phase, and of no second", { timeout: 60_000 }, async () => {
  const { page } = await openAt("2026-02-14T07:59:54Z", "<house-lights></house-lights>", { timezoneId: "UTC" });
  const lives = page.locator("house-lights .ring");
  assert.equal(await lives.getAttribute("aria-live"), "off");
  // Told at the very change, and silent again with the next second.
  const heard = page.evaluate(
    () =>
      new Promise<string[]>((resolve) => {
        const ring = document.querySelector("house-lights")!.shadowRoot!.querySelector(".ring")!;
        const heard: string[] = [];
        new MutationObserver(() => {
          if (ring.ariaLive === "polite") {
            heard.push(ring.textContent ?? "");
            resolve(heard);
          }
        }).observe(ring, { childList: true, characterData: true, subtree: true });
      }),
  );
  assert.deepEqual(await heard, ["Today"], "of a reported moment it is not said that it has come");

  const second = await openAt("2026-02-14T07:59:40Z", "<house-lights></house-lights>", { timezoneId: "UTC" });
  const game = await play(second.page);
  await game.getByRole("status").getByText("The sequel, as reported. Today").first().waitFor({ state: "attached", timeout: 30_000 });
  const lines = await game.getByRole("status").locator("p").allTextContents();
  // A slow machine is not there ten seconds before; nothing is said at the start.
  assert.deepEqual(lines.filter((line) => !line.endsWith("Ten seconds or less to go")), ["The sequel, as reported. Today"]);
});

test("a page that comes back, and a clock that was set, are right before the next second", async () => {
  const { page } = await openAt("2026-02-14T07:00:00Z", "<house-lights></house-lights>", { timezoneId: "UTC" });
  await page.clock.pauseAt("2026-02-14T07:00:10Z");
  for (const [now, event, shown] of [
    ["2026-02-14T08:00:30Z", "pageshow", "Today"],
    ["2026-02-13T08:00:00Z", "visibilitychange", "1day00 : 00 : 00"],
    ["2026-07-29T08:00:00Z", "pageshow", "4yearsToday"],
  ] as const) {
    await page.clock.setSystemTime(now);
    const text = await page.evaluate((event) => {
      (event === "pageshow" ? window : document).dispatchEvent(new Event(event));
      return document.querySelector("house-lights")!.shadowRoot!.querySelector(".ring")!.textContent;
    }, event);
    assert.equal(text, shown);
  }
});

test("a page out of the browser's own cache shows what is so on its first frame", { timeout: 60_000, ...chromiumOnly("comes back to a page that was put away: Playwright loses sight of it in Firefox") }, async () => {
  const { browser, end } = await launchBrowser({ keepsPages: true });
  try {
    const page = await openPage(browser);
    const event = new Date(Date.now() + 3000).toISOString();
    await page.route("**/blog.html", (route) =>
      route.fulfill({
        contentType: "text/html; charset=utf-8",
        body: `<!doctype html><html lang="en"><title>A blog</title><script src="houselights.js"></script><house-lights event="${event}" event-title="The show"></house-lights>`,
      }),
    );
    await page.goto(`${setting.url}blog.html`);
    await page.evaluate(() => {
      addEventListener("pageshow", ({ persisted }) => {
        requestAnimationFrame(() => (document.title = `${persisted} ${document.querySelector("house-lights")!.shadowRoot!.querySelector(".ring")!.textContent}`));
      });
    });
    await page.goto(`${setting.url}icon.svg`);
    await page.waitForFunction((at) => Date.now() > at, Date.parse(event));
    await page.goBack({ waitUntil: "commit" });
    await page.waitForFunction(() => document.title !== "A blog");
    assert.equal(await page.title(), "true Now");
  } finally {
    await end();
  }
});

test("the host is asked once what time it is, and a wrong clock is corrected, in other posters too", { timeout: 60_000 }, async () => {
  const { page, errors, requests } = await openAt(
    "2025-11-22T00:18:34Z",
    "<house-lights></house-lights><house-lights id='other' event='sequel'></house-lights>",
    { timezoneId: "UTC" },
    hostIsAhead(3 * 3600_000 - 600_000, { Age: "600" }),
  );
  const game = await play(page);
  await game.getByText("Your device’s clock is wrong. The time here is corrected.").waitFor();
  assert.match((await game.getByRole("timer").textContent()) ?? "", /days 84, hours 4, minutes 41/);
  await page.waitForFunction(() => document.querySelector("#other")!.shadowRoot!.querySelector(".note")!.textContent!.includes("corrected"));
  assert.match((await page.locator("#other .ring").textContent()) ?? "", /^84days04 : 41 : /);
  assert.equal(requests.filter((url) => url === `${setting.url}frame.html`).length, 1);
  assert.deepEqual(errors, []);
});

test("a game in a dialog is not disturbed by a correction", { timeout: 60_000 }, async () => {
  const { page } = await openAt("2025-11-22T00:18:34Z", "<house-lights style='min-height:0;width:300px;height:200px'></house-lights>", { timezoneId: "UTC" }, hostIsAhead(3 * 3600_000));
  const game = await play(page);
  await game.getByText("Your device’s clock is wrong. The time here is corrected.").waitFor();
  assert.equal(await page.locator("house-lights dialog[open] iframe").count(), 1);
});

test("a clock without a battery is set right by the host", { timeout: 60_000 }, async () => {
  const { page } = await openAt("1970-01-01T00:00:10Z", "<house-lights></house-lights>", { timezoneId: "UTC" }, hostIsAhead(Date.UTC(2026, 10, 25)));
  assert.equal(await said(page, ".ring"), "The time is unknown");
  const game = await play(page);
  await game.getByRole("timer").filter({ hasText: "days 245" }).waitFor();
});

for (const [what, headers] of [
  ["a host that is hardly another time", { Date: new Date(Date.UTC(2025, 10, 22, 0, 20)).toUTCString() }],
  ["a host that does not say", { Date: "" }],
  ["a host whose own clock is older than this program", { Date: new Date(0).toUTCString() }],
] as const) {
  test(`the device is believed beside ${what}`, { timeout: 60_000 }, async () => {
    const { page, errors } = await openAt("2025-11-22T00:18:34Z", "<house-lights></house-lights>", { timezoneId: "UTC" }, async (page) => {
      await page.route("**/frame.html", (route) => (route.request().method() === "HEAD" ? route.fulfill({ headers }) : route.fallback()));
    });
    const answered = page.waitForResponse((response) => response.request().method() === "HEAD");
    const game = await play(page);
    await answered;
    assert.match((await game.getByRole("timer").textContent()) ?? "", /days 84, hours 7, minutes 4\d/);
    assert.equal(await game.getByText("clock is wrong").count(), 0);
    assert.deepEqual(errors, []);
  });
}

test("a date goes into a calendar", { timeout: 60_000, ...chromiumOnly("reads a download: Playwright is not told of those of a frame in Firefox") }, async () => {
  const { page, errors, requests } = await openAt("2025-11-22T00:18:34Z", "<house-lights mode='countdown'></house-lights>", { timezoneId: "UTC" });
  const game = await play(page);
  await game.getByText("This date has been reported. There has been no official word.").waitFor();
  await game.getByText("There: 14 February 2026 · 00:00 in Los Angeles").waitFor();
  const coming = page.waitForEvent("download");
  await game.getByRole("button", { name: "Add to calendar" }).click();
  const file = await coming;
  assert.equal(file.suggestedFilename(), "The sequel, as reported.ics");
  const text = readFileSync(await file.path(), "utf8");
  assert.match(text, /^BEGIN:VCALENDAR\r\n[^]*\r\nDTSTART:20260214T080000Z\r\n[^]*\r\nSTATUS:TENTATIVE\r\n[^]*END:VCALENDAR\r\n$/);
  const google = game.getByRole("link", { name: "Google Calendar" });
  assert.match((await google.getAttribute("href")) ?? "", /^https:\/\/calendar\.google\.com\/calendar\/render\?.*not%20confirmed/);
  assert.equal(await google.getAttribute("rel"), "noopener noreferrer");
  assert.deepEqual(requests.filter((url) => !url.startsWith(setting.url) && !url.startsWith("blob:")), [], "nothing is asked of anyone until it is pressed");
  assert.deepEqual(errors, []);
});

test("the others are a list away, by keyboard", { timeout: 60_000 }, async () => {
  const { page } = await openAt("2025-11-22T00:18:34Z", "<house-lights mode='countdown'></house-lights>", { timezoneId: "UTC" });
  const game = await play(page);
  await game.getByRole("button", { name: "All dates" }).press("Enter");
  const list = game.getByRole("list", { name: "All dates" });
  await list.getByRole("listitem").first().waitFor();
  assert.equal(await list.getByRole("listitem").count(), 2);
  await list.getByRole("button", { name: "Purple Hearts’ birthday" }).press("Enter");
  await game.getByRole("timer").filter({ hasText: "Purple Hearts’ birthday. Still to go: days 248" }).waitFor();
  await page.keyboard.press("Escape");
  await game.getByRole("button", { name: "Play today’s round" }).waitFor();
});

/** A clock under test, with a wall and a steady clock that it is told. */
function deviceClock(): { wall: number; steady: number; host: number | undefined; asked: number; told: [skew: number, jump: number][]; way: Promise<unknown> | undefined; clock: DeviceClock; pass(ms: number): void } {
  const at = {
    wall: Date.UTC(2026, 10, 25),
    steady: 0,
    /** What the host says, undefined for nothing. */
    host: undefined as number | undefined,
    asked: 0,
    told: [] as [skew: number, jump: number][],
    /** What the answer waits for. */
    way: undefined as Promise<unknown> | undefined,
    clock: undefined as unknown as DeviceClock,
    pass(ms: number) {
      at.wall += ms;
      at.steady += ms;
      at.host = at.host === undefined ? undefined : at.host + ms;
    },
  };
  at.clock = new DeviceClock(
    0,
    async () => {
      at.asked++;
      await at.way;
      if (at.host === undefined) {
        throw new Error("offline");
      }
      return { headers: new Headers({ Date: new Date(at.host).toUTCString() }) };
    },
    (skew, jump) => at.told.push([skew, jump]),
    () => at.wall,
    () => at.steady,
  );
  return at;
}

const hour = 3600_000;
const settled = () => new Promise((resolve) => setImmediate(resolve));

test("a clock that is set right in the middle is believed again at once", async () => {
  const at = deviceClock();
  at.host = at.wall + hour;
  await at.clock.check();
  assert.deepEqual(at.told, [[hour, hour]]);
  at.wall += hour;
  at.clock.look();
  assert.deepEqual(at.told, [[hour, hour], [0, 0]], "the corrected time goes on as it was");
  await settled();
  assert.deepEqual([at.told.length, at.asked], [2, 2]);
});

test("a clock that is set back in the middle is corrected at once, and asked about", async () => {
  const at = deviceClock();
  at.host = at.wall;
  await at.clock.check();
  at.pass(1000);
  at.wall -= hour;
  at.clock.look();
  assert.deepEqual(at.told, [[hour, 0]]);
  await settled();
  assert.deepEqual([at.told.length, at.asked], [1, 2]);
});

for (const [what, happens] of [
  ["a page that was frozen for ten minutes", (at: ReturnType<typeof deviceClock>) => (at.steady += 600_000, (at.wall += 600_000))],
  ["a machine that slept", (at: ReturnType<typeof deviceClock>) => (at.wall += 8 * hour)],
  ["a clock that was set back", (at: ReturnType<typeof deviceClock>) => (at.wall -= hour)],
  ["a newer question", (at: ReturnType<typeof deviceClock>) => void at.clock.check()],
] as const) {
  test(`an answer that was on its way during ${what} is not believed`, async () => {
    const at = deviceClock();
    at.host = at.wall + 5 * hour;
    let come = (): void => {};
    at.way = new Promise<void>((resolve) => (come = resolve));
    const asked = at.clock.check();
    happens(at);
    if (what === "a newer question") {
      at.host = at.wall;
    }
    come();
    await asked;
    await settled();
    assert.deepEqual(at.told, []);
  });
}

test("a machine that slept keeps its correction", async () => {
  const at = deviceClock();
  at.host = at.wall + hour;
  await at.clock.check();
  at.wall += 8 * hour; // which the steady clock does not count
  at.host += 8 * hour;
  at.clock.look();
  await settled();
  assert.deepEqual([at.told, at.asked], [[[hour, hour]], 2]);
});

test("what nobody can be asked about is believed", async () => {
  const at = deviceClock();
  await at.clock.check();
  at.wall -= hour;
  at.clock.look();
  at.pass(24 * hour);
  at.clock.look();
  await settled();
  assert.deepEqual([at.told, at.asked], [[], 2]);
});
