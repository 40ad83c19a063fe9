import type { StorageArea } from '../platform/storage-area';
import { storedItem } from '../storage/item';
import type { Refusals, RefusalStore } from './schedule';

/** Keeps the browser's refusals in storage.local. */
export function refusalStore(local: StorageArea): RefusalStore {
  return storedItem(local, 'sync-refusals', repairRefusals);
}

function repairRefusals(value: unknown): Refusals {
  const { count, notBefore } = Object(value) as Partial<Refusals>;
  return Number.isSafeInteger(count) && Number.isFinite(notBefore) && count! >= 0 ? { count: count!, notBefore: notBefore! } : { count: 0, notBefore: 0 };
}
