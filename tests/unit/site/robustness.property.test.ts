// @vitest-environment jsdom
import { parseIsoDay } from '../../../src/domain/iso-date';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toPaperId, type Paper } from '../../../src/domain/paper';
import { countPaperLinks, findCardPlaces } from '../../../src/site/card-places';
import { readDigestData, type PaperFacts } from '../../../src/site/digest-data';
import { readCard } from '../../../src/site/read-card';
import { readPage } from './read-page';
import { viewOf } from '../../../src/site/view';
import { cardSources, json, tree } from './support/arbitrary';
import { dayCard, searchCard, trendingCard } from './support/cards';
import { paperId, showPage, TODAY } from './support/page';

const ID = paperId('2609.31620');

function entry(): Record<string, unknown> {
  return {
    paper: {
      id: ID, title: 'Title', summary: 'Summary', authors: [{ name: 'Ada' }, { name: 'Bo', hidden: false }], publishedAt: '2026-09-25T00:00:00.000Z',
      upvotes: 3, githubRepo: 'https://github.com/a/b', githubStars: 6, projectPage: 'https://p.example/', ai_keywords: ['one', 'two'],
      organization: { name: 'adobe', fullname: 'Adobe' },
    },
    numComments: 1, thumbnail: 'https://cdn.example/t.png', submittedBy: { user: 'ada', fullname: 'Ada' },
  };
}

/** Which facts come from which key: no other may change with it. */
const FACTS_OF: Readonly<Record<string, readonly (keyof PaperFacts)[]>> = {
  title: ['title'], summary: ['abstract'], authors: ['authors', 'authorCount'], publishedAt: ['publishedAt'], upvotes: ['upvotes'],
  githubRepo: ['githubRepo'], githubStars: ['githubStars'], projectPage: ['projectPage'], ai_keywords: ['siteKeywords'],
  organization: ['organization'], numComments: ['comments'], thumbnail: ['thumbnail'], submittedBy: ['submitter'],
};

function factsOf(dailyPapers: unknown): PaperFacts | undefined {
  showPage([], { props: { dailyPapers } });
  return readDigestData(document).facts(ID);
}

function expectSound(facts: Partial<Paper>): void {
  for (const link of [facts.githubRepo, facts.projectPage, facts.thumbnail]) {
    if (link !== undefined) expect(link).toMatch(/^https?:\/\//);
  }
  for (const count of [facts.upvotes, facts.comments, facts.githubStars, facts.authorCount]) {
    if (count !== undefined) expect(count >= 0 && Number.isFinite(count)).toBe(true);
  }
  if (facts.publishedAt !== undefined) expect(parseIsoDay(facts.publishedAt)).toBe(facts.publishedAt);
  for (const list of [facts.authors, facts.siteKeywords]) {
    if (list !== undefined) expect(list.length > 0 && list.every((text) => typeof text === 'string' && text !== '')).toBe(true);
  }
  for (const text of [facts.title, facts.abstract, facts.submitter, facts.organization?.fullname]) {
    if (text !== undefined) expect(text).toMatch(/^\S(?:.*\S)?$/s);
  }
  expect(Object.values(facts)).not.toContain(undefined);
}

describe('the data', () => {
  it('never throws, whatever the text', () => {
    const text = fc.oneof(fc.string(), json.map((value) => JSON.stringify(value) ?? ''), fc.nat({ max: 900 }).map((end) => JSON.stringify({ dailyPapers: [entry()] }).slice(0, end)));
    fc.assert(fc.property(text, (props) => {
      showPage([], { props });
      const data = readDigestData(document);
      expect(data.size).toBeGreaterThanOrEqual(0);
      expectSound(data.facts(ID) ?? {});
    }));
  });

  it('reads what is sound of entries of any kind', () => {
    const fields = fc.dictionary(fc.constantFrom(...Object.keys(FACTS_OF), 'submittedOnDailyBy', 'paper'), json, { noNullPrototype: true });
    const odd = fc.oneof(json, fc.tuple(fields, fields).map(([paper, rest]) => ({ ...rest, paper: { ...paper, id: ID } })), fields.map((all) => ({ ...all, id: ID })));
    fc.assert(fc.property(fc.array(odd), fc.boolean(), (entries, isSearch) => {
      showPage([], { props: isSearch ? { searchResults: entries, dailyPapers: 3 } : { dailyPapers: entries } });
      expectSound(readDigestData(document).facts(ID) ?? {});
    }));
  });

  it('loses to a bad field that field alone', () => {
    const whole = factsOf([entry()])!;
    expect(Object.keys(whole)).toHaveLength(Object.values(FACTS_OF).flat().length);
    fc.assert(fc.property(fc.constantFrom(...Object.keys(FACTS_OF)), fc.option(json, { nil: undefined }), (key, value) => {
      const broken = entry();
      const owner = key in broken ? broken : (broken['paper'] as Record<string, unknown>);
      owner[key] = value;
      const facts = factsOf([null, broken]) ?? {};
      expectSound(facts);
      for (const fact of Object.keys(whole) as (keyof PaperFacts)[]) {
        if (!FACTS_OF[key]?.includes(fact)) expect(facts[fact]).toEqual(whole[fact]);
      }
    }));
  });
});

describe('the page', () => {
  it('never throws, whatever its tree', () => {
    fc.assert(fc.property(fc.array(tree, { maxLength: 4 }), fc.nat(), (trees, at) => {
      document.body.replaceChildren(...trees);
      const page = readPage(document, TODAY);
      expect(page.cards.length).toBeLessThanOrEqual(page.paperLinks);
      for (const { paper, root, cell, titleLinks, texts } of page.cards) {
        expectSound(paper);
        expect(toPaperId(paper.id)).toBe(paper.id);
        expect(titleLinks.length > 0 && titleLinks.every((link) => root.contains(link))).toBe(true);
        expect(cell.contains(root) && texts.every((text) => root.contains(text.element))).toBe(true);
      }
      const everything = document.querySelectorAll('*');
      const scope = everything[at % everything.length]!;
      countPaperLinks(scope);
      for (const place of findCardPlaces(scope)) readCard(place, readDigestData(document), 'not a day');
    }), { numRuns: 200 });
  }, 30_000);

  it('loses to a broken card that card alone', () => {
    fc.assert(fc.property(cardSources, fc.constantFrom(dayCard, trendingCard, searchCard), fc.gen(), (sources, layout, draw) => {
      const cards = sources.map((source) => layout(source));
      showPage(cards);
      const before = readPage(document, TODAY).cards;
      const broken = cards[draw(fc.nat, { max: cards.length - 1 })]!;
      for (let steps = draw(fc.integer, { min: 1, max: 6 }); steps > 0; steps--) {
        const parts = broken.querySelectorAll('*');
        const part = parts[draw(fc.nat, { max: Math.max(parts.length - 1, 0) })];
        const value = draw(fc.string);
        const attribute = part?.getAttributeNames()[0];
        if (draw(fc.boolean)) part?.remove();
        else if (attribute) part?.setAttribute(attribute, value);
        else part?.append(value);
      }
      const after = readPage(document, TODAY).cards;
      for (const { root, paper } of before) {
        if (root !== broken) expect(after.find((card) => card.root === root)?.paper).toEqual(paper);
      }
    }));
  }, 30_000);
});

describe('viewOf', () => {
  it('never throws', () => {
    fc.assert(fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), fc.webPath(), (url, path) => {
      viewOf(new URL(url));
      viewOf(new URL(`/papers${path}`, url));
    }));
  });
});
