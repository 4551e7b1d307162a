// The other browser of the tests: a stock Firefox, which Playwright drives by WebDriver BiDi. What Playwright does not do over BiDi yet,
// such as colour schemes, a page of Firefox's own does here.
//
// playwright-core is held at 1.64.1 for it: from 1.65 on Playwright asks for emulation.setMediaFeaturesOverride, which ESR 153 does not know.

import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { firefox } from "playwright-core";
import type { Browser, Page } from "playwright-core";

const firefoxPath = process.env["FIREFOX"] ?? "/usr/bin/firefox-esr";

/** What a visitor has set, by Playwright's names. */
export interface Media {
  readonly media?: "print" | "screen" | null;
  readonly colorScheme?: "dark" | "light" | "no-preference" | null;
  readonly forcedColors?: "active" | "none" | null;
  readonly reducedMotion?: "reduce" | "no-preference" | null;
}

export interface Firefox {
  readonly browser: Browser;
  /** Sets the page up that was opened last; call it before another is opened. */
  own(page: Page): Promise<void>;
  emulate(page: Page, media: Media): Promise<void>;
  close(): Promise<void>;
}

const preferences = {
  "webgl.force-enabled": true, // software drawing is on Firefox's list of what it does not trust
  // A machine without a mouse has no pointer for it, so nothing to hover with.
  "ui.primaryPointerCapabilities": 6,
  "ui.allPointerCapabilities": 6,
  "dom.w3c_touch_events.enabled": 1,
  // For the scripts of Playwright in about:config, the page of Firefox's own.
  "security.allow_eval_with_system_principal": true,
  "security.allow_eval_in_parent_process": true,
};

export async function launchFirefox(): Promise<Firefox> {
  const { display, screen } = await startScreen();
  try {
    const browser = await firefox.launch({
      channel: "moz-firefox",
      executablePath: firefoxPath,
      args: ["-remote-allow-system-access"],
      env: { ...process.env, DISPLAY: display, LIBGL_ALWAYS_SOFTWARE: "1" },
      firefoxUserPrefs: preferences,
    });
    const inside = await openInside(browser);
    const tabs = new WeakMap<Page, number>();
    return {
      browser,
      async own(page) {
        tabs.set(page, await inside.evaluate(newestTab));
      },
      emulate: (page, media) => inside.evaluate(override, { tab: tabs.get(page) ?? 0, media }),
      async close() {
        await browser.close();
        screen.kill();
      },
    };
  } catch (error) {
    screen.kill();
    throw error;
  }
}

/** Starts a display: without one Firefox has no WebGL. */
async function startScreen(): Promise<{ display: string; screen: ChildProcess }> {
  const screen = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", "1920x1200x24", "-nolisten", "tcp"], { stdio: ["ignore", "ignore", "ignore", "pipe"] });
  const number = await new Promise<string>((resolve, reject) => {
    screen.once("error", () => reject(new Error("no virtual display: Xvfb is not installed: .ci/install does it on Debian as root")));
    screen.once("exit", (code) => reject(new Error(`Xvfb ended with ${code} before it was there`)));
    screen.stdio[3]?.once("data", (data: Buffer) => resolve(String(data).trim()));
  });
  return { display: `:${number}`, screen };
}

/** A page that may do what the browser itself may. */
async function openInside(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: null });
  const page = await context.newPage();
  await page.goto("about:config", { waitUntil: "commit" }); // it never says that it has loaded
  return page;
}

/** Firefox's own object of a tab, as far as it is used here. */
interface BrowsingContext {
  readonly id: number;
  mediumOverride: string;
  prefersColorSchemeOverride: string;
  forcedColorsOverride: string;
  prefersReducedMotionOverride: string;
}

interface FirefoxWindow {
  readonly gBrowser: { readonly browsers: readonly { readonly browsingContext: BrowsingContext }[] };
}

declare const Services: { readonly wm: { getEnumerator(kind: string): Iterable<FirefoxWindow> } };

/** The number of the tab that was opened last. */
function newestTab(): number {
  const tabs = [...Services.wm.getEnumerator("navigator:browser")].flatMap(({ gBrowser }) => gBrowser.browsers);
  return Math.max(...tabs.map(({ browsingContext }) => browsingContext.id));
}

function override({ tab, media: { media, colorScheme, forcedColors, reducedMotion } }: { tab: number; media: Media }): void {
  const tabs = [...Services.wm.getEnumerator("navigator:browser")].flatMap(({ gBrowser }) => gBrowser.browsers);
  const found = tabs.find(({ browsingContext }) => browsingContext.id === tab)?.browsingContext;
  if (found === undefined) {
    throw new Error(`no tab ${tab}`);
  }
  if (media !== undefined) {
    found.mediumOverride = media ?? "";
  }
  if (colorScheme !== undefined) {
    found.prefersColorSchemeOverride = colorScheme ?? "none";
  }
  if (forcedColors !== undefined) {
    found.forcedColorsOverride = forcedColors ?? "none";
  }
  if (reducedMotion !== undefined) {
    found.prefersReducedMotionOverride = reducedMotion ?? "none";
  }
}
