import { useEffect, useState } from 'preact/hooks';

/** A value that changes over time. */
export interface Source<T> {
  value(): T;
  /** @returns a function that ends it */
  subscribe(listener: () => void): () => void;
}

/** A source and the function that sets it. */
export function createSource<T>(initial: T): [Source<T>, (value: T) => void] {
  const listeners = new Set<() => void>();
  let current = initial;
  const set = (value: T) => {
    current = value;
    for (const listener of listeners) listener();
  };
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  return [{ value: () => current, subscribe }, set];
}

/** The value of a source; the component is rendered again when it changes. */
export function useSource<T>(source: Source<T>): T {
  const [value, setValue] = useState(() => source.value());
  useEffect(() => {
    const update = () => setValue(() => source.value());
    update();
    return source.subscribe(update);
  }, [source]);
  return value;
}
