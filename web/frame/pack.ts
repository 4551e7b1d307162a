// Getting a pack from an address, and its translations. They are text from strangers: they come without cookies, from https
// or from where the frame itself comes from, and only from where the site allows.

import { Failure } from "../poster/failure";
import { languages } from "../shared/language";
import type { Language } from "../shared/language";
import { PackFailure } from "./packfailure";
import { fetchText } from "./packtext";

/** How long all of a pack may take, in milliseconds. */
const patience = 60_000;
/** How long a translation may take: without it the pack can be played. */
const patienceForTranslation = 10_000;

export interface Translation {
  readonly lang: Language;
  readonly text: string;
}

export interface Loaded {
  readonly text: string;
  readonly translations: readonly Translation[];
}

/** Returns the address of a pack, or says why it may not be used. */
export function packAddress(pack: string, page: Location): URL {
  let address: URL;
  try {
    address = new URL(pack, page.href);
  } catch {
    throw new PackFailure("address", "", `pack="${pack}": no address: use an id or a URL`);
  }
  allow(address, pack, page);
  return address;
}

/**
 * Gets a pack and the translations that it says it has, so far as the game speaks their languages. onBytes is told how much
 * of the pack has come. cache says what the browser's own copy is good for.
 */
export async function loadPack(address: URL, page: Location, cache: RequestCache, onBytes: (bytes: number) => void): Promise<Loaded> {
  const ledTo = (other: URL): void => allow(other, address.href, page);
  const text = await fetchText(address, { cache, patience, ledTo, onBytes });
  const coming = translationsOf(text).map(async (lang): Promise<Translation[]> => {
    try {
      const beside = addressBeside(address, lang);
      return [{ lang, text: await fetchText(beside, { cache, patience: patienceForTranslation, ledTo, onBytes: () => {} }) }];
    } catch (error) {
      console.warn(`houselights: ${error instanceof Failure ? error.message : String(error)}: the pack is played without this translation`);
      return [];
    }
  });
  return { text, translations: (await Promise.all(coming)).flat() };
}

/** Throws where a pack may not come from an address; pack is how the page named it. */
function allow({ origin, pathname, protocol, host }: URL, pack: string, page: Location): void {
  if (origin === page.origin) {
    return;
  }
  if (protocol !== "https:") {
    throw new PackFailure("address", host, `pack="${pack}": ${origin} is not https: put the pack on an https server, or beside frame.html`);
  }
  const file = origin + pathname;
  if (PACK_PLACES?.some((place) => (place.endsWith("/") ? file.startsWith(place) : file === place)) === false) {
    const places = ["its own host", ...PACK_PLACES].join(", ");
    throw new PackFailure("unlisted", host, `pack="${pack}": this site plays only packs from ${places}: ask its owner to build it with more (PACKS), or put the pack there`);
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
