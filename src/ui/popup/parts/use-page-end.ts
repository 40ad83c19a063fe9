import { useEffect, useRef } from 'preact/hooks';

interface PageEnd {
  /** The page is covered or left for another tab: it may never be shown again. */
  readonly hidden: () => void;
  readonly closing: () => void;
}

/** Calls back when the popup goes away. Only what is begun synchronously is sure to happen. */
export function usePageEnd(end: PageEnd): void {
  const latest = useRef(end);
  latest.current = end;
  useEffect(() => {
    const life = new AbortController();
    const { signal } = life;
    document.addEventListener('visibilitychange', () => document.hidden && latest.current.hidden(), { signal });
    window.addEventListener('pagehide', () => latest.current.closing(), { signal });
    return () => life.abort();
  }, []);
}
