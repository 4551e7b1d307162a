// The sizes that a widget may be given, as the declarations of its style.

export const sizes = ["text", "cinema", "square", "tall", "strip", "own"] as const;
export type Size = (typeof sizes)[number];

export type Declaration = readonly [property: string, value: string];

/** Not higher than the screen, which on a phone that lies on its side is low. */
const ratio = (value: string): readonly Declaration[] => [["aspect-ratio", value], ["min-height", "min(30rem,100svh)"], ["max-height", "100svh"]];
const fixed = (height: string): readonly Declaration[] => [["height", height], ["min-height", "0"], ["aspect-ratio", "auto"]];

/** Returns the style of a widget of a size; width and height, in CSS pixels, are of one's own. None is wider than the page has room. */
export function styleOf(size: Size, width: number, height: number): readonly Declaration[] {
  const own: Record<Size, readonly Declaration[]> = {
    text: ratio("3/2"),
    cinema: ratio("16/9"),
    square: [["width", "36rem"], ...ratio("1/1")],
    tall: [["width", "22.5rem"], ...ratio("9/16")],
    strip: fixed("7.5rem"),
    own: [["width", `${width}px`], ...fixed(`${height}px`)],
  };
  return [["display", "block"], ["max-width", "100%"], ...own[size]];
}
