// words.<hash>.js: the sentences of the poster in all languages, for widgets in one that houselights.js itself does not speak.

import type { HouseLights } from "./element";

const widget = customElements.get("house-lights") as typeof HouseLights | undefined;
Object.assign(widget?.words ?? {}, WORDS);
