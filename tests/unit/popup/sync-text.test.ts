import { describe, expect, it, vi } from 'vitest';
import type { SyncPause, SyncStatus } from '../../../src/domain/sync-status';
import { keptText, pauseReason, reserveText, spaceWarning, usageText } from '../../../src/ui/popup/backup/sync-storage-text';
import { pausedText, spaceText, syncText } from '../../../src/ui/popup/sync-text';

vi.mock('../../../src/platform/browser', async () => (await import('./fakes')).fakeBrowser());

const status = (fields: Partial<SyncStatus>): SyncStatus => ({
  state: 'synced',
  waiting: 0,
  usedBytes: 12_700,
  quotaBytes: 102_400,
  space: 'enough',
  ...fields,
});
const paused = (kind: SyncPause['kind'], text = '', fields: Partial<SyncStatus> = {}) => status({ state: 'paused', waiting: 2, pause: { kind, text }, ...fields });

describe('the line', () => {
  it('says that all is synced, or how much waits', () => {
    expect(syncText(status({}))).toBe('Synced');
    expect(syncText(status({ state: 'waiting', waiting: 1 }))).toBe('1 change waiting to sync');
    expect(syncText(status({ state: 'waiting', waiting: 1200 }))).toBe('1,200 changes waiting to sync');
  });

  it.each<[SyncPause['kind'], string]>([
    ['too-many-writes', 'too many changes at once'],
    ['no-space', 'its storage is full'],
    ['newer-version', 'update Papersift here'],
    ['browser-error', 'the browser refused the changes'],
  ])('says of a pause in a few words why, and how much waits: %s', (kind, words) => {
    expect(syncText(paused(kind, 'The browser’s own words.'))).toBe(`Sync is paused: ${words}. 2 changes waiting to sync`);
    expect(syncText(paused(kind, '', { waiting: 0 }))).toBe(`Sync is paused: ${words}.`);
    expect(pausedText(paused(kind))).toBe(`Sync is paused: ${words}.`);
  });
});

describe('the reason of a pause', () => {
  it('is in plain words, with the browser’s own in brackets, and what can be done', () => {
    expect(pauseReason(paused('too-many-writes', 'This request exceeds the MAX_WRITE_OPERATIONS_PER_MINUTE quota.'), true)).toBe(
      'Sync is paused: the browser accepts only so many writes in a short time (This request exceeds the MAX_WRITE_OPERATIONS_PER_MINUTE quota). Papersift tries again by itself.',
    );
    expect(pauseReason(paused('newer-version'), true)).toBe(
      'Sync is paused: another device has a newer version of Papersift. Update Papersift here, and sync goes on.',
    );
    expect(pauseReason(paused('browser-error'), true)).toContain('restart the browser');
    expect(pauseReason(status({ state: 'waiting', waiting: 2 }), true)).toBeUndefined();
  });

  it('speaks of fewer keywords only to a reader who has some', () => {
    expect(pauseReason(paused('no-space'), false)).toMatch(/Everything is kept on this device; a backup file brings it to the others\.$/);
    expect(pauseReason(paused('no-space'), true)).toMatch(/to the others\. Fewer or shorter keywords make room\.$/);
    expect(pauseReason(paused('browser-error'), true)).not.toContain('keywords');
  });

  it('that another version wrote, or that is missing, is an error of the browser', () => {
    const known = pauseReason(paused('browser-error'), false);
    expect(pauseReason(paused('of-a-newer-version' as SyncPause['kind']), false)).toBe(known);
    expect(pauseReason(status({ state: 'paused' }), false)).toBe(known);
    expect(syncText(status({ state: 'paused' }))).toContain('refused the changes');
  });

  it('is cut where the browser says too much, between characters', () => {
    expect(pauseReason(paused('browser-error', '😀'.repeat(500)), false)).toContain(`(${'😀'.repeat(120)}…)`);
  });
});

describe('space', () => {
  it('is not spoken of while there is enough', () => {
    for (const text of [spaceText, spaceWarning, keptText, reserveText]) expect(text(status({}))).toBeUndefined();
  });

  it('leaves the line to a pause, and claims nothing of stars in it', () => {
    const full = { space: 'full', keptBefore: '2303' } as const;
    expect(spaceText(paused('newer-version', '', full))).toBeUndefined();
    expect(spaceWarning(paused('newer-version', '', full))).toMatch(/before March 2023 are kept on each device only\.$/);
    expect(spaceWarning(paused('no-space', '', full))).toBeUndefined();
    expect(keptText(paused('no-space', '', full))).toBe('Hides of papers before March 2023 are kept on each device only.');
    expect(keptText(paused('no-space', '', { space: 'full' }))).toBeUndefined();
  });

  it('is warned of before anything stays behind, with the month where there are hides to go', () => {
    const nearlyFull = status({ space: 'nearly-full', keptBefore: '2303' });
    expect(spaceText(nearlyFull)).toBe('Sync storage is nearly full');
    expect(spaceWarning(nearlyFull)).toMatch(/Hides of papers before March 2023 will soon be kept on each device only\. Stars go on/);
    expect(keptText(nearlyFull)).toBeUndefined();
    expect(keptText(paused('no-space', '', { space: 'nearly-full', keptBefore: '2303' }))).toBeUndefined();
    expect(spaceWarning(status({ space: 'nearly-full' }))).toBe('Sync storage is nearly full. What no longer fits will be kept on this device only.');
  });

  it('says what stays behind once it does', () => {
    const full = status({ space: 'full', keptBefore: '0704' });
    expect(spaceText(full)).toBe('Sync storage is full');
    expect(spaceWarning(full)).toMatch(/Hides of papers before April 2007 are kept on each device only\. Stars go on syncing/);
    expect(keptText(full)).toBeUndefined();
  });

  it('says quietly what once had to stay behind', () => {
    expect(keptText(status({ keptBefore: '2308' }))).toBe('Hides of papers before August 2023 are kept on each device only.');
    expect(spaceText(status({ keptBefore: '2308' }))).toBeUndefined();
    expect(spaceWarning(status({ keptBefore: '2308' }))).toBeUndefined();
  });

  it.each([undefined, '2313', 'x'])('speaks of no month and no hides where the month is %s', (keptBefore) => {
    expect(spaceWarning(status({ space: 'full', ...(keptBefore && { keptBefore }) }))).toBe('Sync storage is full. What no longer fits is kept on this device only.');
  });

  it('is full before the meter is at its end: why is said', () => {
    for (const each of [status({ space: 'full' }), status({ space: 'nearly-full' }), paused('no-space')]) expect(reserveText(each)).toContain('kept free');
    expect(reserveText(status({ space: 'full', usedBytes: 102_000 }))).toBeUndefined();
  });
});

it('usage is told in the browsers’ kilobytes', () => {
  expect(usageText(status({}))).toBe('12.4 KB of 100 KB');
  expect(usageText(status({ usedBytes: 0 }))).toBe('0 KB of 100 KB');
});
