import type { PaperId } from '../../../domain/paper';
import type { PageMemory } from '../../../platform/page-memory';
import type { StorageArea, StorageChanges } from '../../../platform/storage-area';
import type { SavedPaper } from '../../../storage/repair-saved-paper';
import { readSavedPapers } from '../../../storage/saved-papers';
import {
  lastStarredFirst,
  listStarredPlaces,
  packPlaces,
  readMissingTimes,
  takeInChanges,
  unpackPlaces,
  type StarredPlaces,
} from '../../../storage/starred-places';
import { oneAtATime } from '../parts/one-at-a-time';
import { withPlainTitles } from './plain-titles';
import { createSource, type Source } from '../parts/source';

/** The first of the starred papers, and how many there are. */
export interface StarredView {
  readonly total: number;
  /** With plain titles. */
  readonly papers: readonly SavedPaper[];
}

export interface StarredModel {
  /** Undefined until the list has been read: years of stars take a moment. An error when it could not be. */
  readonly view: Source<StarredView | Error | undefined>;
  /** From now on the first `count` papers are in the view, as soon as they have been read. */
  show(count: number): void;
  /** All of them by now, last starred first. */
  order(): readonly PaperId[];
}

export const SHOWN_AT_FIRST = 5;

/** Milliseconds between two readings: an import changes hundreds of papers many times a second. */
export const REFRESH_PAUSE = 1000;

/**
 * Lists the starred papers and follows them. Of all of them only the places in the list are read, and those only as far as
 * `memory` does not hold them from the last opening; the facts of a paper are read when it is shown.
 */
export function followStarred(area: StorageArea, memory: PageMemory, signal: AbortSignal): StarredModel {
  const [view, setView] = createSource<StarredView | Error | undefined>(undefined);
  const facts = new Map<PaperId, SavedPaper>();
  const outdated = new Set<PaperId>();
  let places: StarredPlaces | undefined;
  let order: readonly PaperId[] = [];
  let early: StorageChanges[] = [];
  let shown = SHOWN_AT_FIRST;

  const hear = (changes: StorageChanges) => {
    const changed = takeInChanges(places!, changes);
    for (const id of changed) outdated.add(id);
    return changed.length > 0;
  };
  const list = async () => {
    early = [];
    places = await listStarredPlaces(area, unpackPlaces(memory.get()));
    // What was heard while storage answered may be later than the answer.
    early.forEach(hear);
    early = [];
  };
  const sort = async () => {
    if (!places) await list();
    await readMissingTimes(area, places!);
    order = lastStarredFirst(places!);
    remember(memory, packPlaces(places!));
  };
  const showFirst = oneAtATime(async () => {
    const ids = order.slice(0, shown);
    // What is heard while storage answers is outdated at the next run.
    for (const id of outdated) facts.delete(id);
    outdated.clear();
    for (const paper of await readSavedPapers(area, ids.filter((id) => !facts.has(id)))) facts.set(paper.id, paper);
    const papers = ids.map((id) => facts.get(id)!);
    facts.clear();
    for (const paper of papers) facts.set(paper.id, paper);
    setView({ total: order.length, papers: await withPlainTitles(papers) });
  });
  const attempt = (work: Promise<void>) => work.catch((error: unknown) => setView(error instanceof Error ? error : new Error(String(error))));
  const refresh = oneAtATime(() => attempt(sort().then(showFirst)), REFRESH_PAUSE);

  area.onChanged((changes) => {
    if (!places) early.push(changes);
    if (!places || hear(changes)) void refresh();
  }, signal);
  void refresh();
  return {
    view,
    show(count) {
      shown = count;
      void attempt(showFirst());
    },
    order: () => order,
  };
}

function remember(memory: PageMemory, text: string): void {
  try {
    if (memory.get() !== text) memory.set(text);
  } catch {
    // Its room is bounded, or the reader allows no site data: the next opening reads the papers again.
  }
}
