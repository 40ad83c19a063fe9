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
        <label for="sync-meter">{t('sync_storage')}</label>
        <span>{usageText(status)}</span>
      </div>
      <meter id="sync-meter" min={0} max={quotaBytes} value={usedBytes} aria-valuetext={usageText(status)} />
      {warning && (
        <p class="line warning">
          <StateIcon kind="warning" />
          <span>{warning}</span>
        </p>
      )}
    </div>
  );
}
