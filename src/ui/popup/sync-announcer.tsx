import { useEffect, useState } from 'preact/hooks';
import type { SyncStatus } from '../../domain/sync-status';
import { t } from '../../platform/i18n';
import { pausedText } from './sync-text';

/** Tells a screen reader of a pause and of its end: each change that waits and is synced would be too much. */
export function SyncAnnouncer({ status }: { readonly status: SyncStatus }) {
  const paused = pausedText(status);
  const [said, setSaid] = useState<string>();
  // After the first rendering: what a region holds from the beginning is not read out.
  useEffect(() => setSaid((before) => paused ?? (before === undefined ? undefined : t('sync_goes_on'))), [paused]);
  return (
    <div class="unseen" role="status">
      {said}
    </div>
  );
}
