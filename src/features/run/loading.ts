export interface Loading {
  readonly isDone: boolean;
  /** Waits for `load` too, whether it succeeds or not, or for as many milliseconds as there is patience. */
  add(load: Promise<unknown>, patience?: number): void;
}

/** Knows whether all that was asked for is there; calls `onDone` each time when it is. */
export function loading(onDone: () => void, signal: AbortSignal): Loading {
  let pending = 0;
  return {
    get isDone() {
      return pending === 0;
    },
    add(load, patience) {
      pending++;
      let isPending = true;
      const settle = () => {
        if (!isPending) return;
        isPending = false;
        if (--pending === 0 && !signal.aborted) onDone();
      };
      load.then(settle, settle);
      if (patience === undefined) return;
      const timer = setTimeout(settle, patience);
      signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
    },
  };
}
