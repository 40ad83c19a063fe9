import fc from 'fast-check';
import { h } from './html';
import type { CardSource } from './cards';

const word = fc.stringMatching(/^[A-Za-zéß→3]{1,9}$/);
export const words = fc.array(word, { minLength: 1, maxLength: 8 }).map((all) => all.join(' '));

const number = fc.integer({ min: 0, max: 99_999 }).map((value) => String(value).padStart(5, '0'));
export const id = fc.tuple(fc.constantFrom('2403', '2512', '2609', '1912'), number).map(([month, rest]) => `${month}.${rest}`);

function maybe<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.option(arbitrary, { nil: undefined });
}

/** What a card may be made from; every part but id and title may be missing. */
export const cardSource: fc.Arbitrary<CardSource> = fc.record({
  id,
  title: words,
  upvotes: maybe(fc.constantFrom('-', '1', '110', '1.2k')),
  authorCount: maybe(fc.integer({ min: 1, max: 700 })),
  portraits: maybe(fc.array(fc.record({ tooltip: words, hasPicture: fc.boolean() }), { maxLength: 5 })),
  organization: maybe(fc.record({ name: fc.constantFrom('adobe', 'USC-PSI-Lab'), fullname: words })),
  comments: maybe(fc.constantFrom('1', '12')),
  stars: maybe(fc.constantFrom('0', '131', '90.1k')),
  date: maybe(fc.constantFrom('Sep 28', 'Feb 18, 2024', 'Published on Oct 4, 2025')),
  abstract: maybe(fc.array(words, { minLength: 20, maxLength: 30 }).map((all) => all.join(' '))),
  submitter: maybe(fc.constantFrom('taesiri', 'asim-kadav')),
  image: maybe(fc.constant('/thumbnail.png')),
  // `undefined` is no value for an optional property of a CardSource.
}).map((source) => Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined)) as unknown as CardSource);

export const cardSources = fc.uniqueArray(cardSource, { minLength: 1, maxLength: 5, selector: (card) => card.id });

export const json = fc.oneof(fc.jsonValue({ maxDepth: 3 }), fc.constantFrom<unknown>('javascript:alert(1)', -1, Number.MAX_VALUE, [], {}, null, ''));

const HREFS = [
  '/papers/2609.31620', '/papers/2609.31394', '/papers/2609.31620#community', '/login?next=%2Fpapers%2F2609.31620', '/papers/x', '/papers/',
  '/papers/date/2026-09-25', '/adobe', 'https://github.com/a/b', 'https://github.com/a', 'https://x.example/project', 'javascript:alert(1)', 'http://[', '%', '',
];
const TAGS = ['article', 'h3', 'h3', 'a', 'a', 'a', 'ul', 'li', 'p', 'div', 'span', 'section', 'main', 'dialog', 'h1', 'img', 'video', 'body', 'input', 'x-y', 'template'];
const TEXTS = ['Title', '110', '-', '1.2k', '7 authors', 'Submitted by x', 'Sep 28', 'Feb 30, 2024', 'project', ' ', '\u0000', 'A text that is long enough to be an abstract of a paper'];

const attributes = fc.dictionary(
  fc.constantFrom('href', 'href', 'title', 'role', 'alt', 'src', 'data-papersift', 'data-target', 'data-props', 'type'),
  fc.oneof(fc.constantFrom(...HREFS), fc.constantFrom('checkbox', 'search', 'DailyPapers', '{"dailyPapers":[{"paper":{"id":"2609.31620","title":"T"}}]}'), fc.string()),
  { maxKeys: 4, noNullPrototype: true },
);

/** A tree of the elements that a listing is made of, put together without sense. */
export const tree: fc.Arbitrary<HTMLElement> = fc.letrec<{ node: HTMLElement }>((tie) => ({
  node: fc.tuple(
    fc.constantFrom(...TAGS),
    attributes,
    fc.array(fc.oneof({ maxDepth: 7, withCrossShrink: true }, fc.constantFrom(...TEXTS), tie('node')), { maxLength: 5 }),
  ).map(([tag, attrs, children]) => h(tag, attrs, ...children)),
})).node;
