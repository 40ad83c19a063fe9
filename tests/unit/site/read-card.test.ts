// @vitest-environment jsdom
// @vitest-environment-options { "url": "https://huggingface.co/papers" }
import { describe, expect, it } from 'vitest';
import type { TextField } from '../../../src/site/card';
import { findCardPlaces } from '../../../src/site/card-places';
import { readDigestData } from '../../../src/site/digest-data';
import { readCard } from '../../../src/site/read-card';
import { readPage } from './read-page';
import { dayCard, dayCard2024, searchCard, trendingCard, upvotes, type CardSource } from './support/cards';
import { GITHUB_MARK, h, icon } from './support/html';
import { readOnlyCard, showPage, TODAY } from './support/page';

const ID = '2609.31620';
const BARE: CardSource = { id: ID, title: 'A Title' };
const ABSTRACT = 'We show that a sentence of some length is enough to be taken for the abstract of a paper.';

function textsOf(field: TextField): (string | undefined)[] {
  return readOnlyCard().texts.filter((text) => text.field === field).map((text) => text.element.outerHTML);
}

function paperOf(card: HTMLElement, props?: unknown): object {
  showPage([card], { props });
  return readOnlyCard().paper;
}

/** As Google Translate does it; other browsers put the words into the host's own nodes. */
function translate(element: Element): void {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  while (walker.nextNode()) nodes.push(walker.currentNode as Text);
  for (const node of nodes) {
    const text = /\d/.test(node.data) ? node.data : `Übersetzt ${[...node.data].reverse().join('')}`;
    node.replaceWith(h('font', {}, h('font', {}, text)));
  }
}

function entry(paper: object, rest: object = {}): object {
  return { dailyPapers: [{ paper: { id: ID, ...paper }, ...rest }] };
}

describe('a card of the day', () => {
  const source: CardSource = {
    ...BARE, upvotes: '110', organization: { name: 'USC-PSI-Lab', fullname: 'USC Lab' }, stars: '12', comments: '2',
    image: 'https://cdn.example/31620.png', submitter: 'Hongyang-Du',
  };
  const read = {
    id: ID, title: 'A Title', upvotes: 110, organization: { name: 'USC-PSI-Lab', fullname: 'USC Lab' }, githubStars: 12,
    comments: 2, thumbnail: 'https://cdn.example/31620.png', submitter: 'Hongyang-Du',
  };

  it('is read whole, without the page\'s data', () => {
    expect(paperOf(dayCard(source))).toEqual(read);
    expect(paperOf(dayCard(source), '{"dailyPapers":[{"paper":{"id"')).toEqual(read);
  });

  it('is read alike in the layout of 2024', () => {
    expect(paperOf(dayCard2024(source))).toEqual(read);
  });

  it('gives no more than its title when it shows no more', () => {
    expect(paperOf(dayCard(BARE))).toEqual(BARE);
  });

  it('has a video for thumbnail, and addresses of the site made whole', () => {
    expect(paperOf(dayCard({ ...BARE, video: '/v.mp4' }))).toMatchObject({ thumbnail: 'https://huggingface.co/v.mp4' });
    expect(paperOf(dayCard({ ...BARE, image: 'data:image/gif;base64,AA' }))).not.toHaveProperty('thumbnail');
  });

  it('does not take the portrait of an author for the thumbnail', () => {
    expect(paperOf(dayCard({ ...BARE, portraits: [{ tooltip: 'u', hasPicture: true }], authorCount: 1 }))).not.toHaveProperty('thumbnail');
  });
});

describe('figures', () => {
  it.each([['-', 0], ['0', 0], ['110', 110], ['1,234', 1234], ['1.2k', 1200]])('%s upvotes are %d', (shown, value) => {
    expect(paperOf(dayCard({ ...BARE, upvotes: shown }))).toMatchObject({ upvotes: value });
  });

  it('are read beside words, and whether or not the reader is signed in', () => {
    const control = upvotes({ ...BARE, upvotes: '117' }, 'Upvote')!;
    showPage([h('article', {}, dayCard(BARE).querySelector('h3')!, h('div', {}, control.querySelector('[role]')!))]);
    expect(readOnlyCard().paper.upvotes).toBe(117);
  });

  it('of another paper\'s controls are not taken', () => {
    const card = dayCard(BARE);
    card.append(h('a', { href: '/papers/2609.00001#community' }, '9'), h('a', { href: '/login?next=%2Fpapers%2F2609.00001' }, '8'));
    expect(paperOf(card)).toEqual(BARE);
  });

  it('of GitHub stars need GitHub\'s mark, or its address', () => {
    const badge = (viewBox: string): HTMLElement => h('a', { href: `/papers/${ID}` }, icon(viewBox), h('span', {}, '90.1k'));
    const card = dayCard(BARE);
    card.append(badge('0 0 1 1'));
    expect(paperOf(card)).toEqual(BARE);
    card.append(badge(GITHUB_MARK));
    expect(paperOf(card)).toMatchObject({ githubStars: 90_100 });
  });

  it('are not read from the title of an icon', () => {
    const card = dayCard(BARE);
    card.append(h('a', { href: `/papers/${ID}#community` }, icon('0 0 1 1', '7'), '2'));
    expect(paperOf(card)).toMatchObject({ comments: 2 });
  });

  it.each(['span', 'b', 'font'])('are read whole where each digit has a <%s> of its own', (tag) => {
    const card = dayCard({ ...BARE, upvotes: '0' });
    const digits = (text: string): HTMLElement[] => [...text].map((digit) => h(tag, {}, digit));
    card.querySelector('[role] div')!.replaceChildren(...digits('1,104'));
    card.append(h('a', { href: `/papers/${ID}#community` }, icon(), h('span', {}, 'Comments'), ...digits('23')));
    expect(paperOf(card)).toMatchObject({ upvotes: 1104, comments: 23 });
  });

  it('of two blocks, or with an icon between them, are two', () => {
    const card = dayCard(BARE);
    card.append(h('a', { href: `/papers/${ID}#community` }, h('div', {}, '1'), h('div', {}, '2'), icon(), '5'));
    expect(paperOf(card)).toMatchObject({ comments: 5 });
  });

  it('that are no more than the beginning of the data\'s were not read to their end', () => {
    const card = dayCard({ ...BARE, upvotes: '0', comments: '1' });
    card.querySelector('[role] div')!.replaceChildren(...[...'110'].map((digit) => h('div', {}, digit)), 'votes');
    expect(paperOf(card, entry({ upvotes: 110 }, { numComments: 2 }))).toMatchObject({ upvotes: 110, comments: 1 });
  });

  it('no comments are told by the data alone: the link is left out at 0, and by views without comments', () => {
    expect(paperOf(dayCard(BARE))).not.toHaveProperty('comments');
    expect(paperOf(dayCard(BARE), entry({}, { numComments: 0 }))).toMatchObject({ comments: 0 });
  });

  it('that change are those of the card; exact ones win over abbreviated ones', () => {
    const props = entry({ upvotes: 1234, githubStars: 90_123 }, { numComments: 5 });
    expect(paperOf(dayCard({ ...BARE, upvotes: '1,235', comments: '6', stars: '90.1k' }), props))
      .toMatchObject({ upvotes: 1235, comments: 6, githubStars: 90_123 });
    expect(paperOf(dayCard({ ...BARE, upvotes: '1.2k' }), props)).toMatchObject({ upvotes: 1234 });
  });
});

describe('authors', () => {
  const named = (...names: string[]): NonNullable<CardSource['portraits']> => names.map((tooltip) => ({ tooltip }));

  it.each([[1, '·'], [7, '•'], [48, '·'], [23, '']])('are counted: %d after %j', (authorCount, dot) => {
    const card = searchCard({ ...BARE, authorCount });
    card.querySelector('li div div')!.textContent = dot;
    expect(paperOf(card)).toMatchObject({ authorCount });
  });

  it('are named when all are there, the first last (portraits are laid out from right to left)', () => {
    expect(paperOf(dayCard({ ...BARE, portraits: named('Third', 'Second', 'First'), authorCount: 3 })))
      .toMatchObject({ authors: ['First', 'Second', 'Third'], authorCount: 3 });
    expect(paperOf(dayCard({ ...BARE, portraits: named('B', 'A') }))).toMatchObject({ authors: ['A', 'B'], authorCount: 2 });
  });

  it('are not named when some are left out', () => {
    expect(paperOf(dayCard({ ...BARE, portraits: named('E', 'D', 'C', 'B', 'A'), authorCount: 48 }))).toEqual({ ...BARE, authorCount: 48 });
    expect(paperOf(dayCard({ ...BARE, portraits: named('F', 'E', 'D', 'C', 'B', 'A') }))).toEqual(BARE);
  });

  it('are not named by the user names of their accounts', () => {
    expect(paperOf(dayCard({ ...BARE, portraits: [{ tooltip: 'ShuyangXiang', hasPicture: true }], authorCount: 1 })))
      .toEqual({ ...BARE, authorCount: 1 });
  });

  it('are those of the data where it has them', () => {
    const props = entry({ authors: [{ name: 'Ada One' }, { name: 'Bo Two' }] });
    expect(paperOf(dayCard({ ...BARE, portraits: named('x', 'y'), authorCount: 2 }), props)).toMatchObject({ authors: ['Ada One', 'Bo Two'] });
  });

  it('are not the items of another list', () => {
    const card = dayCard(BARE);
    card.append(h('ul', {}, h('li', {}, 'Buy now'), h('li', {}, 'Pay later')));
    expect(paperOf(card)).toEqual(BARE);
  });

  it('are a text of the card only where their names are shown as text', () => {
    showPage([dayCard({ ...BARE, portraits: named('A'), authorCount: 1 })]);
    expect(textsOf('authors')).toEqual([]);
    const list = h('ul', {}, h('li', {}, 'Ada One'), h('li', {}, 'Bo Two'), h('li', {}, '2 authors'));
    showPage([h('article', {}, dayCard(BARE).querySelector('h3')!, list)]);
    expect(readOnlyCard().paper).toMatchObject({ authors: ['Ada One', 'Bo Two'], authorCount: 2 });
    expect(textsOf('authors')).toEqual([list.outerHTML]);
  });

  it('whose names stand in a link to the paper are no abstract', () => {
    const names = ['Adelheid von Humboldt-Dachroeden', 'Bartholomew Featherstonehaugh'];
    const card = dayCard(BARE);
    card.append(h('a', { href: `/papers/${ID}` }, h('ul', {}, ...names.map((name) => h('li', {}, name)), h('li', {}, '2 authors'))));
    expect(paperOf(card)).toEqual({ ...BARE, authors: names, authorCount: 2 });
  });

  it('are counted without a list', () => {
    const card = dayCard(BARE);
    card.append(h('a', { href: `/papers/${ID}` }, h('span', {}, '2'), ' authors'));
    expect(paperOf(card)).toEqual({ ...BARE, authorCount: 2 });
  });
});

describe('the organisation', () => {
  it('is the link with a logo, not its alt text twice', () => {
    const card = searchCard({ ...BARE, organization: { name: 'KaLM-Embedding', fullname: 'KaLM-Embedding' } });
    expect(paperOf(card)).toMatchObject({ organization: { name: 'KaLM-Embedding', fullname: 'KaLM-Embedding' } });
    expect(textsOf('organization')).toEqual(['<span>KaLM-Embedding</span>']);
  });

  it('is no other link to the site: not a user\'s, not the submitter\'s, not an advert', () => {
    const user = (alt: string): HTMLElement => h('a', { href: '/taesiri' }, h('img', { src: '/t.png', alt }), 'taesiri');
    const card = dayCard(BARE);
    card.append(user(''), h('a', { href: '/pricing' }, 'Go PRO'), h('div', {}, 'Submitted by ', user('taesiri')));
    expect(paperOf(card)).toEqual({ ...BARE, submitter: 'taesiri' });
  });
});

describe('the submitter', () => {
  it.each<[string, (string | Node)[]]>([
    ['in one text', ['Submitted by  taesiri']],
    ['over lines', ['\n Submitted\n by \n', h('img', { alt: '' }), '\n taesiri \n']],
    ['in elements', [h('span', {}, 'Submitted by'), h('b', {}, h('i', {}, ' taesiri'))]],
  ])('is read %s', (_where, children) => {
    const card = dayCard(BARE);
    card.append(h('div', {}, ...children));
    expect(paperOf(card)).toEqual({ ...BARE, submitter: 'taesiri' });
  });

  it('is absent where more than a user name follows', () => {
    const card = dayCard(BARE);
    card.append(h('div', {}, 'Submitted by taesiri and two others'));
    expect(paperOf(card)).toEqual(BARE);
  });
});

describe('a card of the search', () => {
  const source: CardSource = { ...BARE, upvotes: '-', abstract: ABSTRACT, authorCount: 7, date: 'Sep 28', comments: '3' };

  it('is read whole', () => {
    expect(paperOf(searchCard(source))).toEqual({
      id: ID, title: 'A Title', upvotes: 0, abstract: ABSTRACT, authorCount: 7, publishedAt: '2025-09-28', comments: 3,
    });
  });

  it('is read whatever its query words are wrapped in', () => {
    const card = searchCard(source);
    card.querySelector('h3 a')!.replaceChildren(h('mark', {}, 'A'), ' Ti', h('em', {}, h('b', {}, 'tl')), 'e');
    card.querySelector('p')!.replaceChildren(ABSTRACT.slice(0, 20), h('span', {}, ABSTRACT.slice(20, 30)), ABSTRACT.slice(30));
    expect(paperOf(card)).toMatchObject({ title: 'A Title', abstract: ABSTRACT });
  });

  it('takes no date from words marked in its abstract', () => {
    const card = searchCard({ ...source, date: '' });
    card.querySelector('p')!.prepend(h('mark', {}, 'May 5'));
    expect(paperOf(card)).not.toHaveProperty('publishedAt');
  });

  it('shows its texts in the smallest elements that hold them', () => {
    showPage([searchCard(source)]);
    expect(textsOf('title')).toEqual([`<a href="/papers/${ID}">A Title</a>`]);
    expect(textsOf('abstract')).toEqual([`<p>${ABSTRACT}</p>`]);
  });

  it('has its exact date, names and abstract from the data', () => {
    const props = { searchResults: entry({ publishedAt: '2025-09-27T00:00:00Z', summary: 'Whole.', authors: [{ name: 'Ada' }] })['dailyPapers' as never] };
    expect(paperOf(searchCard(source), props)).toMatchObject({ publishedAt: '2025-09-27', abstract: 'Whole.', authors: ['Ada'], authorCount: 1 });
  });
});

describe('a trending card', () => {
  const source: CardSource = {
    ...BARE, upvotes: '117', abstract: ABSTRACT, organization: { name: 'kandinskylab', fullname: 'Kandinsky Lab' },
    date: 'Published on Oct 4, 2026', repo: 'https://github.com/kandinskylab/kandinsky-6', stars: '90.1k', submitter: 'vvasilev',
  };

  it('is read whole, once', () => {
    expect(paperOf(trendingCard(source))).toEqual({
      id: ID, title: 'A Title', upvotes: 117, abstract: ABSTRACT, organization: { name: 'kandinskylab', fullname: 'Kandinsky Lab' },
      publishedAt: '2026-10-04', githubRepo: 'https://github.com/kandinskylab/kandinsky-6', githubStars: 90_100, submitter: 'vvasilev',
    });
  });

  it('shows its texts twice', () => {
    showPage([trendingCard(source)]);
    expect(readOnlyCard().texts.map((text) => text.field)).toEqual(['title', 'title', 'abstract', 'abstract', 'organization', 'organization']);
  });

  it('takes a date from a short paragraph, none from words marked in its abstract', () => {
    const card = trendingCard({ ...source, date: '' });
    for (const paragraph of card.querySelectorAll('p')) paragraph.prepend(h('mark', {}, 'May 5'));
    expect(paperOf(card)).not.toHaveProperty('publishedAt');
    card.append(h('p', {}, 'Sep 28'));
    expect(paperOf(card)).toMatchObject({ publishedAt: '2025-09-28' });
  });

  it('links to the project page', () => {
    const card = trendingCard(source);
    card.append(h('a', { href: 'https://kandinsky.example/6' }, 'Project page'));
    expect(paperOf(card)).toMatchObject({ projectPage: 'https://kandinsky.example/6' });
  });

  it('has the whole abstract of the data, not the summary of the card', () => {
    expect(paperOf(trendingCard(source), entry({ summary: 'The abstract.' }))).toMatchObject({ abstract: 'The abstract.' });
  });
});

describe('the abstract', () => {
  const abstracts = (): number => textsOf('abstract').length;
  const stretched = (text: string): HTMLElement => h('a', { href: `/papers/${ID}` }, h('span', {}, text));
  const promo = 'Join the discussion of this paper on the community tab, and sign in to upvote it today';

  it('is no text that says little more than the title, as a link for screen readers does', () => {
    const card = dayCard(BARE);
    card.prepend(stretched('Read the paper on this site: A Title'));
    expect(paperOf(card)).toEqual(BARE);
    const title = 'Regularizing Layer Fusion Mitigates the Gap in Autoencoders';
    const long = dayCard({ ...BARE, title });
    long.prepend(stretched(`Read the paper: ${title}`));
    expect(paperOf(long, entry({ summary: `${title} is what we show.` }))).toMatchObject({ title, abstract: `${title} is what we show.` });
    expect(abstracts()).toBe(0);
  });

  it('may name its paper', () => {
    expect(paperOf(searchCard({ ...BARE, abstract: `A Title: ${ABSTRACT}` }))).toMatchObject({ abstract: `A Title: ${ABSTRACT}` });
  });

  it('is no text that has next to nothing of the abstract of the data', () => {
    const card = trendingCard({ ...BARE, abstract: ABSTRACT });
    card.append(h('p', {}, promo));
    expect(paperOf(card, entry({ summary: `${ABSTRACT} Our community of annotators agrees.` }))).toHaveProperty('abstract');
    expect(abstracts()).toBe(2);
  });

  it('is a summary that has most of its words, in another form too', () => {
    paperOf(trendingCard({ ...BARE, abstract: 'Lengthy sentences, enough of them, get taken for abstracts.' }), entry({ summary: ABSTRACT }));
    expect(abstracts()).toBe(2);
  });
});

describe('a card in a list', () => {
  const source: CardSource = { ...BARE, abstract: ABSTRACT, date: 'Published on Oct 4, 2026', authorCount: 7 };
  const read = { ...BARE, abstract: ABSTRACT, publishedAt: '2026-10-04', authorCount: 7 };

  it('is read whole where it stands in a list item', () => {
    expect(paperOf(h('li', {}, trendingCard(source)))).toEqual(read);
    expect(textsOf('abstract')).toHaveLength(2);
    expect(paperOf(h('li', {}, searchCard(source)))).toEqual(read);
  });

  it('is read whole where it is the list item', () => {
    const item = (): HTMLElement => h('li', {}, ...trendingCard(source).childNodes);
    showPage([item(), h('li', {}, h('h3', {}, h('a', { href: '/papers/2609.00002' }, 'Another')))]);
    const [first] = readPage(document, TODAY).cards;
    expect(first?.root.localName).toBe('li');
    expect(first?.paper).toEqual(read);
  });

  it('still has no abstract in the items of its own lists', () => {
    const card = dayCard(BARE);
    card.append(h('ul', {}, h('li', {}, h('p', {}, ABSTRACT)), h('li', {}, 'Sep 28')));
    expect(paperOf(h('li', {}, card))).toEqual(BARE);
  });
});

describe('the title', () => {
  it('is the data\'s where it knows the paper, and the card\'s where it knows others', () => {
    expect(paperOf(dayCard({ ...BARE, title: 'Shown' }), entry({ title: 'A Title', summary: 'S' }))).toEqual({ ...BARE, abstract: 'S' });
    expect(paperOf(dayCard(BARE), entry({ id: '2609.00001', title: 'Another' }))).toEqual(BARE);
  });

  it('and all other words are the original ones where the browser translates the page; what is painted stays what is shown', () => {
    const card = trendingCard({ ...BARE, abstract: ABSTRACT, authorCount: 2, upvotes: '7' });
    const props = entry({ title: 'A Title', summary: ABSTRACT, authors: [{ name: 'Ada One' }, { name: 'Bo Two' }], upvotes: 7 });
    const original = paperOf(card, props);
    translate(card);
    expect(readOnlyCard().paper).toEqual(original);
    expect(textsOf('title')[0]).toContain('Übersetzt');
  });

  it('has its white space folded', () => {
    expect(paperOf(dayCard({ ...BARE, title: ' A\u00a0 Title\n  Agents ' }))).toMatchObject({ title: 'A Title Agents' });
  });

  it('is the data\'s where the card\'s is empty', () => {
    expect(paperOf(dayCard({ ...BARE, title: ' ' }), entry({ title: 'T' }))).toMatchObject({ title: 'T' });
  });

  it('that is nowhere is a failure with its reason and paper', () => {
    showPage([dayCard({ ...BARE, title: ' \n' })]);
    const [place] = findCardPlaces(document);
    expect(readCard(place!, readDigestData(document), TODAY)).toEqual({ failure: { reason: 'no-title', id: ID } });
  });
});

describe('our own parts and closed dialogs', () => {
  it('are not read', () => {
    const card = searchCard({ ...BARE, abstract: ABSTRACT });
    const others = (): HTMLElement[] => [
      h('p', {}, `${ABSTRACT} ${ABSTRACT}`), h('ul', {}, h('li', {}, '9 authors')), h('span', {}, 'Sep 28'), h('div', { role: 'checkbox' }, '5'),
      h('a', { href: `/papers/${ID}#community` }, '4'), h('a', { href: 'https://github.com/x/y' }, '3'),
    ];
    card.append(h('div', { 'data-papersift': '' }, ...others()), h('dialog', {}, ...others()));
    card.querySelector('h3 a')!.append(h('span', { 'data-papersift': '' }, 'chip'));
    expect(paperOf(card)).toEqual({ ...BARE, abstract: ABSTRACT });
  });
});

describe('the page', () => {
  it('has each paper once: the first of its cards that can be read', () => {
    showPage([dayCard({ ...BARE, title: '' }), dayCard({ ...BARE, upvotes: '4' }), dayCard({ ...BARE, upvotes: '5' }), dayCard({ id: '2609.00002', title: '' })]);
    const page = readPage(document, TODAY);
    expect(page.cards.map((card) => card.paper)).toEqual([{ ...BARE, upvotes: 4 }]);
    expect(page.failures).toEqual([{ reason: 'no-title', id: '2609.00002' }]);
    expect(page.paperLinks).toBe(2);
  });

  it('with one paper or none is a short digest, not an error', () => {
    showPage([], { props: { dailyPapers: [] } });
    expect(readPage(document, TODAY)).toEqual({ cards: [], failures: [], paperLinks: 0 });
  });
});
