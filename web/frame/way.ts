// How much of the way to the game is behind.

/** The share of the way that the download is. The rest is the start of the program, which cannot tell how far it is. */
const download = 0.9;

/**
 * Returns the share of the way, 0 to 1, when so many bytes of a file have come, as unpacked; NaN when there are more than the file has.
 * portions: how much of the download each of the file's equal pieces is.
 */
export function wayBehind(bytes: number, size: number, portions: readonly number[]): number {
  if (bytes > size) {
    return NaN;
  }
  const come = (bytes / size) * portions.length;
  const sum = (some: readonly number[]): number => some.reduce((all, one) => all + one, 0);
  const whole = Math.floor(come);
  const behind = sum(portions.slice(0, whole)) + (come - whole) * (portions[whole] ?? 0);
  return (download * behind) / sum(portions);
}
