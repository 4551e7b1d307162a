// What make bench prints: a table of figures, each beside its limit and beside a reference of the same run.

export interface Row {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  /** The most that it may be. */
  readonly limit?: number;
  /** What the same thing costs in the reference. */
  readonly reference?: number;
}

/** Prints a table; returns how many figures are over their limits. */
export function report(title: string, rows: readonly Row[]): number {
  const cells = rows.map(({ what, value, unit, limit, reference }) => [
    what,
    `${figure(value)} ${unit}`,
    limit === undefined ? "" : `${figure(limit)} ${unit}`,
    limit === undefined ? "" : verdict(value, limit),
    reference === undefined || reference === 0 ? "" : `×${figure(value / reference)}`,
  ]);
  const table = [[title, "", "limit", "", "of the reference"], ...cells];
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  console.log();
  for (const row of table) {
    console.log(row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join("  ").trimEnd());
  }
  return rows.filter(({ value, limit }) => limit !== undefined && value > limit).length;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The value that the share q of all does not pass. */
export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? NaN;
}

function verdict(value: number, limit: number): string {
  return value <= limit ? "ok" : "OVER";
}

/** Three digits that count. */
function figure(value: number): string {
  if (value >= 100) {
    return Math.round(value).toLocaleString("en");
  }
  return value.toFixed(value >= 10 ? 1 : 2);
}
