// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { toPaperId } from '../../../src/domain/paper';
import type { SavedPaper } from '../../../src/storage/repair-saved-paper';
import { createSource } from '../../../src/ui/popup/parts/source';
import { starSearch } from '../../../src/ui/popup/starred/star-search';
import { memoryArea } from '../memory-area';
import { Starred } from '../../../src/ui/popup/starred/starred';
import type { StarredModel, StarredView } from '../../../src/ui/popup/starred/starred-model';


vi.mock('../../../src/platform/browser', async () => (await import('./fakes')).fakeBrowser());

const stub: SavedPaper = { id: toPaperId('2402.12345')!, savedAt: '2024-02-20T08:00:00Z' };
const known: SavedPaper = { id: toPaperId('2401.00001')!, savedAt: '2024-01-02T08:00:00Z', title: 'A paper', authorCount: 2 };

const search = starSearch(memoryArea({}), () => []);

let root: HTMLElement;
const rows = () => [...root.querySelectorAll('li')].map((row) => [...row.children].map((part) => part.textContent));

beforeEach(() => void (root = document.body.appendChild(document.createElement('div'))));
afterEach(() => {
  render(null, root);
  root.remove();
});

it('a paper from another device stands with its id as the link and says why, where storage puts it', async () => {
  const [view, setView] = createSource<StarredView | Error | undefined>({ total: 2, papers: [stub, known] });
  await act(() => render(<Starred model={{ view, show: () => {}, order: () => [] }} search={search} />, root));
  expect(rows()).toEqual([
    ['2402.12345', expect.stringMatching(/when you meet it/)],
    ['A paper', '2 authors'],
  ]);
  expect(root.querySelector('a')!.href).toBe('https://huggingface.co/papers/2402.12345');

  await act(() => setView({ total: 2, papers: [{ ...stub, title: 'Met on a page', authorCount: 1 }, known] }));
  expect(rows()[0]).toEqual(['Met on a page', '1 author']);
});

it('says that the list is being read, then that it is empty or could not be read', async () => {
  const [view, setView] = createSource<StarredView | Error | undefined>(undefined);
  await act(() => render(<Starred model={{ view, show: () => {}, order: () => [] }} search={search} />, root));
  const section = root.querySelector('section')!;
  expect(section.textContent).toContain('Reading the list');
  expect(section.getAttribute('aria-busy')).toBe('true');
  await act(() => setView(new Error('Disk.')));
  expect(section.textContent).toContain('could not be read (Disk)');
  expect(section.getAttribute('aria-busy')).toBe('false');
  await act(() => setView({ total: 0, papers: [] }));
  expect(section.textContent).toBe('Starred No starred papers yet. Click the star on a card, and the paper is kept here.');
});

it('unfolds a hundred at a time, folds up at once, and never loses the focus', async () => {
  const papers = Array.from({ length: 250 }, (_, n): SavedPaper => ({ id: toPaperId(`2402.${String(n).padStart(5, '0')}`)!, savedAt: '', title: `Paper ${n}` }));
  const [view, setView] = createSource<StarredView>({ total: 250, papers: papers.slice(0, 5) });
  const model: StarredModel = { view, show: (count) => setView({ total: 250, papers: papers.slice(0, count) }), order: () => [] };
  await act(() => render(<Starred model={model} search={search} />, root));
  const buttons = () => [...root.querySelectorAll('button')].map((button) => button.textContent);
  const press = async (name: string) => {
    const button = [...root.querySelectorAll('button')].find(({ textContent }) => textContent === name)!;
    button.focus();
    await act(() => button.click());
    await new Promise((resolve) => requestAnimationFrame(resolve));
  };
  expect(root.querySelector('.total')!.textContent).toBe('250');
  expect(buttons()).toEqual(['Show 100 more']);
  await press('Show 100 more');
  expect([rows().length, ...buttons()]).toEqual([105, 'Show 100 more', 'Show fewer']);
  expect(document.activeElement!.textContent).toBe('Show 100 more');
  await press('Show 100 more');
  expect([rows().length, ...buttons()]).toEqual([205, 'Show all 250', 'Show fewer']);
  await press('Show all 250');
  expect([rows().length, ...buttons()]).toEqual([250, 'Show fewer']);
  expect(document.activeElement!.textContent).toBe('Show fewer');
  await press('Show fewer');
  expect([rows().length, ...buttons()]).toEqual([5, 'Show 100 more']);
  expect(document.activeElement!.textContent).toBe('Show 100 more');
});
