// Reading the headers that are judged.

export type Headers = Readonly<Record<string, string>>;

/** A MIME type without its parameters, in small letters; "" where there is none. */
export const essence = (headers: Headers): string => (headers["content-type"] ?? "").split(";")[0]?.trim().toLowerCase() ?? "";

/** The charset of a MIME type in small letters; "" where there is none. */
export const charset = (headers: Headers): string => /;\s*charset\s*=\s*"?([^\s";]+)/i.exec(headers["content-type"] ?? "")?.[1]?.toLowerCase() ?? "";

/** The words of a list, in small letters. */
export const words = (list: string | undefined): string[] =>
  (list ?? "")
    .split(",")
    .map((word) => word.trim().toLowerCase())
    .filter((word) => word !== "");

/** Whether the answer came compressed on the way. */
export const encoding = (headers: Headers): string => words(headers["content-encoding"]).filter((word) => word !== "identity").join(", ");

/** What a host says of keeping an answer. */
export interface Keeping {
  /** For how long a browser need not ask again, in seconds; undefined where it is left to guess. */
  readonly fresh: number | undefined;
  /** Whether it may be kept at all. */
  readonly isKept: boolean;
}

/** What a browser, which is no shared cache, makes of Cache-Control and Expires (RFC 9111, 4.2.1). */
export function keeping(headers: Headers): Keeping {
  const said = words(headers["cache-control"]);
  if (said.includes("no-store")) {
    return { fresh: 0, isKept: false };
  }
  if (said.some((word) => /^no-cache\b/.test(word))) {
    return { fresh: 0, isKept: true };
  }
  for (const word of said) {
    const seconds = /^max-age\s*=\s*"?(\d+)"?$/.exec(word)?.[1];
    if (seconds !== undefined) {
      return { fresh: Number(seconds), isKept: true };
    }
  }
  if (headers["expires"] !== undefined) {
    const until = Date.parse(headers["expires"]) - Date.parse(headers["date"] ?? "");
    return { fresh: Math.max(0, until / 1000) || 0, isKept: true }; // what is no date has passed
  }
  return { fresh: undefined, isKept: true };
}

/**
 * For how long browsers keep what says nothing of it, in seconds: a tenth of the time that it has been as it is (RFC 9111,
 * 4.2.2). 0 where that is not known.
 */
export function guess(headers: Headers): number {
  const age = Date.parse(headers["date"] ?? "") - Date.parse(headers["last-modified"] ?? "");
  return Math.max(0, age / 10_000) || 0;
}

/** A policy: its directives, each with its sources. */
export type Policy = ReadonlyMap<string, readonly string[]>;

/** The policies of Content-Security-Policy, each of which has to allow a thing. */
export function policies(headers: Headers): Policy[] {
  return (headers["content-security-policy"] ?? "")
    .split(",")
    .filter((text) => text.trim() !== "")
    .map((text) => {
      const directives = new Map<string, string[]>();
      for (const directive of text.split(";")) {
        const [name, ...sources] = directive.trim().split(/\s+/);
        if (name !== undefined && name !== "" && !directives.has(name.toLowerCase())) {
          directives.set(name.toLowerCase(), sources);
        }
      }
      return directives;
    });
}

/** The sources of the first of the directives that a policy has; undefined where it does not speak of it. */
export const sourcesOf = (policy: Policy, ...directives: readonly string[]): readonly string[] | undefined =>
  directives.map((name) => policy.get(name)).find((sources) => sources !== undefined);

/** Whether sources allow what lies in a folder of the same host. */
export function allowsOwn(sources: readonly string[], folder: string): boolean {
  return !sources.includes("'strict-dynamic'") && sources.some((source) => matches(source.toLowerCase(), new URL(folder)));
}

/** Whether sources allow any host on https. */
export const allowsAll = (sources: readonly string[]): boolean => sources.some((source) => /^(\*|https?:|https:\/\/\*)$/i.test(source));

function matches(source: string, folder: URL): boolean {
  if (source === "'self'" || source === "*") {
    return true;
  }
  const scheme = (said: string): boolean => said === folder.protocol || (said === "http:" && folder.protocol === "https:");
  if (/^[a-z][a-z0-9+.-]*:$/.test(source)) {
    return scheme(source);
  }
  const parts = /^(?:([a-z][a-z0-9+.-]*:)\/\/)?(\*|(?:\*\.)?[^/:*']+)(?::(\d+|\*))?(\/.*)?$/.exec(source);
  if (parts === null) {
    return false;
  }
  const [, protocol = folder.protocol, host = "", port = "", path = ""] = parts;
  const usual = folder.protocol === "https:" ? "443" : "80";
  return (
    scheme(protocol) &&
    (host === "*" || host === folder.hostname || (host.startsWith("*.") && folder.hostname.endsWith(host.slice(1)))) &&
    (port === "*" || (port || usual) === (folder.port || usual)) &&
    folder.pathname.toLowerCase().startsWith(path)
  );
}
