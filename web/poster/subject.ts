// What the poster of a widget is about, from the settings of the widget.

import { defaultPack } from "../shared/choices";
import type { Language } from "../shared/language";
import { make } from "./poster";
import type { Subject } from "./poster";
import { Sentence, sentences } from "./words";

/**
 * pack is an id or an address, event an id or an instant with an offset, as in the attributes; "" stands for "not
 * said". Of a pack that is not built in nothing is known yet but its host and what the page says.
 */
export const subjectOf = (language: Language, pack: string, event: string, eventTitle: string | null): Subject => {
  const own = pack === defaultPack ? POSTER.events.map((one, i) => ({ ...one, title: sentences(language)[Sentence.title + i]! })) : [];
  // A link knows the host of an address, and none of what is no address.
  const title = own[0] ? POSTER.title : Object.assign(make("a", ""), { href: pack }).host;
  const at = Date.parse(event);
  const named =
    // What the pack says of the same instant holds, above all whether it is but reported.
    own.find((one) => one.id === event || one.at === at) ??
    // An instant has an offset: without one it would be another in every zone. To count to years of five digits takes too long.
    (/(Z|[+-]..:..)$/.test(event) && at < 3e14 && { title: eventTitle || title, at });
  return { language, title, events: named ? [named] : own };
};
