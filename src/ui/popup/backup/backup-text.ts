import { formatList } from '../../../platform/format';
import { formatTime } from '../../../platform/format-sync';
import { t, tCount, type MessageKey } from '../../../platform/i18n';
import { BackupFileError, type BackupFileProblem, type ImportReport } from '../../../storage/backup-file';
import type { SnapshotInfo } from '../../../storage/snapshots';
import { errorText } from '../parts/error-text';

const NO_BREAK = '\u00a0';

const REASONS: Readonly<Record<SnapshotInfo['reason'], MessageKey>> = {
  daily: 'backup_daily',
  'before-merge': 'backup_before_merge',
  'before-migration': 'backup_before_migration',
  'before-restore': 'backup_before_restore',
  'before-import': 'backup_before_import',
};

const FILE_PROBLEMS: Readonly<Record<BackupFileProblem, MessageKey>> = {
  'too-large': 'backup_too_large',
  'not-json': 'backup_not_json',
  'other-format': 'backup_other_format',
  'newer-format': 'backup_newer_format',
};

/** "Feb 18, 2024, 9:30 AM". */
export function snapshotTime({ at }: SnapshotInfo): string {
  return formatTime(at) ?? t('backup_unknown_time');
}

/** "Before a restore · 12 starred · 40 hidden · 9 keywords", no line of which begins with a dot. */
export function snapshotFacts({ reason, counts }: SnapshotInfo): string {
  const parts = [
    t(REASONS[reason]),
    tCount('popup_starred', counts.starred),
    tCount('popup_hidden', counts.hidden),
    tCount('backup_keywords', counts.keywords),
  ];
  return parts.join(`${NO_BREAK}· `);
}

/** "papersift-2024-02-18.json": the day where the reader is. */
export function backupFileName(now: Date): string {
  const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  return `papersift-${parts.map((part) => String(part).padStart(2, '0')).join('-')}.json`;
}

/** "Imported: 37 papers, 4 keywords. 2 entries could not be read." */
export function importReport({ papersChanged, keywordsChanged, settingsChanged, unreadable }: ImportReport): string {
  const parts = [
    papersChanged > 0 ? tCount('papers', papersChanged) : undefined,
    keywordsChanged > 0 ? tCount('backup_keywords', keywordsChanged) : undefined,
    settingsChanged ? t('backup_settings') : undefined,
  ].filter((part) => part !== undefined);
  const imported = parts.length > 0 ? t('backup_imported', formatList(parts)) : t('backup_imported_nothing');
  return unreadable > 0 ? `${imported} ${tCount('backup_unreadable', unreadable)}` : imported;
}

/** Why a file was not imported, with what to do. */
export function importFailure(error: unknown): string {
  return error instanceof BackupFileError ? t(FILE_PROBLEMS[error.problem]) : t('backup_not_imported', errorText(error));
}
