export interface Coalesced<T> {
  /** Writes `value` once nothing newer came for the waiting time. */
  push(value: T): void;
  /** Writes what waits, now and synchronously. */
  flush(): void;
  /** Forgets what waits. */
  cancel(): void;
}

/** @param wait milliseconds of rest after which the latest value is written */
export function coalesce<T>(write: (value: T) => void, wait: number): Coalesced<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waiting: { value: T } | undefined;

  const cancel = () => {
    clearTimeout(timer);
    waiting = undefined;
  };
  const flush = () => {
    const next = waiting;
    cancel();
    if (next) write(next.value);
  };
  return {
    push(value) {
      cancel();
      waiting = { value };
      timer = setTimeout(flush, wait);
    },
    flush,
    cancel,
  };
}
