import type { SyncStatus } from '../../domain/sync-status';
import { t } from '../../platform/i18n';
import { useSource, type Source } from './source';
import { StateIcon } from './state-icon';
import { spaceText, syncText } from './sync-text';

interface Props {
  readonly sync: Source<SyncStatus | undefined>;
  readonly showDetails: () => void;
}

/** How far the sync is, at the lower edge and always seen. Says nothing until the background script has. */
export function SyncBar({ sync, showDetails }: Props) {
  const status = useSource(sync);
  const space = status && spaceText(status);
  return (
    <div class={`sync-bar${status?.state === 'paused' ? ' warning' : ''}`}>
      <div class="sync-state" role="status">
        {status && (
          <p>
            <StateIcon kind={status.state} />
            {syncText(status)}
          </p>
        )}
        {space && (
          <p>
            <StateIcon kind="warning" />
            {space}
          </p>
        )}
      </div>
      {space && (
        <button type="button" class="link" aria-label={t('sync_details_label')} onClick={showDetails}>
          {t('sync_details')}
        </button>
      )}
    </div>
  );
}
