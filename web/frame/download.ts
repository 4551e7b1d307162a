// Fetching with a count of what has come, and an end to waiting.

import { Failure } from "../poster/failure";

const wasmType = "application/wasm";

/** How long a server may be silent, in milliseconds, before the visitor is asked to try again. */
const patience = 20_000;

/** Fetches an address chunk by chunk, with plain words for what goes wrong. */
async function* transfer(address: string, credentials: RequestCredentials): AsyncGenerator<Uint8Array, void> {
  const abort = new AbortController();
  let timer: number | undefined;
  const inTime = async <T>(coming: Promise<T>, trouble: (error: unknown) => string): Promise<T> => {
    timer = window.setTimeout(() => abort.abort(), patience);
    try {
      return await coming;
    } catch (error) {
      const what = abort.signal.aborted ? `nothing came for ${patience / 1000} seconds` : trouble(error);
      throw new Failure("network", `${address}: ${what}`);
    } finally {
      window.clearTimeout(timer);
    }
  };

  const response = await inTime(
    fetch(address, { credentials, signal: abort.signal }),
    (error) => `no answer (${String(error)}): check the address, the connection, and that the server allows this page (CORS)`,
  );
  if (!response.ok) {
    throw new Failure("missing", `${address}: the server says ${response.status} ${response.statusText}: put the file there, or correct the address`);
  }
  const reader = response.body?.getReader();
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

/**
 * Streams a program in and compiles it as it comes. onBytes is told the bytes so far, before any compression; size is
 * how many there are in all, 0 where that is not known.
 */
export async function downloadProgram(address: string, size: number, onBytes: (bytes: number) => void): Promise<WebAssembly.Module> {
  const chunks = transfer(address, "same-origin");
  let bytes = 0;
  let isProgram = false;
  let failure: unknown;
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = await chunks.next();
        if (done) {
          controller.close();
          return;
        }
        isProgram ||= bytes === 0 && value[1] === "a".charCodeAt(0); // it begins with "\0asm"
        bytes += value.byteLength;
        onBytes(bytes);
        controller.enqueue(value);
      } catch (error) {
        failure = error;
        controller.error(error);
      }
    },
  });
  // The type is ours: a server that does not know wasm shall not matter.
  const response = new Response(body, { headers: { "Content-Type": wasmType } });
  try {
    return await ("compileStreaming" in WebAssembly
      ? WebAssembly.compileStreaming(response)
      : WebAssembly.compile(await (response as Response).arrayBuffer()));
  } catch (error) {
    throw failure ?? asFailure(address, error, isProgram && bytes < size);
  }
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

/** Fetches a text of at most limit bytes. */
export async function downloadText(address: string, limit: number): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  for await (const chunk of transfer(address, "omit")) {
    bytes += chunk.byteLength;
    if (bytes > limit) {
      throw new Failure("pack", `${address}: more than ${limit} bytes: make the pack smaller`);
    }
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
