// What a page still waits for: a script that has cleaned up after itself leaves none of it.

declare global {
  /** Timers that run, listeners of window and document, and observers at work, each by its name. */
  var kept: () => string[];
}

/** Has a page note them from its beginning: an init script. */
export function noteKept(): void {
  const timers = new Map<number, string>();
  for (const kind of ["Timeout", "Interval"] as const) {
    const set = window[`set${kind}`] as (act: () => void, ms?: number) => number;
    const clear = window[`clear${kind}`] as (id?: number) => void;
    Object.assign(window, {
      [`set${kind}`]: (act: (...values: unknown[]) => void, ms = 0, ...values: unknown[]): number => {
        const id = set(() => {
          if (kind === "Timeout") {
            timers.delete(id);
          }
          act(...values);
        }, ms);
        timers.set(id, `${kind} of ${ms} ms`);
        return id;
      },
      [`clear${kind}`]: (id?: number): void => {
        timers.delete(id ?? 0);
        clear(id);
      },
    });
  }

  const listeners = new Map<string, Set<unknown>>();
  const targets: readonly unknown[] = [window, document];
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  const named = (type: string): Set<unknown> => {
    const all = listeners.get(type) ?? new Set();
    listeners.set(type, all);
    return all;
  };
  EventTarget.prototype.addEventListener = function (type, listener, options) {
    if (targets.includes(this ?? window)) {
      named(type).add(listener);
    }
    addEventListener.call(this, type, listener, options);
  };
  EventTarget.prototype.removeEventListener = function (type, listener, options) {
    if (targets.includes(this ?? window)) {
      named(type).delete(listener);
    }
    removeEventListener.call(this, type, listener, options);
  };

  const observers = new Map<object, string>();
  for (const { name, prototype } of [IntersectionObserver, MutationObserver, ResizeObserver]) {
    const { observe, disconnect } = prototype as { observe(...values: unknown[]): void; disconnect(): void };
    Object.assign(prototype, {
      observe(...values: unknown[]): void {
        if (/\.js\b/.test(new Error().stack ?? "")) {
          observers.set(this, name); // else it is one of Playwright's own scripts that looks, which have no file
        }
        observe.apply(this, values);
      },
      disconnect(): void {
        observers.delete(this);
        disconnect.call(this);
      },
    });
  }

  globalThis.kept = () => [...timers.values(), ...[...listeners].flatMap(([type, all]) => [...all].map(() => `listener of ${type}`)), ...observers.values()].sort();
}
