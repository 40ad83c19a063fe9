/** What the reader decided about a paper. */
export interface Mark {
  /** Counts the changes of this paper's mark on any device (a Lamport counter): the higher one is the later one. */
  readonly version: number;
  readonly starred: boolean;
  readonly hidden: boolean;
}

export type MarkChange = Partial<Omit<Mark, 'version'>>;

export const NO_MARK: Mark = { version: 0, starred: false, hidden: false };

/** The mark after a decision: one version later. */
export function changeMark(mark: Mark, change: MarkChange): Mark {
  return { ...mark, ...change, version: mark.version + 1 };
}

/** The later of two marks; of two with one version the starred one, then the one that is not hidden. */
export function mergeMarks(a: Mark, b: Mark): Mark {
  if (a.version !== b.version) return a.version > b.version ? a : b;
  if (a.starred !== b.starred) return a.starred ? a : b;
  return a.hidden ? b : a;
}
