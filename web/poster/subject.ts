// What the poster of a widget is about, from the settings of the widget.

import { defaultPack } from "../shared/choices";
import type { Language } from "../shared/language";
import type { Subject } from "./poster";

/**
 * pack is an id or an address, event an id or an instant with an offset, as in the attributes; "" stands for "not
 * said". Of a pack that is not built in nothing is known yet but its host and what the page says.
 */
export function subjectOf(language: Language, pack: string, event: string, eventTitle: string | null): Subject {
  const own = pack === defaultPack ? POSTER.events : [];
  const title = own[0] ? POSTER.title : (/\/\/([^/]+)/.exec(pack)?.[1] ?? location.host);
  const named = own.filter(({ id }) => id === event);
  // An instant as Go takes it (RFC 3339): without an offset it would be another one in every zone.
  const instant = /(Z|[+-]..:..)$/.test(event) && Date.parse(event);
  return {
    language,
    title,
    events: named[0] ? named : instant ? [{ id: event, title: eventTitle || title, at: event }] : own,
  };
}
