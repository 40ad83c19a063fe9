import type { Paper } from '../domain/paper';
import type { StorageArea } from '../platform/storage-area';
import { idOfMarkKey, idOfPaperKey, markKey, paperKey } from './keys';
import { repairMark } from './repair-mark';
import { repairSavedPaper, type SavedPaper } from './repair-saved-paper';

/**
 * All starred papers kept on this device, last starred first, with or without facts. What was left of a paper whose star is
 * gone is passed over.
 */
export async function listSavedPapers(area: StorageArea): Promise<SavedPaper[]> {
  const ids = (await area.keys()).map(idOfPaperKey).filter((id) => id !== undefined);
  const values = await area.get(ids.flatMap((id) => [paperKey(id), markKey(id)]));
  return ids
    .filter((id) => repairMark(values[markKey(id)]).starred)
    .map((id) => repairSavedPaper(id, values[paperKey(id)]))
    .sort((a, b) => b.savedAt.localeCompare(a.savedAt));
}

/** Keeps the facts of those of `papers` that are starred and of which storage does not even know the title. */
export async function addMissingFacts(area: StorageArea, papers: readonly Paper[], now: Date): Promise<void> {
  const values = await area.get(papers.flatMap(({ id }) => [paperKey(id), markKey(id)]));
  const items: Record<string, SavedPaper> = {};
  for (const paper of papers) {
    const saved = repairSavedPaper(paper.id, values[paperKey(paper.id)]);
    // A star that was set on this page is shown before it is written, and is written with the facts.
    const isStarred = repairMark(values[markKey(paper.id)]).starred;
    if (isStarred && saved.title === undefined) items[paperKey(paper.id)] = { ...saved, ...paper, savedAt: saved.savedAt || now.toISOString() };
  }
  if (Object.keys(items).length > 0) await area.set(items);
}

/** Tells when the list of starred papers may have changed: a star that goes on another device leaves what is kept of its paper. */
export function onSavedPapersChanged(area: StorageArea, listener: () => void, signal: AbortSignal): void {
  area.onChanged((changes) => {
    if ([...changes.keys()].some((key) => idOfPaperKey(key) ?? idOfMarkKey(key))) listener();
  }, signal);
}
