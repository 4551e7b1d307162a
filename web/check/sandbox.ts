// What a frame of an opaque origin may read: this page shows itself once more, in a sandbox, and that one asks and tells.

import type { Glimpse } from "./facts";

/** How a frame knows that it is the one in the sandbox; its secret comes behind. */
const sign = "#sandbox=";

/** How long the frame may take, in milliseconds, and how long to begin once it has been loaded: a policy may forbid it. */
const patience = { all: 60_000, hello: 2000 } as const;

/** Asks for these: the game, its .gz, what shows it, and what is like a pack. */
function asked(release: readonly string[]): string[] {
  const games = release.filter((name) => name.endsWith(".wasm"));
  return [...games, ...games.map((name) => `${name}.gz`), "frame.html", "pack.schema.json"];
}

/** The secret of the frame in the sandbox that this is; undefined where it is none. */
export const secretHere = (): string | undefined => (parent !== window && location.hash.startsWith(sign) ? location.hash.slice(sign.length) : undefined);

/** In the sandbox: looks at the files and tells the page around. What is told, any page could find out. */
export async function tell(secret: string, release: readonly string[]): Promise<void> {
  const say = (glimpses: readonly Glimpse[] | null) => parent.postMessage({ secret, glimpses }, "*");
  say(null);
  say(await Promise.all(asked(release).map(look)));
}

async function look(name: string): Promise<Glimpse> {
  try {
    const response = await fetch(name, { cache: "no-store", signal: AbortSignal.timeout(patience.all / 2) });
    void response.body?.cancel();
    return { name, status: response.status, date: response.headers.has("Date") };
  } catch {
    return { name, status: 0, date: false };
  }
}

/** Around it: shows this page in a sandbox and returns what it tells; undefined where it does not. */
export function glimpse(): Promise<readonly Glimpse[] | undefined> {
  const secret = crypto.getRandomValues(new Uint32Array(4)).join("-");
  const frame = document.createElement("iframe");
  frame.setAttribute("sandbox", "allow-scripts");
  frame.title = "The check from a sandbox";
  frame.hidden = true;
  frame.src = `${location.href.replace(/[?#].*/, "")}${sign}${secret}`;
  return new Promise((resolve) => {
    let timer = window.setTimeout(end, patience.all);
    let isBegun = false;
    function end(glimpses?: readonly Glimpse[]): void {
      window.clearTimeout(timer);
      removeEventListener("message", hear);
      frame.remove();
      resolve(glimpses);
    }
    function hear({ source, origin, data }: MessageEvent<unknown>): void {
      if (source !== frame.contentWindow || origin !== "null") {
        return;
      }
      const told = readTold(data, secret);
      isBegun ||= told !== undefined;
      if (told != null) {
        end(told);
      }
    }
    addEventListener("message", hear);
    frame.addEventListener("load", () => {
      if (!isBegun) {
        window.clearTimeout(timer);
        timer = window.setTimeout(() => isBegun || end(), patience.hello);
      }
    });
    document.body.append(frame);
  });
}

/** Reads what the frame tells: null that it has begun; undefined where it is not from there, or not sound. */
export function readTold(data: unknown, secret: string): readonly Glimpse[] | null | undefined {
  if (data === null || typeof data !== "object") {
    return undefined;
  }
  const told = data as Readonly<Record<string, unknown>>;
  if (told["secret"] !== secret) {
    return undefined;
  }
  const { glimpses } = told as { glimpses?: unknown };
  if (glimpses === null) {
    return null;
  }
  return Array.isArray(glimpses) && glimpses.every(isGlimpse) ? glimpses.map(({ name, status, date }) => ({ name, status, date })) : undefined;
}

function isGlimpse(data: unknown): data is Glimpse {
  if (data === null || typeof data !== "object") {
    return false;
  }
  const { name, status, date } = data as Readonly<Record<string, unknown>>;
  return typeof name === "string" && typeof status === "number" && typeof date === "boolean";
}
