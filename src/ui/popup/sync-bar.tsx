import type { SyncStatus } from '../../domain/sync-status';
import { t } from '../../platform/i18n';
import { useSource, type Source } from './parts/source';
import { StateIcon } from './parts/state-icon';
import { SyncAnnouncer } from './sync-announcer';
import { spaceText, syncText } from './sync-text';
import type { Doing } from './backup/use-backup-actions';

interface Props {
  readonly sync: Source<SyncStatus | undefined>;
  readonly doing: Doing;
  readonly showDetails: () => void;
}

/** How far the sync is, at the lower edge and always seen. Says nothing until the background script has. */
export function SyncBar({ sync, doing, showDetails }: Props) {
  const status = useSource(sync);
  if (!status) return null;
  return (
    <section class={`sync-bar${status.state === 'paused' ? ' warning' : ''}`} aria-label={t('sync_line')}>
      <div class="sync-state">{doing === 'import' || doing === 'restore' ? <Work doing={doing} /> : <State status={status} />}</div>
      <SyncAnnouncer status={status} />
      <button type="button" class="link" aria-label={t('sync_details_label')} onClick={showDetails}>
        {t('sync_details')}
      </button>
    </section>
  );
}

/** What is being written comes in parts: what is said of the sync meanwhile is of a part. */
function Work({ doing }: { readonly doing: 'import' | 'restore' }) {
  return (
    <p>
      <StateIcon kind="waiting" />
      {t(doing === 'import' ? 'backup_importing' : 'backup_restoring')}
    </p>
  );
}

function State({ status }: { readonly status: SyncStatus }) {
  const space = spaceText(status);
  return (
    <>
      <p>
        <StateIcon kind={status.state} />
        {syncText(status)}
      </p>
      {space && (
        <p>
          <StateIcon kind="warning" />
          {space}
        </p>
      )}
    </>
  );
}
