// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { toPaperId } from '../../../src/domain/paper';
import type { SavedPaper } from '../../../src/storage/repair-saved-paper';
import { createSource } from '../../../src/ui/popup/source';
import { Starred } from '../../../src/ui/popup/starred';

vi.mock('../../../src/platform/browser', async () => (await import('./fakes')).fakeBrowser());

const stub: SavedPaper = { id: toPaperId('2402.12345')!, savedAt: '2024-02-20T08:00:00Z' };
const known: SavedPaper = { id: toPaperId('2401.00001')!, savedAt: '2024-01-02T08:00:00Z', title: 'A paper', authorCount: 2 };

let root: HTMLElement;
const rows = () => [...root.querySelectorAll('li')].map((row) => [...row.children].map((part) => part.textContent));

beforeEach(() => void (root = document.body.appendChild(document.createElement('div'))));
afterEach(() => {
  render(null, root);
  root.remove();
});

it('a paper from another device stands with its id as the link and says why, where storage puts it', async () => {
  const [papers, setPapers] = createSource<readonly SavedPaper[]>([stub, known]);
  await act(() => render(<Starred papers={papers} />, root));
  expect(rows()).toEqual([
    ['2402.12345', expect.stringMatching(/^Starred on another device\. .*when you meet it/)],
    ['A paper', '2 authors'],
  ]);
  expect(root.querySelector('a')!.href).toBe('https://huggingface.co/papers/2402.12345');

  await act(() => setPapers([{ ...stub, title: 'Met on a page', authorCount: 1 }, known]));
  expect(rows()[0]).toEqual(['Met on a page', '1 author']);
});
