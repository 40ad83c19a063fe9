// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CardPlace } from '../../../src/site/card';
import { watchCards, type CardWatcher } from '../../../src/site/watch-cards';
import { dayCard, trendingCard, type CardSource } from './support/cards';
import { h } from './support/html';
import { pager, showPage, TODAY } from './support/page';

const source = (n: number): CardSource => ({ id: `2609.${String(10_000 + n)}`, title: `Paper ${n}`, upvotes: '1' });
const day = (n: number) => dayCard(source(n));
const idOf = (n: number) => source(n).id;

const events = { found: [] as string[], gone: [] as string[], waiting: 0 };
let life: AbortController;
let watcher: CardWatcher;

beforeEach(() => {
  Object.assign(events, { found: [], gone: [], waiting: 0 });
  document.body.replaceChildren();
});
afterEach(() => life.abort());

/** Watches, and reads all that waits: the tests begin when the page has come to rest. */
function watch(): string[] {
  life = new AbortController();
  const ids = (places: readonly CardPlace[]) => places.map(({ id }) => id);
  watcher = watchCards(
    document,
    {
      onFound: (places) => void events.found.push(...ids(places)),
      onGone: (places) => void events.gone.push(...ids(places)),
      onWaiting: () => void events.waiting++,
    },
    () => TODAY,
    life.signal,
  );
  const read = readAll();
  Object.assign(events, { found: [], gone: [], waiting: 0 });
  return read;
}

/** What one call after the other of `readNext` reads, until nothing waits. */
function readAll(): string[] {
  const read: string[] = [];
  for (let reading = watcher.readNext(); reading; reading = watcher.readNext()) {
    read.push('card' in reading ? `${reading.card.id} ${reading.card.paper.title}` : `${reading.place.id} ${reading.failure.reason}`);
  }
  return read;
}

/** The observer's records come in a microtask. */
const heard = () => Promise.resolve();
const placeIds = () => watcher.places().map(({ id }) => id);

describe('cost', () => {
  it('one changed card among 500 is one reading', async () => {
    // Cards of a title and no more: jsdom takes 40 ms to read a whole one.
    const cards = Array.from({ length: 500 }, (_, n) => h('article', {}, h('h3', {}, h('a', { href: `/papers/${idOf(n)}` }, `Paper ${n}`))));
    showPage(cards, { props: { dailyPapers: [] } });
    expect(watch()).toHaveLength(500);
    cards[250]!.querySelector('h3 a')!.firstChild!.nodeValue = 'Another title';
    await heard();
    expect(events).toEqual({ found: [], gone: [], waiting: 1 });
    expect(readAll()).toEqual([`${idOf(250)} Another title`]);
  });

  describe('looking through the whole page', () => {
    const bare = (tag: string) => (_: unknown, n: number) => h(tag, {}, h('h3', {}, h('a', { href: `/papers/${idOf(n)}` }, `Paper ${n}`)));
    /** How many times the page is asked for something while so many of its cards change in one go. */
    async function asksFor(tag: string, changes: number): Promise<number> {
      const cards = Array.from({ length: 30 }, bare(tag));
      showPage(cards);
      watch();
      const ask = vi.spyOn(document, 'querySelectorAll');
      for (const card of cards.slice(0, changes)) card.querySelector('a')!.firstChild!.nodeValue = 'Another title';
      await heard();
      const { length } = ask.mock.calls;
      ask.mockRestore();
      life.abort();
      expect(readAll()).toHaveLength(changes);
      return length;
    }

    it('is not needed for articles', async () => {
      expect([await asksFor('article', 1), await asksFor('article', 20)]).toEqual([0, 0]);
    });

    it('is done once for all cards that change in one go', async () => {
      const once = await asksFor('div', 1);
      expect(once).toBeLessThanOrEqual(2);
      expect(await asksFor('div', 20)).toBe(once);
    });
  });

  it('what changes outside of cards is no reading', async () => {
    const grid = showPage([day(1), day(2)], { after: [pager()] });
    watch();
    document.querySelector('h1')!.textContent = 'Weekly Papers';
    grid.append(h('div', {}, h('a', { href: '/blog' }, 'An advert')));
    document.querySelector('a')!.setAttribute('href', '/papers/date/2026-09-24');
    await heard();
    expect(readAll()).toEqual([]);
    expect(events.waiting).toBe(0);
  });

  it('a card is read once, however many times it changes before that', async () => {
    const card = day(1);
    showPage([card, day(2)]);
    watch();
    for (let i = 0; i < 5; i++) {
      card.querySelector('h3 a')!.textContent = `Title ${i}`;
      await heard();
    }
    expect(readAll()).toEqual([`${idOf(1)} Title 4`]);
  });
});

describe('the host', () => {
  it('makes all nodes anew: the old ones are gone and the new ones found, also of the same papers', async () => {
    showPage([day(1), day(2)]);
    watch();
    showPage([day(2), day(3)]);
    await heard();
    expect(events.gone).toEqual([idOf(1), idOf(2)]);
    expect(events.found).toEqual([idOf(2), idOf(3)]);
    expect(placeIds()).toEqual([idOf(2), idOf(3)]);
    expect(readAll()).toHaveLength(2);
  });

  it('gives a card another paper: it is new, and its root is the same', async () => {
    const card = day(1);
    showPage([card, day(2)]);
    watch();
    for (const link of card.querySelectorAll('a')) link.setAttribute('href', `/papers/${idOf(7)}`);
    card.querySelector('h3 a')!.textContent = 'Paper 7';
    await heard();
    expect(events.found).toEqual([idOf(7)]);
    expect(readAll()).toEqual([`${idOf(7)} Paper 7`]);
    expect(watcher.places().find(({ id }) => id === idOf(7))?.root).toBe(card);
  });

  it('gives a card its address last: it is found then', async () => {
    const card = day(1);
    const link = card.querySelector('h3 a')!;
    link.removeAttribute('href');
    showPage([card, day(2)]);
    watch();
    expect(placeIds()).toEqual([idOf(2)]);
    link.setAttribute('href', `/papers/${idOf(1)}`);
    await heard();
    expect(events.found).toEqual([idOf(1)]);
  });

  it('takes cards out, one by one and all at once', async () => {
    const cards = [day(1), day(2), day(3)];
    const grid = showPage(cards);
    watch();
    cards[1]!.remove();
    await heard();
    expect(events.gone).toEqual([idOf(2)]);
    grid.remove();
    await heard();
    expect(events.gone).toEqual([idOf(2), idOf(1), idOf(3)]);
    expect(placeIds()).toEqual([]);
    expect(readAll()).toEqual([]);
  });

  it('takes a card out before it was read: it waits no more', async () => {
    const grid = showPage([day(1), day(2)]);
    watch();
    const card = day(3);
    grid.append(card);
    await heard();
    card.remove();
    await heard();
    expect(readAll()).toEqual([]);
  });

  it('puts a card in and takes it out at one go: there was none', async () => {
    const grid = showPage([day(1), day(2)]);
    watch();
    const card = day(3);
    grid.append(card);
    card.remove();
    grid.append(day(4));
    await heard();
    expect(events).toEqual({ found: [idOf(4)], gone: [], waiting: 1 });
    expect(placeIds()).toEqual([idOf(1), idOf(2), idOf(4)]);
  });

  it('moves cards: they stay, and their order is the order found', async () => {
    const cards = [day(1), day(2), day(3)];
    const grid = showPage(cards);
    watch();
    grid.prepend(cards[2]!);
    await heard();
    expect(events).toMatchObject({ found: [], gone: [] });
    expect(placeIds()).toHaveLength(3);
  });

  it('takes the title out of a card: it is a card no more, until the title is back', async () => {
    const card = day(1);
    showPage([card, day(2)]);
    watch();
    const heading = card.querySelector('h3')!;
    const { parentElement } = heading;
    heading.remove();
    await heard();
    expect(events.gone).toEqual([idOf(1)]);
    parentElement!.append(heading);
    await heard();
    expect(events.found).toEqual([idOf(1)]);
  });

  it('empties a title: the card stays and says why it cannot be read', async () => {
    const card = day(1);
    showPage([card, day(2)]);
    watch();
    card.querySelector('h3 a')!.textContent = '';
    await heard();
    expect(readAll()).toEqual([`${idOf(1)} no-title`]);
  });

  it('brings new data: all cards are read again', async () => {
    const title = 'From the data alone';
    const card = day(1);
    card.querySelector('h3 a')!.textContent = '';
    showPage([card, day(2)], { props: { dailyPapers: [] } });
    expect(watch()).toContain(`${idOf(1)} no-title`);
    const props = { dailyPapers: [{ paper: { id: idOf(1), title } }] };
    document.querySelector('[data-target]')!.setAttribute('data-props', JSON.stringify(props));
    await heard();
    expect(events.waiting).toBe(1);
    expect(readAll()).toEqual([`${idOf(1)} ${title}`, `${idOf(2)} Paper 2`]);
  });
});

describe('a page that streams in', () => {
  it('piece by piece ends with the same cards as one that was there at once', async () => {
    const whole = showPage([day(1), trendingCard(source(2)), day(3)]);
    const grid = whole.cloneNode(false) as HTMLElement;
    whole.replaceWith(grid);
    watch();
    await stream(whole, grid);
    expect(placeIds()).toEqual([idOf(1), idOf(2), idOf(3)]);
    expect(watcher.places().map(({ root }) => root)).toEqual([...grid.children]);
    expect(new Set(readAll().slice(-3))).toEqual(new Set([1, 2, 3].map((n) => `${idOf(n)} Paper ${n}`)));
    expect(events.gone).toEqual([]);
  });

  it('without articles: what looked like a card while it held one paper is a list in the end', async () => {
    const asDiv = (n: number) => h('div', {}, ...day(n).childNodes);
    const grid = showPage([asDiv(1)]);
    watch();
    const first = watcher.places()[0]!.root;
    expect(first).not.toBe(grid.firstElementChild);
    grid.append(asDiv(2));
    await heard();
    grid.append(asDiv(3));
    await heard();
    const roots = watcher.places().map(({ root }) => root);
    expect(new Set(roots)).toEqual(new Set(grid.children));
    expect(roots.length).toBe(3);
    expect(events.gone).toEqual([idOf(1)]);
  });

  /** As the parser does it: each element is put in place empty, then filled, with a pause after each piece. */
  async function stream(from: Node, to: Node): Promise<void> {
    for (const child of from.childNodes) {
      const copy = child.cloneNode(false);
      to.appendChild(copy);
      await heard();
      await stream(child, copy);
    }
  }
});

describe('our own doing', () => {
  it('is not taken for the host\'s, wherever it stands', async () => {
    const card = day(1);
    const grid = showPage([card, day(2)]);
    watch();
    const bar = h('div', { 'data-papersift': 'bar' }, h('h3', {}, h('a', { href: `/papers/${idOf(9)}` }, 'Ours')));
    grid.before(bar);
    await heard();
    bar.append(h('h3', {}, h('a', { href: `/papers/${idOf(8)}` }, 'Ours too')));
    bar.querySelector('a')!.setAttribute('href', `/papers/${idOf(7)}`);
    await heard();
    expect(readAll()).toEqual([]);
    expect(events).toEqual({ found: [], gone: [], waiting: 0 });
  });

  it('below what we put on a card is no change of the card', async () => {
    const card = day(1);
    const bar = h('div', { 'data-papersift': 'bar' }, h('p', {}, 'why'));
    card.append(bar);
    showPage([card, day(2)]);
    watch();
    bar.append(h('b'));
    bar.querySelector('p')!.firstChild!.nodeValue = 'because';
    await heard();
    expect(events.waiting).toBe(0);
  });

  it('on a card is forgotten on demand', async () => {
    const card = day(1);
    showPage([card, day(2)]);
    watch();
    card.append(h('div', { 'data-papersift': 'bar' }));
    watcher.forgetOwnChanges();
    await heard();
    expect(events.waiting).toBe(0);
    card.append(h('div', { 'data-papersift': 'bar' }));
    await heard();
    expect(events.waiting).toBe(1);
  });
});

it('hears nothing more once it is aborted', async () => {
  const grid = showPage([day(1)]);
  watch();
  life.abort();
  grid.append(day(2));
  await heard();
  expect(events.found).toEqual([]);
});
