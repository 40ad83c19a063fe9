// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { clearLooks, inPageOrder, isRendered, setFiltered, setMoved } from '../../../src/site/arranged-cards';
import { findCardPlaces } from '../../../src/site/card-places';
import { dayCard } from './support/cards';
import { h } from './support/html';
import { showPage } from './support/page';

const card = (n: number) => dayCard({ id: `2609.1000${n}`, title: `Paper ${n}` });
const places = () => findCardPlaces(document);
const order = (all: ReturnType<typeof places>) => inPageOrder(all).map(({ id }) => Number(id.slice(-1)));

beforeEach(() => document.body.replaceChildren());

describe('the order of the page', () => {
  it('is kept where cards were found so, and made where some came later', () => {
    showPage([card(1), card(2), card(3)]);
    const all = places();
    expect(inPageOrder(all)).toBe(all);
    expect(order([all[2]!, all[0]!, all[1]!])).toEqual([1, 2, 3]);
  });

  it('has the cards of a list that stands among other cards where they stand', () => {
    const inner = h('div', {}, h('p', {}, 'Sponsored'), h('div', {}, card(3), card(4)));
    showPage([card(1), card(2), inner, card(5), card(6)]);
    expect(order(places())).toEqual([1, 2, 3, 4, 5, 6]);
    expect(order(places().toReversed())).toEqual([1, 2, 3, 4, 5, 6]);
  });
});

describe('a list whose cards change places', () => {
  const isStacked = (list: HTMLElement) => list.hasAttribute('data-papersift-stack');

  it.each([['block', true], ['grid', false], ['flex', false], ['inline-grid', false], ['contents', false]])('laid out as %s: stacked by us %s', (display, expected) => {
    const list = showPage([card(1), card(2)]);
    list.style.display = display;
    setMoved(places(), 'sorted');
    expect(isStacked(list)).toBe(expected);
    setMoved(places(), undefined);
    expect(isStacked(list)).toBe(false);
    setMoved(places(), 'folded');
    clearLooks(document);
    expect(list.getAttributeNames()).toEqual(['style']);
  });

  it('is asked for its layout when that begins, and never again', () => {
    showPage([card(1), card(2)]);
    const ask = vi.spyOn(globalThis, 'getComputedStyle');
    for (let i = 0; i < 3; i++) setMoved(places(), i === 1 ? 'folded' : 'sorted');
    expect(ask).toHaveBeenCalledTimes(1);
    ask.mockRestore();
    setMoved(places(), undefined);
  });
});

describe('a card that we leave out', () => {
  const asked: Element[] = [];
  beforeEach(() => {
    asked.length = 0;
    // jsdom does not have it.
    HTMLElement.prototype.checkVisibility = function (this: HTMLElement) {
      return asked.push(this) > 0 && this.style.display !== 'none';
    };
  });

  it('is rendered if it was before', () => {
    const cards = [card(1), card(2)];
    cards[0]!.style.display = 'none';
    showPage(cards);
    expect(places().map(isRendered)).toEqual([false, true]);
    for (const each of cards) setFiltered(each, true);
    expect(places().map(isRendered)).toEqual([false, true]);
    expect(asked).toHaveLength(2);
  });

  it('is rendered as its list is where it was never seen', () => {
    const list = showPage([card(1)]);
    const [place] = places();
    setFiltered(place!.cell, true);
    expect(isRendered(place!)).toBe(true);
    list.style.display = 'none';
    expect(isRendered(place!)).toBe(false);
  });
});
