// What the page shows around the game: the poster before it, the curtain while it is on its way, and why it does not come.

import type { Page } from "playwright-core";

export interface State {
  readonly id: string;
  /** In plain words. */
  readonly title: string;
  /** The address, with the site's folder for a root; "blog.html" is a page of somebody's that is filled by one widget. */
  readonly path: string;
  /** The attributes of that widget. */
  readonly widget?: string;
  /** What time it is; the date that was reported is 84 days away where nothing else is said. */
  readonly at?: string;
  /** Whether the site lists the packs that it plays. */
  readonly isListed?: boolean;
  readonly prepare?: (page: Page) => Promise<unknown>;
  /** Comes when there is to be seen what shall be. */
  readonly reach: (page: Page) => Promise<unknown>;
}

export interface Group {
  readonly id: string;
  readonly title: string;
  readonly states: readonly State[];
}

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const failed = (page: Page) => page.getByRole("alert").waitFor();
const never = (): void => {};

const pack = "https://fans.example/quiz/my.json";
const withPack = (address = pack): string => `frame.html?pack=${encodeURIComponent(address)}`;
const answer = (how: { status?: number; body?: string | Buffer; headers?: Record<string, string> }) => (page: Page) => page.route("https://fans.example/**", (route) => route.fulfill(how));

const noGraphics = (page: Page) =>
  page.addInitScript(() => {
    HTMLCanvasElement.prototype.getContext = () => null;
  });

/** Holds back the second half of the game. */
const onlyHalf = (page: Page) =>
  page.addInitScript(() => {
    const { fetch } = globalThis;
    globalThis.fetch = async (...args) => {
      const bytes = new Uint8Array(await (await fetch(...args)).arrayBuffer());
      return new Response(new ReadableStream<Uint8Array>({ start: (controller) => controller.enqueue(bytes.slice(0, bytes.length / 2)) }));
    };
  });

async function loseContext(page: Page): Promise<void> {
  await page.locator(".curtain").waitFor({ state: "detached" });
  await page.locator("canvas:not([data-lost])").evaluate((canvas: HTMLCanvasElement) => {
    canvas.setAttribute("data-lost", "");
    canvas.getContext("webgl2")?.getExtension("WEBGL_lose_context")?.loseContext();
  });
}

/** A frame whose tab is in the background brings nothing back before it is seen. */
async function loseUnseen(page: Page): Promise<void> {
  await page.locator("canvas").waitFor();
  await page.evaluate(() => {
    Object.defineProperty(document, "visibilityState", { configurable: true, value: "hidden" });
    document.dispatchEvent(new Event("visibilitychange"));
  });
  await loseContext(page);
  await page.getByRole("status").filter({ hasText: "Bringing the picture back" }).waitFor();
}

const policy = (page: Page) =>
  page.route("**/frame.html*", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), "content-security-policy": "script-src 'self'" } });
  });

/** A frame in a page of long ago. */
const inOldPage = (page: Page) =>
  page.route("**/old.html*", (route) =>
    route.fulfill({ contentType: "text/html", body: `<!doctype html><title>A blog</title><style>body{margin:0}iframe{display:block;border:0;width:100vw;height:100vh}</style><iframe src="frame.html#version=-1&secret=s"></iframe>` }),
  );

const posterIsThere = (page: Page) => button(page, "Play").waitFor();

export const groups: readonly Group[] = [
  {
    id: "poster",
    title: "The poster",
    states: [
      { id: "poster", title: "Before Play, counting to a date that was reported", path: "blog.html", reach: posterIsThere },
      { id: "poster-day", title: "The last day", path: "blog.html", at: "2026-02-13T20:00:00Z", reach: posterIsThere },
      { id: "poster-today", title: "On the day", path: "blog.html", at: "2026-07-29T12:00:00Z", reach: posterIsThere },
      { id: "poster-birthday", title: "The reported date has passed", path: "blog.html", at: "2026-11-25T18:55:30Z", reach: posterIsThere },
      { id: "poster-unknown", title: "The time is unknown", path: "blog.html", at: "1970-01-01T00:02:00Z", reach: posterIsThere },
      { id: "poster-event", title: "A date of the page’s own", path: "blog.html", widget: `event="2026-01-10T20:00:00Z" event-title="The film on the big screen of our village hall"`, reach: posterIsThere },
      { id: "poster-pack", title: "Questions from elsewhere", path: "blog.html", widget: `pack="${pack}"`, reach: posterIsThere },
      { id: "poster-accent", title: "With an accent", path: "blog.html", widget: `accent="teal"`, reach: posterIsThere },
      { id: "poster-vi", title: "In Vietnamese", path: "blog.html", widget: `lang="vi"`, reach: (page) => button(page, "Chơi").waitFor() },
      {
        id: "poster-loading",
        title: "After Play, the game on its way",
        path: "blog.html",
        prepare: (page) => page.route("**/*.wasm", never),
        reach: async (page) => {
          await button(page, "Play").click();
          await page.getByRole("status").filter({ hasText: "Loading the game" }).waitFor();
        },
      },
      {
        id: "poster-missing",
        title: "The frame is not on the server",
        path: "blog.html",
        prepare: (page) => page.route("**/frame.html*", (route) => route.fulfill({ status: 404, contentType: "text/html", body: "<!doctype html>Not found" })),
        reach: async (page) => {
          await button(page, "Play").click();
          await failed(page);
        },
      },
    ],
  },
  {
    id: "loading",
    title: "On its way",
    states: [
      { id: "loading", title: "Nothing has come yet", path: "frame.html", prepare: (page) => page.route("**/*.wasm", never), reach: (page) => page.getByText("Loading the game").waitFor() },
      { id: "loading-half", title: "Half of the game is there", path: "frame.html", prepare: onlyHalf, reach: (page) => page.locator("progress:not([hidden])").waitFor() },
      {
        id: "loading-pack",
        title: "Questions from elsewhere take their time",
        path: withPack(),
        prepare: (page) => page.route("https://fans.example/**", never),
        reach: async (page) => {
          await page.getByText("Fetching the questions from fans.example").waitFor();
          await page.clock.fastForward(5_000);
          await button(page, "Play Purple Hearts").waitFor();
        },
      },
      { id: "restoring", title: "The graphics come back", path: "frame.html", reach: loseUnseen },
    ],
  },
  {
    id: "failures",
    title: "When it does not come",
    states: [
      { id: "graphics", title: "No WebGL 2", path: "frame.html", prepare: noGraphics, reach: failed },
      { id: "network", title: "Offline, or the connection broke", path: "frame.html", prepare: (page) => page.route("**/*.wasm", (route) => route.abort()), reach: failed },
      { id: "missing", title: "The game is not on the server", path: "frame.html", prepare: (page) => page.route("**/*.wasm*", (route) => route.fulfill({ status: 404, body: "not found" })), reach: failed },
      { id: "policy", title: "A security policy is in the way", path: "frame.html", prepare: policy, reach: failed },
      { id: "stopped", title: "The game has crashed", path: "frame.html?event=panic", reach: failed },
      {
        id: "detail",
        title: "With what is there for the owner of the page",
        path: "frame.html?event=panic",
        reach: (page) => page.getByText("For the owner of this page").click(),
      },
      {
        id: "lost",
        title: "The graphics are lost again and again",
        path: "frame.html",
        reach: async (page) => {
          for (let i = 0; i < 4; i++) {
            await loseContext(page);
          }
          await failed(page);
        },
      },
      { id: "version", title: "The page is of long ago", path: "old.html", prepare: inOldPage, reach: (page) => page.frameLocator("iframe").getByRole("alert").waitFor() },
      { id: "stopped-vi", title: "Crashed, in Vietnamese", path: "frame.html?event=panic&lang=vi", reach: failed },
      { id: "network-es", title: "Offline, in Spanish", path: "frame.html?lang=es", prepare: (page) => page.route("**/*.wasm", (route) => route.abort()), reach: failed },
    ],
  },
  {
    id: "packs",
    title: "When the questions do not come",
    states: [
      { id: "pack-late", title: "No answer", path: withPack(), prepare: (page) => page.route("https://fans.example/**", (route) => route.abort()), reach: failed },
      { id: "pack-missing", title: "Not found", path: withPack(), prepare: answer({ status: 404 }), reach: failed },
      { id: "pack-refused", title: "Their host keeps them to itself", path: withPack(), prepare: answer({ headers: { "Access-Control-Allow-Origin": "https://other.example" }, body: "{}" }), reach: failed },
      { id: "pack-large", title: "Too large", path: withPack(), prepare: answer({ body: "x".repeat((4 << 20) + 1) }), reach: failed },
      {
        id: "pack-broken",
        title: "With mistakes, of which the owner reads each",
        path: withPack(),
        prepare: answer({ body: "broken" }),
        reach: async (page) => {
          await failed(page);
          await page.getByText("For the owner of this page").click();
        },
      },
      { id: "pack-address", title: "No good address", path: withPack("http://fans.example/my.json"), reach: failed },
      { id: "pack-unlisted", title: "Not allowed on this site", path: withPack("https://a-host-with-a-rather-long-name.example/my.json"), isListed: true, reach: failed },
    ],
  },
];
