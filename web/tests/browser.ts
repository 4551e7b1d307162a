// A browser with software WebGL, a server, and pages that note what should not happen in them. BROWSER says which: chromium or firefox.

import { existsSync } from "node:fs";
import { join } from "node:path";
import { after, afterEach, before } from "node:test";
import type { Browser, BrowserContextOptions, ConsoleMessage, Locator, Page } from "playwright-core";
import { chromium } from "playwright-core";
import { args, chromiumPath } from "./chromium";
import { launchFirefox } from "./firefox";
import type { Firefox, Media } from "./firefox";
import { serve } from "./server";
import type { Server } from "./server";

/** The site with the test game (web/build/testgame) in the game's place. */
export const testSite = join(process.cwd(), "tests", "out", "site");

/** The same, of a site that lists the packs it allows: all of fans.example, and https://x.example/quiz/my.json. */
export const listedSite = join(process.cwd(), "tests", "out", "listed");

/** The site as it is published. */
export const realSite = process.env["HOUSELIGHTS_SITE"] ?? join(process.cwd(), "..", "build", "web");

const engine = process.env["BROWSER"] ?? "chromium";
if (engine !== "chromium" && engine !== "firefox") {
  throw new Error(`BROWSER=${engine}: chromium or firefox`);
}
export const isFirefox = engine === "firefox";

/** The options of a test that runs in Chromium only: why says what it needs that Firefox, or Playwright's way to it, has not. */
export const chromiumOnly = (why: string): { skip: string | false } => ({ skip: isFirefox && `Chromium only: it ${why}` });

/** The Firefox that a page is of. */
const firefoxes = new WeakMap<Browser, Firefox>();

/** Has the visitor have pressed nothing yet: in Firefox what Playwright does to open a page counts as a press. */
export async function pressNothing(page: Page): Promise<void> {
  if (isFirefox) {
    await page.addInitScript(() => Object.defineProperty(navigator, "userActivation", { value: { isActive: false, hasBeenActive: false } }));
  }
}

/** Prints the page. In Firefox a page with a game did not come back from that over BiDi, so there it only hears of it. */
export async function print(page: Page): Promise<void> {
  await (isFirefox ? page.evaluate(() => ["beforeprint", "afterprint"].forEach((type) => dispatchEvent(new Event(type)))) : page.pdf());
}

/** Presses by a finger; in Firefox by the mouse, as no touch arrives there that BiDi makes. */
export const tap = (control: Locator): Promise<void> => (isFirefox ? control.click() : control.tap());

export interface Wishes {
  /** Every name is this machine. */
  readonly everyNameIsHere?: boolean;
  /** It puts pages away to come back to, as visitors' browsers do; else Playwright keeps Chromium from that. */
  readonly keepsPages?: boolean;
}

/** Starts the browser of the tests; end it by the function that comes along. */
export async function launchBrowser({ everyNameIsHere = false, keepsPages = false }: Wishes = {}): Promise<{ browser: Browser; end(): Promise<void> }> {
  if (!isFirefox) {
    const browser = await chromium.launch({
      executablePath: chromiumPath,
      args: everyNameIsHere ? [...args, "--host-resolver-rules=MAP * 127.0.0.1"] : args,
      ignoreDefaultArgs: keepsPages ? ["--disable-back-forward-cache"] : [],
    });
    return { browser, end: () => browser.close() };
  }
  const firefox = await launchFirefox(everyNameIsHere ? { "network.dns.forceResolve": "127.0.0.1" } : {});
  firefoxes.set(firefox.browser, firefox);
  return { browser: firefox.browser, end: () => firefox.close() };
}

/** Opens a page of a profile of its own. */
export async function openPage(browser: Browser, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const { colorScheme, forcedColors, reducedMotion } = options;
  if (colorScheme || forcedColors || reducedMotion) {
    await firefoxes.get(browser)?.emulate({ ...(colorScheme && { colorScheme }), ...(forcedColors && { forcedColors }), ...(reducedMotion && { reducedMotion }) });
  }
  return page;
}

/** Sets what the page hears of the visitor's settings, and of paper. */
export async function emulateMedia(page: Page, media: Media): Promise<void> {
  const browser = page.context().browser();
  const firefox = browser && firefoxes.get(browser);
  await (firefox ? firefox.emulate(media) : page.emulateMedia(media));
}

export interface Notes {
  /** What the page complained of: errors on the console, and those that nobody caught. */
  readonly errors: string[];
  readonly warnings: string[];
  /** The addresses that were asked for. */
  readonly requests: string[];
}

export interface Opened extends Notes {
  readonly page: Page;
}

export interface Setting {
  /** The server's address, with a slash at the end. */
  readonly url: string;
  /** Opens a page of its own profile, with nothing in it yet. */
  blank(options?: BrowserContextOptions): Promise<Opened>;
  /** Opens an address relative to the server's. */
  open(path: string, options?: BrowserContextOptions): Promise<Opened>;
}

/** Sets the browser and a server of the folder up for the tests of a file, and takes them down after. */
export function useBrowser(folder: string): Setting {
  let browser: Browser;
  let end: () => Promise<void>;
  let server: Server;
  let pages: Page[] = [];
  before(async () => {
    if (!existsSync(join(folder, "houselights.js"))) {
      throw new Error(`${folder}: no site there: build it first (make web, or for the test site npm test)`);
    }
    server = await serve(folder);
    ({ browser, end } = await launchBrowser());
  });
  afterEach(async () => {
    await Promise.all(pages.map((page) => page.context().close()));
    pages = [];
  });
  after(async () => {
    await end?.();
    await server?.close();
  });
  const blank = async (options?: BrowserContextOptions): Promise<Opened> => {
    const page = await openPage(browser, { viewport: { width: 900, height: 700 }, ...options });
    pages.push(page);
    return { page, ...takeNotes(page) };
  };
  return {
    get url() {
      return server.url;
    },
    blank,
    async open(path, options) {
      const opened = await blank(options);
      await opened.page.goto(new URL(path, server.url).href);
      return opened;
    },
  };
}

function takeNotes(page: Page): Notes {
  const notes: Notes = { errors: [], warnings: [], requests: [] };
  page.on("console", (message: ConsoleMessage) => {
    if (message.type() === "error" && !aboutPictures(message.text())) {
      notes.errors.push(message.text());
    } else if (message.type() === "warning" && !aboutSoftwareDrawing(message.text())) {
      notes.warnings.push(message.text());
    }
  });
  page.on("pageerror", (error) => aboutPictures(String(error)) || notes.errors.push(error.stack ?? String(error)));
  page.on("request", (request) => notes.requests.push(request.url()));
  return notes;
}

/** For a picture Playwright brings a style into the page, by its hash, and Firefox says that the page's policy refused it. */
function aboutPictures(text: string): boolean {
  return isFirefox && text.includes("sha256-YjaKGiklmzC6wjXA513HAMmzus8VE61XCOT+SmwNZWA=");
}

/** Chromium warns of it in every page; it is not the page's fault. */
function aboutSoftwareDrawing(text: string): boolean {
  return /GL Driver Message|swiftshader|software WebGL/i.test(text);
}
