// The rules of what <house-lights> and the page in its frame say to each other, stated once more: field by field, each by
// what it may be. With messages that keep to them and messages that do not.

import { readGreeting, readOrder, readReport } from "../shared/protocol";

type Rule = (value: unknown) => boolean;
export type Rules = Readonly<Record<string, Rule>>;
export type Fields = Readonly<Record<string, unknown>>;

export const century = 36525 * 24 * 3600 * 1000; // of 365.25 days

export const text = (most: number): Rule => (value) => typeof value === "string" && value.length <= most;
const number = (least: number, most: number): Rule => (value) => typeof value === "number" && !(value < least) && !(value > most) && value === value;
const flag: Rule = (value) => value === true || value === false;
const either = (...rules: readonly Rule[]): Rule => (value) => rules.some((rule) => rule(value));
const same = (wanted: unknown): Rule => (value) => Object.is(value, wanted);

const amount = number(0, 1e9);
const visit: Rules = { text: either(same(null), text(400_000)), seen: number(0, century) };

export const newsRules: Readonly<Record<string, Rules>> = {
  start: { mode: text(200), of: amount },
  question: { number: amount, of: amount },
  answer: { number: amount, of: amount, right: flag, points: amount },
  complete: { mode: text(200), points: amount, right: amount, of: amount, best: flag },
  phase: { event: text(200), phase: text(200) },
};

export const reportRules: Readonly<Record<string, Rules>> = {
  shown: {},
  ready: {},
  again: {},
  leave: {},
  progress: { share: either(number(0, 1), same(NaN)) },
  clock: { skew: number(-century, century) },
  kept: visit,
  news: {},
  error: { kind: text(200), detail: text(Infinity) },
};

const wish = text(8000);
export const orderRules: Readonly<Record<string, Rules>> = {
  sight: { value: flag },
  resume: visit,
  settings: { pack: wish, event: wish, eventTitle: wish, mode: wish, lang: wish, theme: wish, accent: wish, motion: wish, sound: wish, scheme: wish },
};

export const isFields = (data: unknown): data is Fields => typeof data === "object" && data !== null;

/** The fields that the rules name, where all of them are as they shall be. */
export function kept(rules: Rules | undefined, data: unknown): Fields | undefined {
  if (rules === undefined || !isFields(data)) {
    return undefined;
  }
  const names = Object.keys(rules);
  return names.every((name) => rules[name]?.(data[name])) ? Object.fromEntries(names.map((name) => [name, data[name]])) : undefined;
}

/** What should come of a message with a type. */
function typed(all: Readonly<Record<string, Rules>>, data: unknown): Fields | undefined {
  const type = isFields(data) ? data["type"] : undefined;
  const fields = typeof type === "string" && Object.hasOwn(all, type) ? kept(all[type], data) : undefined;
  return fields && { type, ...fields };
}

const wantedGreeting = (data: unknown): Fields | undefined => kept({ houselights: (value) => typeof value === "number", secret: text(200) }, data);

const wantedOrder = (data: unknown): Fields | undefined => typed(orderRules, data);

function wantedReport(data: unknown): Fields | undefined {
  const report = typed(reportRules, data);
  if (report === undefined || !isFields(data)) {
    return undefined;
  }
  switch (report["type"]) {
    case "progress":
      return { ...report, ...kept({ host: text(200), bytes: number(0, 2 ** 53 - 1) }, data) };
    case "error":
      return { ...report, detail: String(report["detail"]).substring(0, 20_000) };
    case "news": {
      const { name } = data;
      const detail = typeof name === "string" && Object.hasOwn(newsRules, name) ? kept(newsRules[name], data["detail"]) : undefined;
      return detail && { ...report, name, detail };
    }
  }
  return report;
}

export const readers: readonly { name: string; read: (data: unknown) => unknown; wanted: (data: unknown) => Fields | undefined }[] = [
  { name: "greeting", read: readGreeting, wanted: wantedGreeting },
  { name: "report", read: readReport, wanted: wantedReport },
  { name: "order", read: readOrder, wanted: wantedOrder },
];

export const wishes = { pack: "purple-hearts", event: "", eventTitle: "Đêm", mode: "daily", lang: "vi", theme: "dark", accent: "#f0a", motion: "auto", sound: "off", scheme: "dark" };

/** One of each, and the largest and the smallest that there may be. */
export const sound: Readonly<Record<string, readonly Fields[]>> = {
  greeting: [{ houselights: 1, secret: "1-2-3-4" }, { houselights: 2, secret: "" }, { houselights: 0, secret: "s".repeat(200) }],
  report: [
    { type: "shown" },
    { type: "ready" },
    { type: "again" },
    { type: "leave" },
    { type: "progress", share: 0 },
    { type: "progress", share: 1 },
    { type: "progress", share: NaN },
    { type: "progress", share: -0 },
    { type: "progress", share: NaN, host: "fans.example", bytes: 0 },
    { type: "progress", share: NaN, host: "h".repeat(200), bytes: Number.MAX_SAFE_INTEGER },
    { type: "clock", skew: 0 },
    { type: "clock", skew: -century },
    { type: "clock", skew: century },
    { type: "kept", text: null, seen: 0 },
    { type: "kept", text: "", seen: century },
    { type: "kept", text: "t".repeat(400_000), seen: 1.5 },
    { type: "news", name: "start", detail: { mode: "daily", of: 10 } },
    { type: "news", name: "question", detail: { number: 1, of: 10 } },
    { type: "news", name: "answer", detail: { number: 1, of: 10, right: true, points: 0 } },
    { type: "news", name: "complete", detail: { mode: "classic", points: 1e9, right: 10, of: 10, best: false } },
    { type: "news", name: "phase", detail: { event: "e".repeat(200), phase: "far" } },
    { type: "error", kind: "pack", detail: "" },
    { type: "error", kind: "k".repeat(200), detail: "d".repeat(20_000) },
  ],
  order: [
    { type: "sight", value: true },
    { type: "sight", value: false },
    { type: "settings", ...wishes },
    { type: "settings", ...wishes, pack: "p".repeat(8000), accent: "red;background:url(//evil)", lang: "<script>" },
    { type: "resume", text: null, seen: 0 },
    { type: "resume", text: "t".repeat(400_000), seen: century },
  ],
};

/** An object that has __proto__ for a field of its own, as one that came as JSON may. */
const withProto = (json: string): unknown => JSON.parse(json);

const answer = { number: 1, of: 10, right: true, points: 900 };
export const unsound: Readonly<Record<string, readonly unknown[]>> = {
  greeting: [
    { houselights: "1", secret: "s" },
    { houselights: 1n, secret: "s" },
    { houselights: 1 },
    { houselights: 1, secret: "s".repeat(201) },
    { houselights: 1, secret: 1 },
    { houselights: 1, secret: ["s"] },
    { houselights: 1, secret: Object("s") },
    withProto(`{"__proto__": {"houselights": 1, "secret": "s"}}`),
  ],
  report: [
    {},
    { type: "" },
    { type: "toString" },
    { type: "__proto__" },
    { type: ["ready"] },
    { type: Object("ready") },
    { type: "Ready" },
    withProto(`{"__proto__": {"type": "ready"}}`),
    { type: "progress" },
    { type: "progress", share: -1 },
    { type: "progress", share: 1e308 },
    { type: "progress", share: 1 + Number.EPSILON },
    { type: "progress", share: -Number.MIN_VALUE },
    { type: "progress", share: Infinity },
    { type: "progress", share: "0.5" },
    { type: "progress", share: 1n },
    { type: "progress", share: Object(0.5) },
    { type: "clock", skew: NaN },
    { type: "clock", skew: century + 1 },
    { type: "clock", skew: -Infinity },
    { type: "clock", skew: null },
    { type: "clock", skew: new Date(0) },
    { type: "kept", seen: 0 },
    { type: "kept", text: "", seen: -1 },
    { type: "kept", text: "", seen: NaN },
    { type: "kept", text: "", seen: century + 1 },
    { type: "kept", text: undefined, seen: 0 },
    { type: "kept", text: ["a"], seen: 0 },
    { type: "kept", text: "t".repeat(400_001), seen: 0 },
    { type: "news", name: "answer" },
    { type: "news", name: "answer", detail: null },
    { type: "news", name: "answer", detail: [] },
    { type: "news", name: "answer", detail: JSON.stringify(answer) },
    { type: "news", name: "answer", detail: { ...answer, points: -1 } },
    { type: "news", name: "answer", detail: { ...answer, points: NaN } },
    { type: "news", name: "answer", detail: { ...answer, points: 1e9 + 1 } },
    { type: "news", name: "answer", detail: { ...answer, points: "900" } },
    { type: "news", name: "answer", detail: { ...answer, right: 1 } },
    { type: "news", name: "answer", detail: { ...answer, right: undefined } },
    { type: "news", name: "answer", detail: withProto(`{"__proto__": ${JSON.stringify(answer)}}`) },
    { type: "news", name: "start", detail: { mode: "m".repeat(201), of: 10 } },
    { type: "news", name: "start", detail: { mode: { toString: 1 }, of: 10 } },
    { type: "news", name: "phase", detail: answer },
    { type: "news", name: "__proto__", detail: {} },
    { type: "news", name: "constructor", detail: {} },
    { type: "news", name: ["start"], detail: { mode: "daily", of: 10 } },
    { type: "error", kind: "pack" },
    { type: "error", kind: "k".repeat(201), detail: "" },
    { type: "error", kind: "pack", detail: ["a"] },
    { type: "error", detail: "" },
  ],
  order: [
    { type: "sight" },
    { type: "sight", value: 1 },
    { type: "sight", value: "true" },
    { type: "sight", value: Object(true) },
    { type: "settings" },
    { type: "settings", ...wishes, pack: null },
    { type: "settings", ...wishes, pack: ["purple-hearts"] },
    { type: "settings", ...wishes, scheme: undefined },
    { type: "settings", ...wishes, event: 0 },
    { type: "settings", ...wishes, eventTitle: "t".repeat(8001) },
    { type: "settings", ...wishes, sound: true },
    withProto(`{"type": "settings", "__proto__": ${JSON.stringify(wishes)}}`),
    { type: "resume" },
    { type: "resume", text: "", seen: "0" },
    { type: "resume", text: "t".repeat(400_001), seen: 0 },
    { type: "resume", text: 1, seen: 0 },
    { type: "ready" },
  ],
};

/** What is no message at all. */
export const nothing: readonly unknown[] = [undefined, null, true, 0, NaN, 1n, "", "ready", "x".repeat(1_000_000), Symbol("ready"), () => {}, [], ["ready"], new Map([["type", "ready"]]), new Date(), new ArrayBuffer(8), new Error("no"), /no/];
