import type { SyncPause, SyncStatus } from '../../domain/sync-status';
import { formatKilobytes, formatMonth } from '../../platform/format';
import { t, tCount } from '../../platform/i18n';

/** The browsers' own words are short; what an error brings from elsewhere must not push the popup aside. */
const BROWSER_TEXT_LIMIT = 120;

/** How far the reader's decisions have got: "Synced", "3 changes waiting to sync", "Sync is paused: …". */
export function syncText({ state, waiting, pause }: SyncStatus): string {
  switch (state) {
    case 'synced':
      return t('sync_synced');
    case 'waiting':
      return tCount('sync_waiting', waiting);
    case 'paused':
      return pauseText(pause);
  }
}

function pauseText(pause: SyncPause | undefined): string {
  const [reason, remedy] = pauseParts(pause?.kind ?? 'browser-error');
  const text = clip((pause?.text ?? '').trim().replace(/\.$/, ''));
  return text ? t('sync_paused_with_text', reason, text, remedy) : t('sync_paused', reason, remedy);
}

function pauseParts(kind: SyncPause['kind']): [reason: string, remedy: string] {
  switch (kind) {
    case 'too-many-writes':
      return [t('sync_too_many_writes'), t('sync_too_many_writes_remedy')];
    case 'no-space':
      return [t('sync_no_space'), t('sync_no_space_remedy')];
    case 'newer-version':
      return [t('sync_newer_version'), t('sync_newer_version_remedy')];
    // Nothing more is known of a kind that another version of ours has written.
    case 'browser-error':
    default:
      return [t('sync_browser_error'), t('sync_browser_error_remedy')];
  }
}

function clip(text: string): string {
  const characters = [...text];
  return characters.length > BROWSER_TEXT_LIMIT ? `${characters.slice(0, BROWSER_TEXT_LIMIT).join('')}…` : text;
}

/** "Sync storage is nearly full"; undefined while there is enough, and while something worse is to be said. */
export function spaceText({ state, space }: SyncStatus): string | undefined {
  if (state === 'paused') return undefined;
  switch (space) {
    case 'nearly-full':
      return t('sync_nearly_full');
    case 'full':
      return t('sync_full');
    case 'enough':
      return undefined;
  }
}

/** What stays on this device for want of space, or soon will; undefined while there is enough. */
export function spaceWarning({ space, keptBefore }: SyncStatus): string | undefined {
  const month = keptBefore && formatMonth(keptBefore);
  switch (space) {
    case 'nearly-full':
      return month ? t('sync_nearly_full_warning', month) : t('sync_nearly_full_warning_old');
    case 'full':
      return month ? t('sync_full_warning', month) : t('sync_full_warning_old');
    case 'enough':
      return undefined;
  }
}

/** "12.4 KB of 100 KB". */
export function usageText({ usedBytes, quotaBytes }: SyncStatus): string {
  return t('sync_usage', formatKilobytes(usedBytes), formatKilobytes(quotaBytes));
}
