// @vitest-environment jsdom
// @vitest-environment-options { "url": "https://huggingface.co/papers?q=bert" }
import { describe, expect, it } from 'vitest';
import { readPage } from './read-page';
import { searchCard, type CardSource } from './support/cards';
import { HAS_CAPTURES, NEEDS_CAPTURES, readCapture } from './support/captures';
import { h } from './support/html';
import { pager, showPage, TODAY } from './support/page';

const HEADER = ['new', 'Get trending papers in your email inbox!', 'Subscribe', 'Daily Papers', 'byAK and the research community', 'Dec 10'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

interface SeedPaper extends CardSource {
  readonly publishedAt: string;
}

/**
 * The papers of the seed document, a search view as text: for each its title, its abstract, "• 7 authors" or the
 * organisation (alt text and name), "·", and the date with the comments behind it. Blank lines part some of them.
 */
function parseSeed(text: string, ids: Readonly<Record<string, string>>): SeedPaper[] {
  const lines = text.split('\n').map((line) => line.trim()).filter((line) => line !== '');
  expect(lines.slice(0, HEADER.length)).toEqual(HEADER);
  const body = lines.slice(HEADER.length);
  expect(body.length % 5).toBe(0);
  return Array.from({ length: body.length / 5 }, (_, i) => parsePaper(body.slice(5 * i, 5 * i + 5), ids));
}

function parsePaper([title = '', abstract = '', by = '', dot, end = '']: readonly string[], ids: Readonly<Record<string, string>>): SeedPaper {
  const id = Object.keys(ids).find((key) => ids[key] === title);
  const authors = /^• (\d+) authors$/.exec(by)?.[1];
  const date = /^([A-Z][a-z]{2}) (\d{1,2})(?:, (\d{4}))?(?: (\d+))?$/.exec(end);
  if (!id || dot !== '·' || !date) throw new Error(`The seed document does not read at "${title}"`);
  const [, month = '', day = '', year = TODAY.slice(0, 4), comments] = date;
  const name = by.slice(by.length / 2).trim();
  return {
    id, title, abstract,
    ...(authors ? { authorCount: Number(authors) } : { organization: { name, fullname: name } }),
    date: comments ? end.slice(0, -comments.length - 1) : end,
    publishedAt: `${year}-${String(MONTHS.indexOf(month) + 1).padStart(2, '0')}-${day.padStart(2, '0')}`,
    ...(comments ? { comments } : {}),
  };
}

/** The queried word in every title and abstract, wrapped as the search does it. */
function markWord(element: Element, word: string): void {
  const text = element.textContent ?? '';
  const at = text.indexOf(word);
  if (at >= 0) element.replaceChildren(text.slice(0, at), h('span', {}, word), text.slice(at + word.length));
}

function expectedPaper({ id, title, abstract, authorCount, organization, publishedAt, comments }: SeedPaper): object {
  const by = organization ? { organization } : { authorCount };
  return { id, title, abstract, ...by, publishedAt, ...(comments ? { comments: Number(comments) } : {}) };
}

describe('the seed document', () => {
  it.skipIf(!HAS_CAPTURES).each(['article', 'div'])(`is read exactly, with each card in <%s>${NEEDS_CAPTURES}`, (tag) => {
    const papers = parseSeed(readCapture('seed-digest.txt'), JSON.parse(readCapture('seed-ids.json')) as Record<string, string>);
    expect(papers).toHaveLength(25);
    expect(papers.filter((paper) => paper.authorCount !== undefined)).toHaveLength(24);
    expect(papers.filter((paper) => paper.organization)).toHaveLength(1);
    expect(papers.filter((paper) => paper.comments)).toHaveLength(4);

    const cards = papers.map((paper) => searchCard(paper, tag));
    for (const element of cards.flatMap((card) => [...card.querySelectorAll('h3 a, p')])) markWord(element, 'BERT');
    showPage(cards, { after: [pager()] });
    const page = readPage(document, TODAY);
    expect(page.failures).toEqual([]);
    expect(page.cards.map((card) => card.paper)).toEqual(papers.map(expectedPaper));
    expect(page.cards.map((card) => cards.indexOf(card.cell))).toEqual([...cards.keys()]);
    for (const { texts, paper } of page.cards) {
      expect(texts.map((text) => text.field)).toEqual(['title', 'abstract', ...(paper.organization ? ['organization'] : [])]);
      expect(texts[0]?.element.textContent).toBe(paper.title);
      expect(texts[1]?.element.textContent).toBe(paper.abstract);
    }
  });
});
