import { isExtra } from '../domain/extra';
import type { KeywordEntry } from '../domain/keyword-entries';
import { isVersion, LARGEST_VERSION, NO_MARK, type Mark } from '../domain/mark';
import { toPaperId, type PaperId } from '../domain/paper';
import type { Settings } from '../domain/settings';
import { BACKUP_FORMAT, BACKUP_VERSION, BackupFileError } from './backup-format';
import { fieldsIn, isSwitch, type Fields } from './fields';
import { repairEntries, repairSettings, unreadableEntries, unreadableSettings } from './repair-preferences';
import { repairSavedPaper, type SavedPaper } from './repair-saved-paper';

/** What can be read of a backup file. */
export interface Backup {
  readonly marks: ReadonlyMap<PaperId, Mark>;
  readonly papers: ReadonlyMap<PaperId, SavedPaper>;
  readonly keywords: readonly KeywordEntry[];
  /** Undefined where the file has none. */
  readonly settings: Settings | undefined;
  /** How many marks, papers and keywords, and whether the settings, could not be read as they stand. */
  readonly unreadable: number;
}

/** Characters. Five years of stars with all facts take about half of it. */
const LONGEST_FILE = 128 * 1024 * 1024;
/** Characters. A paper with an abstract and 3,000 authors takes a third of it. */
const LONGEST_PAPER = 200_000;

/**
 * Reads what `exportBackup` wrote, or what has become of it. What cannot be read is counted and passed over.
 * @throws BackupFileError when it is no backup, or one of a later version; nothing else
 */
export function readBackup(text: string): Backup {
  const file = parseBackup(text);
  const marks = readPapers(file['marks'], (_, value) => readMark(value));
  const papers = readPapers(file['papers'], readPaper);
  const keywords = readKeywords(file['keywords']);
  const settings = readSettings(file['settings']);
  return {
    marks: marks.values,
    papers: papers.values,
    ...keywords,
    ...settings,
    unreadable: marks.unreadable + papers.unreadable + keywords.unreadable + settings.unreadable,
  };
}

function parseBackup(text: string): Fields {
  if (text.length > LONGEST_FILE) throw new BackupFileError('too-large');
  let file: unknown;
  try {
    // Windows' editors put a byte order mark in front.
    file = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new BackupFileError('not-json');
  }
  if (!isFields(file) || file['format'] !== BACKUP_FORMAT) throw new BackupFileError('other-format');
  const version = file['formatVersion'];
  if (typeof version === 'number' && version > BACKUP_VERSION) throw new BackupFileError('newer-format');
  if (version !== BACKUP_VERSION) throw new BackupFileError('other-format');
  return file;
}

/** Reads what the file has by the id of a paper. */
function readPapers<T>(value: unknown, read: (id: PaperId, value: unknown) => T | undefined): { values: Map<PaperId, T>; unreadable: number } {
  const values = new Map<PaperId, T>();
  if (value === undefined) return { values, unreadable: 0 };
  if (!isFields(value)) return { values, unreadable: 1 };
  const entries = Object.entries(value);
  for (const [key, each] of entries) {
    const id = toPaperId(key);
    const result = id === key ? read(id, each) : undefined;
    if (id && result !== undefined) values.set(id, result);
  }
  return { values, unreadable: entries.length - values.size };
}

function readMark(value: unknown): Mark | undefined {
  // Files of the first versions know nothing of reading.
  const { version, starred, hidden, read = NO_MARK.read, ...newer } = fieldsIn(value);
  if (!isVersion(version) || !isSwitch(starred) || !isSwitch(hidden) || !isSwitch(read)) return undefined;
  return { ...(isExtra(newer) && newer), version: version as number, starred, hidden, read };
}

function readPaper(id: PaperId, value: unknown): SavedPaper | undefined {
  return isFields(value) && isShort(value) ? repairSavedPaper(id, value) : undefined;
}

function isShort(value: unknown): boolean {
  try {
    return JSON.stringify(value).length <= LONGEST_PAPER;
  } catch {
    // Nested too deep.
    return false;
  }
}

function readKeywords(value: unknown): Pick<Backup, 'keywords' | 'unreadable'> {
  if (!Array.isArray(value)) return { keywords: [], unreadable: value === undefined ? 0 : 1 };
  const readable = value.filter((element) => isFields(element) && [element['version'], element['place']].every(isNoTrap));
  return { keywords: repairEntries(readable), unreadable: value.length - readable.length + unreadableEntries(readable).length };
}

function readSettings(value: unknown): Pick<Backup, 'settings' | 'unreadable'> {
  if (!isFields(value)) return { settings: undefined, unreadable: value === undefined ? 0 : 1 };
  const { versions = {} } = value;
  const readable = { ...value, versions: isFields(versions) ? Object.fromEntries(Object.entries(versions).filter(([, each]) => isNoTrap(each))) : {} };
  const isWhole = unreadableSettings(value).length === 0 && unreadableSettings(readable).length === 0;
  return { settings: repairSettings(readable), unreadable: isWhole ? 0 : 1 };
}

function isNoTrap(counter: unknown): boolean {
  return !(typeof counter === 'number' && counter > LARGEST_VERSION);
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
