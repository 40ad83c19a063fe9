import { compileTextFilter, type TextFilter } from '../../domain/text-filter';
import type { PaperId } from '../../domain/paper';
import { plainText } from '../../domain/plain-text/plain-text';
import type { StorageArea } from '../../platform/storage-area';
import type { SavedPaper } from '../../storage/repair-saved-paper';
import { readSavedPapers } from '../../storage/saved-papers';
import { createSource, type Source } from './source';

/** Papers read at once: a few milliseconds of work, so that typing goes on over years of stars. */
const AT_ONCE = 100;

/** More than that nobody reads: then the words are to be made narrower. */
export const MOST_FOUND = 100;

export interface Findings {
  /** Last starred first, as far as they have been found. */
  readonly papers: readonly SavedPaper[];
  readonly state: 'searching' | 'done' | 'too-many';
}

export interface StarSearch {
  /** Undefined while nothing is searched for; an error when storage could not be read. */
  readonly findings: Source<Findings | Error | undefined>;
  /** Searches title, abstract, authors and organization, as keywords do; what was searched for before is given up. */
  search(text: string): void;
}

/** @param order all starred papers by now, last starred first */
export function starSearch(area: StorageArea, order: () => readonly PaperId[]): StarSearch {
  const [findings, setFindings] = createSource<Findings | Error | undefined>(undefined);
  let current = 0;
  const run = async (filter: TextFilter, turn: number) => {
    const ids = order();
    const papers: SavedPaper[] = [];
    for (let start = 0; start < ids.length && papers.length < MOST_FOUND; start += AT_ONCE) {
      const read = await readSavedPapers(area, ids.slice(start, start + AT_ONCE));
      if (turn !== current) return;
      papers.push(...read.filter((paper) => filter(textsOf(paper))));
      setFindings({ papers: papers.slice(0, MOST_FOUND), state: 'searching' });
    }
    setFindings({ papers: papers.slice(0, MOST_FOUND), state: papers.length < MOST_FOUND ? 'done' : 'too-many' });
  };
  return {
    findings,
    search(text) {
      const turn = ++current;
      const filter = compileTextFilter(text);
      if (!filter) return setFindings(undefined);
      setFindings({ papers: [], state: 'searching' });
      run(filter, turn).catch((error: unknown) => turn === current && setFindings(error instanceof Error ? error : new Error(String(error))));
    },
  };
}

function textsOf({ id, title, abstract, authors, organization }: SavedPaper): string[] {
  const texts = [title === undefined ? id : plainText(title), abstract === undefined ? undefined : plainText(abstract), authors?.join(', '), organization?.fullname];
  return texts.filter((text) => text !== undefined);
}
