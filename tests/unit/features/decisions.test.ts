import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { PaperId } from '../../../src/domain/paper';
import { makeDecisions, type Decisions } from '../../../src/features/state/decisions';
import type { ToastAction } from '../../../src/features/parts/toast';
import { markStore, type MarkStore } from '../../../src/storage/marks';
import { memoryArea } from '../memory-area';
import { eventually } from '../eventually';

// The polyfill throws when it is loaded outside of an extension: this one module of ours stands for it.
vi.mock('../../../src/platform/browser', async () => (await import('../popup/fakes')).fakeBrowser());

const paper = (number: number) => ({ id: `2609.${String(number).padStart(5, '0')}` as PaperId, title: `Paper ${number}` });
const [a, b, c] = [paper(1), paper(2), paper(3)];

let area: ReturnType<typeof memoryArea>;
let marks: MarkStore;
let decisions: Decisions;
let toast: { text: string; action: ToastAction | undefined } | undefined;

beforeEach(() => {
  toast = undefined;
  area = memoryArea();
  const { signal } = new AbortController();
  marks = markStore(area, signal);
  const toaster = {
    prepare: () => undefined,
    show: (text: string, action?: ToastAction) => void (toast = { text, action }),
    dismiss: () => void (toast = undefined),
  };
  decisions = makeDecisions(marks, toaster, () => true);
  marks.onChanged(() => decisions.update(), signal);
});

describe('undo', () => {
  it('takes back the last step, and says which', async () => {
    await decisions.make([a], { hidden: true }, 'Hidden: Paper 1');
    await decisions.make([b], { starred: true });
    await decisions.make([a, b, c], { read: true });
    expect(await decisions.undo()).toBe(true);
    expect(toast?.text).toBe('Undone · Marked as read: 3 papers');
    await decisions.undo();
    expect(toast?.text).toBe('Undone · Starred: Paper 2');
    expect(marks.get(b.id).starred).toBe(false);
    await decisions.undo();
    expect(toast?.text).toBe('Undone · Hidden: Paper 1');
    expect(marks.get(a.id).hidden).toBe(false);
    expect(await decisions.undo()).toBe(false);
  });

  it('goes back over more than 50 steps of all kinds, however fast it is asked for', async () => {
    const papers = Array.from({ length: 20 }, (_, i) => paper(i + 10));
    for (const each of papers) void decisions.make([each], { starred: true });
    for (const each of papers) void decisions.make([each], { read: true });
    for (const each of papers) void decisions.make([each], { hidden: true }, 'Hidden');
    void decisions.make(papers, { read: false });
    for (let i = 0; i < 61; i += 1) expect(await decisions.undo()).toBe(true);
    expect(await decisions.undo()).toBe(false);
    for (const each of papers) expect(marks.get(each.id)).toMatchObject({ starred: false, hidden: false, read: false });
  });

  it('of presses in one moment takes back one step each', async () => {
    await decisions.make([a], { starred: true });
    await decisions.make([b], { starred: true });
    expect(await Promise.all([decisions.undo(), decisions.undo()])).toEqual([true, true]);
    expect([marks.get(a.id).starred, marks.get(b.id).starred]).toEqual([false, false]);
  });

  it('passes over a step that was taken back elsewhere', async () => {
    await decisions.make([a], { starred: true });
    await decisions.make([b], { starred: true });
    await marks.change([b], { starred: false });
    await decisions.undo();
    expect(toast?.text).toBe('Undone · Starred: Paper 1');
  });

  it('keeps the step when it could not be taken back', async () => {
    await decisions.make([a], { starred: true });
    area.failure = new Error('no room left');
    expect(await decisions.undo()).toBe(false);
    expect(toast?.text).toContain('no room left');
    area.failure = undefined;
    expect(await decisions.undo()).toBe(true);
  });
});

it('the button of a message takes back what the message tells of, not what was decided since', async () => {
  await decisions.make([a], { hidden: true }, 'Hidden: Paper 1');
  await decisions.make([b], { starred: true });
  toast?.action?.run();
  await eventually(() => expect(marks.get(a.id).hidden).toBe(false));
  expect(marks.get(b.id).starred).toBe(true);
});

it('what another tab took back in the same moment is not offered to be undone', async () => {
  const making = decisions.make([a], { hidden: true }, 'Hidden: Paper 1');
  void marks.change([a], { hidden: false });
  expect(await making).toBe(true);
  expect(toast).toBeUndefined();
});

it('tells whether a step was taken back by a key or by the button', async () => {
  const heard: [string, boolean][] = [];
  decisions.onUndone(({ papers, byButton }) => heard.push([papers[0]!.id, byButton]), new AbortController().signal);
  await decisions.make([a], { hidden: true }, 'Hidden: Paper 1');
  await decisions.make([b], { hidden: true }, 'Hidden: Paper 2');
  toast?.action?.run();
  await eventually(() => expect(toast?.text).toBe('Hidden: Paper 1'));
  await decisions.undo();
  expect(heard).toEqual([[b.id, true], [a.id, false]]);
});
