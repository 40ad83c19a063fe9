import { dayAfter, type IsoDate } from '../domain/iso-date';
import { isKeywordId } from '../domain/keyword';
import { toPaperId, type PaperId } from '../domain/paper';
import type { StorageArea } from '../platform/storage-area';

/** What keys of hits begin with; the day follows. */
export const HITS = 'hits:';
const DAYS = 30;
/** Papers kept of a keyword on a day: more than digests of a day have. */
const MOST_PAPERS = 1000;

type Hits = ReadonlyMap<string, readonly PaperId[]>;

/** Notes in which papers keywords were found on a day. Writes only what is not known yet. */
export async function noteHits(area: StorageArea, day: IsoDate, found: Hits): Promise<void> {
  const key = HITS + day;
  const kept = repairHits((await area.get([key]))[key]);
  const all = new Map(kept);
  let isNews = false;
  for (const [id, papers] of found) {
    const known = kept.get(id) ?? [];
    const more = papers.filter((paper) => !known.includes(paper)).slice(0, MOST_PAPERS - known.length);
    if (more.length === 0) continue;
    all.set(id, [...known, ...more]);
    isNews = true;
  }
  if (isNews) await area.set({ [key]: Object.fromEntries(all) });
}

/** In how many papers each keyword was found in the last 30 days, by its id. */
export async function readHits(area: StorageArea, today: IsoDate): Promise<ReadonlyMap<string, number>> {
  const keys = Array.from({ length: DAYS }, (_, ago) => HITS + dayAfter(today, -ago));
  const values = await area.get(keys);
  const papers = new Map<string, Set<PaperId>>();
  for (const key of keys) {
    for (const [id, found] of repairHits(values[key])) papers.set(id, new Set([...(papers.get(id) ?? []), ...found]));
  }
  return new Map([...papers].map(([id, found]) => [id, found.size]));
}

/** Removes what is older; `keys` are all keys of the area. */
export async function dropOldHits(area: StorageArea, keys: readonly string[], today: IsoDate): Promise<void> {
  const first = HITS + dayAfter(today, 1 - DAYS);
  const old = keys.filter((key) => key.startsWith(HITS) && key < first);
  if (old.length > 0) await area.remove(old);
}

function repairHits(value: unknown): Map<string, PaperId[]> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return new Map();
  const lists = Object.entries(value).filter((entry): entry is [string, unknown[]] => isKeywordId(entry[0]) && Array.isArray(entry[1]));
  return new Map(lists.map(([id, papers]) => [id, [...new Set(papers.filter(isPaperId))].slice(0, MOST_PAPERS)]));
}

function isPaperId(value: unknown): value is PaperId {
  return typeof value === 'string' && toPaperId(value) === value;
}
