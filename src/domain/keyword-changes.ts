import { canonicalText } from './canonical';
import type { Keyword } from './keyword';
import { isLive, liveKeywords, tidyEntries, type KeywordEntry, type LiveEntry, type Tombstone } from './keyword-entries';
import { meaningOf } from './keyword-list';

/**
 * The entries after an edit of the list that the reader sees. Each keyword that the edit changed, added or removed is one
 * version later. Gives the same entries when nothing changed.
 */
export function editEntries(
  entries: readonly KeywordEntry[],
  change: (now: readonly Keyword[]) => readonly Keyword[],
): readonly KeywordEntry[] {
  const before = liveKeywords(entries);
  const after = change(before);
  if (after === before) return entries;
  const known = new Map(entries.map((entry) => [entry.id, entry]));
  const changed = new Map<string, KeywordEntry>();
  let lastPlace = entries.reduce((last, { place }) => Math.max(last, place), -1);
  for (const keyword of after) {
    const next = nextEntry(keyword, known.get(keyword.id), later(lastPlace));
    lastPlace = Math.max(lastPlace, next.place);
    if (next !== known.get(keyword.id)) changed.set(keyword.id, next);
  }
  const kept = new Set(after.map(({ id }) => id));
  for (const entry of removedEntries(entries, before, changed, kept)) {
    lastPlace = later(lastPlace);
    changed.set(entry.id, tombstoneOf(entry, lastPlace));
  }
  if (changed.size === 0) return entries;
  return tidyEntries([...new Map([...known, ...changed]).values()]);
}

/** The entry of a keyword that is in the list after the edit; `newPlace` is for one that brings no place. */
function nextEntry(keyword: Keyword, entry: KeywordEntry | undefined, newPlace: number): LiveEntry {
  const old = entry && isLive(entry) ? entry : undefined;
  if (old && saysTheSame(keyword, old)) return old;
  // A keyword that is put back brings the bookkeeping of its time: its tombstone has another place, or is gone already.
  const { newerColor, ...own }: Keyword & Partial<LiveEntry> = keyword;
  const isRecolored = old !== undefined && old.color !== keyword.color;
  return {
    ...own,
    ...(newerColor !== undefined && !isRecolored && { newerColor }),
    version: later(Math.max(entry?.version ?? 0, own.version ?? 0)),
    place: old?.place ?? own.place ?? newPlace,
  };
}

/** The keywords that the edit took out of the list, and those that mean the same and would only now be shown. */
function removedEntries(
  entries: readonly KeywordEntry[],
  before: readonly LiveEntry[],
  changed: ReadonlyMap<string, KeywordEntry>,
  kept: ReadonlySet<string>,
): LiveEntry[] {
  const meansTheSame = (entry: LiveEntry) => {
    const now = changed.get(entry.id) ?? entry;
    return kept.has(entry.id) && isLive(now) && meaningOf(now.source) === meaningOf(entry.source);
  };
  const shown = new Set(before.map(({ id }) => id));
  const givenUp = new Set(before.filter((entry) => !meansTheSame(entry)).map(({ source }) => meaningOf(source)));
  const isRemoved = ({ id, source }: LiveEntry) => !kept.has(id) && (shown.has(id) || givenUp.has(meaningOf(source)));
  return entries.filter(isLive).filter(isRemoved);
}

function tombstoneOf({ id, version }: LiveEntry, place: number): Tombstone {
  return { id, removed: true, version: later(version), place };
}

function saysTheSame(keyword: Keyword, entry: LiveEntry): boolean {
  const text = (each: Keyword) => canonicalText({ ...each, version: 0, place: 0 });
  return keyword === entry || text(keyword) === text(entry);
}

/** Counters that someone set by hand stay numbers that can be told apart. */
function later(counter: number): number {
  return Math.min(counter + 1, Number.MAX_SAFE_INTEGER);
}
