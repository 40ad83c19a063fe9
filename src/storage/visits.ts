import { isCounter } from '../domain/counter';
import { monthOf, type Month } from '../domain/mark-codec/paper-number';
import type { PaperId } from '../domain/paper';
import type { StorageArea } from '../platform/storage-area';

const MINUTE = 60_000;
/** Minutes without a digest after which a visit is over. */
const PAUSE = 30;

/** In minutes of Unix time. */
interface Visit {
  readonly since: number;
  readonly last: number;
  /** The very first one: all papers would be new in it, so that none is. */
  readonly isFirst?: true;
}

/** Of the papers of a month, by what stands behind the dot of the id, the minute in which they were first met. */
type Seen = Readonly<Record<string, number>>;

/**
 * Notes that these papers are seen now. Two tabs may write over each other: then a paper may be new once more.
 * @returns those of them that were first met in this visit
 */
export async function noteVisit(area: StorageArea, ids: readonly PaperId[], now: Date): Promise<ReadonlySet<PaperId>> {
  const minute = Math.floor(now.getTime() / MINUTE);
  const months = byMonth(ids);
  const values = await area.get(['visit', ...[...months.keys()].map(seenKey)]);
  const before = repairVisit(values['visit']);
  const visit = currentVisit(before, minute);
  const items: Record<string, unknown> = before?.last === visit.last && before.since === visit.since ? {} : { visit };
  const fresh = new Set<PaperId>();
  for (const [month, papers] of months) {
    const seen = repairSeen(values[seenKey(month)]);
    const met: Record<string, number> = {};
    for (const id of papers) {
      const number = id.slice(month.length + 1);
      // What was met at a time that a clock was ahead is not new.
      const first = seen[number] ?? (met[number] = visit.isFirst ? 0 : minute);
      if (first >= visit.since && first <= minute) fresh.add(id);
    }
    if (Object.keys(met).length > 0) items[seenKey(month)] = { ...seen, ...met };
  }
  if (Object.keys(items).length > 0) await area.set(items);
  return fresh;
}

function byMonth(ids: readonly PaperId[]): ReadonlyMap<Month, readonly PaperId[]> {
  const months = new Map<Month, PaperId[]>();
  for (const id of ids) {
    const papers = months.get(monthOf(id));
    if (papers) papers.push(id);
    else months.set(monthOf(id), [id]);
  }
  return months;
}

function seenKey(month: Month): string {
  return `seen:${month}`;
}

function currentVisit(visit: Visit | undefined, minute: number): Visit {
  if (!visit) return { since: minute, last: minute, isFirst: true };
  const isOver = minute - visit.last >= PAUSE || visit.last > minute || visit.since > visit.last;
  return isOver ? { since: minute, last: minute } : { ...visit, last: minute };
}

function repairVisit(value: unknown): Visit | undefined {
  const { since, last, isFirst } = Object(value) as Partial<Record<keyof Visit, unknown>>;
  return isCounter(since) && isCounter(last) ? { since, last, ...(isFirst === true && { isFirst }) } : undefined;
}

function repairSeen(value: unknown): Seen {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(Object.entries(value).filter((entry): entry is [string, number] => /^\d{4,5}$/.test(entry[0]) && isCounter(entry[1])));
}
