/** A pattern in keyword syntax (see `keyword-syntax.ts`) with the id its matches are reported under. */
export interface Pattern {
  readonly id: string;
  readonly source: string;
}

/** Offsets are UTF-16 units in the text as given: `text.slice(start, end)` is what matched. */
export interface Match {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

export interface Matcher {
  /** All matches of all patterns by start, longest first. Those of one pattern do not overlap. */
  find(text: string): Match[];
}

export declare function compilePatterns(patterns: readonly Pattern[]): Matcher;
