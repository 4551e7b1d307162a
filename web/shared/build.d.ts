// What the builder (web/build) puts in.

/** The file name of the game, "houselights.<hash>.wasm". */
declare const WASM_FILE: string;

/** The game's size in bytes before any compression. */
declare const WASM_SIZE: number;

/** How much of the download each of the game's equal pieces is, in bytes. */
declare const WASM_PORTIONS: readonly number[];

/** Whether the game lies there as a .gz as well. */
declare const WASM_GZIP: boolean;

/** Where packs may come from besides the site's own host: folders, which end in a slash, and files; null for anywhere. */
declare const PACK_PLACES: readonly string[] | null;

/** The file name of what is needed from Play on, "play.<hash>.js". */
declare const PLAYER_FILE: string;

/** What it must hash to, as in <script integrity="…">; "" in a script that is not for pages that ask for that. */
declare const PLAYER_INTEGRITY: string;

/** The same of what the poster says in all languages, "words.<hash>.js". */
declare const WORDS_FILE: string;
declare const WORDS_INTEGRITY: string;

/** The sentences of the poster by language, as in POSTER. */
declare const WORDS: Readonly<Record<import("./language").Language, string>>;

/** The language of POSTER where it has but one. */
declare const LANGUAGE: import("./language").Language;

/** Whether all kinds of events are counted to. The tests want that; the scripts leave out what the built-in pack has none of. */
declare const EVERY_KIND: boolean;

/** What is said where the device's clock is wrong, by web/build/poster.go. */
declare const CLOCK_NOTE: Readonly<Record<import("./language").Language, string>>;

/** The built-in pack's events and the sentences of the poster, by web/build/poster.go. */
declare const POSTER: import("../poster/words").Poster;

/** A style sheet imported by a script is its minified text. */
declare module "*.css" {
  const text: string;
  export default text;
}
