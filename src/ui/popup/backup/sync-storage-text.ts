import type { SyncPause, SyncStatus } from '../../../domain/sync-status';
import { formatKilobytes, formatMonth } from '../../../platform/format-sync';
import { t, type MessageKey } from '../../../platform/i18n';

/** The browsers' own words are short; what an error brings from elsewhere must not push the popup aside. */
const BROWSER_TEXT_LIMIT = 120;

interface PauseTexts {
  readonly reason: MessageKey;
  readonly remedy: MessageKey;
}

const PAUSES: Readonly<Record<SyncPause['kind'], PauseTexts>> = {
  'too-many-writes': { reason: 'sync_too_many_writes_reason', remedy: 'sync_too_many_writes_remedy' },
  'no-space': { reason: 'sync_no_space_reason', remedy: 'sync_no_space_remedy' },
  'newer-version': { reason: 'sync_newer_version_reason', remedy: 'sync_newer_version_remedy' },
  'browser-error': { reason: 'sync_browser_error_reason', remedy: 'sync_browser_error_remedy' },
};

/** Why the sync is paused, with the browser's own words and what can be done; undefined while it is not. */
export function pauseReason({ state, pause }: SyncStatus, hasKeywords: boolean): string | undefined {
  if (state !== 'paused') return undefined;
  // Nothing more is known of a kind that another version of ours has written.
  const { reason, remedy } = (pause && PAUSES[pause.kind]) ?? PAUSES['browser-error'];
  const canHaveFewer = pause?.kind === 'no-space' && hasKeywords;
  const remedies = canHaveFewer ? `${t(remedy)} ${t('sync_fewer_keywords')}` : t(remedy);
  const text = clip((pause?.text ?? '').trim().replace(/\.$/, ''));
  return text ? t('sync_pause_reason_with_text', t(reason), text, remedies) : t('sync_pause_reason', t(reason), remedies);
}

function clip(text: string): string {
  const characters = [...text];
  return characters.length > BROWSER_TEXT_LIMIT ? `${characters.slice(0, BROWSER_TEXT_LIMIT).join('')}…` : text;
}

/** What does not fit, or soon will not; undefined while there is enough, and where the reason of the pause says it. */
export function spaceWarning({ state, pause, space, keptBefore }: SyncStatus): string | undefined {
  if (space === 'enough' || isPausedForSpace({ state, pause })) return undefined;
  const month = keptBefore && formatMonth(keptBefore);
  const isFull = space === 'full';
  if (!month) return t(isFull ? 'sync_full_warning' : 'sync_nearly_full_warning');
  const text = t(isFull ? 'sync_full_month' : 'sync_nearly_full_month', month);
  return state === 'paused' ? text : `${text} ${t('sync_stars_go_on')}`;
}

/** "Hides of papers before March 2023 are kept on each device only.", where no warning says it. */
export function keptText(status: SyncStatus): string | undefined {
  const { space, keptBefore } = status;
  const month = keptBefore && formatMonth(keptBefore);
  // Nearly full, it says what is still to come.
  if (!month || space === 'nearly-full' || spaceWarning(status) !== undefined) return undefined;
  return t('sync_kept_before', month);
}

/** Why there is no more room although the meter is not at its end; undefined while there is enough. */
export function reserveText({ state, pause, space, usedBytes, quotaBytes }: SyncStatus): string | undefined {
  if (usedBytes > 0.9 * quotaBytes) return undefined;
  return space === 'enough' && !isPausedForSpace({ state, pause }) ? undefined : t('sync_reserve');
}

function isPausedForSpace({ state, pause }: { state: SyncStatus['state']; pause: SyncPause | undefined }): boolean {
  return state === 'paused' && pause?.kind === 'no-space';
}

/** "12.4 KB of 100 KB". */
export function usageText({ usedBytes, quotaBytes }: SyncStatus): string {
  return t('sync_usage', formatKilobytes(usedBytes), formatKilobytes(quotaBytes));
}
