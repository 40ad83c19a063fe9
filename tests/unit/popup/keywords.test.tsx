// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Keyword } from '../../../src/domain/keyword';
import { DRAFT_ID } from '../../../src/domain/keyword';
import { liveKeywords } from '../../../src/domain/keyword-entries';
import type { PageStatus } from '../../../src/domain/page-status';
import { draftKeywordItem, editableKeywords } from '../../../src/storage/preferences';
import { repairEntries } from '../../../src/storage/repair-preferences';
import { Keywords } from '../../../src/ui/popup/keywords/keywords';
import { leftEdits } from '../../../src/ui/popup/keywords/left-edits';
import { liveDraft, TYPING_REST } from '../../../src/ui/popup/keywords/live-draft';
import type { Notice } from '../../../src/ui/popup/parts/messages-bar';
import { optimisticItem } from '../../../src/ui/popup/parts/optimistic-item';
import { memoryArea } from '../memory-area';
import { fakeMemory } from './fakes';

vi.mock('../../../src/platform/browser', async () => (await import('./fakes')).fakeBrowser());

const keyword = (source: string): Keyword => ({ id: `id-${source}`, source, color: 'yellow', on: true });
const page = { matches: { 'id-a': 7, [DRAFT_ID]: 3 } } as unknown as PageStatus;

let root: HTMLElement;
let area: ReturnType<typeof memoryArea>;
let editMemory: ReturnType<typeof fakeMemory>;
let closedMemory: ReturnType<typeof fakeMemory>;
let notice: Notice | undefined;

const stored = () => liveKeywords(repairEntries(area.held.get('keywords')));
const sources = () => stored().map(({ source }) => source);
const find = <E extends HTMLElement>(selector: string) => root.querySelector<E>(selector)!;
const field = () => find<HTMLTextAreaElement>('#add-field');
const later = (time = 0) => act(async () => void (await vi.advanceTimersByTimeAsync(time)));

async function type(target: HTMLTextAreaElement, text: string) {
  target.value = text;
  await act(() => void target.dispatchEvent(new Event('input', { bubbles: true })));
}

async function press(target: HTMLElement, key: string) {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
  await act(() => void target.dispatchEvent(event));
  await later();
  return event;
}

async function click(selector: string) {
  await act(() => find(selector).click());
  await later(20);
}

/** As another window does it. */
function removeElsewhere(source: string): Promise<void> {
  return editableKeywords(area).update((now) => now.filter((each) => each.source !== source));
}

// Before anything is rendered: a popup knows its day from then on.
beforeEach(() => void vi.setSystemTime(new Date(2026, 10, 23, 22, 30)));
beforeEach(async () => {
  vi.useFakeTimers();
  notice = undefined;
  root = document.body.appendChild(document.createElement('div'));
  area = memoryArea({ keywords: [keyword('a'), keyword('b'), keyword('c')] });
  editMemory = fakeMemory();
  closedMemory = fakeMemory();
  await open();
});

async function open(): Promise<void> {
  const item = await optimisticItem(editableKeywords(area), new AbortController().signal);
  const live = liveDraft({ draft: draftKeywordItem(area), memory: fakeMemory() }, () => {});
  const edits = leftEdits(editMemory, closedMemory);
  const attempt = (write: Promise<void>) => write.then(() => true, () => false);
  await act(() =>
    render(<Keywords {...{ item, live, edits, page, attempt }} hits={new Map([['id-a', 23]])} notify={(value) => (notice = value)} />, root),
  );
}

afterEach(() => {
  render(null, root);
  root.remove();
  vi.useRealTimers();
});

describe('the add field', () => {
  it('adds on Enter, and is empty for the next', async () => {
    await type(field(), ' deep  research ');
    await press(field(), 'Enter');
    expect(sources()).toEqual(['a', 'b', 'c', 'deep research']);
    expect(field().value).toBe('');
  });

  it('is live as a draft while one types, and the draft goes on Enter', async () => {
    await type(field(), 'RAG');
    await later(TYPING_REST);
    expect(area.held.get('draft-keyword')).toMatchObject({ source: 'RAG' });
    expect(find('#add-report').textContent).toBe('3 matches on this page. Enter keeps it.');
    await press(field(), 'Enter');
    await later(TYPING_REST);
    expect(area.held.has('draft-keyword')).toBe(false);
  });

  it('gives up the draft on Escape, and leaves Escape to the popup when it is empty', async () => {
    await type(field(), 'RAG');
    expect((await press(field(), 'Escape')).defaultPrevented).toBe(true);
    await later(TYPING_REST);
    expect(field().value).toBe('');
    expect(area.held.has('draft-keyword')).toBe(false);
    expect((await press(field(), 'Escape')).defaultPrevented).toBe(false);
  });

  it('adds the lines of a paste at the caret, says what became of them, and keeps what was not added', async () => {
    await type(field(), 'deep ');
    field().setSelectionRange(5, 5);
    const long = 'x'.repeat(201);
    const paste = Object.assign(new Event('paste', { bubbles: true, cancelable: true }), {
      clipboardData: { getData: () => `research\na\n${long}` },
    });
    await act(() => void field().dispatchEvent(paste));
    await later();
    expect(sources()).toEqual(['a', 'b', 'c', 'deep research']);
    expect(find('#add-report').textContent).toBe('1 added, 1 already there, 1 too long (limit 200 characters)');
    expect(field().value).toBe(long);
  });

  it('takes the words back into the field when storage refuses them', async () => {
    area.failure = new Error('quota');
    await type(field(), 'RAG');
    await press(field(), 'Enter');
    expect(field().value).toBe('RAG');
    expect(root.querySelectorAll('.keyword')).toHaveLength(3);
  });

  it('does not take the Enter of an input method for its own', async () => {
    await type(field(), 'ら');
    const event = new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true });
    await act(() => void field().dispatchEvent(event));
    expect(sources()).toEqual(['a', 'b', 'c']);
  });
});

describe('a keyword', () => {
  const edit = () => find<HTMLTextAreaElement>('.keyword-edit textarea');

  it('shows its matches on the page, also none', () => {
    const counts = [...root.querySelectorAll('.count .unseen')].map(({ textContent }) => textContent);
    expect(counts).toEqual(['7 matches on this page', '0 matches on this page', '0 matches on this page']);
  });

  it('is live while it is edited; Escape restores it', async () => {
    await click('#edit-id-b');
    await type(edit(), 'bb');
    await later(TYPING_REST);
    expect(sources()).toEqual(['a', 'bb', 'c']);
    await press(edit(), 'Escape');
    expect(sources()).toEqual(['a', 'b', 'c']);
    expect(root.querySelector('.keyword-edit')).toBeNull();
  });

  it('is saved on Enter at once', async () => {
    await click('#edit-id-b');
    await type(edit(), 'bb');
    await press(edit(), 'Enter');
    expect(stored()[1]).toMatchObject({ ...keyword('b'), source: 'bb' });
    expect(editMemory.get()).toBeUndefined();
  });

  it('keeps an edit that cannot be saved open, with the reason', async () => {
    await click('#edit-id-b');
    await type(edit(), 'a');
    await press(edit(), 'Enter');
    await act(() => void edit().dispatchEvent(new FocusEvent('blur')));
    expect(edit().value).toBe('a');
    expect(find('.keyword-edit .report').textContent).toBe('Already in the list.');
    expect(sources()).toEqual(['a', 'b', 'c']);
  });

  it('is whole again when the popup closes over an edit that cannot be kept', async () => {
    await click('#edit-id-b');
    await type(edit(), 'bee');
    await later(TYPING_REST);
    await type(edit(), '');
    window.dispatchEvent(new Event('pagehide'));
    await later();
    expect(sources()).toEqual(['a', 'b', 'c']);
  });

  it('gets an edit whose last write came too late when the popup is opened again', async () => {
    await click('#edit-id-b');
    await type(edit(), 'bee');
    // Chromium drops what a closing popup writes: it is never answered.
    area.update = () => new Promise(() => {});
    await act(() => void edit().dispatchEvent(new FocusEvent('blur')));
    window.dispatchEvent(new Event('pagehide'));
    await later();
    expect(sources()).toEqual(['a', 'b', 'c']);
    expect(leftEdits(editMemory, closedMemory).apply(stored()).map(({ source }) => source)).toEqual(['a', 'bee', 'c']);
  });

  it('is offered back in the next popup where the closing of this one ended an edit: Firefox closes it at Escape', async () => {
    await click('#edit-id-b');
    await type(edit(), 'half');
    window.dispatchEvent(new Event('pagehide'));
    await later();
    expect(sources()).toEqual(['a', 'half', 'c']);
    render(null, root);
    await open();
    expect(notice?.text).toContain('“b” is “half”');
    await act(() => notice!.undo!());
    expect(sources()).toEqual(['a', 'b', 'c']);
    render(null, root);
    notice = undefined;
    await open();
    expect(notice).toBeUndefined();
  });

  it('is not taken from under an edit when another window removes it', async () => {
    await click('#edit-id-b');
    await type(edit(), 'bee');
    await act(() => removeElsewhere('b'));
    expect(edit().value).toBe('bee');
    await press(edit(), 'Enter');
    expect(sources()).toEqual(['a', 'bee', 'c']);
  });

  it('stays removed by another window when the edit is given up', async () => {
    await click('#edit-id-b');
    await type(edit(), 'bee');
    await act(() => removeElsewhere('b'));
    await press(edit(), 'Escape');
    expect(sources()).toEqual(['a', 'c']);
    expect(root.querySelectorAll('.keyword')).toHaveLength(2);
  });

  it('is removed with an undo that puts it back in its place', async () => {
    await click('#remove-id-b');
    expect(sources()).toEqual(['a', 'c']);
    expect(document.activeElement?.id).toBe('remove-id-c');
    expect(notice?.text).toBe('Removed “b”');
    notice!.undo!();
    await later(20);
    expect(stored()).toMatchObject([keyword('a'), keyword('b'), keyword('c')]);
    expect(document.activeElement?.id).toBe('edit-id-b');
  });

  it('takes one of eight named colors', async () => {
    await click('#color-id-b');
    const choices = [...root.querySelectorAll<HTMLElement>('.color')];
    expect(choices.map(({ textContent }) => textContent)).toHaveLength(8);
    expect(choices.filter((choice) => choice.getAttribute('aria-pressed') === 'true')).toHaveLength(1);
    await act(() => choices.find(({ textContent }) => textContent === 'Purple')!.click());
    expect(stored()[1]!.color).toBe('purple');
    expect(document.activeElement?.id).toBe('color-id-b');
  });

  it('is switched off', async () => {
    await click('.keyword [role="switch"]');
    expect(stored()[0]!.on).toBe(false);
  });
});

describe('a mute', () => {
  const row = (id: string) => find(`#edit-${id}`).closest('.keyword')!;
  const section = (id: string) => row(id).closest('section')!.className;
  const choose = async (select: HTMLSelectElement, value: string) => {
    select.value = value;
    await act(() => void select.dispatchEvent(new Event('change', { bubbles: true })));
    await later(20);
  };
  const press30 = () => [...root.querySelectorAll('button')].find(({ textContent }) => textContent === 'for 30 days')!;

  it('is added with its end, only for titles', async () => {
    const [, mute] = root.querySelectorAll<HTMLInputElement>('.add-as [type=radio]');
    await act(() => mute!.click());
    await choose(find('.add-as select'), '7');
    await act(() => find('.add-as [type=checkbox]').click());
    await type(field(), 'diffusion');
    await press(field(), 'Enter');
    expect(stored().at(-1)).toMatchObject({ source: 'diffusion', mute: { until: '2026-11-30', titleOnly: true } });
    const { id } = stored().at(-1)!;
    expect(section(id)).toBe('mutes');
    expect(row(id).querySelector('.keyword-detail')!.textContent).toBe('until Nov 30, 2026 · only in titles ');
  });

  it('is made of a keyword and made one again, with an undo for both', async () => {
    await click('#color-id-b');
    await act(() => press30().click());
    await later(20);
    expect(stored()[1]).toMatchObject({ source: 'b', mute: { until: '2026-12-23' } });
    expect([section('id-a'), section('id-b')]).toEqual(['keywords', 'mutes']);
    expect(notice!.text).toBe('“b” mutes now');
    notice!.undo!();
    await later(20);
    expect(stored()[1]).not.toHaveProperty('mute');
    await click('#color-id-b');
    await act(() => press30().click());
    await click('#color-id-b');
    await click('.mutes .options .button');
    expect(stored()[1]).not.toHaveProperty('mute');
    expect(section('id-b')).toBe('keywords');
    expect(notice!.text).toBe('“b” is highlighted now');
  });

  it('that has ended says so, has no switch, and can be had once more', async () => {
    await act(() => editableKeywords(area).update((now) => now.map((each) => ({ ...each, mute: { until: '2026-11-22', titleOnly: true } }))));
    await later(20);
    expect(row('id-a').textContent).toContain('ended Nov 22, 2026');
    expect(row('id-a').querySelector('[role=switch]')).toBeNull();
    expect(row('id-a').querySelector('.count')).toBeNull();
    await act(() => row('id-a').querySelector<HTMLElement>('.link')!.click());
    await later(20);
    expect(stored()[0]!.mute).toEqual({ until: '2026-12-23', titleOnly: true });
    expect(row('id-a').querySelector('[role=switch]')!.getAttribute('aria-checked')).toBe('true');
  });

  it('mutes on its last day still', async () => {
    await act(() => editableKeywords(area).update((now) => now.map((each) => ({ ...each, mute: { until: '2026-11-23' } }))));
    await later(20);
    expect(row('id-a').textContent).toContain('until Nov 23, 2026');
    await click('#color-id-a');
    // A day that none of the choices stands for is a choice itself.
    const select = find<HTMLSelectElement>('.mutes .options select');
    expect([...select.options].map(({ text }) => text)).toEqual(['until Nov 23, 2026', 'for ever', 'for 7 days', 'for 30 days']);
    await choose(select, 'forever');
    expect(stored()[0]!.mute).toEqual({});
  });

  it('shows while it is typed what it would find', async () => {
    await act(() => root.querySelectorAll<HTMLInputElement>('.add-as [type=radio]')[1]!.click());
    await type(field(), 'RAG');
    await later(TYPING_REST);
    expect(find('#add-report').textContent).toBe('3 matches on this page. Enter mutes them.');
    expect(area.held.get('draft-keyword')).not.toHaveProperty('mute');
  });
});

describe('hits', () => {
  it('are counted over 30 days, and a keyword without any says so', () => {
    expect([...root.querySelectorAll('.hits .unseen')].map(({ textContent }) => textContent)).toEqual([
      '23 papers in the last 30 days',
      '0 papers in the last 30 days',
      '0 papers in the last 30 days',
    ]);
    expect([...root.querySelectorAll('.keyword')].map((each) => each.querySelector('.dead')?.textContent)).toEqual([undefined, 'no hits in 30 days', 'no hits in 30 days']);
  });
});

it('a list that is long can be searched, and an edit stays in sight', async () => {
  expect(root.querySelector('[type=search]')).toBeNull();
  await act(() => editableKeywords(area).update((now) => [...now, ...Array.from({ length: 13 }, (_, n) => keyword(`Poincaré ${n}`))]));
  await later(20);
  await click('#edit-id-c');
  const search = find<HTMLInputElement>('[type=search]');
  search.value = 'poincare 1';
  await act(() => void search.dispatchEvent(new Event('input', { bubbles: true })));
  const rows = [...root.querySelectorAll('.keyword')].map((row) => row.querySelector('textarea')?.value ?? row.querySelector('.keyword-text')!.textContent);
  expect(rows).toEqual(['c', 'Poincaré 1', 'Poincaré 10', 'Poincaré 11', 'Poincaré 12']);
});
