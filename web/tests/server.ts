// A server of static files for the tests, on a free port of this machine.

import { createReadStream } from "node:fs";
import { createServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";

const types: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
};

export const typeOf = (path: string): string => types[extname(path)] ?? "application/octet-stream";

export interface Server {
  /** Its address, with a slash at the end. */
  readonly url: string;
  /** The same on what is another site to a browser. */
  readonly elsewhere: string;
  close(): Promise<void>;
}

/** Serves a folder. */
export const serve = (folder: string): Promise<Server> => listen((request, response) => sendFile(folder, request, response));

export interface StallingServer extends Server {
  /** Comes when a game has been asked for. */
  readonly asked: Promise<void>;
  /** Comes when whoever asked for it is gone. */
  readonly left: Promise<void>;
  /** From now on games come. */
  release(): void;
}

/** Serves a folder, of which a game (.wasm) begins to come and does not go on. */
export async function serveStalling(folder: string): Promise<StallingServer> {
  let isStalling = true;
  const asked = gate();
  const left = gate();
  const server = await listen((request, response) => {
    const path = pathOf(request);
    if (!isStalling || !path.endsWith(".wasm")) {
      sendFile(folder, request, response);
      return;
    }
    response.writeHead(200, { "Content-Type": typeOf(path) }).flushHeaders();
    response.once("close", left.open);
    asked.open();
  });
  return { ...server, asked: asked.opened, left: left.opened, release: () => (isStalling = false) };
}

function gate(): { opened: Promise<void>; open: () => void } {
  let open = (): void => {};
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open };
}

function sendFile(folder: string, request: IncomingMessage, response: ServerResponse): void {
  response.sendDate = false; // the tests set the clock as they like, and the game believes a server more
  const path = normalize(decodeURIComponent(pathOf(request)));
  const file = createReadStream(join(folder, path));
  file.once("error", () => response.writeHead(404, { "Content-Type": "text/plain" }).end("not found"));
  file.once("open", () => {
    response.writeHead(200, { "Content-Type": typeOf(path) });
    file.pipe(response);
  });
}

/** Serves texts by their paths, such as "/blog.html", as they are when they are asked for. */
export const serveTexts = (texts: ReadonlyMap<string, string>): Promise<Server> =>
  listen((request, response) => {
    const path = pathOf(request);
    const text = texts.get(path);
    response.writeHead(text === undefined ? 404 : 200, { "Content-Type": typeOf(path) }).end(text);
  });

function pathOf({ url }: IncomingMessage): string {
  const { pathname } = new URL(url ?? "/", "http://localhost");
  return pathname.endsWith("/") ? `${pathname}index.html` : pathname;
}

/** Answers as it is told to, on a free port; elsewhere is the server's. */
export async function listen(answer: (request: IncomingMessage, response: ServerResponse, elsewhere: string) => void): Promise<Server> {
  const server = createServer((request, response) => answer(request, response, elsewhere));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const elsewhere = `http://localhost:${port}/`;
  return {
    url: `http://127.0.0.1:${port}/`,
    elsewhere,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
