import { DRAFT_ID, isAtWork } from '../domain/keyword';
import { localDay } from '../domain/local-day';
import { isLeft } from '../domain/mark';
import type { PaperId } from '../domain/paper';
import type { StorageArea } from '../platform/storage-area';
import { digestStatusItem, type DigestStatus } from '../storage/digest-status';
import { noteHits } from '../storage/keyword-hits';
import { noteVisit } from '../storage/visits';
import type { Feature, Page } from './parts/feature';
import type { MatchCounts } from './keyword-highlights';
import type { NewPapersSource } from './state/new-papers';

/** Milliseconds from a change to the note of it: what is decided quickly is noted once. */
const QUIET = 400;

/**
 * Notes of a digest that is seen how much of it is left, which keywords were found, and that its papers were met.
 * @param isAlive says whether the extension is still there; where it has gone nothing can be kept
 */
export function noteDigest(area: StorageArea, counts: MatchCounts, newPapers: NewPapersSource, isAlive: () => boolean): Feature {
  return {
    name: 'digest notes',
    start(page, signal) {
      const { document } = page;
      const item = digestStatusItem(area);
      let timer: ReturnType<typeof setTimeout> | undefined;
      let isSettled = false;
      let last: Promise<unknown> = Promise.resolve();
      const note = async () => {
        if (signal.aborted || document.hidden || page.cards().length === 0) return;
        const now = new Date();
        const found = foundOn(page, counts, now);
        const status = statusOf(page, found, now);
        if (!isSame(await item.get(), status)) await item.set(status);
        await noteHits(area, localDay(now), found);
        const fresh = await noteVisit(area, [...new Set(page.cards().map(({ id }) => id))], now);
        if (!signal.aborted) newPapers.add(fresh);
      };
      const warn = (error: unknown) => isAlive() && console.warn('Papersift could not keep how much of this page is left:', error);
      const wake = () => {
        clearTimeout(timer);
        if (!isSettled) return;
        timer = setTimeout(() => {
          last = last.then(note).catch(warn);
        }, QUIET);
      };
      signal.addEventListener('abort', () => clearTimeout(timer));
      document.addEventListener('visibilitychange', wake, { signal });
      page.marks.onChanged(wake, signal);
      page.keywords.onChanged(wake, signal);
      return {
        settled(more) {
          isSettled = !more;
          wake();
        },
      };
    },
  };
}

/** The papers of the page in which each keyword was found, be it one that highlights or one that mutes. */
function foundOn(page: Page, counts: MatchCounts, now: Date): Map<string, PaperId[]> {
  const today = localDay(now);
  const atWork = new Set(page.keywords.value.filter((keyword) => keyword.id !== DRAFT_ID && isAtWork(keyword, today)).map(({ id }) => id));
  const found = new Map<string, Set<PaperId>>();
  for (const { id, root } of page.cards()) {
    for (const keyword of counts.get(root)?.keys() ?? []) {
      if (atWork.has(keyword)) found.set(keyword, (found.get(keyword) ?? new Set()).add(id));
    }
  }
  return new Map([...found].map(([keyword, papers]) => [keyword, [...papers]]));
}

function statusOf(page: Page, found: ReadonlyMap<string, readonly PaperId[]>, now: Date): DigestStatus {
  const ids = [...new Set(page.cards().map(({ id }) => id))];
  const left = ids.filter((id) => isLeft(page.marks.get(id)));
  const foundBy = (isMute: boolean) =>
    new Set(page.keywords.value.filter(({ mute }) => (mute !== undefined) === isMute).flatMap(({ id }) => found.get(id) ?? []));
  const [matching, muted] = [foundBy(false), foundBy(true)];
  const matchesLeft = left.filter((id) => matching.has(id) && !muted.has(id)).length;
  return { address: page.document.URL, papers: ids.length, left: left.length, matchesLeft, at: now.toISOString() };
}

function isSame(a: DigestStatus | undefined, b: DigestStatus): boolean {
  return JSON.stringify({ ...a, at: '' }) === JSON.stringify({ ...b, at: '' });
}
