// WebKitGTK through plain WebDriver, which its driver speaks: what works there is said a line a step. Advisory: nothing depends on it.

import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { startScreen } from "./screen";
import { serve } from "./server";
import { realSite } from "./browser";

const driverPath = process.env["WEBKIT_DRIVER"] ?? "/usr/bin/WebKitWebDriver";
const patience = 20_000;

/** How WebDriver names an element in what it sends. */
const elementKey = "element-6066-11e4-a52e-4f735466cecf";
type Found = Readonly<Record<typeof elementKey, string>>;

interface Session {
  /** Sends a command of the session. */
  send(method: "GET" | "POST" | "DELETE", path: string, body?: object): Promise<unknown>;
  /** Runs the body of a function in the page, or in the frame it was switched to. */
  run(script: string, ...args: unknown[]): Promise<unknown>;
}

async function startDriver(display: string): Promise<{ url: string; driver: ChildProcess }> {
  const port = await new Promise<number>((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
  const driver = spawn(driverPath, [`--port=${port}`], {
    stdio: "ignore",
    // As root, and in a container, WebKit's own sandbox cannot be set up.
    env: { ...process.env, DISPLAY: display, LIBGL_ALWAYS_SOFTWARE: "1", WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1", WEBKIT_DISABLE_DMABUF_RENDERER: "1" },
  });
  driver.once("error", () => console.error(`${driverPath} is not there: apt-get install webkit2gtk-driver on Debian`));
  return { url: `http://127.0.0.1:${port}`, driver };
}

async function ask(url: string, method: string, body?: object): Promise<unknown> {
  const response = await fetch(url, { method, signal: AbortSignal.timeout(patience), ...(method === "POST" && { body: JSON.stringify(body ?? {}) }) });
  const { value } = (await response.json()) as { value: unknown };
  if (!response.ok) {
    throw new Error((value as { message?: string; error?: string }).message || (value as { error: string }).error);
  }
  return value;
}

/** Asks until the answer is there. */
async function until<T>(what: string, look: () => Promise<T | null | undefined | false>): Promise<T> {
  const deadline = Date.now() + patience;
  let last: unknown;
  while (Date.now() < deadline) {
    try {
      const found = await look();
      if (found) {
        return found;
      }
    } catch (error) {
      last = error;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${what} did not come${last instanceof Error ? `: ${last.message}` : ""}`);
}

async function openSession(url: string): Promise<Session> {
  await until("the driver", async () => Boolean(await ask(`${url}/status`, "GET")));
  const capabilities = { alwaysMatch: { "webkitgtk:browserOptions": { binary: process.env["WEBKIT"] ?? "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser", args: ["--automation"] } } };
  const { sessionId } = (await ask(`${url}/session`, "POST", { capabilities })) as { sessionId: string };
  const send: Session["send"] = (method, path, body) => ask(`${url}/session/${sessionId}${path}`, method, body);
  return { send, run: (script, ...args) => send("POST", "/execute/sync", { script, args }) };
}

const screen = await startScreen();
const server = await serve(realSite);
const { url, driver } = await startDriver(screen.display);
let good = 0;
let all = 0;
try {
  const session = await openSession(url);
  const { send, run } = session;
  const step = async (name: string, act: () => Promise<unknown>): Promise<void> => {
    all++;
    try {
      const said = await act();
      good++;
      console.log(`works   ${name}${typeof said === "string" ? `: ${said}` : ""}`);
    } catch (error) {
      console.log(`does not ${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  const goTo = (path: string) => send("POST", "/url", { url: new URL(path, server.url).href });
  const find = async (script: string): Promise<Found> => until(script, async () => (await run(script)) as Found | null);
  const click = async (element: Found) => send("POST", `/element/${element[elementKey]}/click`);
  const keys = (...pressed: string[]) =>
    send("POST", "/actions", { actions: [{ type: "key", id: "keys", actions: pressed.flatMap((value) => [{ type: "keyDown", value }, { type: "keyUp", value }]) }] });
  const button = (name: string) => `return [...document.querySelectorAll("button,a")].find((one) => (one.ariaLabel || one.textContent).trim() === ${JSON.stringify(name)})`;
  const heading = () => until("a heading", async () => (await run(`return document.querySelector("h1,h2,[role=alert]")?.textContent`)) as string);

  await step("WebKit’s version", async () => String(await run("return navigator.userAgent.match(/AppleWebKit\\S+|Version\\S+/g).join(' ')")));
  await step("WebGL 2", async () => {
    const is = await run("return document.createElement('canvas').getContext('webgl2') !== null");
    if (is !== true) {
      throw new Error("getContext gives none");
    }
  });
  await step("the poster counts", async () => {
    await goTo("index.html");
    const timer = () => run(`return document.querySelector("house-lights")?.shadowRoot?.querySelector(".ring :last-child")?.textContent`);
    const first = await until("the timer", timer);
    await until("the next second", async () => (await timer()) !== first);
  });
  const play = `return document.querySelector("house-lights").shadowRoot.querySelector(".play")`;
  await step("Play opens the frame", async () => {
    await click(await find(play));
    const frame = await find(`return document.querySelector("house-lights").shadowRoot.querySelector("iframe")`);
    await send("POST", "/frame", { id: frame });
    return heading();
  });
  await step("a question comes by clicks", async () => {
    await goTo("frame.html?mode=classic&lang=en");
    await click(await find(button("Start")));
    await find(`return document.querySelector("[role=group] button")`);
    return heading();
  });
  await step("it is answered by keyboard", async () => {
    await keys("1");
    await find(button("Next"));
  });
  await step("Tab and Enter lead to the next question", async () => {
    await run(`document.activeElement?.blur()`);
    await run(`${button("Next").replace("return ", "(")}).focus()`);
    await keys("\uE007");
    await until("question 2", async () => run(`return document.body.textContent.includes("Question 2 of 10")`));
  });
  await step("a pack that is not there is told, with a way out", async () => {
    await goTo("frame.html?pack=nowhere.json&lang=en");
    await find(button("Play Purple Hearts"));
    return heading();
  });
  await send("DELETE", "");
} finally {
  driver.kill();
  screen.end();
  await server.close();
}
console.log(`${good} of ${all} in WebKitGTK`);
