// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { dayCard, searchCard, trendingCard, type CardSource } from '../site/support/cards';
import { showPage } from '../site/support/page';
import { slowArea } from '../storage/slow-area';
import { startRun } from './page-run';
import { addWhatJsdomLacks } from './what-jsdom-lacks';
import { eventually } from '../eventually';

// The polyfill throws when it is loaded outside of an extension: this one module of ours stands for it.
vi.mock('../../../src/platform/browser', async () => (await import('../popup/fakes')).fakeBrowser());

const A: CardSource = { id: '2609.10001', title: 'Paper A', upvotes: '1' };
const B: CardSource = { id: '2609.10002', title: 'Paper B', upvotes: '1' };

let lacks: ReturnType<typeof addWhatJsdomLacks>;
let run: ReturnType<typeof startRun>;

beforeEach(() => void (lacks = addWhatJsdomLacks()));
afterEach(() => run.stop());

async function open(cards: HTMLElement[], items: Record<string, unknown> = {}) {
  showPage(cards);
  run = startRun({ area: slowArea(items) });
  await eventually(() => expect(document.querySelectorAll('.papersift-star')).toHaveLength(cards.length));
}

const press = (card: Element, name: 'star' | 'hide') => card.querySelector<HTMLElement>(`.papersift-${name}`)!.click();
const stored = (id: string) => run.area.held.get(`mark:${id}`);
/** The elements that the rule of hidden cards takes away. */
function hiddenByRule(): Element[] {
  const css = lacks.sheets().join('');
  return css.includes('display:none') ? [...document.querySelectorAll(css.slice(0, css.indexOf('{')))] : [];
}
const toast = () => document.querySelector('.papersift-toast')?.textContent;
const line = () => document.querySelector('.papersift-line')?.textContent;

it('a star shows at once on every card of the paper, is kept with the paper, and is counted', async () => {
  const cards = [dayCard(A), dayCard(B), searchCard(A)];
  await open(cards);
  press(cards[0]!, 'star');
  const pressed = () => cards.map((card) => card.querySelector('.papersift-star')?.getAttribute('aria-pressed'));
  expect(pressed()).toEqual(['true', 'false', 'true']);
  await eventually(() => expect(stored(A.id)).toEqual({ version: 16, starred: true, hidden: false, read: false }));
  expect(run.area.held.get(`paper:${A.id}`)).toMatchObject({ title: A.title });
  expect(line()).toContain('1 starred');
  press(cards[2]!, 'star');
  await eventually(() => expect(stored(A.id)).toMatchObject({ starred: false }));
  expect(pressed()).toEqual(['false', 'false', 'false']);
});

it('a star that cannot be kept is taken back, with a message that names the paper and the reason', async () => {
  const card = dayCard(A);
  await open([card, dayCard(B)]);
  run.area.memory.failure = new Error('quota exceeded');
  press(card, 'star');
  await eventually(() => expect(toast()).toBeDefined());
  expect(toast()).toContain(A.title);
  expect(toast()).toContain('quota exceeded');
  expect(card.querySelector('.papersift-star')?.getAttribute('aria-pressed')).toBe('false');
});

it('hiding is a rule for the paper\'s cards in each of their layouts; undo takes it back', async () => {
  const cards = [dayCard(A), dayCard(B), trendingCard(A)];
  await open(cards);
  press(cards[0]!, 'hide');
  expect(hiddenByRule()).toEqual([cards[0], cards[2]]);
  await eventually(() => expect(toast()).toContain(A.title));
  expect(stored(A.id)).toMatchObject({ hidden: true });
  document.querySelector<HTMLElement>('.papersift-toast-action')!.click();
  expect(hiddenByRule()).toEqual([]);
  await eventually(() => expect(stored(A.id)).toMatchObject({ version: 2, hidden: false }));
});

it('a hidden paper stays hidden when the host makes its card anew, before we are asked', async () => {
  await open([dayCard(A), dayCard(B)], { [`mark:${A.id}`]: { version: 1, starred: false, hidden: true, read: false } });
  showPage([dayCard(B)]);
  await eventually(() => expect(line()).toContain('1 paper'));
  const again = dayCard(A);
  showPage([again, dayCard(B)]);
  expect(hiddenByRule()).toEqual([again]);
});

it('the line shows the hidden cards, dimmed, and hides them again', async () => {
  const card = dayCard(A);
  await open([card, dayCard(B)], { [`mark:${A.id}`]: { version: 1, starred: false, hidden: true, read: false } });
  await eventually(() => expect(line()).toContain('1 hidden'));
  expect(hiddenByRule()).toEqual([card]);
  const toggle = document.querySelector<HTMLElement>('.papersift-line-toggle')!;
  toggle.click();
  expect(hiddenByRule()).toEqual([]);
  expect(lacks.sheets().join('')).toContain('opacity');
  toggle.click();
  expect(hiddenByRule()).toEqual([card]);
});

it('what another tab decides is seen here', async () => {
  const card = dayCard(A);
  await open([card, dayCard(B)]);
  await run.area.memory.set({ [`mark:${A.id}`]: { version: 4, starred: true, hidden: true, read: false } });
  expect(hiddenByRule()).toEqual([card]);
  expect(card.querySelector('.papersift-star')?.getAttribute('aria-pressed')).toBe('true');
});
