// The parts of index.html.

type Kind<T> = abstract new (...args: never[]) => T;

/** Returns the part of the page that has an id. */
export function part<T extends Element>(id: string, kind: Kind<T>): T {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) {
    throw new Error(`index.html has no ${kind.name} "${id}": publish the whole folder again`);
  }
  return found;
}

/** Shows a part, or hides it. */
export function show(id: string, shown: boolean): void {
  part(id, HTMLElement).hidden = !shown;
}
