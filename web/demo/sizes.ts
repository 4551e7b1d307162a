// The sizes that a widget may be given, as the declarations of its style.

export const sizes = ["text", "cinema", "square", "tall", "strip", "own"] as const;
export type Size = (typeof sizes)[number];

export type Declaration = readonly [property: string, value: string];

/** Not higher than the screen, which on a phone that lies on its side is low. Without a width the height would make one, by the ratio. */
const ratio = (width: string, value: string): readonly Declaration[] => [["width", width], ["aspect-ratio", value], ["min-height", "min(30rem,100svh)"], ["max-height", "100svh"]];
const fixed = (width: string, height: string): readonly Declaration[] => [["width", width], ["height", height], ["min-height", "0"], ["aspect-ratio", "auto"]];

/** Returns the style of a widget of a size; width and height, in CSS pixels, are of one's own. None is wider than the page has room. */
export function styleOf(size: Size, width: number, height: number): readonly Declaration[] {
  const own: Record<Size, readonly Declaration[]> = {
    text: ratio("100%", "3/2"),
    cinema: ratio("100%", "16/9"),
    square: ratio("min(36rem,100%)", "1/1"),
    tall: ratio("min(22.5rem,100%)", "9/16"),
    strip: fixed("100%", "7.5rem"),
    own: fixed(`min(${width}px,100%)`, `${height}px`),
  };
  return [["display", "block"], ...own[size]];
}
