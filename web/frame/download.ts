// Fetching with a count of what has come, and an end to waiting.

import { Failure } from "../poster/failure";

/** How long a server may be silent, in milliseconds, before the visitor is asked to try again. */
export const silence = 20_000;

/** What a server sends: its answer, then the body. */
export interface Transfer {
  readonly answer: Response;
  /** The body of the answer, or of a clone of it, chunk by chunk. Whoever leaves it before the end stops the transfer. */
  read(answer: Response): Chunks;
  stop(): void;
}

export type Chunks = AsyncGenerator<Uint8Array<ArrayBuffer>, void>;

/** Asks for an address and waits for the answer, with plain words for what goes wrong then and on the way. */
export async function open(address: string, options: RequestInit): Promise<Transfer> {
  const transfer = await request(address, options);
  if (!transfer.answer.ok) {
    throw new Failure("missing", `${address}: ${refusal(transfer.answer)}`);
  }
  return transfer;
}

/** Says what the server said in place of what it was asked for, and the way out. */
export function refusal({ status, statusText }: Response): string {
  const wayOut = status === 404 || status === 410 ? "put the file there, or correct the address" : "try again later, or ask its owner";
  return `${`the server says ${status} ${statusText}`.trimEnd()}: ${wayOut}`;
}

/** The same as open, but whatever the server says is an answer. */
export async function request(address: string, { signal, ...options }: RequestInit): Promise<Transfer> {
  const abort = new AbortController();
  signal?.addEventListener("abort", () => abort.abort());
  if (signal?.aborted === true) {
    abort.abort();
  }
  const inTime = async <T>(coming: Promise<T>, trouble: (error: unknown) => string): Promise<T> => {
    const timer = window.setTimeout(() => abort.abort(), silence);
    try {
      return await coming;
    } catch (error) {
      const what = abort.signal.aborted ? `nothing came for ${silence / 1000} seconds` : trouble(error);
      throw new Failure("network", `${address}: ${what}`);
    } finally {
      window.clearTimeout(timer);
    }
  };

  const answer = await inTime(
    fetch(address, { ...options, signal: abort.signal }),
    (error) => `no answer (${String(error)}): check the address, the connection, and that the server allows this page (CORS)`,
  );
  async function* read({ body }: Response): Chunks {
    const reader = body?.getReader();
    try {
      while (reader !== undefined) {
        const { done, value } = await inTime(reader.read(), (error) => `the transfer broke off (${String(error)})`);
        if (done) {
          return;
        }
        yield value;
      }
    } finally {
      abort.abort(); // where the rest is not wanted; after the end it does nothing
    }
  }
  return { answer, read, stop: () => abort.abort() };
}
