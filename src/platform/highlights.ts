import { KEYWORD_COLORS, type KeywordColor } from '../domain/keyword';

/** A stretch of the page's text in a colour; its two ends may lie in different text nodes. */
export interface ColoredRange {
  readonly color: KeywordColor;
  readonly range: StaticRange;
}

export interface HighlightPainter {
  /** Replaces all that was painted for `owner`, once `show` is called. */
  paint(owner: object, ranges: readonly ColoredRange[]): void;
  /** Shows what was painted since: each time it costs the page a calculation of its styles. */
  show(): void;
  /** Takes back what was painted for `owner`. */
  clear(owner: object): void;
}

export function canHighlight(): boolean {
  return typeof CSS !== 'undefined' && 'highlights' in CSS && typeof Highlight === 'function';
}

/**
 * Paints with the CSS Custom Highlight API: the page's own nodes stay as they are. The registry is shared with the page,
 * so names carry a prefix; `features/keyword-highlights.css` says what each looks like. All is taken back when `signal` aborts.
 */
export function highlightPainter(signal: AbortSignal): HighlightPainter {
  const highlights = new Map<KeywordColor, Highlight>();
  // Firefox content scripts cannot iterate a Highlight (Xray wrappers), so what is whose is kept here.
  const painted = new Map<object, readonly ColoredRange[]>();
  const waiting = new Map<object, readonly ColoredRange[]>();
  const clear = (owner: object) => {
    waiting.delete(owner);
    const ranges = painted.get(owner);
    if (!ranges) return;
    for (const { color, range } of ranges) highlights.get(color)?.delete(range);
    painted.delete(owner);
  };
  signal.addEventListener('abort', () => {
    for (const color of highlights.keys()) CSS.highlights.delete(highlightName(color));
  });
  return {
    clear,
    paint(owner, ranges) {
      clear(owner);
      if (ranges.length > 0) waiting.set(owner, ranges);
    },
    show() {
      if (signal.aborted) return;
      for (const [owner, ranges] of waiting) {
        for (const { color, range } of ranges) (highlights.get(color) ?? addHighlight(color, highlights)).add(range);
        painted.set(owner, ranges);
      }
      waiting.clear();
    },
  };
}

function addHighlight(color: KeywordColor, highlights: Map<KeywordColor, Highlight>): Highlight {
  const highlight = new Highlight();
  // Where ours overlap none is meant to win, but the browser wants an order.
  highlight.priority = KEYWORD_COLORS.indexOf(color);
  CSS.highlights.set(highlightName(color), highlight);
  highlights.set(color, highlight);
  return highlight;
}

function highlightName(color: KeywordColor): string {
  return `papersift-${color}`;
}
