// What make bench prints: one table, each figure beside its reference of the same run, and beside its goal.

export interface Row {
  readonly what: string;
  readonly ours: number;
  readonly unit: string;
  /** What the same thing costs in the reference. */
  readonly reference?: number;
  /** Their ratio, where it is not that of the two: the median over pairs, each measured at one time, says more. */
  readonly ratio?: number;
  readonly goal?: Goal;
}

/** The most that ours may be, as a figure or as a share of the reference. */
export type Goal = { readonly most: number } | { readonly ratio: number };

export interface Section {
  readonly title: string;
  readonly rows: readonly Row[];
}

const head = ["", "ours", "reference", "ratio", "goal", ""];

/** Prints the table; returns how many goals are missed. */
export function print(sections: readonly Section[]): number {
  const lines = sections.flatMap(({ title, rows }) => [[], [title], ...rows.map(cells)]);
  const widths = head.map((_, column) => Math.max(...[head, ...lines].filter(({ length }) => length > 1).map((line) => line[column]?.length ?? 0)));
  for (const line of [head, ...lines]) {
    console.log(line.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join("  ").trimEnd());
  }
  return sections.flatMap(({ rows }) => rows).filter(isMissed).length;
}

function cells(row: Row): string[] {
  const { what, ours, unit, reference, goal } = row;
  const ratio = ratioOf(row);
  return [
    `  ${what}`,
    withUnit(ours, unit),
    reference === undefined ? "" : withUnit(reference, unit),
    Number.isFinite(ratio) ? times(ratio) : "",
    said(goal, unit),
    verdict(row),
  ];
}

/** NaN where there is no reference. */
const ratioOf = ({ ours, reference, ratio }: Row): number => ratio ?? ours / (reference ?? NaN);

function said(goal: Goal | undefined, unit: string): string {
  if (goal === undefined) {
    return "";
  }
  return "most" in goal ? withUnit(goal.most, unit) : times(goal.ratio);
}

function verdict(row: Row): string {
  if (row.goal === undefined) {
    return "";
  }
  return isMissed(row) ? "OVER" : "ok";
}

/** What could not be measured is missed. */
function isMissed(row: Row): boolean {
  const { ours, goal } = row;
  if (goal === undefined) {
    return false;
  }
  return !("most" in goal ? ours <= goal.most : ratioOf(row) <= goal.ratio);
}

const times = (ratio: number): string => `×${ratio.toFixed(2)}`;

const withUnit = (value: number, unit: string): string => `${figure(value)} ${unit}`.trimEnd();

/** Three digits that count, and all of a large number. */
function figure(value: number): string {
  if (value >= 100 || Number.isInteger(value)) {
    return Math.round(value).toLocaleString("en");
  }
  return value.toFixed(value >= 10 ? 1 : 2);
}
