import type { StorageArea } from '../platform/storage-area';
import { idOfPaperKey, markKey, paperKey } from './keys';
import { repairMark } from './repair-mark';
import { repairSavedPaper, type SavedPaper } from './repair-saved-paper';

/**
 * All starred papers kept on this device, last starred first. The unreadable are passed over, and so is what was left of a
 * paper whose star is gone.
 */
export async function listSavedPapers(area: StorageArea): Promise<SavedPaper[]> {
  const ids = (await area.keys()).map(idOfPaperKey).filter((id) => id !== undefined);
  const values = await area.get(ids.flatMap((id) => [paperKey(id), markKey(id)]));
  return ids
    .filter((id) => repairMark(values[markKey(id)]).starred)
    .map((id) => repairSavedPaper(id, values[paperKey(id)]))
    .filter((paper) => paper !== undefined)
    .sort((a, b) => b.savedAt.localeCompare(a.savedAt));
}

/** Tells when the list of starred papers has changed. */
export function onSavedPapersChanged(area: StorageArea, listener: () => void, signal: AbortSignal): void {
  area.onChanged((changes) => {
    if ([...changes.keys()].some(idOfPaperKey)) listener();
  }, signal);
}
