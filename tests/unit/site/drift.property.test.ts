// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPage } from './read-page';
import { cardSources } from './support/arbitrary';
import { dayCard, dayCard2024, searchCard, trendingCard, type CardSource } from './support/cards';
import { h } from './support/html';
import { pager, showPage, TODAY } from './support/page';

/** A random index below `length`. */
type Pick = (length: number) => number;

const asDiv = (card: HTMLElement): HTMLElement => h('div', {}, ...card.childNodes);
const LAYOUTS: readonly ((card: CardSource) => HTMLElement)[] = [
  dayCard, dayCard2024, trendingCard, searchCard, (card) => searchCard(card, 'div'), (card) => searchCard(card, 'li'),
  (card) => asDiv(dayCard(card)), (card) => asDiv(trendingCard(card)),
];

const link = (href: string): HTMLElement => h('a', { href }, 'Read more');
const ADVERTS: readonly (() => HTMLElement)[] = [
  () => h('div', {}, 'Subscribe'),
  () => h('aside', {}, h('h3', {}, link('https://ads.example/papers/2401.00001')), h('p', {}, 'Now')),
  () => h('ul', {}, h('li', {}, 'One'), h('li', {}, 'Two')),
  () => h('p', {}, link('/pricing'), ' 5 ', link('/papers/trending')),
  () => h('div', { 'data-papersift': 'chips' }, h('h3', {}, link('/papers/2401.00009'))),
];

function oneOf<T>(pick: Pick, all: ArrayLike<T>): T {
  return all[pick(all.length)] as T;
}

function wrap(node: ChildNode, tag: string): HTMLElement {
  const wrapper = h(tag);
  node.replaceWith(wrapper);
  wrapper.append(node);
  return wrapper;
}

/** What a redesign may do to a card while it keeps `h3 a[href]`. */
const DRIFTS: readonly ((card: HTMLElement, pick: Pick) => void)[] = [
  function wrapSomething(card, pick) {
    const elements = card.querySelectorAll<HTMLElement>(':not(svg):not(svg *)');
    if (elements.length > 0) wrap(oneOf(pick, elements), oneOf(pick, ['div', 'span', 'figure', 'x-part']));
  },
  function rename(card, pick) {
    for (const element of [card, ...card.querySelectorAll('*')]) element.setAttribute('class', `c${pick(1000)} md:x${pick(1000)}`);
  },
  function advertise(card, pick) {
    const places = [...card.querySelectorAll('div')].filter((element) => !element.closest('a, h3'));
    if (places.length > 0) oneOf(pick, places).prepend(oneOf(pick, ADVERTS)());
  },
  function reorder(card, pick) {
    const parents = [card, ...card.querySelectorAll('div')].filter((element) => element.childElementCount > 1);
    if (parents.length === 0) return;
    const parent = oneOf(pick, parents);
    parent.append(oneOf(pick, parent.children));
  },
  function markTitle(card, pick) {
    for (const title of card.querySelectorAll('h3 a')) {
      const text = title.firstChild;
      if (text?.nodeType !== Node.TEXT_NODE || !text.nodeValue) continue;
      wrap((text as Text).splitText(pick(text.nodeValue.length)), oneOf(pick, ['mark', 'span', 'b']));
    }
  },
  function dropSomething(card, pick) {
    const others = [...card.querySelectorAll('*')].filter((element) => !element.querySelector('h3') && !element.closest('h3'));
    if (others.length > 0) oneOf(pick, others).remove();
  },
];

describe('a redesign that keeps the anchors', () => {
  it('is read: every id and title, in order, and nothing else', () => {
    fc.assert(fc.property(cardSources, fc.nat({ max: LAYOUTS.length - 1 }), fc.gen(), (sources, layout, draw) => {
      const pick: Pick = (length) => draw(fc.nat, { max: length - 1 });
      const cards = sources.map((source) => LAYOUTS[layout]!(source));
      let isAdvertised = false;
      for (const card of cards) {
        for (let steps = pick(6); steps > 0; steps--) {
          const drift = oneOf(pick, DRIFTS);
          drift(card, pick);
          isAdvertised ||= drift.name === 'advertise';
        }
      }
      const grid = showPage(cards, { after: pick(2) ? [pager()] : [] });
      const isWrapped = pick(3) === 0;
      if (isWrapped) for (const card of cards) wrap(card, 'div');
      for (let adverts = pick(3); adverts > 0; adverts--) grid.insertBefore(oneOf(pick, ADVERTS)(), oneOf(pick, [null, ...grid.children]));

      const page = readPage(document, TODAY);
      expect(page.failures).toEqual([]);
      expect(page.cards.map(({ paper: { id, title } }) => ({ id, title }))).toEqual(sources.map(({ id, title }) => ({ id, title })));
      for (const [i, card] of page.cards.entries()) {
        const titles = card.root.querySelectorAll('h3 a[href^="/papers/"]').length;
        expect(card.cell.contains(card.root)).toBe(true);
        expect(card.cell).not.toBe(grid);
        // An advert beside the card, in the wrapper around it, is not the card's to hide.
        if (sources.length > 1 && !isAdvertised) expect(isWrapped ? card.cell.parentElement : card.cell).toBe(isWrapped ? grid : cards[i]);
        expect(card.titleLinks.length).toBeGreaterThan(0);
        expect(titles).toBeGreaterThanOrEqual(card.titleLinks.length);
      }
    }), { numRuns: 120 });
  }, 30_000);
});
