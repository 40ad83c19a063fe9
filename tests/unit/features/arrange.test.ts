// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { CLEAR_LENS } from '../../../src/domain/lens';
import { dayCard } from '../site/support/cards';
import { showPage } from '../site/support/page';
import { startRun } from './page-run';
import { addWhatJsdomLacks } from './what-jsdom-lacks';
import { eventually } from '../eventually';

vi.mock('../../../src/platform/browser', async () => (await import('../popup/fakes')).fakeBrowser());

let run: ReturnType<typeof startRun>;
beforeEach(() => void addWhatJsdomLacks());
afterEach(() => run.stop());

const titles = () => run.arrangement.seen().map(({ paper }) => paper.title);
const card = (n: number, title: string, upvotes: string) => dayCard({ id: `2609.1000${n}`, title, upvotes });

it('the lens decides which cards are seen and in which order, for cards that are made anew too; the nodes stay where they are', async () => {
  const make = () => [card(1, 'Alpha policies', '3'), card(2, 'Beta', '9'), card(3, 'Gamma policy', '5')];
  const first = make();
  showPage(first);
  run = startRun();
  await eventually(() => expect(titles()).toEqual(['Alpha policies', 'Beta', 'Gamma policy']));
  run.lens.set({ sort: 'upvotes' });
  expect(titles()).toEqual(['Beta', 'Gamma policy', 'Alpha policies']);
  run.lens.set({ text: 'polic' });
  await eventually(() => expect(titles()).toEqual(['Gamma policy', 'Alpha policies']));
  expect(first.map((each) => each.hasAttribute('data-papersift-filtered'))).toEqual([false, true, false]);
  const again = make();
  showPage(again);
  await eventually(() => expect(run.arrangement.seen().map(({ root }) => root)).toEqual([again[2], again[0]]));
  expect(run.sight.value).toMatchObject({ papers: 3, shown: 2, filteredBy: [{ alone: 2, without: 3 }] });
  run.lens.set(CLEAR_LENS);
  expect(titles()).toEqual(['Alpha policies', 'Beta', 'Gamma policy']);
  expect(document.querySelectorAll('[data-papersift-filtered], [data-papersift-moved]')).toHaveLength(0);
});

it('each Tab has the browser read a sorted list anew, which is no trace on the page once it is as the site has it', async () => {
  const list = showPage([card(1, 'Alpha', '3'), card(2, 'Beta', '9')]);
  run = startRun();
  await eventually(() => expect(titles()).toEqual(['Alpha', 'Beta']));
  const press = (key: string) => {
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    return list.hasAttribute('data-papersift-flow');
  };
  expect(press('Tab')).toBe(false);
  run.lens.set({ sort: 'upvotes' });
  expect([press('Tab'), press('x'), press('Tab'), press('Tab')]).toEqual([true, true, false, true]);
  run.lens.set(CLEAR_LENS);
  expect(list.getAttributeNames().filter((name) => name.startsWith('data-papersift'))).toEqual([]);
});
