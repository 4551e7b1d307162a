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
export const serve = (folder: string): Promise<Server> =>
  listen((request, response) => {
    response.sendDate = false; // the tests set the clock as they like, and the game believes a server more
    const path = normalize(decodeURIComponent(pathOf(request)));
    const file = createReadStream(join(folder, path));
    file.once("error", () => response.writeHead(404, { "Content-Type": "text/plain" }).end("not found"));
    file.once("open", () => {
      response.writeHead(200, { "Content-Type": typeOf(path) });
      file.pipe(response);
    });
  });

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
