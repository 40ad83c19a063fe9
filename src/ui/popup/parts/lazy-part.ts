import { createSource, type Source } from './source';

/** A part of the popup whose code is loaded when it is needed: until then it would only keep the rest waiting. */
export interface LazyPart<T> {
  /** Undefined until it has come. */
  readonly loaded: Source<T | undefined>;
  /** May be called as often as one likes. Rejects when the browser could not load it; the next call tries again. */
  load(): Promise<void>;
}

export function lazyPart<T>(bring: () => Promise<T>): LazyPart<T> {
  const [loaded, setLoaded] = createSource<T | undefined>(undefined);
  let coming: Promise<void> | undefined;
  const forget = (error: unknown) => {
    coming = undefined;
    throw error;
  };
  return { loaded, load: () => (coming ??= bring().then(setLoaded).catch(forget)) };
}
