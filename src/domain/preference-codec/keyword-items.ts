import { itemBytes } from '../item-bytes';
import { mergeEntries, tidyEntries, type KeywordEntry } from '../keyword-entries';
import { partsOf, withFormat, type PreferenceProblem } from './format';
import { fromTuple, toTuple } from './keyword-tuple';

/** The most that an item takes of storage.sync, as for marks. The browsers allow 8,192. */
const LIMIT = 7168;
const HASH_BITS = 32;
const KEY = /^k(?:\.([01]{1,32}))?$/;

interface Hashed {
  readonly hash: number;
  readonly tuple: readonly unknown[];
}

export function isKeywordsKey(key: string): boolean {
  return KEY.test(key);
}

/** All entries by the keys of their items. */
export function encodeKeywords(entries: readonly KeywordEntry[]): Map<string, unknown> {
  const items = new Map<string, unknown>();
  addItem('', tidyEntries(entries).map((entry) => ({ hash: hashOf(entry.id), tuple: toTuple(entry) })), items);
  return items;
}

export interface DecodedKeywords {
  readonly entries: readonly KeywordEntry[];
  /** `broken` also where only some of it could not be read. */
  readonly problem?: PreferenceProblem;
}

/** What can be read of an item. */
export function decodeKeywords(item: unknown): DecodedKeywords {
  const parts = partsOf(item);
  if (typeof parts === 'string') return { entries: [], problem: parts };
  const entries = parts.map(fromTuple).filter((entry) => entry !== undefined);
  // One by one: an id may stand in it twice.
  const merged = mergeEntries([], entries);
  return entries.length === parts.length ? { entries: merged } : { entries: merged, problem: 'broken' };
}

function addItem(bits: string, keywords: readonly Hashed[], items: Map<string, unknown>): void {
  if (keywords.length === 0) return;
  const key = bits === '' ? 'k' : `k.${bits}`;
  const item = withFormat(keywords.map(({ tuple }) => tuple));
  // Whoever found two ids with one hash could not be helped by more of it.
  if (keywords.length === 1 || bits.length === HASH_BITS || itemBytes(key, item) <= LIMIT) {
    items.set(key, item);
    return;
  }
  for (const bit of [0, 1]) addItem(bits + bit, keywords.filter(({ hash }) => ((hash >>> bits.length) & 1) === bit), items);
}

/** 32-bit FNV-1a of the UTF-16 code units. */
function hashOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < id.length; i += 1) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
