import type { SyncStatus } from '../../domain/sync-status';
import { t } from '../../platform/i18n';
import { StateIcon } from './state-icon';
import { spaceWarning, usageText } from './sync-text';

/** How much of the browser's sync storage is used, and what that means when it runs short. */
export function SyncStorage({ status }: { readonly status: SyncStatus }) {
  const { usedBytes, quotaBytes } = status;
  const warning = spaceWarning(status);
  return (
    <div class="sync-storage">
      <div class="usage">
        <span id="sync-storage">{t('sync_storage')}</span>
        <span>{usageText(status)}</span>
      </div>
      {/* No <meter>: Chromium draws it in parts of its own that a style sheet cannot make fit. */}
      <div
        role="meter"
        class="meter"
        aria-labelledby="sync-storage"
        aria-valuemin={0}
        aria-valuemax={quotaBytes}
        aria-valuenow={usedBytes}
        aria-valuetext={usageText(status)}
      >
        <span style={{ width: `${(100 * usedBytes) / quotaBytes}%` }} />
      </div>
      {warning && (
        <p class="line warning">
          <StateIcon kind="warning" />
          <span>{warning}</span>
        </p>
      )}
    </div>
  );
}
