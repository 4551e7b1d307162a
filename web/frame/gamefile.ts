// Getting the game: from which of its two files, unpacking it, and compiling it as it comes.

import { Failure } from "../poster/failure";
import { open } from "./download";
import type { Transfer } from "./download";

const wasmType = "application/wasm";

/** The first bytes of a gzip file and of a program, which is "\0asm". */
const gzipStart = 0x1f;
const programStart = 0x00;

/**
 * The file of the game. A server that compresses it as it sends it has the first say. Where one does not, the .gz beside
 * it comes instead, with a quarter of the bytes, and is unpacked here.
 */
export class GameFile {
  /** size: the bytes of the game as it is. hasGzip: whether the build wrote a .gz. */
  constructor(
    private readonly address: string,
    private readonly size: number,
    private hasGzip: boolean,
  ) {
    this.hasGzip &&= "DecompressionStream" in globalThis;
  }

  /** Streams the game in and compiles it as it comes. onBytes is told the bytes so far, as unpacked. */
  async compile(onBytes: (bytes: number) => void): Promise<WebAssembly.Module> {
    const { chunks } = await this.choose();
    const first = (await chunks.next()).value ?? new Uint8Array();
    // The name of the file does not say it: where a server declares the .gz as an encoding, the browser has unpacked it.
    const isGzip = first[0] === gzipStart;
    let failure: unknown;
    const arriving = stream(first, chunks, (error) => (failure = error));
    const unpacked = isGzip ? arriving.pipeThrough(new DecompressionStream("gzip")) : arriving;
    let bytes = 0;
    const counted = unpacked.pipeThrough(
      new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
        transform(chunk, controller) {
          bytes += chunk.byteLength;
          onBytes(bytes);
          controller.enqueue(chunk);
        },
      }),
    );
    // The type is ours: a server that does not know wasm shall not matter.
    const response = new Response(counted, { headers: { "Content-Type": wasmType } });
    try {
      return await ("compileStreaming" in WebAssembly
        ? WebAssembly.compileStreaming(response)
        : WebAssembly.compile(await (response as Response).arrayBuffer()));
    } catch (error) {
      if (failure !== undefined) {
        throw failure;
      }
      this.hasGzip = false; // the next try does without, in case that was to blame
      throw asFailure(this.address, error, (isGzip || first[0] === programStart) && bytes < this.size);
    }
  }

  /** Opens the transfer of the fewest bytes. */
  private async choose(): Promise<Transfer> {
    const plain = () => open(this.address, { credentials: "same-origin" });
    if (!this.hasGzip) {
      return plain();
    }
    if (!isWorthAsking() || !(await this.saysPlain())) {
      const transfer = await plain();
      if (!this.isPlain(transfer.answer)) {
        return transfer;
      }
      transfer.stop();
    }
    try {
      const transfer = await open(`${this.address}.gz`, { credentials: "same-origin" });
      if (!transfer.answer.headers.get("Content-Type")?.startsWith("text/html")) {
        return transfer;
      }
      transfer.stop(); // some servers have a page for whatever they do not have
    } catch (error) {
      if (!(error instanceof Failure && error.kind === "missing")) {
        throw error;
      }
    }
    this.hasGzip = false;
    return plain();
  }

  private async saysPlain(): Promise<boolean> {
    try {
      const { answer } = await open(this.address, { credentials: "same-origin", method: "HEAD" });
      return this.isPlain(answer);
    } catch {
      return false; // then it has to show by itself
    }
  }

  /**
   * Whether the game comes, or came, as it is. To a frame of an opaque origin, as in a sandbox, the encoding is not told;
   * but the length is.
   */
  private isPlain({ headers, type }: Response): boolean {
    return headers.get("Content-Length") === String(this.size) || (type === "basic" && !headers.has("Content-Encoding"));
  }
}

/**
 * Whether to ask how the game comes before it does. A server that compresses shall not pay for one that does not, so
 * there has to be a reason, in what the browser noted of the frame's own script:
 * - It came as it is: so will the game, and part of it would be under way in vain.
 * - It came from the cache: this is a second visit. Then either the game lies there too, and the browser answers from
 *   there, or its .gz does, and nothing else has to come. (Safari, which would ask the server, does not say so.)
 */
function isWorthAsking(): boolean {
  const [script] = performance.getEntriesByName(document.scripts[0]?.src ?? "") as (PerformanceResourceTiming & { readonly deliveryType?: string })[];
  return script !== undefined && (script.deliveryType === "cache" || (script.encodedBodySize > 0 && script.encodedBodySize === script.decodedBodySize));
}

/** The first chunk and the rest as a stream. */
function stream(first: Uint8Array<ArrayBuffer>, rest: Transfer["chunks"], onFailure: (error: unknown) => void): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new ReadableStream({
    start: (controller) => controller.enqueue(first),
    async pull(controller) {
      try {
        const { done, value } = await rest.next();
        if (done) {
          controller.close();
        } else {
          controller.enqueue(value);
        }
      } catch (error) {
        onFailure(error);
        controller.error(error);
      }
    },
    async cancel() {
      await rest.return();
    },
  });
}

function asFailure(address: string, error: unknown, cut: boolean): Failure {
  const said = String(error);
  if (/content security policy|unsafe-eval|blocked by CSP/i.test(said)) {
    return new Failure("policy", `${address}: ${said}: allow 'wasm-unsafe-eval' in the script-src of frame.html`);
  }
  return cut
    ? new Failure("network", `${address}: the transfer was cut short (${said})`)
    : new Failure("missing", `${address}: not the game (${said}): publish the whole folder again`);
}
