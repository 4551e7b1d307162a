// <div data-houselights data-pack="…">: stands for <house-lights pack="…"> where a site strips tags that it does not know.

import type { HouseLights } from "./element";

const mark = "data-houselights";

/** Puts the element in the place of those that stand for it, and of those that come into the page later. */
export function replaceStandIns(): void {
  const { observedAttributes } = customElements.get("house-lights") as typeof HouseLights;
  const replace = (): void => {
    for (const div of document.querySelectorAll<HTMLElement>(`[${mark}]`)) {
      const widget = document.createElement("house-lights");
      for (const { name, value } of [...div.attributes]) {
        const own = name.replace(/^data-/, "");
        // Its class and whatever else stay as they are, but for handlers: Trusted Types refuse those, and all behind them.
        if (name !== mark && name !== "style" && !name.startsWith("on") && (name === own || observedAttributes.includes(own))) {
          widget.setAttribute(own, value);
        }
      }
      widget.style.cssText = div.style.cssText; // so set, a strict policy of the page lets it be
      widget.append(...div.childNodes);
      div.replaceWith(widget);
    }
  };
  if (document.querySelector(`[${mark}]`) !== null) {
    replace();
    new MutationObserver(replace).observe(document, { subtree: true, childList: true });
  }
}
