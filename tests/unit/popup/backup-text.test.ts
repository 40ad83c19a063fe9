import { describe, expect, it, vi } from 'vitest';
import { BackupFileError, type ImportReport } from '../../../src/storage/backup-file';
import type { SnapshotInfo } from '../../../src/storage/snapshots';
import { backupFileName, importFailure, importReport, snapshotFacts, snapshotTime } from '../../../src/ui/popup/backup/backup-text';

vi.mock('../../../src/platform/browser', async () => (await import('./fakes')).fakeBrowser());

const report = (fields: Partial<ImportReport>): string =>
  importReport({ papersChanged: 0, keywordsChanged: 0, settingsChanged: false, unreadable: 0, ...fields });
const snapshot = (fields: Partial<SnapshotInfo>): SnapshotInfo => ({
  key: 'snapshot:2026-11-23T18:00:00.000Z',
  at: '2026-11-23T18:00:00.000Z',
  reason: 'daily',
  counts: { starred: 12, hidden: 1, keywords: 9 },
  ...fields,
});

describe('importReport', () => {
  it('says what was merged and what could not be read', () => {
    expect(report({ papersChanged: 37, keywordsChanged: 4, unreadable: 2 })).toBe('Imported: 37 papers, 4 keywords. 2 entries could not be read.');
    expect(report({ papersChanged: 1, settingsChanged: true })).toBe('Imported: 1 paper, settings.');
  });

  it('says that there was nothing new', () => {
    expect(report({})).toBe('Nothing new: what the file holds is here already.');
    expect(report({ unreadable: 1 })).toMatch(/^Nothing new.* 1 entry could not be read\.$/);
  });
});

describe('importFailure', () => {
  it('says in plain words what is wrong with the file', () => {
    expect(importFailure(new BackupFileError('other-format'))).toMatch(/no backup of Papersift\./);
    expect(importFailure(new BackupFileError('newer-format'))).toMatch(/Update Papersift/);
  });

  it('gives the browser’s own words when it could not write', () => {
    expect(importFailure(new Error('No space left.'))).toMatch(/^Not imported, or only in part \(No space left\)\./);
  });
});

describe('a snapshot', () => {
  it('has its reason and its counts, and no line begins with a dot', () => {
    const facts = snapshotFacts(snapshot({ reason: 'before-restore' }));
    expect(facts.replaceAll('\u00a0', ' ')).toBe('Before a restore · 12 starred · 1 hidden · 9 keywords');
    expect(facts.split(' ')).not.toContain('·');
  });

  it('has a time even when it is damaged', () => {
    expect(snapshotTime(snapshot({}))).toMatch(/Nov 2[34], 2026/);
    expect(snapshotTime(snapshot({ at: 'x' }))).toBe('Unknown time');
  });
});

it('a backup file is named by the reader’s day', () => {
  expect(backupFileName(new Date(2026, 0, 5, 23, 59))).toBe('papersift-2026-01-05.json');
});
