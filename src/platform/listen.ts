interface BrowserEvent<L> {
  addListener(listener: L): void;
  removeListener(listener: L): void;
}

/** Listens to an event of the browser's API until `signal` aborts. */
export function listen<L>(event: BrowserEvent<L>, listener: L, signal: AbortSignal): void {
  if (signal.aborted) return;
  event.addListener(listener);
  const stop = () => {
    try {
      event.removeListener(listener);
    } catch {
      // "Extension context invalidated": the extension was updated or removed, and the event has gone with it.
    }
  };
  signal.addEventListener('abort', stop, { once: true });
}
