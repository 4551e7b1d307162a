// Getting a pack from an address, and its translations. They are text from strangers: they come without cookies, from https
// or from where the frame itself comes from, and only from where the site allows.

import { Failure } from "../poster/failure";
import { languages } from "../shared/language";
import type { Language } from "../shared/language";
import { PackFailure } from "./packfailure";
import { fetchText } from "./packtext";
import type { Fetched } from "./packtext";

/** How long all of a pack may take, in milliseconds. */
const patience = 60_000;
/** How long a translation may take: without it the pack can be played. */
const patienceForTranslation = 10_000;

export interface Translation {
  readonly lang: Language;
  readonly text: string;
}

export interface Loaded extends Fetched {
  readonly translations: readonly Translation[];
}

/** Returns the address of a pack, or says why it may not be used. */
export function packAddress(pack: string, page: Location): URL {
  let address: URL;
  try {
    address = new URL(pack, page.href);
  } catch {
    // Without what may be a password.
    throw new PackFailure("address", "", `pack="${pack.replace(/.*@/s, "…@")}": no address: use an id or a URL`);
  }
  allow(address, `pack="${pack}"`, page);
  return address;
}

/**
 * Gets a pack and the translations that it says it has, so far as the game speaks their languages. onBytes is told how much
 * of the pack has come. cache says what the browser's own copy is good for, signal when the pack is not wanted any more.
 */
export async function loadPack(address: URL, page: Location, cache: RequestCache, signal: AbortSignal, onBytes: (bytes: number) => void): Promise<Loaded> {
  const get = (from: URL, patience: number, onBytes: (bytes: number) => void): Promise<Fetched> =>
    fetchText(from, { cache, patience, signal, ledTo: (other) => allow(other, `${from.href} leads on to ${other.href}`, page), onBytes });
  const { text, host } = await get(address, patience, onBytes);
  const coming = translationsOf(text).map(async (lang): Promise<Translation[]> => {
    try {
      const { text } = await get(addressBeside(address, lang), patienceForTranslation, () => {});
      return [{ lang, text }];
    } catch (error) {
      if (signal.aborted) {
        throw error;
      }
      console.warn(`houselights: ${error instanceof Failure ? error.message : String(error)}: the pack is played without this translation`);
      return [];
    }
  });
  return { text, host, translations: (await Promise.all(coming)).flat() };
}

/** Ways out of a folder that a browser leaves in a path and a server may understand, as web/build/packs.go has them. */
const wayOut = /%(25)*(2f|5c)|\/(\.|%(25)*2e){2}([;%/]|$)/i;

/** Throws where a pack may not come from an address. named says how the page came to it. */
function allow({ origin, pathname, protocol, host, href, username, password }: URL, named: string, page: Location): void {
  if (username !== "" || password !== "") {
    throw new PackFailure("address", host, `an address at ${host} with a user name or a password, which all could read: put the pack where none is asked for`);
  }
  if (origin === page.origin) {
    return;
  }
  if (protocol !== "https:") {
    throw new PackFailure("address", host, `${named}: ${origin} is not https: put the pack on an https server, or beside frame.html`);
  }
  if (PACK_PLACES === null) {
    return;
  }
  if (!PACK_PLACES.some((place) => (place.endsWith("/") ? (origin + pathname).startsWith(place) : href === place))) {
    const places = ["its own host", ...PACK_PLACES].join(", ");
    throw new PackFailure("unlisted", host, `${named}: this site plays only packs from ${places}: ask its owner to build it with more (PACKS), or put the pack there`);
  }
  if (wayOut.test(pathname)) {
    throw new PackFailure("address", host, `${named}: its path has %2F, %5C or .. in it, which may lead out of a folder that this site allows: write it without`);
  }
}

/** The languages that a pack says there are translations in, of those that the game speaks. What is wrong with it, the game says. */
function translationsOf(text: string): readonly Language[] {
  try {
    const { lang, translations } = JSON.parse(text) as { readonly lang?: unknown; readonly translations?: unknown };
    const [own] = String(lang ?? "en").toLowerCase().split("-");
    return languages.filter((one) => one !== own && Array.isArray(translations) && translations.includes(one));
  } catch {
    return [];
  }
}

/** The address of a translation: that of my.json is my.vi.json. */
function addressBeside(address: URL, lang: Language): URL {
  const beside = new URL(address);
  beside.pathname = beside.pathname.replace(/(\.[^./]*)?$/, `.${lang}$1`);
  return beside;
}
