// The sizes that a widget may be given, as the declarations of its style.

export const sizes = ["text", "cinema", "square", "tall", "strip", "own"] as const;
export type Size = (typeof sizes)[number];

export type Declaration = readonly [property: string, value: string];

/** A length that grows with the letters of the visitor, and does not shrink with those of a theme: many make 1rem 10px, to count by tens. */
const rem = (length: number): string => `max(${length}rem,${length * 16}px)`;
/** In a row or a grid it gives way to its neighbours, as the ratio alone would not let it, as far as there is something to see. */
const yielding: readonly Declaration[] = [["min-width", "min(200px,100%)"]];
const full: readonly Declaration[] = [["width", "100%"], ...yielding];
const within = (width: string): readonly Declaration[] => [["width", `min(${width},100%)`], ...yielding, ["margin-inline", "auto"]];
/** Not higher than the screen, which on a phone that lies on its side is low. Without a width the height would make one, by the ratio. */
const ratio = (value: string): readonly Declaration[] => [["aspect-ratio", value], ["min-height", `min(${rem(30)},100svh)`], ["max-height", "100svh"]];
const fixed = (height: string): readonly Declaration[] => [["height", height], ["min-height", "0"], ["aspect-ratio", "auto"]];

/** Returns the style of a widget of a size; width and height, in CSS pixels, are of one's own. None is wider than the page has room. */
export function styleOf(size: Size, width: number, height: number): readonly Declaration[] {
  const own: Record<Size, readonly Declaration[]> = {
    text: [...full, ...ratio("3/2")],
    cinema: [...full, ...ratio("16/9")],
    square: [...within(rem(36)), ...ratio("1/1")],
    tall: [...within(rem(22.5)), ...ratio("9/16")],
    strip: [...full, ...fixed(rem(7.5))],
    own: [...within(`${width}px`), ...fixed(`${height}px`)],
  };
  return [["display", "block"], ...own[size]];
}
