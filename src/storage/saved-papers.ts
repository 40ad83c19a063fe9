import type { Paper, PaperId } from '../domain/paper';
import type { StorageArea } from '../platform/storage-area';
import { markKey, paperKey } from './keys';
import { repairMark } from './repair-mark';
import { repairSavedPaper, type SavedPaper } from './repair-saved-paper';

/** What is kept of `ids`, in that order. What was removed meanwhile comes without facts. */
export async function readSavedPapers(area: StorageArea, ids: readonly PaperId[]): Promise<SavedPaper[]> {
  const values = await area.get(ids.map(paperKey));
  return ids.map((id) => repairSavedPaper(id, values[paperKey(id)]));
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
