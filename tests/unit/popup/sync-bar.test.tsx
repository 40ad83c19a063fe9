// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { SyncStatus } from '../../../src/domain/sync-status';
import { createSource } from '../../../src/ui/popup/parts/source';
import { SyncBar } from '../../../src/ui/popup/sync-bar';

vi.mock('../../../src/platform/browser', async () => (await import('./fakes')).fakeBrowser());

const SYNCED: SyncStatus = { state: 'synced', waiting: 0, usedBytes: 1, quotaBytes: 102_400, space: 'enough' };
const WAITING: SyncStatus = { ...SYNCED, state: 'waiting', waiting: 3 };
const PAUSED: SyncStatus = { ...SYNCED, state: 'paused', waiting: 3, pause: { kind: 'no-space', text: '' } };

const showDetails = vi.fn();
const [sync, setSync] = createSource<SyncStatus | undefined>(undefined);
let root: HTMLElement;

const show = (doing?: 'import' | 'restore' | 'export') =>
  act(() => render(<SyncBar sync={sync} doing={doing} showDetails={showDetails} />, root));
const set = (status: SyncStatus) => act(() => setSync(status));
const shown = () => root.querySelector('.sync-state')!.textContent;
const said = () => root.querySelector('[role=status]')!.textContent;

beforeEach(async () => {
  setSync(undefined);
  root = document.body.appendChild(document.createElement('div'));
  await show();
});
afterEach(() => {
  render(null, root);
  root.remove();
});

it('is not there before anything is known', () => {
  expect(root.innerHTML).toBe('');
});

it.each([SYNCED, WAITING, PAUSED])('leads to the details when it is $state', async (status) => {
  await set(status);
  showDetails.mockClear();
  root.querySelector('button')!.click();
  expect(showDetails).toHaveBeenCalledTimes(1);
});

it('reads out a pause and its end, and nothing else', async () => {
  for (const status of [SYNCED, WAITING, SYNCED]) {
    await set(status);
    expect(said()).toBe('');
  }
  await set(PAUSED);
  expect(said()).toBe('Sync is paused: its storage is full.');
  await set({ ...PAUSED, waiting: 4 });
  expect(said()).toBe('Sync is paused: its storage is full.');
  expect(shown()).toContain('4 changes');
  await set(WAITING);
  expect(said()).toBe('Sync goes on.');
});

it('says what is being done rather than how much of its writing waits', async () => {
  await set(WAITING);
  await show('import');
  expect(shown()).toBe('Importing…');
  await show('restore');
  expect(shown()).toBe('Restoring…');
  await show('export');
  expect(shown()).toBe('3 changes waiting to sync');
});
