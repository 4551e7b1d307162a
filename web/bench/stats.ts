export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The value that the share q of all does not pass. */
export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? NaN;
}

export const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
