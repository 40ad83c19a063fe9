import { changeMark, mergeMarks, NO_MARK, type Mark, type MarkChange } from '../domain/mark';
import { toPaperId, type Paper, type PaperId } from '../domain/paper';
import type { StorageArea } from '../platform/storage-area';
import { paperKey } from './saved-papers';
import { repairMark, type SavedPaper } from './schemas';

const PREFIX = 'mark:';

/** The marks of the papers on one page: the cost follows the page, never the history. */
export interface MarkStore {
  /** The mark as far as it is known; no mark for a paper that was not loaded. */
  get(id: PaperId): Mark;
  /** Reads the marks that are not known yet. Undefined when all are. */
  load(ids: readonly PaperId[]): Promise<void> | undefined;
  /** Reads all known marks again: a page from the back/forward cache has missed what happened meanwhile. */
  reload(): Promise<void>;
  /**
   * Changes a mark at once and writes it.
   * @throws the browser's error when it could not be written; the change has been taken back by then
   */
  change(paper: Paper, change: MarkChange): Promise<void>;
  /** Hears which marks have changed, here or in any other tab, before they are painted. */
  onChanged(listener: (ids: readonly PaperId[]) => void, signal: AbortSignal): void;
}

function markKey(id: PaperId): string {
  return PREFIX + id;
}

export function markStore(area: StorageArea, signal: AbortSignal): MarkStore {
  const known = new Map<PaperId, Mark>();
  const listeners = new Set<(ids: readonly PaperId[]) => void>();

  const put = (marks: Iterable<readonly [PaperId, Mark]>) => {
    const changed: PaperId[] = [];
    for (const [id, mark] of marks) {
      const before = known.get(id);
      known.set(id, mark);
      if (!isSame(before ?? NO_MARK, mark)) changed.push(id);
    }
    if (changed.length > 0) for (const listener of listeners) listener(changed);
  };
  const read = async (ids: readonly PaperId[]) => {
    const values = await area.get(ids.map(markKey));
    // What was changed while storage answered is later than the answer.
    put(ids.map((id) => [id, mergeMarks(known.get(id) ?? NO_MARK, repairMark(values[markKey(id)]))] as const));
  };

  area.onChanged((changes) => {
    const marks: [PaperId, Mark][] = [];
    for (const [key, value] of changes) {
      const id = key.startsWith(PREFIX) ? toPaperId(key.slice(PREFIX.length)) : undefined;
      const before = id && known.get(id);
      // A mark that is gone was taken out of storage by hand, or with all the rest.
      if (id && before) marks.push([id, value === undefined ? NO_MARK : mergeMarks(before, repairMark(value))]);
    }
    put(marks);
  }, signal);

  return {
    get: (id) => known.get(id) ?? NO_MARK,
    load(ids) {
      const missing = ids.filter((id) => !known.has(id));
      return missing.length > 0 ? read(missing) : undefined;
    },
    reload: () => read([...known.keys()]),
    async change(paper, change) {
      const before = known.get(paper.id) ?? NO_MARK;
      const after = changeMark(before, change);
      put([[paper.id, after]]);
      try {
        await write(area, paper, after, change);
      } catch (error) {
        // A later change stands on its own; only our own is taken back.
        if (known.get(paper.id) === after) put([[paper.id, before]]);
        throw error;
      }
    },
    onChanged(listener, listenerSignal) {
      listeners.add(listener);
      listenerSignal.addEventListener('abort', () => listeners.delete(listener), { once: true });
    },
  };
}

async function write(area: StorageArea, paper: Paper, mark: Mark, change: MarkChange): Promise<void> {
  const items: Record<string, unknown> = { [markKey(paper.id)]: mark };
  if (change.starred) {
    items[paperKey(paper.id)] = { ...paper, savedAt: new Date().toISOString() } satisfies SavedPaper;
  }
  await area.set(items);
  if (change.starred === false) await area.remove([paperKey(paper.id)]);
}

function isSame(a: Mark, b: Mark): boolean {
  return a.version === b.version && a.starred === b.starred && a.hidden === b.hidden;
}
