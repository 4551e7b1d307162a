// What is wrong with how a page, a frame or a widget is seen: wider than its window, cut off, or too small to touch.

import type { Frame, Page } from "playwright-core";

/** Scrolls to each word and each control, also those in shadow trees, and lists what is not right with it. */
export const misfits = (where: Page | Frame): Promise<string[]> =>
  where.evaluate(() => {
    const found: string[] = [];
    const { scrollWidth, clientWidth: width, clientHeight: height } = document.documentElement;
    if (scrollWidth > width) {
      found.push(`${scrollWidth - width} px wider than the window`);
    }
    const visit = (root: ParentNode): void => {
      for (const element of root.querySelectorAll("*")) {
        if (element.shadowRoot !== null) {
          visit(element.shadowRoot);
        }
        const isControl = element.matches("button, a[href], summary, label, input, [role=button]") && !element.matches("label input");
        if ((!isControl && !element.matches(".leaf, .poster *, p, h1, h2")) || element.closest("[inert], .unseen") !== null) {
          continue;
        }
        element.scrollIntoView({ block: "nearest", inline: "nearest" });
        const box = element.getBoundingClientRect();
        if (box.width === 0 || box.height === 0 || !element.checkVisibility()) {
          continue; // empty, or in details that are closed
        }
        const name = `${element.localName} "${(element.getAttribute("aria-label") ?? element.textContent ?? "").slice(0, 40)}"`;
        const inText = element.matches("p a"); // a link in a sentence is as high as its line
        if (isControl && !inText && (box.width < 43.9 || box.height < 43.9)) {
          found.push(`${name} is ${box.width}×${box.height}: too small to touch`);
        }
        const tooWide = box.left < -0.5 || box.right > width + 0.5;
        const tooHigh = box.height <= height && (box.top < -0.5 || box.bottom > height + 0.5);
        if (tooWide || tooHigh) {
          found.push(`${name} is cut off: ${[box.left, box.top, box.right, box.bottom].join(" ")} of ${width}×${height}`);
        }
      }
    };
    visit(document);
    return found;
  });
