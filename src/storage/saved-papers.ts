import type { PaperId } from '../domain/paper';
import type { StorageArea } from '../platform/storage-area';
import { repairSavedPaper, type SavedPaper } from './schemas';

const PREFIX = 'paper:';

export function paperKey(id: PaperId): string {
  return PREFIX + id;
}

/** All starred papers kept on this device, last starred first. The unreadable are passed over. */
export async function listSavedPapers(area: StorageArea): Promise<SavedPaper[]> {
  const keys = (await area.keys()).filter((key) => key.startsWith(PREFIX));
  const values = await area.get(keys);
  return keys
    .map((key) => repairSavedPaper(key.slice(PREFIX.length), values[key]))
    .filter((paper) => paper !== undefined)
    .sort((a, b) => b.savedAt.localeCompare(a.savedAt));
}

/** Tells when the list of starred papers has changed. */
export function onSavedPapersChanged(area: StorageArea, listener: () => void, signal: AbortSignal): void {
  area.onChanged((changes) => {
    if ([...changes.keys()].some((key) => key.startsWith(PREFIX))) listener();
  }, signal);
}
