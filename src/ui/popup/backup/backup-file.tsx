import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../../platform/i18n';
import type { Doing } from './use-backup-actions';

interface Props {
  /** In the toolbar's popup a file cannot be chosen: the dialog takes the focus, and the popup closes under it. */
  readonly canChooseFile: boolean;
  /** The reader was brought here from the popup to import, and all above has its place. */
  readonly focusImport: boolean;
  readonly doing: Doing;
  readonly exportAll: () => void;
  readonly importFile: (file: File) => void;
  readonly openInTab: () => void;
}

/** Export to a file and import from one. */
export function BackupFile({ doing, canChooseFile, exportAll, openInTab, ...importProps }: Props) {
  const busy = doing !== undefined;
  return (
    <>
      <h3>{t('backup_file')}</h3>
      <p class="hint">{t('backup_file_hint')}</p>
      <div class="buttons">
        <button type="button" class="button" aria-disabled={busy} onClick={exportAll}>
          {t('backup_export')}
        </button>
        {canChooseFile ? (
          <FileInput {...importProps} busy={busy} label={t(doing === 'import' ? 'backup_importing' : 'backup_import')} />
        ) : (
          <button type="button" class="button" aria-disabled={busy} onClick={() => !busy && openInTab()}>
            {t('backup_import_in_tab')}
          </button>
        )}
      </div>
    </>
  );
}

interface FileInputProps extends Pick<Props, 'focusImport' | 'importFile'> {
  readonly busy: boolean;
  readonly label: string;
}

function FileInput({ busy, focusImport, importFile, label }: FileInputProps) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (!focusImport) return;
    input.current?.focus({ preventScroll: true });
    // In the middle: the header and the sync's line lie over the edges.
    input.current?.parentElement?.scrollIntoView({ block: 'center' });
  }, [focusImport]);
  // Not `disabled`, which would take the focus away.
  const onClick = (event: MouseEvent) => {
    if (busy) event.preventDefault();
  };
  const onChange = () => {
    const file = input.current?.files?.[0];
    // The same file can be chosen once more.
    if (input.current) input.current.value = '';
    if (file) importFile(file);
  };
  return (
    <label class={`button${busy ? ' disabled' : ''}`}>
      {label}
      <input ref={input} type="file" class="unseen" accept=".json,application/json" aria-disabled={busy} onClick={onClick} onChange={onChange} />
    </label>
  );
}
