// What is kept in this browser. A visitor or a policy may refuse storage; the game plays on.

export const key = "houselights";

export function read(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

export function write(text: string): boolean {
  try {
    localStorage.setItem(key, text);
    return true;
  } catch {
    return false;
  }
}

/** Whether anything can be kept. Nothing is, to find out. */
export function isThere(): boolean {
  try {
    return localStorage.length >= 0;
  } catch {
    return false;
  }
}

export function erase(): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Refused: there is nothing.
  }
}
