// Getting the game: from which of its two files, unpacking it, and compiling it as it comes.

import { Failure } from "../poster/failure";
import { open } from "./download";
import type { Chunks, Transfer } from "./download";

const wasmType = "application/wasm";

/** The address of the frame's script, which this is part of. */
const ownScript = (document.currentScript as HTMLScriptElement | null)?.src ?? "";

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

  /**
   * Streams the game in and compiles it as it comes, until the signal says that it is not wanted any more. onBytes is told
   * the bytes so far, as unpacked.
   */
  async compile(onBytes: (bytes: number) => void, signal: AbortSignal): Promise<WebAssembly.Module> {
    const transfer = await this.choose(signal).catch((error: unknown) => this.explain(error, signal));
    const arrival = new Arrival(transfer, onBytes);
    try {
      return await arrival.compile();
    } catch (error) {
      transfer.stop();
      if (arrival.failure !== undefined) {
        throw arrival.failure;
      }
      this.hasGzip = false; // the next try does without, in case that was to blame
      throw asFailure(this.address, error, arrival.isGame && arrival.bytes < this.size);
    }
  }

  /**
   * Says why nothing came. A browser tells a frame of an opaque origin, as in a sandbox, nothing of an answer that it may not
   * read; but whether there is one.
   */
  private async explain(error: unknown, signal: AbortSignal): Promise<never> {
    const isAnswered = origin === "null" && (await fetch(this.address, { method: "HEAD", mode: "no-cors", signal }).then(() => true, () => false));
    throw isAnswered ? new Failure("policy", `${this.address}: its server does not let a frame in a sandbox read it: have it send Access-Control-Allow-Origin: * on all files`) : error;
  }

  /** Opens the transfer of the fewest bytes. */
  private async choose(signal: AbortSignal): Promise<Transfer> {
    const plain = () => open(this.address, { credentials: "same-origin", signal });
    if (!this.hasGzip) {
      return plain();
    }
    if (!isWorthAsking() || !(await this.saysPlain(signal))) {
      const transfer = await plain();
      if (!this.isPlain(transfer.answer)) {
        return transfer;
      }
      transfer.stop();
    }
    try {
      const transfer = await open(`${this.address}.gz`, { credentials: "same-origin", signal });
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

  private async saysPlain(signal: AbortSignal): Promise<boolean> {
    try {
      const { answer } = await open(this.address, { credentials: "same-origin", method: "HEAD", signal });
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
  const [script] = performance.getEntriesByName(ownScript) as (PerformanceResourceTiming & { readonly deliveryType?: string })[];
  return script !== undefined && (script.deliveryType === "cache" || (script.encodedBodySize > 0 && script.encodedBodySize === script.decodedBodySize));
}

/** The game as it comes. */
class Arrival {
  /** So many have come, as unpacked. */
  bytes = 0;
  /** Whether what comes begins as the game does, packed or not. */
  isGame = false;
  /** What went wrong with the transfer. */
  failure: unknown;

  constructor(
    private readonly transfer: Transfer,
    private readonly onBytes: (bytes: number) => void,
  ) {}

  compile(): Promise<WebAssembly.Module> {
    const isDeclared = this.transfer.answer.headers.get("Content-Type") === wasmType;
    return isDeclared && "compileStreaming" in WebAssembly ? this.compileAnswer() : this.compileUnpacked();
  }

  /** Only an answer of the server itself, not one of ours, may the browser keep as compiled for the next visit. */
  private async compileAnswer(): Promise<WebAssembly.Module> {
    const { answer } = this.transfer;
    const counting = this.countAll(answer.clone()).catch(() => {}); // failure has it
    try {
      return await WebAssembly.compileStreaming(answer);
    } catch (error) {
      if (!isRefusal(error)) {
        await counting; // how much came tells why
      }
      throw error;
    }
  }

  private async countAll(copy: Response): Promise<void> {
    for await (const chunk of this.take(copy)) {
      this.count(chunk);
    }
  }

  private async compileUnpacked(): Promise<WebAssembly.Module> {
    const chunks = this.take(this.transfer.answer);
    const first = (await chunks.next()).value ?? new Uint8Array();
    // The name of the file does not say it: where a server declares the .gz as an encoding, the browser has unpacked it.
    const arriving = stream(first, chunks);
    const unpacked = first[0] === gzipStart ? arriving.pipeThrough(new DecompressionStream("gzip")) : arriving;
    const counted = unpacked.pipeThrough(
      new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
        transform: (chunk, controller) => {
          this.count(chunk);
          controller.enqueue(chunk);
        },
      }),
    );
    // The type is ours: a server that does not know wasm shall not matter.
    const response = new Response(counted, { headers: { "Content-Type": wasmType } });
    return "compileStreaming" in WebAssembly
      ? WebAssembly.compileStreaming(response)
      : WebAssembly.compile(await (response as Response).arrayBuffer());
  }

  /** The chunks of the transfer, with a look at how they begin and whether they come to their end. */
  private async *take(answer: Response): Chunks {
    let isFirst = true;
    try {
      for await (const chunk of this.transfer.read(answer)) {
        if (isFirst) {
          this.isGame = chunk[0] === gzipStart || chunk[0] === programStart;
          isFirst = false;
        }
        yield chunk;
      }
    } catch (error) {
      this.failure = error;
      throw error;
    }
  }

  private count({ byteLength }: Uint8Array): void {
    this.bytes += byteLength;
    this.onBytes(this.bytes);
  }
}

/** The first chunk and the rest as a stream. */
function stream(first: Uint8Array<ArrayBuffer>, rest: Chunks): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new ReadableStream({
    start: (controller) => controller.enqueue(first),
    async pull(controller) {
      const { done, value } = await rest.next();
      if (done) {
        controller.close();
      } else {
        controller.enqueue(value);
      }
    },
    async cancel() {
      await rest.return();
    },
  });
}

/** Whether a policy forbids to compile. */
const isRefusal = (error: unknown): boolean => /content security policy|unsafe-eval|blocked by CSP/i.test(String(error));

function asFailure(address: string, error: unknown, cut: boolean): Failure {
  const said = String(error);
  if (isRefusal(error)) {
    return new Failure("policy", `${address}: ${said}: allow 'wasm-unsafe-eval' in the script-src of frame.html`);
  }
  return cut
    ? new Failure("network", `${address}: the transfer was cut short (${said})`)
    : new Failure("missing", `${address}: not the game (${said}): publish the whole folder again`);
}
