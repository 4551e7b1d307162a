// The parts of a page that its script works with.

type Kind<T> = abstract new (...args: never[]) => T;

/** Returns the part of the page that has an id. */
export function part<T extends Element>(id: string, kind: Kind<T>): T {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) {
    throw new Error(`this page has no ${kind.name} "${id}": publish the whole folder again`);
  }
  return found;
}
