// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { readDigestData, type PaperFacts } from '../../../src/site/digest-data';
import { paperId, showPage } from './support/page';

const ID = paperId('2609.31291');

function entry(paper: object = {}, rest: object = {}): unknown {
  return { paper: { id: ID, ...paper }, ...rest };
}

function factsOf(...dailyPapers: unknown[]): PaperFacts | undefined {
  showPage([], { props: { dailyPapers } });
  return readDigestData(document).facts(ID);
}

beforeEach(() => vi.restoreAllMocks());

describe('an entry', () => {
  it('gives all that the site says of a paper', () => {
    const facts = factsOf(entry({
      title: 'A title\n  in two lines', summary: 'An abstract\nhard-wrapped.  ',
      authors: [{ name: 'Ada One' }, { name: 'Hidden', hidden: true }, { name: ' Bo  Two ', hidden: false, user: { user: 'bo' } }],
      publishedAt: '2026-09-25T00:00:00.000Z', upvotes: 7, githubRepo: 'https://github.com/a/b', githubStars: 6,
      projectPage: 'http://project.example/x', ai_keywords: ['Softmax', 'softmax heads', 'Softmax', ' ', 3],
      organization: { name: 'adobe', fullname: 'Adobe' },
    }, {
      publishedAt: '2026-09-24T20:00:00.000Z', numComments: 2, thumbnail: 'https://cdn.example/t.png',
      submittedBy: { name: 'asimkadav', fullname: 'Asim Kadav' },
    }));
    expect(facts).toEqual({
      title: 'A title in two lines', abstract: 'An abstract hard-wrapped.', authors: ['Ada One', 'Bo Two'], authorCount: 2,
      organization: { name: 'adobe', fullname: 'Adobe' }, publishedAt: '2026-09-25', upvotes: 7, comments: 2,
      githubRepo: 'https://github.com/a/b', githubStars: 6, projectPage: 'http://project.example/x', submitter: 'asimkadav',
      thumbnail: 'https://cdn.example/t.png', siteKeywords: ['Softmax', 'softmax heads'],
    });
  });

  it('leaves absent what it does not say', () => {
    expect(factsOf(entry())).toEqual({});
  });

  it('is read from the entry where the paper does not say it', () => {
    expect(factsOf(entry({ title: null, organization: 4 }, {
      title: 'Of the entry', summary: 'Of the entry too.', organization: { fullname: 'Org' }, publishedAt: '2026-09-24',
    }))).toEqual({ title: 'Of the entry', abstract: 'Of the entry too.', organization: { fullname: 'Org' }, publishedAt: '2026-09-24' });
  });

  it('names the submitter by user name, wherever that stands', () => {
    expect(factsOf(entry({}, { submittedBy: { user: 'u1', name: 'n' } }))?.submitter).toBe('u1');
    expect(factsOf(entry({ submittedOnDailyBy: { user: 'u2', fullname: 'U' } }, { submittedBy: null }))?.submitter).toBe('u2');
  });

  it('may be the paper itself, as the search of the API answers', () => {
    showPage([], { props: { searchResults: [{ id: ID, title: 'Bare' }] } });
    expect(readDigestData(document).facts(ID)).toEqual({ title: 'Bare' });
  });

  it('names an organisation by its address where it has no other name', () => {
    expect(factsOf(entry({ organization: { name: 'adobe', fullname: '' } }))?.organization).toEqual({ name: 'adobe', fullname: 'adobe' });
  });

  it('keeps the readable authors and counts the others', () => {
    const facts = factsOf(entry({ authors: [{ name: 'Ada' }, null, { name: 5 }, { name: 'Bo' }] }));
    expect(facts).toEqual({ authors: ['Ada', 'Bo'], authorCount: 4 });
  });

  it.each(['javascript:alert(1)', ' JavaScript:alert(1)', 'java\nscript:alert(1)', 'data:text/html,x', 'ftp://x.example/', '//', 'https://'])(
    'never gives the link %j', (link) => {
      expect(factsOf(entry({ githubRepo: link, projectPage: link }, { thumbnail: link }))).toEqual({});
    });

  it.each([Number.NaN, -1, 1.5, '7', null, 1e300, [7], true])('takes no count from %j', (value) => {
    expect(factsOf(entry({ upvotes: value, githubStars: value }, { numComments: value }))).toEqual({});
  });

  it.each(['yesterday', '2026-02-30T00:00:00Z', 20260925, ''])('takes no date from %j', (value) => {
    expect(factsOf(entry({ publishedAt: value }))).toEqual({});
  });
});

describe('the digest', () => {
  it('reads the search results first, then the daily papers', () => {
    showPage([], { props: {
      dailyPapers: [entry({ title: 'Daily', upvotes: 1 }), { paper: { id: '2609.00001' } }],
      searchResults: [entry({ title: 'Found' })],
    } });
    const data = readDigestData(document);
    expect(data.facts(ID)).toEqual({ title: 'Found', upvotes: 1 });
    expect(data.size).toBe(2);
    expect(data.problem).toBeUndefined();
  });

  it('does not know a paper of another listing (stale after a change in place)', () => {
    showPage([], { props: { dailyPapers: [entry()] } });
    expect(readDigestData(document).facts(paperId('2401.00001'))).toBeUndefined();
  });

  it('is whole and empty early in a day', () => {
    showPage([], { props: { dailyPapers: [] } });
    expect(readDigestData(document)).toMatchObject({ size: 0 });
    expect(readDigestData(document).problem).toBeUndefined();
  });

  it('passes over what is no entry', () => {
    showPage([], { props: { dailyPapers: [null, 3, 'x', [], {}, { paper: 7 }, { paper: { id: 'x' } }, entry({ title: 'T' })] } });
    expect(readDigestData(document).size).toBe(1);
    expect(readDigestData(document).facts(ID)).toEqual({ title: 'T' });
  });

  it('is missing without island, and without its data', () => {
    document.body.replaceChildren();
    expect(readDigestData(document)).toMatchObject({ size: 0, problem: 'missing' });
    showPage([]);
    expect(readDigestData(document).problem).toBe('missing');
  });

  it.each(['{"dailyPapers":[{"paper":{"id":"2609.312', '[]', 'null', '7', '"x"', '{}', '{"dailyPapers":{}}', '<', '['.repeat(99_999)])(
    'is broken when its data is %.40j', (json) => {
      showPage([], { props: json });
      expect(readDigestData(document)).toMatchObject({ size: 0, problem: 'broken' });
      expect(readDigestData(document).facts(ID)).toBeUndefined();
    });

  it('is parsed once for as long as its text stays the same', () => {
    showPage([], { props: { dailyPapers: [entry({ title: 'One' })] } });
    const parse = vi.spyOn(JSON, 'parse');
    const data = readDigestData(document);
    expect(readDigestData(document)).toBe(data);
    expect(data.facts(ID)).toBe(data.facts(ID));
    expect(parse).toHaveBeenCalledTimes(1);
    document.querySelector('[data-props]')?.setAttribute('data-props', JSON.stringify({ dailyPapers: [entry({ title: 'Two' })] }));
    expect(readDigestData(document).facts(ID)).toEqual({ title: 'Two' });
    expect(parse).toHaveBeenCalledTimes(2);
  });
});
