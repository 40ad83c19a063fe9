import { useRef } from 'preact/hooks';

type Functions<T> = { readonly [K in keyof T]: (...args: never[]) => void };

/** The functions of the latest rendering behind an object that stays the same, so that handing it down renders nothing anew. */
export function useLatest<T extends Functions<T>>(functions: T): T {
  const latest = useRef(functions);
  latest.current = functions;
  const stable = useRef<T | undefined>(undefined);
  stable.current ??= Object.fromEntries(
    Object.keys(functions).map((name) => [name, (...args: never[]) => latest.current[name as keyof T](...args)]),
  ) as unknown as T;
  return stable.current;
}
