// The values that attributes of <house-lights> and the query of frame.html may have.

export const defaultPack = "purple-hearts";

export const modes = ["home", "countdown", "daily", "classic", "rumour"] as const;

export const themes = ["auto", "dark", "light"] as const;

export const loadings = ["click", "lazy", "eager"] as const;

export const motions = ["auto", "reduce", "full"] as const;

export const sounds = ["off", "on"] as const;

/** Whether a pack is named by its id, as those built in are, and not by an address. */
export function isPackId(pack: string): boolean {
  return /^[a-z0-9][a-z0-9_-]*$/i.test(pack);
}

/** Returns value when it is allowed, else the first of the allowed. */
export function choose<T extends string>(value: string | null, allowed: readonly [T, ...T[]]): T {
  return allowed.find((one) => one === value) ?? allowed[0];
}

const told = new Set<string>();

/** Tells the author of the page something on the console, once. */
export function warn(text: string): void {
  if (!told.has(text)) {
    told.add(text);
    console.warn(`houselights: ${text}`);
  }
}

/** Tells the author of the page what is wrong with a value and which are allowed; where something is. */
export function complain(name: string, value: string | null, allowed: readonly string[]): void {
  if (value !== null && value !== "" && !allowed.includes(value)) {
    warn(`${name}="${value}" is not known, "${allowed[0]}" is used: set ${name} to one of ${allowed.join(", ")}`);
  }
}

/** Returns an id as it is, and an address whole; what is neither stays, for the frame to complain of. */
export function wholePack(pack: string, base: string): string {
  try {
    return isPackId(pack) ? pack : new URL(pack, base).href;
  } catch {
    return pack;
  }
}
