export interface PaintLog {
  /** Frames in which a card of the paper was in the page. */
  readonly found: Record<string, number>;
  /** Frames in which one of them was shown. */
  readonly painted: Record<string, number>;
}

/**
 * Counts, frame by frame, whether the cards of these papers are shown; the counts are the page's global `paintLog`. Runs
 * in the page before its first script. Looks right after a frame was painted: before it, a card may still be put away.
 */
export function watchPaint(ids: readonly string[]): void {
  const zeros = () => Object.fromEntries(ids.map((id) => [id, 0]));
  const log: PaintLog = { found: zeros(), painted: zeros() };
  Object.assign(globalThis, { paintLog: log });
  const { port1, port2 } = new MessageChannel();
  port1.addEventListener('message', () => {
    for (const id of ids) {
      const cards = [...document.querySelectorAll(`article:has(h3 a[href="/papers/${id}"])`)];
      if (cards.length > 0) log.found[id]! += 1;
      if (cards.some((card) => card.checkVisibility({ visibilityProperty: true, opacityProperty: true }))) log.painted[id]! += 1;
    }
    requestAnimationFrame(afterPaint);
  });
  port1.start();
  const afterPaint = () => port2.postMessage(null);
  requestAnimationFrame(afterPaint);
}
