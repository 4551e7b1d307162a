// What a visitor sees: the pixels of a page.

import type { Locator, Page } from "playwright-core";

/** The span of brightness, 0 to 255, in the place where an element lies. Words and their ground are far apart. */
async function contrast(page: Page, element: Locator): Promise<number> {
  const picture = (await element.screenshot()).toString("base64");
  return page.evaluate(async (base64) => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext("2d");
    context?.drawImage(image, 0, 0);
    const pixels = context?.getImageData(0, 0, image.width, image.height).data ?? [];
    let [darkest, brightest] = [255, 0];
    for (let i = 0; i + 2 < pixels.length; i += 4) {
      const brightness = ((pixels[i] ?? 0) + (pixels[i + 1] ?? 0) + (pixels[i + 2] ?? 0)) / 3;
      [darkest, brightest] = [Math.min(darkest, brightness), Math.max(brightest, brightness)];
    }
    return brightest - darkest;
  }, picture);
}

/** Waits until something can be read where an element lies; what moves into its place takes a moment. */
export async function waitForInk(page: Page, element: Locator): Promise<void> {
  const deadline = Date.now() + 10_000;
  let found = 0;
  while (Date.now() < deadline) {
    found = await contrast(page, element);
    if (found > 80) {
      return;
    }
  }
  throw new Error(`${String(element)}: nothing to be read there: the brightness spans ${found} of 255`);
}
