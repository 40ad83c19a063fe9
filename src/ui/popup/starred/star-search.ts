import type { PaperId } from '../../../domain/paper';
import type { StorageArea } from '../../../platform/storage-area';
import type { SavedPaper } from '../../../storage/repair-saved-paper';
import { readSavedPapers } from '../../../storage/saved-papers';
import { lazyPart } from '../parts/lazy-part';
import { withPlainTitles } from './plain-titles';
import { createSource, type Source } from '../parts/source';

/** Papers read at once: a few milliseconds of work, so that typing goes on over years of stars. */
const AT_ONCE = 100;

/** More than that nobody reads: then the words are to be made narrower. */
export const MOST_FOUND = 100;

export interface Findings {
  /** Last starred first, as far as they have been found, with plain titles. */
  readonly papers: readonly SavedPaper[];
  readonly state: 'searching' | 'done' | 'too-many';
}

export interface StarSearch {
  /** Undefined while nothing is searched for; an error when storage could not be read. */
  readonly findings: Source<Findings | Error | undefined>;
  /** To be called when something may be searched for soon: loads what it takes. */
  prepare(): Promise<void>;
  /** Searches title, abstract, authors and organization, as keywords do; what was searched for before is given up. */
  search(text: string): void;
}

/** @param order all starred papers by now, last starred first */
export function starSearch(area: StorageArea, order: () => readonly PaperId[]): StarSearch {
  const [findings, setFindings] = createSource<Findings | Error | undefined>(undefined);
  const filters = lazyPart(() => import('./star-filter'));
  let current = 0;
  const begin = (text: string, turn: number) => {
    const isGivenUp = () => turn !== current;
    const fail = (error: unknown) => !isGivenUp() && setFindings(error instanceof Error ? error : new Error(String(error)));
    const loaded = filters.loaded.value();
    if (!loaded) return void filters.load().then(() => !isGivenUp() && begin(text, turn)).catch(fail);
    const filter = loaded.starFilter(text);
    if (!filter) return setFindings(undefined);
    setFindings({ papers: [], state: 'searching' });
    run(filter, isGivenUp).catch(fail);
  };
  const run = async (filter: (paper: SavedPaper) => boolean, isGivenUp: () => boolean) => {
    const ids = order();
    const papers: SavedPaper[] = [];
    for (let start = 0; start < ids.length && papers.length < MOST_FOUND; start += AT_ONCE) {
      const read = await readSavedPapers(area, ids.slice(start, start + AT_ONCE));
      const found = await withPlainTitles(read.filter(filter));
      if (isGivenUp()) return;
      papers.push(...found);
      setFindings({ papers: papers.slice(0, MOST_FOUND), state: 'searching' });
    }
    setFindings({ papers: papers.slice(0, MOST_FOUND), state: papers.length < MOST_FOUND ? 'done' : 'too-many' });
  };
  return {
    findings,
    prepare: filters.load,
    search(text) {
      const turn = ++current;
      if (text.trim() === '') setFindings(undefined);
      else begin(text, turn);
    },
  };
}
