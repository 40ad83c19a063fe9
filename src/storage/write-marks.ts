import type { Mark } from '../domain/mark';
import type { PaperId } from '../domain/paper';
import type { StorageArea } from '../platform/storage-area';
import { paperKey } from './keys';
import { markItems } from './mark-items';

type Items = Readonly<Record<string, unknown>>;

/** A write is one message to every tab and one transaction on the disk: years of marks at once would be felt. */
const PAPERS_AT_ONCE = 500;

/**
 * Writes the marks of many papers, as pages do. Where nothing is kept of a starred paper, its place in the list of stars is
 * made; what is kept of one that is not starred any more stays, unseen: its star may come back.
 * @param starredAt when the papers were starred, as far as is known, ISO 8601 in UTC
 */
export async function writeMarks(area: StorageArea, marks: ReadonlyMap<PaperId, Mark>, starredAt: string): Promise<void> {
  const starred = [...marks].filter(([, mark]) => mark.starred).map(([id]) => paperKey(id));
  const kept = await area.get(starred);
  const placeOf = (id: PaperId, mark: Mark): Items =>
    mark.starred && kept[paperKey(id)] === undefined ? { [paperKey(id)]: { savedAt: starredAt } } : {};
  await writeInChunks(area, [...marks].map(([id, mark]) => ({ ...markItems(id, mark), ...placeOf(id, mark) })));
}

/** Writes what belongs to many papers; what belongs to one is written at once. */
export async function writeInChunks(area: StorageArea, papers: readonly Items[]): Promise<void> {
  for (let start = 0; start < papers.length; start += PAPERS_AT_ONCE) {
    await area.set(Object.assign({}, ...papers.slice(start, start + PAPERS_AT_ONCE)) as Record<string, unknown>);
  }
}
