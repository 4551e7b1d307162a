// How the time of day is told: the browser would say, but asking it takes longer than a page may be held up.

import type { Language } from "./language";

/**
 * Whether a language is told with twelve hours, in the visitor's own variety of it where the browser names one: English but
 * for some regions, Spanish in some (CLDR 48), as far as browsers are used in them.
 */
export const hours12 = (language: Language, locales: readonly string[]): boolean =>
  /^en(?!-(gb|ie|za))|^es-(419|ar|c[lo]|ec|mx|pe|us|ve)/i.test(locales.find((locale) => locale.startsWith(language)) ?? language);
