import { describe, expect, it } from 'vitest';
import { alternation, triePattern, wholeWords } from '../../bench/highlight/regex';
import { DENSITIES, pickTerms } from '../../bench/highlight/terms';
import { paperTexts } from '../../bench/highlight/texts';

const papers = paperTexts(1000);

const occurrences = (terms: readonly string[]) => {
  const pattern = wholeWords(alternation(terms));
  return papers.reduce((sum, { title, abstract }) => sum + (`${title}\n${abstract}`.match(pattern)?.length ?? 0), 0);
};

describe('the texts of the benchmark', () => {
  it('are all different, and the first as full as the last', () => {
    expect(new Set(papers.map(({ abstract }) => abstract)).size).toBe(papers.length);
    const length = (list: typeof papers) => list.reduce((sum, { abstract }) => sum + abstract.length, 0) / list.length;
    expect(length(papers.slice(0, 100)) / length(papers)).toBeCloseTo(1, 1);
  });
});

describe('the keywords of the benchmark', () => {
  it.each(DENSITIES)('%s: as many as asked for, each once, the same each time', (density) => {
    const terms = pickTerms(density, 500, papers.slice(0, 24));
    expect(new Set(terms).size).toBe(500);
    expect(pickTerms(density, 500, papers.slice(0, 24))).toEqual(terms);
  });

  it('dense ones occur everywhere, rare ones hardly', () => {
    const [dense, rare] = DENSITIES.map((density) => occurrences(pickTerms(density, 500, papers.slice(0, 24))));
    expect(dense).toBeGreaterThan(20_000);
    expect(rare).toBeGreaterThan(0);
    expect(rare).toBeLessThan(dense! / 10);
  });
});

it('a trie-shaped pattern finds what the alternation finds', () => {
  const terms = pickTerms('dense', 500, papers.slice(0, 24));
  const [trie, plain] = [triePattern(terms), alternation(terms)].map(wholeWords);
  for (const { abstract } of papers.slice(0, 24)) expect(abstract.match(trie!)).toEqual(abstract.match(plain!));
  expect('C++ and c+'.match(new RegExp(triePattern(['C++', 'c+']), 'gi'))).toEqual(['C++', 'c+']);
});
