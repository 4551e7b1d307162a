// The site with the references beside it, on the server that the program brings along: it sends what a good host sends.

import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { constants, brotliCompressSync } from "node:zlib";
import type { Server } from "../tests/server";

export const out = join(process.cwd(), "bench", "out");
export const root = join(process.cwd(), "..");

/** Lays a site, as the build has written it, and the references into one folder; returns that. */
export function besideReferences(site: string, folder: string): string {
  rmSync(folder, { recursive: true, force: true });
  cpSync(site, folder, { recursive: true });
  const references = join(out, "references");
  for (const name of readdirSync(references)) {
    const data = readFileSync(join(references, name));
    writeFileSync(join(folder, name), data);
    writeFileSync(join(folder, `${name}.br`), brotli(data));
  }
  return folder;
}

/** As the build compresses the site. The stock game takes half a minute, so what is compressed once is kept. */
function brotli(data: Buffer): Buffer {
  const shelf = join(out, "brotli");
  const kept = join(shelf, createHash("sha256").update(data).digest("hex"));
  if (!existsSync(kept)) {
    mkdirSync(shelf, { recursive: true });
    writeFileSync(kept, brotliCompressSync(data, { params: { [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: data.length } }));
  }
  return readFileSync(kept);
}

/** Serves a folder by `houselights serve`. */
export async function host(folder: string): Promise<Omit<Server, "elsewhere">> {
  const server = spawn(join(out, "houselights"), ["serve", folder], { env: { ...process.env, PORT: "0" }, stdio: ["ignore", "pipe", "inherit"] });
  const ended = new Promise<void>((resolve) => server.once("exit", () => resolve()));
  let said = "";
  for await (const chunk of server.stdout) {
    said += String(chunk);
    const url = /http:\/\/\S+/.exec(said)?.[0];
    if (url !== undefined) {
      return {
        url,
        close() {
          server.kill();
          return ended;
        },
      };
    }
  }
  throw new Error(`houselights serve ${folder} ended before it gave an address: ${said}`);
}
