/** Whether hidden cards are shown, dimmed, on this page. Not kept: a visit begins with them hidden. */
export interface HiddenShown {
  readonly value: boolean;
  toggle(): void;
  onChanged(listener: () => void, signal: AbortSignal): void;
}

export function hiddenShownSwitch(): HiddenShown {
  const listeners = new Set<() => void>();
  let value = false;
  return {
    get value() {
      return value;
    },
    toggle() {
      value = !value;
      for (const listener of listeners) listener();
    },
    onChanged(listener, signal) {
      listeners.add(listener);
      signal.addEventListener('abort', () => listeners.delete(listener), { once: true });
    },
  };
}
