import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compilePatterns } from '../../../src/domain/matching/matcher';
import { CASES } from './cases';

/** The texts that `keyword` matches in `text`. */
function hits(keyword: string, text: string): string[] {
  return compilePatterns([{ source: keyword }])
    .find(text)
    .map(({ start, end }) => text.slice(start, end));
}

describe('what a keyword matches', () => {
  it.each(CASES)('%s in %j', (keyword, text, expected) => {
    expect(hits(keyword, text)).toEqual(expected);
  });
});

describe('several keywords', () => {
  const find = (sources: string[], text: string) =>
    compilePatterns(sources.map((source) => ({ source })))
      .find(text)
      .map(({ pattern, start, end }) => [pattern.source, text.slice(start, end)]);

  it('are all found where they overlap, the longest first', () => {
    expect(find(['language model', 'large language model', 'model', 'large'], 'Large language models')).toEqual([
      ['large language model', 'Large language models'],
      ['large', 'Large'],
      ['language model', 'language models'],
      ['model', 'models'],
    ]);
  });

  it('do not lend one another their joints', () => {
    expect(find(['OFA', 'of a'], 'one of a kind')).toEqual([['of a', 'of a']]);
  });

  it('do not lend one another the halves of a long word while one is still being typed', () => {
    const matches = compilePatterns([{ source: 'highlighting' }, { source: 'high', unfinished: true }]).find('high theoretical cost');
    expect(matches.map(({ start, end }) => [start, end])).toEqual([[0, 4]]);
  });

  it('that are still being typed find the plural of the word as it stands', () => {
    expect(compilePatterns([{ source: 'strategy', unfinished: true }]).find('strategies')).toHaveLength(1);
  });

  it('on the same place come in their own order, of few letters too', () => {
    const orders = [['rl', 'rls'], ['rls', 'rl'], ['sky', 'skies'], ['skies', 'sky'], ['of-a', 'o', 'of'], ['e-commerce', 'ecommerce', 'e']];
    for (const sources of orders) {
      for (const text of ['rls', 'skies', 'of-a', 'o f', 'e-commerce']) {
        const found = compilePatterns(sources.map((source) => ({ source }))).find(text);
        const places = found.map(({ pattern, start, end }) => [start, -end, sources.indexOf(pattern.source)] as const);
        expect(places).toEqual(places.toSorted((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]));
      }
    }
  });

  it('on the same place come in their own order, whichever form was found', () => {
    expect(find(['models', 'model'], 'models')).toEqual([['models', 'models'], ['model', 'models']]);
    expect(find(['model', 'models'], 'models')).toEqual([['model', 'models'], ['models', 'models']]);
  });

  it('that begin in several ways with one word are found once there, the longest way', () => {
    expect(find(['diffusion | diffusion model', 'diffusion'], 'diffusion model, diffusion')).toEqual([
      ['diffusion | diffusion model', 'diffusion model'],
      ['diffusion', 'diffusion'],
      ['diffusion | diffusion model', 'diffusion'],
      ['diffusion', 'diffusion'],
    ]);
  });

  it('find in a text the same whatever was searched before', () => {
    const matcher = compilePatterns([{ source: 'deep learning | learning' }, { source: 'ecommerce' }, { source: 'learning rate' }]);
    const text = 'deep learning rate, e commerce and e-commerce';
    const first = matcher.find(text);
    expect(first).toHaveLength(3);
    matcher.find(`so much more of it: ${text}`);
    expect(matcher.find(text)).toEqual(first);
  });

  it('of several words do not go on over what is no separator', () => {
    expect(find(['model training'], 'model\u0001training, model. training, model\ttraining')).toEqual([['model training', 'model\ttraining']]);
  });

  it('are found wherever a word may begin one, however few letters it has', () => {
    expect(find(['gp* data'], 'GPS data, gp data')).toEqual([['gp* data', 'GPS data'], ['gp* data', 'gp data']]);
    expect(find(['3D model', 'ecommerce', 'sky', 'apex'], '3D-models of e-commerce, skies and apices')).toEqual([
      ['3D model', '3D-models'],
      ['ecommerce', 'e-commerce'],
      ['sky', 'skies'],
      ['apex', 'apices'],
    ]);
  });

  it('are found among names with signs, dashes and quotation marks', () => {
    const text = 'C++ and C#, C++11; a \u201cvision\u2013language\u201d model\u2014C';
    expect(find(['C', 'C++', 'C#', 'vision language', 'language model'], text)).toEqual([
      ['C++', 'C++'],
      ['C#', 'C#'],
      ['C++', 'C++'],
      ['vision language', 'vision\u2013language'],
      ['C', 'C'],
    ]);
  });

  it('are found among letters with accents, which make no name with a sign', () => {
    expect(find(['Erdos', '\u0141ukasz', 'E', 'E#'], 'Paul Erd\u0151s, Lukasz, \u00c9# and E#')).toEqual([
      ['Erdos', 'Erd\u0151s'],
      ['\u0141ukasz', 'Lukasz'],
      ['E', '\u00c9'],
      ['E#', 'E#'],
    ]);
  });

  it('are found where folding makes several words of one sign', () => {
    expect(find(['\ufdfa', 'model'], 'a \ufdfa model')).toEqual([['\ufdfa', '\ufdfa'], ['model', 'model']]);
  });

  it('of one spelling are counted each', () => {
    expect(find(['pre training', 'pretraining'], 'pre-training')).toHaveLength(2);
  });

  it('in quotes take any apostrophe for the same, an acute accent too', () => {
    expect(find(['"Moore\u2019s law"'], 'Moore\u00b4s law, Moore\'s law')).toEqual([['"Moore\u2019s law"', 'Moore\u00b4s law'], ['"Moore\u2019s law"', "Moore's law"]]);
  });

  it('keep their own plural: a plural ending does not go on into a longer phrase', () => {
    expect(find(['models zoo', 'model'], 'model zoo')).toEqual([['model', 'model']]);
  });
});

describe('whatever is typed and whatever the page says', () => {
  const word = fc.constantFrom('a', 'aa', 'ab', 'b', 'RL', 'policy', 'policies', 'İ', 'ﬁ', '强', '🤗', 'C++', '4.5', 'naïve', '\u0301', '\u200b', '\u200e');
  const joint = fc.constantFrom(' ', '-', '', '\u00a0', '\n ', ' \u2014 ', '(', ')', '.', '*', '|', '"', '…', '℃', '№', '\u{1d6c1}');
  const text = fc.array(fc.tuple(word, joint), { maxLength: 30 }).map((pairs) => pairs.flat().join(''));

  // What is pasted may have them. A needle with nothing in it is found between all words, without end.
  it.each(['\u0301 data', '\u200b data', '\u00ad data', '\ufeff | data \u0301'])('an accent or an invisible character that stands alone is no word: %j', (source) => {
    expect(hits(source, 'some  data')).toEqual(['data']);
    expect(hits(source, 'some \u0301 \u200b')).toEqual([]);
  });

  it('offsets are inside the text, ordered, and those of one pattern do not overlap', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(text, fc.string({ unit: 'binary' })), { maxLength: 6 }), fc.oneof(text, fc.string({ unit: 'binary' })), (sources, page) => {
        const matches = compilePatterns(sources.map((source, i) => ({ id: String(i), source }))).find(page);
        const lastEnd = new Map<string, number>();
        let lastStart = 0;
        for (const { pattern: { id }, start, end } of matches) {
          expect(start).toBeGreaterThanOrEqual(Math.max(lastStart, lastEnd.get(id) ?? 0));
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(page.length);
          lastStart = start;
          lastEnd.set(id, end);
        }
      }),
    );
  });

  it('a keyword without syntax finds itself, however its words are joined', () => {
    const plain = fc.array(fc.constantFrom('alpha', 'beta', 'gamma', 'naïve', 'Ωmega', 'x2'), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(plain, fc.array(fc.constantFrom(' ', '-', '', '\u2010', '\u00a0', '\n'), { minLength: 3, maxLength: 3 }), (words, joints) => {
        const written = words.map((w, i) => (i === 0 ? w : joints[(i - 1) % 3]! + w)).join('');
        expect(hits(words.join(' '), `so ${written}, then`)).toEqual([written]);
      }),
    );
  });

  it('a keyword with signs finds itself, whatever they are folded to', () => {
    const part = fc.constantFrom('alpha', 'beta', 'x2', '强', '…', '℃', '№', '≠', '´', '\u{1d6c1}', '(', '!', '.', '$', ' ', '\u200e');
    const written = fc.array(part, { minLength: 1, maxLength: 6 }).map((parts) => parts.join('').trim());
    fc.assert(
      fc.property(written.filter((source) => /[\p{L}\p{N}]/u.test(source)), (source) => {
        const page = `so ${source}, then`;
        const starts = compilePatterns([{ source }]).find(page).map(({ start }) => page.slice(3, start).replaceAll('\u200e', '').trim());
        expect(starts).toContain('');
      }),
    );
  });

  it('what one pattern finds does not depend on the others', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 8 }), text, (sources, page) => {
        const together = compilePatterns(sources.map((source, i) => ({ id: String(i), source }))).find(page);
        sources.forEach((source, i) => {
          const alone = compilePatterns([{ id: String(i), source }]).find(page);
          expect(together.filter((match) => match.pattern.id === String(i))).toEqual(alone);
        });
      }),
    );
  });

  it('a hostile keyword costs no more than its length: the steps of a search are bounded', () => {
    const hostile = ['a* '.repeat(66), 'a '.repeat(100), 'a-a|'.repeat(50), '('.repeat(200) + 'a', 'a*a*a*a*'];
    // Ways to part one run of letters that meet again after three words: without memory their number doubles.
    hostile.push('ab '.repeat(66), 'ababab '.repeat(28), 'ab ' + 'ababab '.repeat(28), 'ab ab ' + 'ababab '.repeat(28));
    const page = 'a '.repeat(5000) + 'a-'.repeat(5000) + 'ab-'.repeat(5000);
    expect(compilePatterns(hostile.map((source) => ({ source }))).find(page).length).toBeGreaterThan(0);
  });
});
