import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../../platform/i18n';
import type { SnapshotInfo } from '../../../storage/snapshots';
import { snapshotFacts, snapshotTime } from './backup-text';
import { focusSoon } from '../parts/focus';

interface Props {
  readonly snapshots: readonly SnapshotInfo[];
  /** Something is being written: nothing else may be begun. */
  readonly busy: boolean;
  readonly restore: (snapshot: SnapshotInfo) => Promise<void>;
}

/** The snapshots on this device, newest first, each with its way back. */
export function Snapshots({ snapshots, busy, restore }: Props) {
  const [asked, setAsked] = useState<string>();
  const [restoring, setRestoring] = useState<string>();
  const close = (key: string) => {
    setAsked(undefined);
    focusSoon(restoreId(key));
  };
  const confirm = async (snapshot: SnapshotInfo) => {
    if (busy) return;
    setRestoring(snapshot.key);
    await restore(snapshot);
    setRestoring(undefined);
    close(snapshot.key);
  };
  return (
    <ul class="snapshot-list">
      {snapshots.map((snapshot) => (
        <li key={snapshot.key} class="snapshot">
          <div class="snapshot-row">
            <div>
              <p>{snapshotTime(snapshot)}</p>
              <p class="hint snapshot-facts">{snapshotFacts(snapshot)}</p>
            </div>
            {asked !== snapshot.key && (
              <button
                type="button"
                id={restoreId(snapshot.key)}
                class="button"
                aria-label={t('backup_restore_label', snapshotTime(snapshot), snapshotFacts(snapshot))}
                aria-disabled={busy}
                onClick={() => !busy && setAsked(snapshot.key)}
              >
                {t('backup_restore')}
              </button>
            )}
          </div>
          {asked === snapshot.key && (
            <Confirmation
              busy={busy}
              restoring={restoring === snapshot.key}
              confirm={() => void confirm(snapshot)}
              cancel={() => close(snapshot.key)}
            />
          )}
        </li>
      ))}
    </ul>
  );
}

interface ConfirmationProps {
  readonly busy: boolean;
  readonly restoring: boolean;
  readonly confirm: () => void;
  readonly cancel: () => void;
}

function Confirmation({ busy, restoring, confirm, cancel }: ConfirmationProps) {
  const cancelButton = useRef<HTMLButtonElement>(null);
  useEffect(() => cancelButton.current?.focus(), []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || restoring) return;
    // In the toolbar's popup the same key would close it all.
    event.preventDefault();
    cancel();
  };
  return (
    <div class="confirmation" role="group" aria-labelledby="restore-question" onKeyDown={onKeyDown}>
      <p id="restore-question">{t('backup_restore_question')}</p>
      <div class="buttons">
        <button type="button" class="primary" aria-disabled={busy} onClick={confirm}>
          {t(restoring ? 'backup_restoring' : 'backup_restore')}
        </button>
        <button type="button" class="button" ref={cancelButton} aria-disabled={restoring} onClick={() => !restoring && cancel()}>
          {t('backup_cancel')}
        </button>
      </div>
    </div>
  );
}

function restoreId(key: string): string {
  return `restore-${key}`;
}
