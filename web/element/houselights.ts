// houselights.js: defines <house-lights>, once a page.

import { HouseLights, fetchPlayer } from "./element";

/** What stands for the element where a site strips unknown tags is put right by player.ts. */
const look = (): unknown => document.querySelector("[data-houselights]") && fetchPlayer();

if (customElements.get("house-lights")) {
  console.warn("houselights.js is here twice");
} else {
  customElements.define("house-lights", HouseLights);
  look();
  addEventListener("DOMContentLoaded", look);
}
