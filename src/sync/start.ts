import type { Alarm } from '../platform/alarm';
import type { ExclusiveArea } from '../platform/exclusive-area';
import type { StorageArea } from '../platform/storage-area';
import { idOfJournalKey } from '../storage/keys';
import { createSyncEngine } from './engine';
import { refusalStore } from './refusals';
import { scheduleRounds } from './schedule';

export interface SyncParts {
  readonly local: ExclusiveArea;
  readonly sync: StorageArea;
  readonly alarm: Alarm;
  /** Hears how many papers are starred, after each round. */
  onStars(stars: number): void;
}

/** Keeps storage.local and storage.sync together until `signal` aborts. To be called at once when the script starts. */
export function startSync({ local, sync, alarm, onStars }: SyncParts, signal: AbortSignal): void {
  const engine = createSyncEngine({ local, sync, now: () => new Date() }, signal);
  const counting = {
    async round(mayWrite?: boolean) {
      const result = await engine.round(mayWrite);
      if (result.stars !== undefined) onStars(result.stars);
      return result;
    },
  };
  const { wake } = scheduleRounds(counting, alarm, refusalStore(local), Math.random, signal);
  local.onChanged((changes) => {
    if ([...changes.keys()].some(isSynced)) wake();
  }, signal);
  sync.onChanged(wake, signal);
}

function isSynced(key: string): boolean {
  return key === 'keywords' || key === 'settings' || idOfJournalKey(key) !== undefined;
}
