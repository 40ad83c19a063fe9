import { describe, expect, it, vi } from 'vitest';
import type { SyncPause, SyncStatus } from '../../../src/domain/sync-status';
import { spaceText, spaceWarning, syncText, usageText } from '../../../src/ui/popup/sync-text';

vi.mock('../../../src/platform/browser', async () => (await import('./fakes')).fakeBrowser());

const status = (fields: Partial<SyncStatus>): SyncStatus => ({
  state: 'synced',
  waiting: 0,
  usedBytes: 12_700,
  quotaBytes: 102_400,
  space: 'enough',
  ...fields,
});
const paused = (kind: SyncPause['kind'], text = '') => syncText(status({ state: 'paused', waiting: 2, pause: { kind, text } }));

describe('syncText', () => {
  it('says that all is synced, or how much waits', () => {
    expect(syncText(status({}))).toBe('Synced');
    expect(syncText(status({ state: 'waiting', waiting: 1 }))).toBe('1 change waiting to sync');
    expect(syncText(status({ state: 'waiting', waiting: 1200 }))).toBe('1,200 changes waiting to sync');
  });

  it('says why it is paused in plain words, with the browser’s own in brackets, and what can be done', () => {
    expect(paused('too-many-writes', 'This request exceeds the MAX_WRITE_OPERATIONS_PER_MINUTE quota.')).toBe(
      'Sync is paused: the browser accepts only so many writes in a short time (This request exceeds the MAX_WRITE_OPERATIONS_PER_MINUTE quota). Papersift tries again by itself.',
    );
    expect(paused('newer-version')).toBe(
      'Sync is paused: another device has a newer version of Papersift. Update Papersift here, and sync goes on.',
    );
    expect(paused('no-space')).toContain('Everything is kept on this device.');
    expect(paused('browser-error')).toContain('restart the browser');
  });

  it('takes a pause that another version wrote, or that has no reason, for an error of the browser', () => {
    const unknown = { kind: 'of-a-newer-version' as SyncPause['kind'], text: '' };
    expect(syncText(status({ state: 'paused', pause: unknown }))).toBe(paused('browser-error'));
    expect(syncText(status({ state: 'paused' }))).toBe(paused('browser-error'));
  });

  it('cuts what the browser says when it says too much, between characters', () => {
    expect(paused('browser-error', '😀'.repeat(500))).toContain(`(${'😀'.repeat(120)}…)`);
  });
});

describe('space', () => {
  it('is not spoken of while there is enough', () => {
    expect(spaceText(status({}))).toBeUndefined();
    expect(spaceWarning(status({}))).toBeUndefined();
  });

  it('leaves the line to a pause', () => {
    expect(spaceText(status({ space: 'full', state: 'paused' }))).toBeUndefined();
    expect(spaceWarning(status({ space: 'full', state: 'paused' }))).toBeDefined();
  });

  it('is warned of before anything stays behind, with the month', () => {
    const nearlyFull = status({ space: 'nearly-full', keptBefore: '2303' });
    expect(spaceText(nearlyFull)).toBe('Sync storage is nearly full');
    expect(spaceWarning(nearlyFull)).toMatch(/papers before March 2023 will soon stay on this device only. Stars always sync/);
  });

  it('says what stays behind once it does', () => {
    const full = status({ space: 'full', keptBefore: '0704' });
    expect(spaceText(full)).toBe('Sync storage is full');
    expect(spaceWarning(full)).toMatch(/papers before April 2007 stays on this device only. Stars always sync/);
  });

  it.each([undefined, '2313', 'x'])('speaks of old papers where the month is %s', (keptBefore) => {
    expect(spaceWarning(status({ space: 'full', ...(keptBefore && { keptBefore }) }))).toMatch(/among old papers stays/);
  });
});

it('usage is told in the browsers’ kilobytes', () => {
  expect(usageText(status({}))).toBe('12.4 KB of 100 KB');
  expect(usageText(status({ usedBytes: 0 }))).toBe('0 KB of 100 KB');
});
