import { canonicalText } from './canonical';
import { KEYWORD_LIMITS, type Keyword } from './keyword';
import { meaningOf } from './keyword-list';

/** A keyword as devices tell each other of it. */
export interface LiveEntry extends Keyword {
  /** Counts the changes of this keyword on any device (a Lamport counter): the higher one is the later one. */
  readonly version: number;
  /** The list stands by rising place, then by id. */
  readonly place: number;
  /** The index of a colour that only a newer version has; `color` is shown in its stead. */
  readonly newerColor?: number;
}

/** What is left of a removed keyword, so that it does not come back from a device that has not heard of its removal. */
export interface Tombstone {
  readonly id: string;
  readonly removed: true;
  readonly version: number;
  /** Behind all that there was when it was removed: tombstones stand in the order of removal. */
  readonly place: number;
}

/** A list of entries has each id once. */
export type KeywordEntry = LiveEntry | Tombstone;

/**
 * As many as the keywords of two full lists, which are there after two devices with lists of their own have met: whatever
 * is removed at once is kept as removed, and never comes back from what storage.sync still holds. A removed keyword can only
 * come back from a device that was away while 2,000 others were removed, since those removed first go first. A tombstone
 * takes 18 bytes of storage.sync, half of what its keyword took.
 */
export const TOMBSTONE_LIMIT = 2 * KEYWORD_LIMITS.count;

/** Not `mute`: versions that do not know it carry it along with what else they do not know. */
const KNOWN_FIELDS: ReadonlySet<string> = new Set(['id', 'source', 'color', 'on', 'version', 'place', 'removed', 'newerColor']);

/** The fields of an entry that this version does not know, and its mute. */
export function extraOf(entry: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(entry).filter(([name]) => !KNOWN_FIELDS.has(name)));
}

export function isLive(entry: KeywordEntry): entry is LiveEntry {
  return !('removed' in entry);
}

/** Sorted, and without the tombstones over the limit: the same for the same entries on every device. */
export function tidyEntries(entries: readonly KeywordEntry[]): KeywordEntry[] {
  const sorted = entries.toSorted(byPlace);
  let over = sorted.filter((entry) => !isLive(entry)).length - TOMBSTONE_LIMIT;
  return over > 0 ? sorted.filter((entry) => isLive(entry) || over-- <= 0) : sorted;
}

/**
 * The list as the reader sees it. Of keywords that mean the same, which two devices may have added, the first is shown. What
 * is over the limit when two full lists were merged is not shown but kept, and moves up as soon as there is room: to
 * remove it would take from the reader on all devices what nobody asked to remove. The keywords are the entries themselves, so
 * that one which is put back brings along what this version does not know.
 */
export function liveKeywords(entries: readonly KeywordEntry[]): readonly LiveEntry[] {
  const meanings = new Set<string>();
  const isFirst = ({ source }: LiveEntry) => {
    const before = meanings.size;
    return meanings.add(meaningOf(source)).size > before;
  };
  return entries.filter(isLive).sort(byPlace).filter(isFirst).slice(0, KEYWORD_LIMITS.count);
}

/**
 * The entries of both lists, of each keyword the later one: the one with the higher version; of one version the live one,
 * then by a fixed order. In whatever order lists are merged, and however often, the result is the same, but for removals that
 * are over the limit. Gives `a` itself when `b` adds nothing.
 */
export function mergeEntries(a: readonly KeywordEntry[], b: readonly KeywordEntry[]): readonly KeywordEntry[] {
  const merged = new Map(a.map((entry) => [entry.id, entry]));
  for (const entry of b) {
    const known = merged.get(entry.id);
    merged.set(entry.id, known ? laterEntry(known, entry) : entry);
  }
  const tidy = tidyEntries([...merged.values()]);
  return tidy.length === a.length && tidy.every((entry, i) => entry === a[i]) ? a : tidy;
}

function byPlace(a: KeywordEntry, b: KeywordEntry): number {
  return a.place - b.place || (a.id < b.id ? -1 : 1);
}

function laterEntry(a: KeywordEntry, b: KeywordEntry): KeywordEntry {
  if (a.version !== b.version) return a.version > b.version ? a : b;
  if (isLive(a) !== isLive(b)) return isLive(a) ? a : b;
  return canonicalText(a) >= canonicalText(b) ? a : b;
}
