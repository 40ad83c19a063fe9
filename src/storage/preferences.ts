import type { DraftKeyword, Keyword } from '../domain/keyword';
import type { Settings } from '../domain/settings';
import type { StorageArea } from '../platform/storage-area';
import { storedItem, type StoredItem } from './item';
import { repairDraftKeyword, repairKeywords, repairSettings } from './repair-preferences';

export function settingsItem(area: StorageArea): StoredItem<Settings> {
  return storedItem(area, 'settings', repairSettings);
}

export function keywordsItem(area: StorageArea): StoredItem<readonly Keyword[]> {
  return storedItem<readonly Keyword[]>(area, 'keywords', repairKeywords);
}

/** The keyword being typed in the popup. There only while a popup is open (the background script removes it). */
export function draftKeywordItem(area: StorageArea): StoredItem<DraftKeyword | undefined> {
  return storedItem(area, 'draft-keyword', repairDraftKeyword);
}
