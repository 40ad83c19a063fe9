export interface Listeners<T> {
  /** Hears every later value until `signal` aborts. */
  add(listener: (value: T) => void, signal: AbortSignal): void;
  tell(value: T): void;
}

/** Those who want to hear of something. */
export function listeners<T>(): Listeners<T> {
  const all = new Set<(value: T) => void>();
  return {
    add(listener, signal) {
      all.add(listener);
      signal.addEventListener('abort', () => all.delete(listener), { once: true });
    },
    tell(value) {
      for (const listener of all) listener(value);
    },
  };
}
