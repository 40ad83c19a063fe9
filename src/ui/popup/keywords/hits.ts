import { localDay } from '../../../domain/local-day';
import type { StorageArea } from '../../../platform/storage-area';
import { HITS, readHits } from '../../../storage/keyword-hits';
import { oneAtATime } from '../parts/one-at-a-time';
import { createSource, type Source } from '../parts/source';

/** Papers of the last 30 days by keyword id; undefined where storage did not tell. */
export type Hits = ReadonlyMap<string, number> | undefined;

/** Milliseconds between two readings: a page notes what it finds while its cards come. */
const REFRESH_PAUSE = 500;

/** Reads what keywords have found and follows it. */
export async function followHits(area: StorageArea, failed: (error: unknown) => void, signal: AbortSignal): Promise<Source<Hits>> {
  const [hits, setHits] = createSource<Hits>(undefined);
  const read = oneAtATime(async () => setHits(await readHits(area, localDay(new Date()))), REFRESH_PAUSE);
  area.onChanged((changes) => {
    if ([...changes.keys()].some((key) => key.startsWith(HITS))) read().catch(failed);
  }, signal);
  await read();
  return hits;
}
