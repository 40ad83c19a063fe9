import { liveKeywords, mergeEntries, type KeywordEntry } from '../domain/keyword-entries';
import { mergeMarks, NO_MARK, type Mark } from '../domain/mark';
import type { PaperId } from '../domain/paper';
import { mergeSettings } from '../domain/settings';
import type { ExclusiveArea } from '../platform/exclusive-area';
import type { StorageArea } from '../platform/storage-area';
import { readAllMarks } from './all-marks';
import { BACKUP_FORMAT, BACKUP_VERSION } from './backup-format';
import { idOfPaperKey, paperKey } from './keys';
import { mergePreferences, readPreferences } from './preferences';
import { readBackup, type Backup } from './read-backup';
import { repairSavedPaper, type SavedPaper } from './repair-saved-paper';
import { takeSnapshot } from './snapshots';
import { writeInChunks, writeMarks } from './write-marks';

export { BackupFileError, type BackupFileProblem } from './backup-format';

/** What an import has changed. */
export interface ImportReport {
  readonly papersChanged: number;
  /** Keywords that the list of the reader has gained, lost, or has otherwise. */
  readonly keywordsChanged: number;
  readonly settingsChanged: boolean;
  /** How many marks, papers and keywords of the file, and whether its settings, could not be read as they stand. */
  readonly unreadable: number;
}

/**
 * All that this device keeps, as a JSON file: `marks` and the facts of the starred `papers` by arXiv id, `keywords` (those
 * removed, too, so that an import does not bring them back), and `settings`. Their versions count decisions: of two that
 * differ the higher one is the later one.
 */
export async function exportBackup(area: StorageArea, now: Date): Promise<string> {
  const marks = await readAllMarks(area);
  const { keywords, settings } = await readPreferences(area);
  const papers = await readStarredPapers(area, marks);
  const file = {
    format: BACKUP_FORMAT,
    formatVersion: BACKUP_VERSION,
    exportedAt: now.toISOString(),
    settings,
    keywords,
    marks: byId(marks),
    papers: byId(papers),
  };
  return JSON.stringify(file, undefined, 1);
}

/**
 * Merges a backup file into what this device keeps, as what other devices send is merged: of everything the later decision
 * counts, so that it does not matter how often or in which order files are imported. A snapshot is taken before anything
 * is changed.
 * @throws BackupFileError when the file is no backup; the browser's error when something could not be written
 */
export async function importBackup(area: ExclusiveArea, text: string): Promise<ImportReport> {
  const backup = readBackup(text);
  const now = new Date();
  const known = await readAllMarks(area);
  const marks = laterMarks(known, backup.marks);
  const papers = await missingPapers(area, new Map([...known, ...marks]), backup.papers, now);
  const before = await readPreferences(area);
  const keywords = mergeEntries(before.keywords, backup.keywords);
  const settingsChanged = backup.settings !== undefined && mergeSettings(before.settings, backup.settings) !== before.settings;
  const report: ImportReport = {
    papersChanged: new Set([...marks.keys(), ...papers.keys()]).size,
    keywordsChanged: countChanged(before.keywords, keywords),
    settingsChanged,
    unreadable: backup.unreadable,
  };
  if (report.papersChanged === 0 && keywords === before.keywords && !settingsChanged) return report;
  await takeSnapshot(area, 'before-import', now);
  await writeInChunks(area, [...papers].map(([id, paper]) => ({ [paperKey(id)]: paper })));
  await writeMarks(area, marks, now.toISOString());
  await mergePreferences(area, backup);
  return report;
}

function byId<T>(values: ReadonlyMap<PaperId, T>): Record<string, T> {
  return Object.fromEntries([...values].sort(([a], [b]) => (a < b ? -1 : 1)));
}

async function readStarredPapers(area: StorageArea, marks: ReadonlyMap<PaperId, Mark>): Promise<Map<PaperId, SavedPaper>> {
  const ids = (await area.keys()).map(idOfPaperKey).filter((id) => id !== undefined && marks.get(id)?.starred) as PaperId[];
  const values = await area.get(ids.map(paperKey));
  return new Map(ids.map((id) => [id, repairSavedPaper(id, values[paperKey(id)])]));
}

/** Those of `marks` that are later than the known ones. */
function laterMarks(known: ReadonlyMap<PaperId, Mark>, marks: Backup['marks']): Map<PaperId, Mark> {
  const later = new Map<PaperId, Mark>();
  for (const [id, mark] of marks) {
    const now = known.get(id) ?? NO_MARK;
    const merged = mergeMarks(now, mark);
    if (merged !== now) later.set(id, merged);
  }
  return later;
}

/** What the file tells of starred papers of which this device does not even know the title. */
async function missingPapers(
  area: StorageArea,
  marks: ReadonlyMap<PaperId, Mark>,
  papers: Backup['papers'],
  now: Date,
): Promise<Map<PaperId, SavedPaper>> {
  const told = [...papers].filter(([id]) => marks.get(id)?.starred);
  const values = await area.get(told.map(([id]) => paperKey(id)));
  const missing = new Map<PaperId, SavedPaper>();
  for (const [id, paper] of told) {
    const value = values[paperKey(id)];
    const kept = repairSavedPaper(id, value);
    const isNew = paper.title === undefined ? value === undefined : kept.title === undefined;
    if (isNew) missing.set(id, { ...paper, savedAt: kept.savedAt || paper.savedAt || now.toISOString() });
  }
  return missing;
}

function countChanged(before: readonly KeywordEntry[], after: readonly KeywordEntry[]): number {
  const [was, is] = [before, after].map((entries) => new Map(liveKeywords(entries).map((entry) => [entry.id, entry])));
  return [...new Set([...was!.keys(), ...is!.keys()])].filter((id) => was!.get(id) !== is!.get(id)).length;
}
