// What can only be measured: how large the letters of the page are, and what a screen's notch and bars cover of it.

import { make } from "../poster/poster";

/** Tells at first and whenever one of it changes: the size of the root's letters, and the covered edges from the top clockwise, in CSS pixels. */
export function measure(tell: (letters: number, covered: readonly number[]) => void): void {
  const element = make("div", "measure");
  document.body.append(element);
  new ResizeObserver(([entry]) => {
    // In a page of somebody's the edges are that page's: WebKit tells them to a frame that lies in its middle as well.
    const { paddingTop, paddingRight, paddingBottom, paddingLeft } = getComputedStyle(element);
    const covered = [paddingTop, paddingRight, paddingBottom, paddingLeft].map((edge) => (parent === window ? parseFloat(edge) || 0 : 0));
    document.documentElement.style.setProperty("--covered", covered.map((edge) => `${edge}px`).join(" "));
    tell(entry?.contentRect.width ?? 16, covered);
  }).observe(element);
}
