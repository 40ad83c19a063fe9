import type { SyncPause, SyncStatus } from '../../domain/sync-status';
import { t, tCount, type MessageKey } from '../../platform/i18n';

const PAUSES: Readonly<Record<SyncPause['kind'], MessageKey>> = {
  'too-many-writes': 'sync_too_many_writes',
  'no-space': 'sync_no_space',
  'newer-version': 'sync_newer_version',
  'browser-error': 'sync_browser_error',
};

/** For the line: "Synced", "3 changes waiting to sync", "Sync is paused: its storage is full. 3 changes waiting to sync". */
export function syncText(status: SyncStatus): string {
  const { state, waiting } = status;
  if (state === 'synced') return t('sync_synced');
  const count = waiting > 0 || state === 'waiting' ? tCount('sync_waiting', waiting) : undefined;
  return [pausedText(status), count].filter((part) => part !== undefined).join(' ');
}

/** "Sync is paused: its storage is full."; undefined while it is not. */
export function pausedText({ state, pause }: SyncStatus): string | undefined {
  // Nothing more is known of a kind that another version of ours has written.
  return state === 'paused' ? t('sync_paused', t((pause && PAUSES[pause.kind]) ?? PAUSES['browser-error'])) : undefined;
}

/** For the line: "Sync storage is nearly full"; undefined while there is enough, and while something worse is to be said. */
export function spaceText({ state, space }: SyncStatus): string | undefined {
  if (state === 'paused' || space === 'enough') return undefined;
  return t(space === 'full' ? 'sync_full' : 'sync_nearly_full');
}
