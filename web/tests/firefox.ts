// The other browser of the tests: a stock Firefox, which Playwright drives by WebDriver BiDi. What Playwright does not do over BiDi yet,
// such as colour schemes, a page of Firefox's own does here.
//
// playwright-core is held at 1.64.1 for it: from 1.65 on Playwright asks for emulation.setMediaFeaturesOverride, which ESR 153 does not know.

import { firefox } from "playwright-core";
import type { Browser, Page } from "playwright-core";
import { startScreen } from "./screen";

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
  /** Sets what all pages hear that are open. */
  emulate(media: Media): Promise<void>;
  close(): Promise<void>;
}

const preferences = {
  "webgl.force-enabled": true, // software drawing is on Firefox's list of what it does not trust
  // A machine without a mouse has no pointer for it, so nothing to hover with.
  "ui.primaryPointerCapabilities": 6,
  "ui.allPointerCapabilities": 6,
  "layout.css.prefers-color-scheme.content-override": 1, // light, as Playwright has it
  "fission.autostart": false, // else frames of other sites have a process of their own, where no click and no key of BiDi's arrives
  "browser.chrome.site_icons": false, // it would ask for favicon.ico, which a strict page refuses
  "dom.w3c_touch_events.enabled": 1,
  // For the scripts of Playwright in about:config, the page of Firefox's own.
  "security.allow_eval_with_system_principal": true,
  "security.allow_eval_in_parent_process": true,
};

/** Starts one, with preferences as about:config has them. */
export async function launchFirefox(more: Readonly<Record<string, string>> = {}): Promise<Firefox> {
  const screen = await startScreen();
  let browser: Browser | undefined;
  const close = async (): Promise<void> => {
    try {
      await browser?.close();
    } finally {
      screen.end();
    }
  };
  try {
    browser = await firefox.launch({
      channel: "moz-firefox",
      executablePath: firefoxPath,
      args: ["-remote-allow-system-access"],
      env: { ...process.env, DISPLAY: screen.display, LIBGL_ALWAYS_SOFTWARE: "1" },
      firefoxUserPrefs: { ...preferences, ...more },
    });
    const inside = await openInside(browser);
    return { browser, emulate: (media) => inside.evaluate(override, media), close };
  } catch (error) {
    await close().catch(() => {}); // the first error says more
    throw error;
  }
}

/** A page that may do what the browser itself may. */
async function openInside(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: null });
  const page = await context.newPage();
  // Such pages are in Firefox's main process. Of the first one there BiDi often does not say that its scripts have begun, and Playwright
  // would wait for ever; of the next one it does.
  for (const address of ["about:config", "about:support", "about:config", "about:support", "about:config"]) {
    await page.goto(address, { waitUntil: "commit" }); // it never says that it has loaded
    const isHeard = await page.waitForFunction(() => typeof Services === "object", undefined, { timeout: 1000 }).then(() => true, () => false);
    if (isHeard) {
      return page;
    }
  }
  throw new Error("Firefox has not said that the scripts of a page of its own began: is it the version that BROWSERS.md names?");
}

/** Firefox's own object of a tab, as far as it is used here. */
interface BrowsingContext {
  mediumOverride: string;
  prefersColorSchemeOverride: string;
  forcedColorsOverride: string;
  prefersReducedMotionOverride: string;
}

interface FirefoxWindow {
  readonly gBrowser: { readonly browsers: readonly { readonly browsingContext: BrowsingContext }[] };
}

declare const Services: { readonly wm: { getEnumerator(kind: string): Iterable<FirefoxWindow> } };

function override({ media, colorScheme, forcedColors, reducedMotion }: Media): void {
  const tabs = [...Services.wm.getEnumerator("navigator:browser")].flatMap(({ gBrowser }) => gBrowser.browsers);
  for (const { browsingContext } of tabs) {
    if (media !== undefined) {
      browsingContext.mediumOverride = media ?? "";
    }
    if (colorScheme !== undefined) {
      browsingContext.prefersColorSchemeOverride = colorScheme ?? "none";
    }
    if (forcedColors !== undefined) {
      browsingContext.forcedColorsOverride = forcedColors ?? "none";
    }
    if (reducedMotion !== undefined) {
      browsingContext.prefersReducedMotionOverride = reducedMotion ?? "none";
    }
  }
}
