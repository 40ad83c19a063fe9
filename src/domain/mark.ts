/** What the reader decided about a paper. */
export interface Mark {
  /** Grows with each change of this paper's mark on any device (a Lamport counter): the higher one is the later one. */
  readonly version: number;
  readonly starred: boolean;
  readonly hidden: boolean;
  /** Opened, or marked as read. */
  readonly read: boolean;
}

export type MarkChange = Partial<Omit<Mark, 'version'>>;

export const NO_MARK: Mark = { version: 0, starred: false, hidden: false, read: false };

/**
 * A change of the star takes the next multiple of this, any other the next version. So a star, and its removal, is later than
 * what was hidden and shown again on a device that had not heard of it: of all that is decided, stars may not get lost.
 */
export const STAR_STEP = 16;

/**
 * Nobody decides so often: a later version is a slip of a hand or a trap, for nothing could be decided after it. Round
 * numbers, which hands write, stay well below it.
 */
export const LARGEST_VERSION = 2 ** 30;

/** Whether a value is what a version can be. */
export function isVersion(version: unknown): boolean {
  return typeof version === 'number' && Number.isInteger(version) && version >= 0 && version <= LARGEST_VERSION;
}

/** The mark after a decision. */
export function changeMark(mark: Mark, change: MarkChange): Mark {
  const step = change.starred === undefined ? 1 : STAR_STEP - (mark.version % STAR_STEP);
  // Storage edited by hand can hold the last version; one beyond it would be read as none at all.
  return { ...mark, ...change, version: Math.min(mark.version + step, LARGEST_VERSION) };
}

/**
 * The later of two marks; of two with one version the starred one, then the one that is not hidden, then the one that is read, then by what a newer
 * version of ours wrote beside: the same one on every device, in whatever order they are met.
 */
export function mergeMarks(a: Mark, b: Mark): Mark {
  if (a.version !== b.version) return a.version > b.version ? a : b;
  if (a.starred !== b.starred) return a.starred ? a : b;
  if (a.hidden !== b.hidden) return a.hidden ? b : a;
  if (a.read !== b.read) return a.read ? a : b;
  if (!hasMore(a) && !hasMore(b)) return a;
  return asText(a) >= asText(b) ? a : b;
}

function hasMore(mark: Mark): boolean {
  return Object.keys(mark).length > Object.keys(NO_MARK).length;
}

/** Whether nothing has been decided about the paper yet. */
export function isLeft({ starred, hidden, read }: Mark): boolean {
  return !starred && !hidden && !read;
}

/** Whether two marks say the same of a paper, whatever a newer version of ours wrote beside. */
export function sameMark(a: Mark, b: Mark): boolean {
  return a.version === b.version && a.starred === b.starred && a.hidden === b.hidden && a.read === b.read;
}

/** The same for two marks with the same fields, in whatever order they stand. */
function asText(mark: Mark): string {
  return JSON.stringify(Object.entries(mark).sort(([a], [b]) => (a < b ? -1 : 1)));
}
