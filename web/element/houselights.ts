// houselights.js: defines <house-lights>, once a page.

import { HouseLights } from "./element";

if (!customElements.get("house-lights")) {
  customElements.define("house-lights", HouseLights);
}
