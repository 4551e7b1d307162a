// The demo page: what is chosen is seen, and its lines work in real pages of the sites they are for.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { Locator, Page } from "playwright-core";
import { said } from "../demo/words";
import { bringAxe, faults } from "./axe";
import { chromiumOnly, testSite, useBrowser } from "./browser";
import type { Opened } from "./browser";
import { playButton } from "./blog";
import { serveTexts } from "./server";
import type { Server } from "./server";

const setting = useBrowser(testSite);

const widget = (page: Page): Locator => page.locator("house-lights");
const list = (page: Page, name: string): Locator => page.getByRole("combobox", { name, exact: true });
const field = (page: Page, name: string): Locator => page.getByRole("textbox", { name, exact: true });
const lines = (page: Page, id = "snippet"): Promise<string> => page.locator(`#${id}`).textContent().then(String);

async function openBuilder(path = "index.html", options: Parameters<typeof setting.open>[1] = {}): Promise<Opened> {
  const opened = await setting.open(path, { locale: "en-US", timezoneId: "Europe/Berlin", ...options });
  await ready(opened.page);
  return opened;
}

/** A pack of somebody's, as its host sends it. */
const town = { status: 200, contentType: "application/json", headers: { "Access-Control-Allow-Origin": "*" }, body: `{"houselights": 1, "title": "Our town", "questions": []}` };

/** Waits until the choices can be made. */
const ready = (page: Page) => page.locator("#choices:enabled").waitFor();

/** What lies on the host of somebody's blog. */
const blog = new Map<string, string>();
let host: Server;
before(async () => {
  host = await serveTexts(blog);
});
after(() => host?.close());

/** Puts lines into a page of that host, which to a browser is another than the widget's, and opens it. */
async function paste(page: Page, body: string, head = ""): Promise<void> {
  blog.set("/blog.html", `<!doctype html><html lang="en"><head><meta name="viewport" content="width=device-width"><title>A blog</title>${head}</head><body>${body}</body></html>`);
  await page.goto(`${host.elsewhere}blog.html`);
}

test("what is chosen is seen at once, and is in the lines", async () => {
  const { page, errors, requests } = await openBuilder();
  for (const [name, value, attribute, said] of [
    ["Counts to", "sequel", "event", "sequel"],
    ["Opens with", "daily", "mode", "daily"],
    ["Language", "es", "lang", "es"],
    ["Colours", "light", "theme", "light"],
  ] as const) {
    await list(page, name).selectOption(value);
    assert.equal(await widget(page).getAttribute(attribute), said);
    assert.match(await lines(page), new RegExp(` ${attribute}="${said}"`));
  }
  await field(page, "Accent").fill("teal");
  assert.match(await lines(page), / accent="teal"/);
  assert.equal(await page.getByLabel("Pick the accent").inputValue(), "#008080");
  await page.getByRole("button", { name: "Jugar", exact: true }).waitFor(); // the preview has followed
  assert.equal(await page.locator(".poster").evaluate((poster) => getComputedStyle(poster).colorScheme), "light");
  await list(page, "Language").selectOption("");
  assert.doesNotMatch(await lines(page), / lang=/);
  assert.deepEqual(requests.filter((url) => !url.startsWith(setting.url) || url.includes(".wasm")), []);
  assert.deepEqual(errors, []);
});

test("the colours that are picked are written", async () => {
  const { page } = await openBuilder();
  await page.getByLabel("Pick the accent").fill("#c2255c");
  assert.equal(await field(page, "Accent").inputValue(), "#c2255c");
  assert.equal(await widget(page).getAttribute("accent"), "#c2255c");
});

test("a date of one's own is an instant by the clock of whoever chooses it", async () => {
  const { page } = await openBuilder();
  await list(page, "Counts to").selectOption("Another date");
  await page.getByText("Choose a date and a time.").waitFor();
  await page.getByLabel("Date and time").fill("2027-12-05T19:30");
  await field(page, "Name of the event").fill("Our evening");
  await page.getByText("UTC+01:00").waitFor();
  await page.getByLabel("Date and time").fill("2025-12-05T19:30");
  await page.getByText("This date has passed.").waitFor();
  await page.getByLabel("Date and time").fill("2027-12-05T19:30");
  assert.match(await lines(page), / event="2027-12-05T19:30:00\+01:00" event-title="Our evening"/);
  await widget(page).getByText(/Our evening · 5\sDecember\s2027/).waitFor();
});

test("each size is that of the preview and of a page with the lines", async () => {
  const { page } = await openBuilder("index.html", { viewport: { width: 1400, height: 900 } });
  const found: Record<string, string> = {};
  for (const size of ["text", "cinema", "square", "tall", "strip", "own"]) {
    await list(page, "Size").selectOption(size);
    found[size] = await lines(page);
  }
  const { width: room = 0 } = (await page.locator(".preview").boundingBox()) ?? {};
  const wanted: Record<string, (width: number) => readonly [number, number]> = {
    text: (room) => [room, Math.max(480, room / 1.5)],
    cinema: (room) => [room, Math.max(480, (room * 9) / 16)],
    square: () => [576, 576],
    tall: () => [360, 640],
    strip: (room) => [room, 120],
    own: () => [600, 480],
  };
  const check = async (size: string, room: number): Promise<void> => {
    const { x = 0, width = 0, height = 0 } = (await widget(page).boundingBox()) ?? {};
    const [w, h] = wanted[size]!(room);
    assert.ok(Math.abs(width - w) < 1 && Math.abs(height - h) < 1, `${size}: ${width}×${height} instead of ${w}×${h}`);
    const { x: left = 0 } = (await widget(page).locator("..").boundingBox()) ?? {};
    assert.ok(Math.abs(x - left - (room - w) / 2) < 1, `${size}: in the middle`);
  };
  for (const size of Object.keys(wanted)) {
    await list(page, "Size").selectOption(size);
    await check(size, room);
  }
  for (const [size, snippet] of Object.entries(found)) {
    await paste(page, `<div style="width:800px">${snippet}</div>`, "<style>html { font-size: 62.5% }</style>"); // as Ghost's themes have it
    await widget(page).getByRole("timer").waitFor();
    await check(size, 800);
  }
});

test("side by side, and beside an article, the widget gives way as far as it can be seen", async () => {
  const { page } = await openBuilder();
  const text = await lines(page);
  await page.setViewportSize({ width: 1280, height: 800 });
  for (const layout of ["display: grid; grid-template-columns: 1fr 1fr", "display: flex"]) {
    await paste(page, `<div style="${layout}; gap: 16px">${text}${text.replace(/<script.*<\/script>/, "")}</div>`);
    await widget(page).getByRole("timer").first().waitFor();
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 1280, layout);
  }
  await page.setViewportSize({ width: 360, height: 640 });
  await paste(page, `<div style="display: flex; gap: 16px"><article>${"What I think of it. ".repeat(40)}</article>${text}</div>`);
  await playButton(page).click();
  assert.equal((await widget(page).boundingBox())?.width, 200);
});

/** Chooses a site, and returns its lines. */
async function linesFor(page: Page, site: string): Promise<string> {
  await page.getByRole("radio", { name: site, exact: true }).check({ force: true });
  return lines(page);
}

const choice = "index.html#event=2027-12-05T19%3A30%3A00%2B01%3A00&event-title=Our+%22evening%22+%26+more&theme=light&lang=es&accent=teal";

for (const site of ["HTML", "WordPress", "Blogger", "Ghost", "React", "No scripts"]) {
  test(`the lines for ${site} work in a page`, async () => {
    const { page } = await openBuilder(choice);
    const snippet = await linesFor(page, site);
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(String(error)));
    if (site === "React") {
      const app = `import { createRoot } from "react-dom/client";\n${snippet}\ncreateRoot(document.getElementById("root")).render(<Houselights />);`;
      const script = execFileSync("go", ["tool", "-modfile=build/go.mod", "esbuild", "--bundle", "--loader=jsx", "--jsx=automatic", `--define:process.env.NODE_ENV="production"`], { input: app, encoding: "utf8" });
      blog.set("/app.js", script);
      await paste(page, `<div id="root"></div><script src="app.js"></script>`);
    } else {
      await paste(page, snippet);
    }
    const place = site === "No scripts" ? page.frameLocator("iframe") : widget(page);
    await place.getByText(/Our "evening" & more · 5\sde\sdiciembre\sde\s2027/).first().waitFor();
    if (site !== "No scripts") {
      await page.getByRole("button", { name: "Jugar", exact: true }).waitFor();
      assert.equal(await page.locator(".poster").evaluate((poster) => getComputedStyle(poster).colorScheme), "light");
      assert.match(await page.locator(".poster .play").evaluate((play) => play.style.background), /teal/);
    }
    assert.deepEqual(errors, []);
  });
}

test("the lines for Blogger are XML, as its themes are", async () => {
  const { page } = await openBuilder(choice);
  const snippet = await linesFor(page, "Blogger");
  await page.goto("about:blank"); // the page itself lets nobody parse
  const fault = await page.evaluate((snippet) => new DOMParser().parseFromString(`<b>${snippet}</b>`, "application/xml").querySelector("parsererror")?.textContent, snippet);
  assert.equal(fault, undefined);
});

for (const site of ["HTML", "No scripts"]) {
  test(`a page with no more than the lines for a strict site plays: ${site}`, async () => {
    const { page } = await openBuilder("index.html#size=square");
    const snippet = (await linesFor(page, site)).replace(/ style="[^"]*"/, "");
    const trusted = site === "HTML" ? `; require-trusted-types-for 'script'; ${await lines(page, "trusted")}` : "";
    const policy = `default-src 'none'; style-src 'self'; ${await lines(page, "policy")}${trusted}`;
    const rule = await lines(page, "rule");
    const blocked: string[] = [];
    page.on("console", (message) => /Content Security Policy|TrustedScript/.test(message.text()) && blocked.push(message.text()));
    blog.set("/blog.css", rule);
    await paste(page, snippet, `<meta http-equiv="Content-Security-Policy" content="${policy}"><link rel="stylesheet" href="blog.css">`);
    const game = page.frameLocator(site === "HTML" ? "house-lights iframe" : "iframe");
    if (site === "HTML") {
      await playButton(page).click();
    } else {
      await game.getByRole("button", { name: "Play", exact: true }).or(game.getByRole("heading", { name: "Test game" })).first().waitFor();
      const play = game.getByRole("button", { name: "Play", exact: true });
      if (await play.count()) {
        await play.click();
      }
    }
    await game.getByRole("heading", { name: "Test game" }).waitFor();
    const { width, height } = (await page.locator(site === "HTML" ? "house-lights" : "iframe").boundingBox()) ?? {};
    assert.deepEqual([width, height], [576, 576]);
    assert.deepEqual(blocked, []);
  });
}

test("the lines are copied, each by its button", chromiumOnly("reads the clipboard"), async () => {
  const { page } = await openBuilder("index.html", { permissions: ["clipboard-read", "clipboard-write"] });
  for (const button of await page.getByRole("button", { name: "Copy", exact: true }).all()) {
    const id = (await button.getAttribute("data-copies")) ?? "";
    await button.focus();
    await page.keyboard.press("Enter");
    await page.getByRole("status").getByText("Copied").waitFor();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), await lines(page, id));
  }
});

test("an address that has just been typed is in what is copied, with the title that it has there", chromiumOnly("reads the clipboard"), async () => {
  const { page } = await openBuilder("index.html", { permissions: ["clipboard-read", "clipboard-write"] });
  await page.route("https://fans.example/**", (route) => route.fulfill(town));
  await list(page, "Questions").selectOption("Another pack");
  await field(page, "Address of the pack").evaluate((field: HTMLInputElement) => {
    field.value = "https://fans.example/our.json";
    field.dispatchEvent(new Event("input", { bubbles: true }));
    document.querySelector<HTMLElement>("[data-copies=snippet]")?.click();
  });
  await page.getByRole("status").getByText("Copied").waitFor();
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), /pack="https:\/\/fans\.example\/our\.json"[^]*Our town: countdown/);
});

test("where the browser does not copy, the lines are selected", async () => {
  const { page } = await openBuilder();
  await page.evaluate(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
  await page.getByRole("button", { name: "Copy", exact: true }).first().click();
  await page.getByText("Your browser does not copy here.").waitFor();
  assert.equal(await page.evaluate(() => getSelection()?.toString().trim()), (await lines(page)).trim());
});

test("what is missing keeps the lines from being copied, and has the focus", async () => {
  const { page } = await openBuilder();
  await list(page, "Questions").selectOption("Another pack");
  await page.locator("#pack-said:not(.fault)").getByText("Give the address of a pack").waitFor(); // nobody has got to it yet
  await page.getByRole("button", { name: "Copy", exact: true }).first().click();
  await page.locator("#pack-said.fault").waitFor();
  await field(page, "Address of the pack").and(page.locator(":focus")).waitFor();
  await page.getByRole("status").getByText("Check the marked field first.").waitFor();
  await page.getByRole("heading", { name: "The house lights go down" }).click();
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole("button", { name: "See it" }).click();
  await field(page, "Address of the pack").and(page.locator(":focus")).waitFor();
  await field(page, "Accent").fill("purplish");
  await page.getByText("Your browser knows no such colour.").waitFor();
  assert.doesNotMatch(await lines(page), /accent=/);
});

test("a pack at an address offers its own events", async () => {
  const { page } = await openBuilder();
  const pack = { houselights: 1, title: "Our town", events: [{ id: "2027-gala", title: "The gala", at: "2027-05-01T20:00:00Z" }, { id: 7 }, { title: "The last day", day: "2027-06-01" }], questions: [] };
  await page.route("https://fans.example/our.json", (route) => route.fulfill({ contentType: "application/json", headers: { "Access-Control-Allow-Origin": "*" }, body: JSON.stringify(pack) }));
  await list(page, "Questions").selectOption("Another pack");
  await field(page, "Address of the pack").fill("https://fans.example/our.json");
  await page.getByText("Found: Our town").waitFor();
  await list(page, "Counts to").selectOption("The gala");
  await list(page, "Questions").selectOption("Purple Hearts");
  assert.equal(await list(page, "Counts to").inputValue(), "", "that was an event of the other pack");
  assert.equal(new URL(page.url()).hash, "");
  await list(page, "Questions").selectOption("Another pack");
  await page.getByText("Found: Our town").waitFor();
  await list(page, "Counts to").selectOption("The gala");
  assert.match(await lines(page), /pack="https:\/\/fans\.example\/our\.json" event="2027-gala"/);
  assert.match(await lines(page), />Our town: countdown and trivia</);
  await page.reload();
  await ready(page);
  assert.equal(await list(page, "Counts to").inputValue(), "2027-gala");
  await page.getByText("Found: Our town").waitFor();
  assert.equal(await list(page, "Counts to").locator(":checked").textContent(), "The gala");
  await list(page, "Counts to").selectOption("The last day");
  assert.match(await lines(page), / event="e3"/, "one without an id has that of its place");
});

for (const { what, answer, says } of [
  { what: "is not there", answer: { status: 404 }, says: "fans.example has no questions at this address right now." },
  { what: "is no JSON", answer: { status: 200, body: "{" }, says: "The questions from fans.example have mistakes and cannot be played." },
]) {
  test(`a pack that ${what} is told`, async () => {
    const { page } = await openBuilder();
    await page.route("https://fans.example/**", (route) => route.fulfill({ ...answer, headers: { "Access-Control-Allow-Origin": "*" } }));
    await list(page, "Questions").selectOption("Another pack");
    await field(page, "Address of the pack").fill("https://fans.example/our.json");
    await page.locator("#pack-said.fault").getByText(says).waitFor();
    await page.getByRole("button", { name: "Copy", exact: true }).first().click();
    await field(page, "Address of the pack").and(page.locator(":focus")).waitFor();
  });
}

for (const [how, again] of [
  ["pressed again", (page: Page) => page.getByRole("button", { name: "Copy", exact: true }).first().click()],
  ["seen again", (page: Page) => page.setViewportSize({ width: 390, height: 844 }).then(() => page.getByRole("button", { name: "See it" }).click())],
  ["typed again", (page: Page) => field(page, "Address of the pack").fill("https://fans.example/our.json")],
] as const) {
  test(`a pack that has been mended is found: ${how}`, async () => {
    const { page } = await openBuilder();
    let answer: typeof town = { ...town, status: 404 };
    await page.route("https://fans.example/**", (route) => route.fulfill(answer));
    await list(page, "Questions").selectOption("Another pack");
    await field(page, "Address of the pack").fill("https://fans.example/our.json");
    await page.locator("#pack-said.fault").getByText("fans.example has no questions at this address").waitFor();
    answer = town;
    await again(page);
    await page.locator("#pack-said:not(.fault)").getByText("Found: Our town").waitFor();
    assert.match(await lines(page), /pack="https:\/\/fans\.example\/our\.json"/);
  });
}

test("an address that is opened over the page is taken over", async () => {
  const { page } = await openBuilder("index.html#theme=dark");
  await page.evaluate(() => void (location.hash = "theme=light&size=strip&site=react"));
  await page.waitForFunction(() => document.querySelector("house-lights")?.getAttribute("theme") === "light");
  assert.equal(await list(page, "Size").inputValue(), "strip");
  assert.equal(await page.getByRole("radio", { name: "React" }).isChecked(), true);
  assert.match(await lines(page), /theme="light"/);
  assert.equal(new URL(page.url()).hash, "#theme=light&size=strip&site=react");
});

test("a pack that is not on https is told so", async () => {
  const { page } = await openBuilder();
  await list(page, "Questions").selectOption("Another pack");
  await field(page, "Address of the pack").fill("http://fans.example/our.json");
  await page.locator("#pack-said.fault").getByText("The address has to begin with https://.").waitFor();
});

test("what is no whole address is told, since the lines go to another site", async () => {
  const { page, requests } = await openBuilder();
  await list(page, "Questions").selectOption("Another pack");
  for (const address of ["quiz.json", "mailto:a@fans.example", "https://", "hello nonsense"]) {
    await field(page, "Address of the pack").fill(address);
    await page.locator("#pack-said.fault").getByText("Give the address of a pack").waitFor();
    assert.match(await lines(page), /pack="purple-hearts"/);
    await field(page, "Address of the pack").fill("");
    await page.locator("#pack-said:not(.fault)").waitFor();
  }
  assert.deepEqual(requests.filter((url) => /quiz|nonsense/.test(url)), []);
});

test("a size that is out of bounds is told, and brought in", async () => {
  const { page } = await openBuilder("index.html#size=600x480");
  const width = page.getByRole("spinbutton", { name: "Width, px" });
  await width.fill("99999");
  await page.getByText("From 200 to 2000.").waitFor();
  assert.match(await lines(page), /width:min\(2000px,100%\);min-width:min\(200px,100%\);margin-inline:auto;height:480px/);
  await page.getByRole("button", { name: "Copy", exact: true }).first().click();
  await width.and(page.locator(":focus")).waitFor();
});

test("a colour without its sign has it again", async () => {
  const { page } = await openBuilder();
  await field(page, "Accent").fill("008080");
  assert.match(await lines(page), / accent="#008080"/);
});

for (const [locale, lang, heading, play] of [["vi-VN", "vi", "Đèn rạp mờ dần", "Chơi"], ["es-MX", "es", "Se apagan las luces de la sala", "Jugar"], ["fr-FR", "en", "The house lights go down", "Play"]] as const) {
  test(`a browser in ${locale} reads the page in ${lang}, and the widget with it`, async () => {
    const { page, errors } = await openBuilder("index.html", { locale });
    await page.getByRole("heading", { name: heading }).waitFor();
    assert.equal(await page.locator("html").getAttribute("lang"), lang);
    await page.getByRole("button", { name: play, exact: true }).waitFor();
    await page.getByRole("button", { name: "English", exact: true }).click();
    await page.getByRole("heading", { name: "The house lights go down" }).waitFor();
    await playButton(page).waitFor();
    await page.reload();
    await page.getByRole("heading", { name: "The house lights go down" }).waitFor();
    assert.deepEqual(errors, []);
  });
}

test("all that the page says is there in each language", async () => {
  const { page } = await openBuilder();
  const keys = await page.locator("[data-say]").evaluateAll((all) => all.map((one) => one.getAttribute("data-say") ?? ""));
  const wanted = [...new Set([...keys.filter((key) => key !== "place"), "pageTitle", "swatch"])].sort();
  for (const texts of Object.values(said)) {
    assert.deepEqual(Object.keys(texts).sort(), wanted);
  }
});

test("all of it can be reached by keyboard, the widget first", async () => {
  const { page } = await openBuilder();
  const reached: string[] = [];
  for (;;) {
    await page.keyboard.press("Tab");
    const name = await page.evaluate(() => {
      const { activeElement: at } = document;
      return at === null || at === document.body ? "" : at.id || at.getAttribute("data-copies") || at.getAttribute("value") || at.getAttribute("aria-labelledby") || (at as HTMLElement).lang;
    });
    if (name === "" || name === reached[0]) {
      break;
    }
    reached.push(name);
  }
  assert.deepEqual(reached, [
    ...["preview", "questions", "event", "mode", "lang", "theme", "accent", "swatch", "size", "see", "html"],
    ...["snippet", "policy", "trusted", "rule"].flatMap((id) => [id, `${id}-how`]),
    ...["en", "es", "vi"],
  ]);
  await page.getByRole("radio", { name: "HTML", exact: true }).focus();
  await page.keyboard.press("ArrowRight");
  await page.getByText("In the editor, add a “Custom HTML”").waitFor();
});

for (const { width, height } of [{ width: 360, height: 640 }, { width: 320, height: 256 }, { width: 844, height: 390 }, { width: 1280, height: 900 }]) {
  test(`nothing is cut off, and all can be touched: ${width}×${height}`, async () => {
    for (const locale of ["en-US", "es-ES", "vi-VN"]) {
      const { page } = await openBuilder("index.html#event=2027-12-05T19%3A30%3A00Z&pack=https%3A%2F%2Ffans.example%2Fa.json&size=300x200", { locale, viewport: { width, height }, hasTouch: true });
      await page.locator("#at-field").waitFor();
      const faults = await page.evaluate(() => {
        const faults: string[] = [];
        if (document.documentElement.scrollWidth > innerWidth) {
          faults.push(`the page is ${document.documentElement.scrollWidth} pixels wide`);
        }
        for (const control of document.querySelectorAll<HTMLElement>("main :is(button, input, select)")) {
          const { width, height, left, right } = control.getBoundingClientRect();
          if (width > 0 && (width < 44 || height < 43.9 || left < 0 || right > innerWidth)) {
            faults.push(`${control.id || control.textContent}: ${width}×${height} at ${left}`);
          }
        }
        return faults;
      });
      assert.deepEqual(faults, [], locale);
    }
  });
}

for (const options of [{ colorScheme: "dark" }, { colorScheme: "light" }, { forcedColors: "active" }] as const) {
  test(`axe finds nothing, with all fields open: ${Object.values(options)}`, async () => {
    const { page } = await openBuilder("index.html#event=2027-12-05T19%3A30%3A00Z&pack=https%3A%2F%2Ffans.example%2Fa.json&size=300x200&accent=teal", options);
    await field(page, "Accent").fill("purplish");
    await linesFor(page, "WordPress");
    await bringAxe(page);
    assert.deepEqual(await faults(page), []);
  });
}

test("of a machine of one's own the page says that its lines are for nobody else", async () => {
  const { page } = await openBuilder();
  await page.getByText("These lines work on your own machine only").waitFor();
  const elsewhere = await setting.blank();
  await elsewhere.page.route("https://your.host/**", (route) => route.fulfill({ path: join(testSite, new URL(route.request().url()).pathname) }));
  await elsewhere.page.goto("https://your.host/index.html");
  await ready(elsewhere.page);
  assert.equal(await elsewhere.page.getByText("These lines work on your own machine only").isVisible(), false);
  assert.match(await lines(elsewhere.page), /src="https:\/\/your\.host\/houselights\.js"/);
  assert.equal(await elsewhere.page.locator("#place").isVisible(), false);
});

test("of a site that knows its address WordPress needs no more than that", async () => {
  const { page } = await setting.blank({ locale: "en-US" });
  const links = `<link rel="canonical" href="https://your.host/trivia/"><link rel="alternate" type="application/json+oembed" href="https://your.host/trivia/oembed.json">`; // as make web BASE_URL= writes them
  await page.route("https://your.host/trivia/**", (route) => {
    const path = join(testSite, new URL(route.request().url()).pathname.replace("/trivia/", "") || "index.html");
    return path.endsWith(".html") ? route.fulfill({ contentType: "text/html", body: readFileSync(path, "utf8").replace("</head>", `${links}</head>`) }) : route.fulfill({ path });
  });
  await page.goto("https://your.host/trivia/");
  await ready(page);
  assert.equal(await page.locator("#address").isVisible(), false);
  await linesFor(page, "WordPress");
  assert.equal(await page.locator("#address").isVisible(), true);
  assert.equal(await lines(page, "address"), "https://your.host/trivia/");
});

test("without script the lines are there, and nothing can be pressed that would do nothing", chromiumOnly("switches scripts off"), async () => {
  const { page } = await setting.open("index.html", { javaScriptEnabled: false });
  assert.match(await lines(page), /<house-lights pack="purple-hearts"/);
  assert.equal(await page.getByRole("button", { disabled: false }).count(), 0);
});

test("nothing is kept of what is chosen but the page's own address", async () => {
  const { page } = await openBuilder();
  await list(page, "Colours").selectOption("light");
  await list(page, "Size").selectOption("strip");
  const ghost = await linesFor(page, "Ghost");
  await page.reload();
  await ready(page);
  assert.equal(await list(page, "Colours").inputValue(), "light");
  assert.equal(await list(page, "Size").inputValue(), "strip");
  assert.equal(await page.getByRole("radio", { name: "Ghost", exact: true }).isChecked(), true);
  assert.equal(await lines(page), ghost);
  assert.deepEqual(await page.evaluate(() => [document.cookie, localStorage.length, sessionStorage.length]), ["", 0, 0]);
});
