// @vitest-environment jsdom
import { render } from 'preact';
import { useState } from 'preact/hooks';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SyncStatus } from '../../../src/domain/sync-status';
import { browser } from '../../../src/platform/browser';
import { exportBackup } from '../../../src/storage/backup-file';
import { listSnapshots, takeSnapshot } from '../../../src/storage/snapshots';
import { syncStatusItem } from '../../../src/storage/sync-status';
import { BackupBody, createBackup } from '../../../src/ui/popup/backup/backup-body';
import { BackupSection, type BackupPart } from '../../../src/ui/popup/backup/backup-section';
import { lazyPart, type LazyPart } from '../../../src/ui/popup/parts/lazy-part';
import { createSource, type Source } from '../../../src/ui/popup/parts/source';
import { SyncBar } from '../../../src/ui/popup/sync-bar';
import type { Doing } from '../../../src/ui/popup/backup/use-backup-actions';
import { memoryArea } from '../memory-area';
import { eventually } from '../eventually';

vi.mock('../../../src/platform/browser', async () => (await import('./fakes')).fakeBrowser());

const ID = '2402.12345';
const STATUS: SyncStatus = { state: 'synced', waiting: 0, usedBytes: 51_200, quotaBytes: 102_400, space: 'enough' };
const mark = (fields: object) => ({ version: 1, starred: false, hidden: false, read: false, ...fields });

let root: HTMLElement;
let area: ReturnType<typeof memoryArea>;
let part: LazyPart<BackupPart>;
let sync: Source<SyncStatus | undefined>;
let notices: (string | undefined)[];
let alarms: (string | undefined)[];

const find = <E extends Element>(selector: string) => root.querySelector<E>(selector)!;
const buttons = (text: string) => [...root.querySelectorAll('button')].filter((button) => button.textContent === text);
const rows = () => [...root.querySelectorAll('.snapshot')].map((row) => row.textContent.replaceAll('\u00a0', ' '));
const starred = () => (area.held.get(`mark:${ID}`) as { starred: boolean }).starred;
const settle = () => act(() => new Promise<void>((resolve) => setTimeout(resolve, 40)));

async function click(element: HTMLElement) {
  await act(() => element.click());
  await settle();
}

async function choose(text: string) {
  const input = find<HTMLInputElement>('input[type=file]');
  Object.defineProperty(input, 'files', { configurable: true, value: [new File([text], 'backup.json')] });
  await act(() => void input.dispatchEvent(new Event('change', { bubbles: true })));
  await settle();
}

interface SectionProps {
  readonly inTab: boolean;
  readonly isInPlace?: boolean;
  readonly isOpen?: boolean;
}

function Section({ inTab, isInPlace = true, isOpen = true }: SectionProps) {
  const [open, setOpen] = useState(isOpen);
  const notify = (notice: { text: string } | undefined) => notices.push(notice?.text);
  const alarm = (text: string | undefined) => alarms.push(text);
  const [doing, setDoing] = useState<Doing>();
  const props = { part, sync, inTab, isInPlace, open, setOpen, doing, setDoing, notify, alarm, hasKeywords: false };
  return (
    <>
      <BackupSection {...props} />
      <SyncBar sync={sync} doing={doing} showDetails={() => {}} />
    </>
  );
}

async function show(inTab: boolean) {
  await act(() => render(<Section inTab={inTab} />, root));
  await settle();
}

beforeEach(async () => {
  notices = [];
  alarms = [];
  root = document.body.appendChild(document.createElement('div'));
  area = memoryArea({ [`mark:${ID}`]: mark({ starred: true }), 'sync-status': STATUS });
  await takeSnapshot(area, 'daily', new Date('2026-11-20T12:00:00Z'));
  await area.set({ [`mark:${ID}`]: mark({ version: 2 }) });
  const { signal } = new AbortController();
  const [status, setStatus] = createSource(await syncStatusItem(area).get());
  syncStatusItem(area).onChanged(setStatus, signal);
  sync = status;
  const failed = (error: unknown) => expect.unreachable(String(error));
  part = lazyPart(() => Promise.resolve({ Body: BackupBody, model: createBackup(area, failed, signal) }));
  await part.load();
});
afterEach(() => {
  render(null, root);
  root.remove();
  vi.restoreAllMocks();
});

describe('the sync storage', () => {
  it('is a meter with words, and follows the background script', async () => {
    await show(false);
    const meter = find('[role=meter]');
    expect(meter.getAttribute('aria-valuetext')).toBe('50 KB of 100 KB');
    expect(find<HTMLElement>('.meter > span').style.width).toBe('50%');
    await act(() => area.set({ 'sync-status': { ...STATUS, space: 'nearly-full', keptBefore: '2303' } satisfies SyncStatus }));
    expect(find('.line.warning').textContent).toMatch(/before March 2023 will soon/);
  });

  it('is not spoken of while nothing is known', async () => {
    await area.remove(['sync-status']);
    await show(false);
    expect(find('[role=meter]')).toBeNull();
  });
});

describe('snapshots', () => {
  it('asks in place, and does nothing when the answer is no', async () => {
    await show(false);
    expect(rows()).toEqual([expect.stringMatching(/^Nov 20, 2026.*Before the day’s first change · 1 starred · 0 hidden · 0 keywords/)]);
    const writes = area.writes.length;
    await click(buttons('Restore')[0]!);
    expect(document.activeElement?.textContent).toBe('Cancel');
    await click(buttons('Cancel')[0]!);
    expect(buttons('Cancel')).toEqual([]);
    expect(document.activeElement).toBe(buttons('Restore')[0]);
    await click(buttons('Restore')[0]!);
    const escape = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true });
    await act(() => void document.activeElement!.dispatchEvent(escape));
    expect(escape.defaultPrevented).toBe(true);
    expect(buttons('Cancel')).toEqual([]);
    expect(area.writes).toHaveLength(writes);
  });

  it('brings back what was, says so, and lists what it has taken before', async () => {
    await show(false);
    await click(buttons('Restore')[0]!);
    await click(find('.confirmation .primary'));
    expect(starred()).toBe(true);
    expect(notices.at(-1)).toMatch(/^Restored: all is as it was on Nov 20, 2026/);
    expect(alarms.at(-1)).toBeUndefined();
    expect(rows()).toEqual([expect.stringMatching(/Before a restore · 0 starred/), expect.stringMatching(/first change · 1 starred/)]);
    expect(buttons('Cancel')).toEqual([]);
  });

  it('says so when all is as it was then', async () => {
    await show(false);
    await click(buttons('Restore')[0]!);
    await click(find('.confirmation .primary'));
    // What was taken before the restore is on top.
    await click(buttons('Restore')[1]!);
    await click(find('.confirmation .primary'));
    expect(notices.at(-1)).toMatch(/^Nothing to restore: all is as it was on Nov 20, 2026/);
  });

  it('keeps the focus and takes no second order while it restores', async () => {
    const { get } = area;
    await show(false);
    await click(buttons('Restore')[0]!);
    const confirm = find<HTMLElement>('.confirmation .primary');
    confirm.focus();
    let goOn = () => {};
    area.get = (keys) => new Promise((resolve) => (goOn = () => resolve(get(keys))));
    await click(confirm);
    expect(document.activeElement).toBe(confirm);
    expect(find('.sync-state').textContent).toBe('Restoring…');
    const getsBefore = goOn;
    for (const text of ['Restoring…', 'Cancel', 'Export']) await click(buttons(text)[0]!);
    expect(goOn).toBe(getsBefore);
    area.get = get;
    goOn();
    // Not in `act`, which renders at its end only, after the frame in which the focus is set.
    await eventually(() => expect(document.activeElement).toBe(buttons('Restore')[1]));
    expect(find('.sync-state').textContent).toBe('Synced');
    expect(await listSnapshots(area)).toHaveLength(2);
  });

  it('of the same minute have names of their own', async () => {
    await takeSnapshot(area, 'before-import', new Date('2026-11-20T12:00:09Z'));
    await show(false);
    const names = buttons('Restore').map((button) => button.getAttribute('aria-label')!.replaceAll('\u00a0', ' '));
    expect(new Set(names).size).toBe(2);
    expect(names[0]).toMatch(/^Restore the snapshot of Nov 20, 2026.*: Before an import · 0 starred/);
  });

  it('claims nothing when storage refuses', async () => {
    await show(false);
    area.failure = new Error('No space left.');
    await click(buttons('Restore')[0]!);
    await click(find('.confirmation .primary'));
    expect(starred()).toBe(false);
    expect(notices.filter(Boolean)).toEqual([]);
    expect(alarms.at(-1)).toMatch(/^Not restored, or only in part \(No space left\)/);
    expect(buttons('Export')[0]!.getAttribute('aria-disabled')).toBe('false');
  });

  it('says that there are none only once that is known', async () => {
    area.held.delete([...area.held.keys()].find((key) => key.startsWith('snapshot:'))!);
    await act(() => render(<Section inTab={false} />, root));
    expect(root.textContent).not.toContain('No snapshots yet');
    await settle();
    expect(root.textContent).toContain('No snapshots yet');
  });

  it('are listed when one is taken while the others are being read', async () => {
    const { get } = area;
    let answer = () => {};
    area.get = (keys) => new Promise((resolve) => (answer = () => resolve(get(keys))));
    await show(false);
    area.get = get;
    await takeSnapshot(area, 'before-merge', new Date('2026-11-21T12:00:00Z'));
    await act(() => answer());
    await settle();
    expect(rows()).toHaveLength(2);
  });

  it('are not read before the reader looks', async () => {
    const get = vi.spyOn(area, 'get');
    await act(() =>
      render(<Section inTab={false} isOpen={false} />, root),
    );
    await settle();
    await area.set({ 'snapshot:2026-11-21T12:00:00.000Z': 1 });
    await settle();
    expect(get).not.toHaveBeenCalled();
  });
});

describe('the backup file', () => {
  it('is handed to the downloads under the day’s name', async () => {
    const blobs: Blob[] = [];
    const links: string[] = [];
    // jsdom has no addresses of blobs, and follows no link.
    URL.createObjectURL = (blob) => `blob:${blobs.push(blob as Blob)}`;
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      links.push(`${this.href} ${this.download}`);
    });
    await show(false);
    await click(buttons('Export')[0]!);
    expect(links).toEqual([expect.stringMatching(/^blob:1 papersift-\d{4}-\d\d-\d\d\.json$/)]);
    expect(JSON.parse(await blobs[0]!.text()).marks[ID].version).toBe(2);
    expect(notices.at(-1)).toMatch(/^papersift-.*\.json was handed to the browser’s downloads\.$/);
  });

  it('says so when there is nothing to hand over', async () => {
    await show(false);
    vi.spyOn(area, 'getAll').mockRejectedValue(new Error('Corrupt'));
    vi.spyOn(area, 'keys').mockRejectedValue(new Error('Corrupt'));
    await click(buttons('Export')[0]!);
    expect(notices.filter(Boolean)).toEqual([]);
    expect(alarms.at(-1)).toMatch(/^Not exported: .*\(Corrupt\)/);
  });

  it('is chosen in a tab: the popup would close under the dialog', async () => {
    await show(false);
    expect(find('input[type=file]')).toBeNull();
    const close = vi.spyOn(window, 'close').mockReturnValue();
    await click(buttons('Import in a tab')[0]!);
    expect(browser.tabs.create).toHaveBeenCalledWith({ url: `${location.href}#backup` });
    // Firefox leaves the popup open over the tab.
    await vi.waitFor(() => expect(close).toHaveBeenCalledOnce());
  });

  it('has the focus, in view, once nothing above pushes it away any more', async () => {
    location.hash = '#backup';
    const scrolled: Element[] = [];
    // jsdom has no layout.
    Element.prototype.scrollIntoView = function (this: Element) {
      scrolled.push(this);
    };
    const { get } = area;
    let answer = () => {};
    area.get = (keys) => new Promise((resolve) => (answer = () => resolve(get(keys))));
    await act(() => render(<Section inTab isInPlace={false} />, root));
    await settle();
    area.get = get;
    expect(document.activeElement).toBe(document.body);
    await act(() => answer());
    await settle();
    expect(document.activeElement).toBe(document.body);
    await act(() => render(<Section inTab isInPlace />, root));
    expect(document.activeElement).toBe(find('input[type=file]'));
    expect(scrolled).toEqual([find('label.button')]);
    expect(rows()).toHaveLength(1);
    location.hash = '';
  });

  it('is merged, and importing it again changes nothing', async () => {
    const other = memoryArea({ [`mark:${ID}`]: mark({ version: 3, starred: true }), 'mark:2402.00001': mark({ hidden: true }) });
    const text = await exportBackup(other, new Date());
    await show(true);
    await choose(text);
    expect(notices.at(-1)).toBe('Imported: 2 papers.');
    expect(starred()).toBe(true);
    expect(rows()[0]).toMatch(/Before an import/);
    await choose(text);
    expect(notices.at(-1)).toBe('Nothing new: what the file holds is here already.');
  });

  it('of another kind is refused in plain words', async () => {
    await show(true);
    await choose('{}');
    expect(alarms.at(-1)).toMatch(/^Not imported: this file is no backup of Papersift/);
    expect(notices.filter(Boolean)).toEqual([]);
    await choose(await exportBackup(memoryArea(), new Date()));
    expect(alarms.at(-1)).toBeUndefined();
  });
});
