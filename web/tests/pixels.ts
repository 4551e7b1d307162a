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

export interface Difference {
  /** The share of pixels with a colour that is another one. */
  readonly all: number;
  /** The same, of the square of 16 × 16 where it is largest. */
  readonly worst: number;
  /** A picture of where they are. */
  readonly picture: Buffer;
}

/** Holds two pictures of one size against each other, on a page of their own: as game/draw/picture does. */
export async function differing(page: Page, one: Buffer, other: Buffer): Promise<Difference> {
  const { picture, ...shares } = await page.evaluate(
    async (pictures) => {
      const [tolerance, side] = [24, 16];
      const [a, b] = (await Promise.all(
        pictures.map(async (base64) => {
          const image = new Image();
          image.src = `data:image/png;base64,${base64}`;
          await image.decode();
          const context = Object.assign(document.createElement("canvas"), { width: image.width, height: image.height }).getContext("2d")!;
          context.drawImage(image, 0, 0);
          return context.getImageData(0, 0, image.width, image.height);
        }),
      )) as [ImageData, ImageData];
      const { width, height, data } = a;
      if (b.width !== width || b.height !== height) {
        throw new Error(`a picture of ${width}×${height} against one of ${b.width}×${b.height}`);
      }

      const squares = new Map<string, number>();
      const shown = new ImageData(width, height);
      let n = 0;
      for (let i = 0; i < data.length; i += 4) {
        const colors = [0, 1, 2].map((c) => [data[i + c] ?? 0, b.data[i + c] ?? 0] as const);
        const isOther = colors.some(([one, other]) => Math.abs(one - other) > tolerance);
        shown.data.set(isOther ? [255, 0, 0, 255] : [...colors.map(([one]) => one), 80], i);
        if (isOther) {
          n++;
          const square = `${Math.floor(((i / 4) % width) / side)},${Math.floor(i / 4 / width / side)}`;
          squares.set(square, (squares.get(square) ?? 0) + 1);
        }
      }
      const canvas = Object.assign(document.createElement("canvas"), { width, height });
      canvas.getContext("2d")!.putImageData(shown, 0, 0);
      return { all: n / (width * height), worst: Math.max(0, ...squares.values()) / (side * side), picture: canvas.toDataURL().replace(/^.*,/, "") };
    },
    [one.toString("base64"), other.toString("base64")],
  );
  return { ...shares, picture: Buffer.from(picture, "base64") };
}
