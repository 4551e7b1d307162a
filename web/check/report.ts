// Showing what was found, as a page and as a text to send on.

import type { Facts } from "./facts";
import { kilobytes } from "./rules/finding";
import type { Finding, Level } from "./rules/finding";
import { downloads, summary } from "./rules/judge";
import type { Download } from "./rules/judge";

const levels: readonly { readonly level: Level; readonly title: string }[] = [
  { level: "must", title: "Must be changed" },
  { level: "better", title: "Could be better" },
  { level: "good", title: "Good" },
];

/** Where it is written what to do. */
const pointer = ({ section }: Finding): string => (section === undefined ? "" : ` (web/HOSTING.md, “${section}”)`);

function element<K extends keyof HTMLElementTagNameMap>(name: K, text = "", className = ""): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  made.textContent = text;
  if (className !== "") {
    made.className = className;
  }
  return made;
}

/** The sections of the page. */
export function sections(findings: readonly Finding[], facts: Facts): HTMLElement[] {
  const shown = levels
    .map(({ level, title }) => ({ level, title, of: findings.filter((finding) => finding.level === level) }))
    .filter(({ of }) => of.length > 0)
    .map(({ level, title, of }) => {
      const list = element("ul");
      list.setAttribute("role", "list"); // Safari takes it for none where it has no bullets
      list.append(...of.map(item));
      return section(`${title} (${of.length})`, list, level);
    });
  const table = downloadTable(downloads(facts));
  return table === undefined ? shown : [...shown, section("What a visitor downloads", table)];
}

function section(title: string, content: HTMLElement, className = ""): HTMLElement {
  const made = element("section", "", className);
  const heading = element("h2", title);
  heading.id = title.toLowerCase().replace(/[^a-z]+/g, "-");
  made.setAttribute("aria-labelledby", heading.id);
  made.append(heading, content);
  return made;
}

function item(finding: Finding): HTMLLIElement {
  const { text, found = [], change } = finding;
  const made = element("li");
  made.append(element("p", text));
  if (found.length > 0) {
    const lines = element("p", "", "found");
    lines.append("Found: ", ...found.flatMap((line, i) => [...(i > 0 ? [element("br")] : []), element("code", line)]));
    made.append(lines);
  }
  if (change !== undefined) {
    made.append(element("p", change + pointer(finding), "change"));
  }
  return made;
}

const sum = (files: readonly Download[]): string => kilobytes(files.reduce((sum, { bytes }) => sum + bytes, 0));

const how = ({ isPacked }: Download): string => (isPacked ? "compressed" : "as it is");

function downloadTable(files: readonly Download[]): HTMLTableElement | undefined {
  if (files.length === 0) {
    return undefined;
  }
  const table = element("table");
  const row = (cells: readonly string[], kind: "td" | "th", scope: string): HTMLTableRowElement => {
    const made = element("tr");
    made.append(
      ...cells.map((text, i) => {
        const cell = element(i === 0 ? "th" : kind, text);
        if (cell.localName === "th") {
          cell.setAttribute("scope", i === 0 && kind === "td" ? "row" : scope);
        }
        return cell;
      }),
    );
    return made;
  };
  const [head, body, foot] = [element("thead"), element("tbody"), element("tfoot")];
  head.append(row(["File", "Bytes", "How"], "th", "col"));
  body.append(...files.map((file) => row([file.name, file.bytes.toLocaleString("en"), how(file)], "td", "row")));
  foot.append(row(["Before Play", sum(files.filter(({ isFirst }) => isFirst)), ""], "td", "row"), row(["From Play on, at the first visit", sum(files.filter(({ isFirst }) => !isFirst)), ""], "td", "row"));
  table.append(head, body, foot);
  return table;
}

/** The same as text. */
export function reportText(findings: readonly Finding[], facts: Facts, when: Date): string {
  const lines = [`Houselights at ${facts.folder}, checked ${when.toISOString()}`, summary(findings)];
  for (const { level, title } of levels) {
    const of = findings.filter((finding) => finding.level === level);
    if (of.length > 0) {
      lines.push("", title);
    }
    for (const finding of of) {
      const { text, found = [], change } = finding;
      lines.push(`- ${text}`, ...found.map((line) => `  found: ${line}`), ...(change === undefined ? [] : [`  change: ${change}${pointer(finding)}`]));
    }
  }
  const files = downloads(facts);
  if (files.length > 0) {
    lines.push("", "What a visitor downloads", ...files.map((file) => `- ${file.name}: ${file.bytes} bytes, ${how(file)}`));
  }
  return `${lines.join("\n")}\n`;
}
