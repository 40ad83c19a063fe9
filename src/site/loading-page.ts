/**
 * The headings that the parser has made since the last call, and the last one again: it may have been half made.
 * @returns undefined when others than the parser are at work
 */
export function newHeadings(document: Document): () => readonly Element[] | undefined {
  const headings = document.getElementsByTagName('h3');
  let seen: readonly Element[] = [];
  return () => {
    const now = [...headings];
    if (seen.some((heading, i) => now[i] !== heading)) return undefined;
    const from = Math.max(0, seen.length - 1);
    seen = now;
    return now.slice(from);
  };
}

/** Calls `work` before each painting of a page that loads. */
export function eachFrameOfLoading(document: Document, work: () => void, signal: AbortSignal): void {
  requestAnimationFrame(() => {
    if (signal.aborted || document.readyState !== 'loading') return;
    work();
    eachFrameOfLoading(document, work, signal);
  });
}
