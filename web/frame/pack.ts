// Loading a pack from an address. It is text from a stranger: it is fetched without cookies, from https or from where
// the frame itself comes from, and no more of it than a pack can need.

import { downloadText } from "./download";
import { Failure } from "../poster/failure";

const limit = 4 << 20;

/** Returns the address of a pack, or says why it may not be used. */
function packAddress(pack: string, page: Location): URL {
  let address: URL;
  try {
    address = new URL(pack, page.href);
  } catch {
    throw new Failure("pack", `pack="${pack}": no address: use an id or a URL`);
  }
  if (address.protocol !== "https:" && address.origin !== page.origin) {
    throw new Failure("pack", `pack="${pack}": not https: put the pack on an https server, or beside frame.html`);
  }
  return address;
}

export interface Loaded {
  readonly text: string;
  readonly host: string;
}

export async function loadPack(pack: string, page: Location): Promise<Loaded> {
  const address = packAddress(pack, page);
  try {
    return { text: await downloadText(address.href, limit), host: address.host };
  } catch (error) {
    throw error instanceof Failure ? new Failure("pack", error.message) : error;
  }
}
