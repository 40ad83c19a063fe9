// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { countPaperLinks, findCardPlaces, findUnreadableCards } from '../../../src/site/card-places';
import { makeRootFinder } from '../../../src/site/card-root';
import { dayCard, dayCard2024, searchCard, trendingCard, type CardSource } from './support/cards';
import { h } from './support/html';
import { pager, showPage } from './support/page';

const A: CardSource = { id: '2609.31620', title: 'Fusing Layers', upvotes: '110', image: '/a.png', comments: '2', submitter: 'hy' };
const B: CardSource = { id: '2609.31394', title: 'A World Action Model', upvotes: '17', authorCount: 48 };
const C: CardSource = { id: '1402.1234', title: 'An Old Paper', upvotes: '-', date: 'Feb 18, 2024', authorCount: 2 };

/** The card without its `article`: what a redesign could leave. */
function asDiv(card: HTMLElement): HTMLElement {
  return h('div', {}, ...card.childNodes);
}

function ids(scope: ParentNode = document): string[] {
  return findCardPlaces(scope).map((place) => place.id);
}

/** Which of `elements` the roots are, and the cells: by identity, as equal cards are not the same. */
function rootsAmong(elements: readonly HTMLElement[], scope: ParentNode = document): number[] {
  return findCardPlaces(scope).map((place) => elements.indexOf(place.root));
}

function cellsAmong(elements: readonly HTMLElement[]): number[] {
  return findCardPlaces(document).map((place) => elements.indexOf(place.cell));
}

describe('cards', () => {
  it('are the articles of the day view, in order; the pager and adverts are none', () => {
    const cards = [A, B, C].map(dayCard);
    const advert = h('div', {}, h('h3', {}, h('a', { href: 'https://ads.example/papers/2609.00001' }, 'Buy')), h('a', { href: '/papers/2609.00002' }, 'No heading'));
    showPage([cards[0]!, advert, cards[1]!, cards[2]!], { after: [pager()] });
    const places = findCardPlaces(document);
    expect(places.map((place) => place.id)).toEqual([A.id, B.id, C.id]);
    expect(rootsAmong(cards)).toEqual([0, 1, 2]);
    expect(cellsAmong(cards)).toEqual([0, 1, 2]);
    expect(places[0]?.titleLinks.map((link) => link.textContent)).toEqual([A.title]);
  });

  it('have the wrapper of the 2024 layout as their cell', () => {
    const cells = [A, B].map(dayCard2024);
    showPage(cells, { after: [pager()] });
    expect(cellsAmong(cells)).toEqual([0, 1]);
    expect(findCardPlaces(document).map((place) => place.root.localName)).toEqual(['article', 'article']);
  });

  it('keep the wrapper as their cell when we have put something into it', () => {
    const cells = [A, B].map(dayCard2024);
    showPage(cells);
    cells[0]?.append(h('div', { 'data-papersift': '' }));
    expect(findCardPlaces(document)[0]?.cell).toBe(cells[0]);
  });

  it('are one for the two copies of trending', () => {
    const card = trendingCard({ ...A, date: 'Published on Oct 4, 2026' });
    showPage([card, trendingCard(B)]);
    const [place] = findCardPlaces(document);
    expect(ids()).toEqual([A.id, B.id]);
    expect(place?.root).toBe(card);
    expect(place?.titleLinks).toHaveLength(2);
  });

  it('are two for a paper that has two', () => {
    const cards = [dayCard(A), dayCard(B), dayCard(A)];
    showPage(cards);
    expect(ids()).toEqual([A.id, B.id, A.id]);
    expect(rootsAmong(cards)).toEqual([0, 1, 2]);
  });

  it('are told by what is repeated where there is no article', () => {
    const cards = [...[A, B].map((card) => asDiv(dayCard(card))), searchCard(C, 'div')];
    showPage(cards, { after: [pager()] });
    expect(rootsAmong(cards)).toEqual([0, 1, 2]);
  });

  it('are one for two copies where there is no article', () => {
    const cards = [A, B].map((card) => asDiv(trendingCard(card)));
    showPage(cards);
    expect(rootsAmong(cards)).toEqual([0, 1]);
    expect(findCardPlaces(document).map((place) => place.titleLinks.length)).toEqual([2, 2]);
  });

  it('are told apart where one article holds several', () => {
    const cards = [A, B].map((card) => asDiv(dayCard(card)));
    showPage([h('article', {}, ...cards)]);
    expect(rootsAmong(cards)).toEqual([0, 1]);
  });

  it('are those of a list, also where it is an article and one of its cards stands apart', () => {
    const cards = [A, B, C].map((card) => asDiv(dayCard(card)));
    showPage([h('article', {}, h('h1', {}, 'Daily Papers'), h('div', {}, h('div', {}, cards[0])), h('div', {}, ...cards.slice(1)))]);
    expect(ids()).toEqual([A.id, B.id, C.id]);
  });

  it('are found once each where several scopes share a finder', () => {
    const cards = [A, B, C].map((card) => asDiv(dayCard(card)));
    showPage(cards);
    const finder = makeRootFinder(document);
    expect(cards.map((card) => findCardPlaces(card, finder).map(({ root }) => cards.indexOf(root)))).toEqual([[0], [1], [2]]);
  });

  it('are found from inside one, at the cost of that one', () => {
    const cards = [dayCard(A), dayCard(B)];
    showPage(cards);
    const heading = cards[1]!.querySelector('h3')!;
    expect(rootsAmong(cards, heading)).toEqual([1]);
    expect(rootsAmong(cards, cards[0])).toEqual([0]);
  });

  it('are found in a tree that is not in the document', () => {
    const fragment = document.createDocumentFragment();
    fragment.append(dayCard(A), asDiv(dayCard(B)));
    expect(ids(fragment)).toEqual([A.id, B.id]);
    expect(ids(new DOMParser().parseFromString(`<h3><a href="/papers/${A.id}">x</a></h3>`, 'text/html'))).toEqual([A.id]);
  });

  it.each([
    'https://huggingface.co/papers/2609.31620', 'https://hf.co/papers/2609.31620', '/papers/2609.31620?x=1#y', '/papers/2609.31620v2', '/papers/2609.31620/',
  ])('are found by %s', (href) => {
    showPage([h('article', {}, h('h3', {}, h('a', { href }, 'T')))]);
    expect(ids()).toEqual(['2609.31620']);
  });

  it.each(['/papers/date/2026-09-25', '/papers/trending', '/papers', '/papers/abc', '/blog/papers/2609.31620', '//evil.example/papers/2609.31620', 'javascript:/papers/2609.31620', 'http://[/papers/2609.31620'])(
    'are not found by %s', (href) => {
      showPage([h('article', {}, h('h3', {}, h('a', { href }, 'T')))]);
      expect(ids()).toEqual([]);
    });

  it('are not looked for in our own parts', () => {
    const grid = showPage([dayCard(A)]);
    grid.append(h('div', { 'data-papersift': '' }, dayCard(B)));
    grid.querySelector('article')?.append(h('div', { 'data-papersift': '' }, h('h3', {}, h('a', { href: '/papers/2609.00009' }, 'Ours'))));
    expect(ids()).toEqual([A.id]);
    expect(findCardPlaces(document)[0]?.root).toBe(grid.firstElementChild);
    expect(countPaperLinks(document)).toBe(1);
  });

  it('are none where a heading links to several papers', () => {
    showPage([h('div', {}, h('h3', {}, h('a', { href: '/papers/2609.00001' }, 'one'), h('a', { href: '/papers/2609.00002' }, 'two')))]);
    expect(ids()).toEqual([]);
  });
});

describe('a card that names other papers in headings', () => {
  const OTHERS = ['2401.00001', '2401.00002'];
  const title = (id: string) => h('h3', {}, h('a', { href: `/papers/${id}` }, `Related ${id}`));
  const picture = (id: string) => h('a', { href: `/papers/${id}` }, h('img', { alt: '' }));
  const related: [string, () => HTMLElement][] = [
    ['one in a box', () => h('div', {}, title(OTHERS[0]!))],
    ['one in a box with a label', () => h('div', {}, h('p', {}, 'Related'), title(OTHERS[0]!))],
    ['a list', () => h('ul', {}, ...OTHERS.map((id) => h('li', {}, title(id))))],
    ['a list of articles', () => h('div', {}, ...OTHERS.map((id) => h('article', {}, title(id))))],
    ['a list with pictures', () => h('section', {}, ...OTHERS.map((id) => h('div', {}, picture(id), title(id))))],
  ];
  const layouts: [string, (card: CardSource) => HTMLElement, (card: HTMLElement) => Element][] = [
    ['day', dayCard, (card) => card],
    ['2024', dayCard2024, (card) => card.querySelector('article')!],
    ['search', (card) => searchCard(card), (card) => card],
    ['trending', trendingCard, (card) => card],
    ['trending, in each copy', trendingCard, (card) => card.lastElementChild!],
  ];
  it.each(layouts.flatMap(([layout, make, inside]) => related.map(([what, more]) => [layout, what, make, inside, more] as const)))(
    '%s, %s: is one card, of its own paper', (_layout, _what, make, inside, more) => {
      const cells = [A, B].map(make);
      for (const cell of cells) inside(cell).append(more());
      showPage(cells);
      const places = findCardPlaces(document);
      expect(places.map(({ id }) => id)).toEqual([A.id, B.id]);
      expect(places.map(({ cell }) => cells.indexOf(cell))).toEqual([0, 1]);
      expect(places.every(({ root }) => root.localName === 'article')).toBe(true);
      expect(places.flatMap(({ id, titleLinks }) => titleLinks.map((link) => link.href.endsWith(id)))).not.toContain(false);
      const fromRelated = findCardPlaces([...places[0]!.root.querySelectorAll(`[href$="${OTHERS[0]}"]`)].at(-1)!.parentElement!);
      expect(fromRelated.map(({ id, root }) => id === A.id && root === places[0]!.root)).toEqual([true]);
    });

  it('is one card, too, where it has a title and no more itself', () => {
    for (const [, more] of related.slice(0, 3)) {
      showPage([h('article', {}, title(A.id), more()), dayCard(B)]);
      expect(ids()).toEqual([A.id, B.id]);
    }
  });
});

describe('a card with a link to a day', () => {
  const badge = () => h('a', { href: '/papers/date/2026-09-28' }, '#1 Paper of the day');
  const places: [string, (card: HTMLElement) => void][] = [
    ['above its title', (card) => card.querySelector('h3')!.before(badge())],
    ['around its title', (card) => card.querySelector('h3')!.prepend(badge())],
    ['at its top', (card) => card.prepend(badge())],
    ['in a box of its own', (card) => card.append(h('div', {}, badge()))],
  ];
  const layouts: [string, (card: CardSource) => HTMLElement][] = [
    ['article', dayCard], ['day', (card) => asDiv(dayCard(card))], ['trending', (card) => asDiv(trendingCard(card))], ['search', (card) => searchCard(card, 'li')],
  ];
  it.each(layouts.flatMap(([layout, make]) => places.map(([where, put]) => [layout, where, make, put] as const)))('%s, %s: is whole', (_layout, _where, make, put) => {
    for (const sources of [[A, B, C], [A]]) {
      for (const badges of [1, sources.length]) {
        const cards = sources.map(make);
        cards.slice(0, badges).forEach(put);
        showPage(cards, { after: [pager()] });
        expect([rootsAmong(cards), cellsAmong(cards)]).toEqual([sources.map((_, i) => i), sources.map((_, i) => i)]);
      }
    }
  });
});

it('the only card of a list that stands, with its paging, in one section with others is told from its list', () => {
  const card = asDiv(dayCard(A));
  const list = showPage([card], { after: [pager()] });
  list.after(h('div', {}, h('ul', {}, h('li', {}, dayCard(B)), h('li', {}, dayCard(C)))));
  expect(ids()).toEqual([A.id, B.id, C.id]);
  expect([rootsAmong([card])[0], cellsAmong([card])[0]]).toEqual([0, 0]);
});

describe('the only card of a page', () => {
  const sources: [string, () => HTMLElement][] = [
    ['an article', () => dayCard(A)],
    ['a div', () => asDiv(dayCard(A))],
    ['a trending div', () => asDiv(trendingCard(A))],
    ['a search div', () => searchCard(C, 'div')],
    ['a search div of a reader who is signed in', () => {
      const card = searchCard(C, 'div');
      const login = card.querySelector('[href^="/login"]')!;
      login.replaceWith(...login.childNodes);
      return card;
    }],
  ];
  const surroundings: [string, () => Node[]][] = [
    ['alone', () => []],
    ['before a pager', () => [pager()]],
    ['before a pager that names a day', () => [h('div', {}, h('a', { href: '/papers/date/2026-09-25' }, 'Sep 25'))]],
    ['before an advert', () => [h('div', {}, h('h3', {}, h('a', { href: 'https://ads.example' }, 'Buy')), h('p', {}, 'Now'))]],
    ['before an advert and a pager', () => [h('aside', {}, 'Subscribe'), pager()]],
  ];
  it.each(sources.flatMap(([name, make]) => surroundings.map(([where, after]) => [name, where, make, after] as const)))(
    '%s %s is neither the grid nor a part of itself', (_name, _where, make, after) => {
      const card = make();
      showPage([card], { after: after() });
      expect([rootsAmong([card]), cellsAmong([card])]).toEqual([[0], [0]]);
    });

  it('is not the page where heading and list stand in no section', () => {
    const card = asDiv(dayCard(A));
    showPage([card]);
    const section = document.querySelector('section')!;
    section.replaceWith(h('div', {}, h('div', {}, ...section.childNodes)));
    expect([rootsAmong([card]), cellsAmong([card])]).toEqual([[0], [0]]);
  });

  it('is the same whether or not our bar, with its filter box and its link to the day before, stands above', () => {
    const list = showPage([dayCard(A)]);
    const around = h('div', {});
    list.replaceWith(around);
    around.append(list);
    const before = findCardPlaces(document).map(({ root, cell }) => [root, cell]);
    around.prepend(h('div', { 'data-papersift': 'triage' }, h('input', { type: 'search' }), h('a', { href: '/papers/date/2026-09-25' }, 'Previous day')));
    const after = findCardPlaces(document).map(({ root, cell }) => [root, cell]);
    expect(before).toHaveLength(1);
    expect(after.flat().every((node, at) => node === before.flat()[at])).toBe(true);
  });

  it('has its 2024 wrapper as cell', () => {
    const cell = dayCard2024(A);
    showPage([cell]);
    expect(findCardPlaces(document)[0]?.cell).toBe(cell);
  });
});

describe('countPaperLinks', () => {
  it('counts each paper once, whatever links to it', () => {
    showPage([dayCard(A), dayCard(A), dayCard(B), h('a', { href: '/papers/2401.00001#community' }), h('a', { href: 'https://x.example/papers/2401.00002' })], { after: [pager()] });
    expect(countPaperLinks(document)).toBe(3);
    expect(countPaperLinks(document.createElement('div'))).toBe(0);
  });
});

describe('findUnreadableCards', () => {
  it('tells of each card whose id is not arXiv\'s', () => {
    const odd = (name: string): HTMLElement => h('article', {}, h('h3', {}, h('a', { href: `/papers/${name}` }, 'T')));
    showPage([dayCard(A), odd('biorxiv-1'), odd('biorxiv-1'), odd('2613.00001'), odd('trending')]);
    expect(findUnreadableCards(document)).toEqual([{ reason: 'no-id' }, { reason: 'no-id' }]);
  });
});
