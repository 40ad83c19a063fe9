import { listeners } from '../domain/listeners';
import { changeMark, mergeMarks, NO_MARK, type Mark, type MarkChange } from '../domain/mark';
import type { Paper, PaperId } from '../domain/paper';
import type { StorageArea } from '../platform/storage-area';
import { idOfMarkKey, markKey, paperKey } from './keys';
import { damageItems, markItems } from './mark-items';
import { isDamagedMark, repairMark } from './repair-mark';
import type { SavedPaper } from './repair-saved-paper';
import { salvageItems } from './salvage';

/** The marks of the papers on one page: the cost follows the page, never the history. */
export interface MarkStore {
  /** The mark as far as it is known; no mark for a paper that was not loaded. */
  get(id: PaperId): Mark;
  /** Reads the marks that are not known yet. Undefined when all are. */
  load(ids: readonly PaperId[]): Promise<void> | undefined;
  /** Reads all known marks again: a page from the back/forward cache has missed what happened meanwhile. */
  reload(): Promise<void>;
  /**
   * Changes the marks of papers at once and writes them, all or none.
   * @throws the browser's error when they could not be written; the change has been taken back by then
   */
  change(papers: readonly Paper[], change: MarkChange): Promise<void>;
  /** Hears which papers are starred, hidden or read, or are no more, here or in any other tab, before it is painted. */
  onChanged(listener: (ids: readonly PaperId[]) => void, signal: AbortSignal): void;
}

export function markStore(area: StorageArea, signal: AbortSignal): MarkStore {
  const asked = new Set<PaperId>();
  const stored = new Map<PaperId, Mark>();
  // Shown, and not yet written: each is written over what storage holds by then, so that one which fails costs no other.
  const pending = new Map<PaperId, readonly MarkChange[]>();
  const lastWrites = new Map<PaperId, Promise<void>>();
  // What is to be kept aside when a mark that cannot be read is written over.
  const damaged = new Map<PaperId, Record<string, unknown>>();
  let reloaded: Promise<unknown> = Promise.resolve();
  const changes = listeners<readonly PaperId[]>();
  // For each answer of storage that is being waited for: the papers of which something was heard meanwhile.
  const heard = new Set<Set<PaperId>>();

  const get = (id: PaperId): Mark =>
    (pending.get(id) ?? []).reduce<Mark>((mark, change) => changeMark(mark, change), stored.get(id) ?? NO_MARK);
  const update = (ids: readonly PaperId[], work: () => void) => {
    const before = ids.map(get);
    work();
    const changed = ids.filter((id, i) => !looksSame(before[i]!, get(id)));
    if (changed.length > 0) changes.tell(changed);
  };
  /** @param value undefined for a mark that was taken out of storage by hand, or with all the rest */
  const learn = (id: PaperId, value: unknown) => {
    const known = stored.get(id);
    const mark = repairMark(value);
    stored.set(id, known && value !== undefined ? mergeMarks(known, mark) : mark);
    if (isDamagedMark(value)) damaged.set(id, salvageItems(markKey(id), value));
    else damaged.delete(id);
  };
  const hear = (id: PaperId, value: unknown) => {
    learn(id, value);
    for (const ids of heard) ids.add(id);
  };
  const read = async (ids: readonly PaperId[]) => {
    for (const id of ids) asked.add(id);
    const heardMeanwhile = new Set<PaperId>();
    heard.add(heardMeanwhile);
    try {
      const values = await area.get(ids.map(markKey));
      // What was heard while storage answered is later than the answer.
      const news = ids.filter((id) => !heardMeanwhile.has(id));
      update(news, () => news.forEach((id) => learn(id, values[markKey(id)])));
      const found = ids.filter((id) => damaged.has(id));
      // Where even this cannot be written, the next page that meets them tries again.
      if (found.length > 0) area.set(damageItems(found)).catch(() => undefined);
    } finally {
      heard.delete(heardMeanwhile);
    }
  };
  const write = async (papers: readonly Paper[], change: MarkChange) => {
    // A page that comes back may know the marks as they were long ago.
    await reloaded;
    // A mark that could not be read, or not yet, would be written over as if there were none.
    const unknown = papers.map(({ id }) => id).filter((id) => !stored.has(id));
    if (unknown.length > 0) await read(unknown);
    const marks = papers.map(({ id }) => [id, changeMark(stored.get(id) ?? NO_MARK, change)] as const);
    const saved = change.starred ? papers.map(savedItems) : [];
    const aside = papers.map(({ id }) => damaged.get(id) ?? {});
    await area.set(Object.assign({}, ...marks.map(([id, mark]) => markItems(id, mark)), ...saved, ...aside) as Record<string, unknown>);
    for (const [id, mark] of marks) hear(id, mark);
  };

  area.onChanged((items) => {
    const known = [...items].flatMap(([key, value]) => {
      const id = idOfMarkKey(key);
      return id && asked.has(id) ? [{ id, value }] : [];
    });
    update(known.map(({ id }) => id), () => {
      for (const { id, value } of known) hear(id, value);
    });
  }, signal);

  return {
    get,
    load(ids) {
      const missing = ids.filter((id) => !stored.has(id));
      return missing.length > 0 ? read(missing) : undefined;
    },
    reload() {
      const reading = read([...asked]);
      reloaded = reading.catch(() => undefined);
      return reading;
    },
    async change(papers, change) {
      const ids = papers.map(({ id }) => id);
      const own = { ...change };
      update(ids, () => ids.forEach((id) => pending.set(id, [...(pending.get(id) ?? []), own])));
      const written = Promise.all(ids.map((id) => lastWrites.get(id) ?? Promise.resolve())).then(() => write(papers, own));
      const settle = () => ids.forEach((id) => pending.set(id, pending.get(id)!.filter((each) => each !== own)));
      const settled = written.finally(() => update(ids, settle));
      // The next write of these papers waits for this one, however it ends.
      const ended = settled.catch(() => undefined);
      for (const id of ids) lastWrites.set(id, ended);
      return settled;
    },
    onChanged: changes.add,
  };
}

/** What is kept of a paper stays when its star goes: the star may be given again meanwhile, in another tab or on another device. */
function savedItems(paper: Paper): Record<string, SavedPaper> {
  return { [paperKey(paper.id)]: { ...paper, savedAt: new Date().toISOString() } };
}

function looksSame(a: Mark, b: Mark): boolean {
  return a.starred === b.starred && a.hidden === b.hidden && a.read === b.read;
}
