import type { SyncStatus } from '../../../domain/sync-status';
import { t } from '../../../platform/i18n';
import { StateIcon } from '../parts/state-icon';
import { keptText, pauseReason, reserveText, spaceWarning, usageText } from './sync-storage-text';

interface Props {
  readonly status: SyncStatus;
  readonly hasKeywords: boolean;
}

/** Why the sync is paused, how much of the browser's sync storage is used, and what that means when it runs short. */
export function SyncStorage({ status, hasKeywords }: Props) {
  const { usedBytes, quotaBytes } = status;
  const [kept, reserve] = [keptText(status), reserveText(status)];
  return (
    <div class="sync-storage">
      <Warning text={pauseReason(status, hasKeywords)} />
      <div class="usage">
        <span id="sync-storage">{t('sync_storage')}</span>
        <span class="usage-value">{usageText(status)}</span>
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
      {reserve && <p class="hint">{reserve}</p>}
      <Warning text={spaceWarning(status)} />
      {kept && <p class="hint">{kept}</p>}
    </div>
  );
}

function Warning({ text }: { readonly text: string | undefined }) {
  if (!text) return null;
  return (
    <p class="line warning">
      <StateIcon kind="warning" />
      <span>{text}</span>
    </p>
  );
}
