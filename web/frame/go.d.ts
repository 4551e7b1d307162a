// Go's own glue, wasm_exec.js of the toolchain that built the game.

declare module "wasm_exec";

declare class Go {
  argv: string[];
  env: Record<string, string>;
  exit: (code: number) => void;
  readonly importObject: WebAssembly.Imports;
  run(instance: WebAssembly.Instance): Promise<void>;
}

/** The files that Go believes in; its output is written here. */
declare const fs: { writeSync(fd: number, bytes: Uint8Array): number };
