/** What to look for, in keyword syntax (see `keyword-syntax.ts`). */
export interface Pattern {
  readonly source: string;
  /** Whether its last word is still being typed: words that begin so are found. */
  readonly unfinished?: boolean;
}

/** Offsets are UTF-16 units in the text as given: `text.slice(start, end)` is what matched. */
export interface Match<P> {
  readonly pattern: P;
  readonly start: number;
  readonly end: number;
}
