// Fetching with a count of what has come.

import { Failure } from "./failure";

const wasmType = "application/wasm";

/** Opens an address, with plain words for what can be wrong with it. */
async function open(address: string, credentials: RequestCredentials): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(address, { credentials });
  } catch (error) {
    throw new Failure("network", `${address}: no answer (${String(error)}): check the address, the connection, and that the server allows this page (CORS)`);
  }
  if (!response.ok) {
    throw new Failure("missing", `${address}: the server says ${response.status} ${response.statusText}: put the file there, or correct the address`);
  }
  return response;
}

/** Passes a body on, calling onBytes with the bytes so far. */
function counted(response: Response, onBytes: (bytes: number) => void): Response {
  if (response.body === null) {
    return response;
  }
  const reader = response.body.getReader();
  let bytes = 0;
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await reader.read();
      if (done) {
        controller.close();
        return;
      }
      bytes += value.byteLength;
      onBytes(bytes);
      controller.enqueue(value);
    },
    cancel: (reason) => reader.cancel(reason),
  });
  // The type is ours: a server that does not know wasm shall not matter.
  return new Response(body, { headers: { "Content-Type": wasmType } });
}

/** Streams a program in and compiles it as it comes. onBytes is told the bytes so far, before any compression. */
export async function downloadProgram(
  address: string,
  imports: WebAssembly.Imports,
  onBytes: (bytes: number) => void,
): Promise<WebAssembly.Instance> {
  const response = counted(await open(address, "same-origin"), onBytes);
  try {
    if ("instantiateStreaming" in WebAssembly) {
      return (await WebAssembly.instantiateStreaming(response, imports)).instance;
    }
    return (await WebAssembly.instantiate(await (response as Response).arrayBuffer(), imports)).instance;
  } catch (error) {
    throw asFailure(address, error);
  }
}

function asFailure(address: string, error: unknown): Failure {
  const said = String(error);
  if (/content security policy|unsafe-eval|blocked by CSP/i.test(said)) {
    return new Failure("policy", `${address}: ${said}: allow 'wasm-unsafe-eval' in the script-src of frame.html`);
  }
  if (error instanceof WebAssembly.CompileError || error instanceof WebAssembly.LinkError) {
    return new Failure("missing", `${address}: not the game (${said}): publish the whole folder again`);
  }
  return new Failure("network", `${address}: the transfer broke off (${said})`);
}

/** Fetches a text of at most limit bytes. */
export async function downloadText(address: string, limit: number): Promise<string> {
  const response = await open(address, "omit");
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  for (;;) {
    const chunk = await reader?.read().catch((error: unknown) => {
      throw new Failure("network", `${address}: the transfer broke off (${String(error)})`);
    });
    if (chunk === undefined || chunk.done) {
      return text + decoder.decode();
    }
    bytes += chunk.value.byteLength;
    if (bytes > limit) {
      void reader?.cancel();
      throw new Failure("pack", `${address}: more than ${limit} bytes: make the pack smaller`);
    }
    text += decoder.decode(chunk.value, { stream: true });
  }
}
