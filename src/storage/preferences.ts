import type { Keyword } from '../domain/keyword';
import type { Settings } from '../domain/settings';
import type { StorageArea } from '../platform/storage-area';
import { storedItem, type StoredItem } from './item';
import { repairKeywords, repairSettings } from './schemas';

export function settingsItem(area: StorageArea): StoredItem<Settings> {
  return storedItem(area, 'settings', repairSettings);
}

export function keywordsItem(area: StorageArea): StoredItem<readonly Keyword[]> {
  return storedItem<readonly Keyword[]>(area, 'keywords', repairKeywords);
}
