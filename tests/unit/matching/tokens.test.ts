import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, foldForm, isAscii } from '../../../src/domain/matching/fold';
import { foldGap, tokenize } from '../../../src/domain/matching/tokens';

const pieces = fc.constantFrom('a', 'B', 'é', 'e\u0301', 'ﬁ', 'İ', 'ß', 'Σ', 'ς', '🤗', '👩\u200d🔬', '强', 'が', '한', 'ก', 'β', '4', '4.5', '.', '-', ' ', '\u00a0', '\u00ad', '\u200b', 'C++', 'C#', '(', 'ＬＬＭ', '\ud800');
const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 40 }), fc.array(pieces, { maxLength: 25 }).map((all) => all.join('')));

describe('the words of a text', () => {
  it.each([
    ['Large-language models.', ['large', 'language', 'models']],
    ['GPT-4.5, v2.', ['gpt', '4.5', 'v2']],
    ['C++, C# and C', ['c++', 'c#', 'and', 'c']],
    ['基于RL', ['基', '于', 'rl']],
    ['trans\u00adformer', ['transformer']],
    ['e\u0301tude', ['etude']],
    ['İstanbul 🤗', ['istanbul', '🤗']],
    ['\u0301 data \u200b', ['data']],
    ['', []],
    [' \u2014 (!)', []],
  ])('of %j', (of, words) => {
    expect(tokenize(of).words).toEqual(words);
  });

  it('stand at the offsets that are told: in order, apart, inside the text', () => {
    fc.assert(fc.property(text, (of) => {
      const { words, starts, ends } = tokenize(of);
      expect(starts).toHaveLength(words.length);
      expect(ends).toHaveLength(words.length);
      let last = 0;
      words.forEach((word, i) => {
        expect(starts[i]).toBeGreaterThanOrEqual(last);
        expect(ends[i]).toBeGreaterThan(starts[i]!);
        expect(fold(of.slice(starts[i], ends[i])).replaceAll(' ', '')).toBe(word);
        expect(word).not.toBe('');
        last = ends[i]!;
      });
      expect(last).toBeLessThanOrEqual(of.length);
    }), { numRuns: 500 });
  });

  it('leave no letter and no digit between them', () => {
    fc.assert(fc.property(text, (of) => {
      const { starts, ends } = tokenize(of);
      const gaps = [0, ...ends].map((end, i) => of.slice(end, starts[i] ?? of.length));
      for (const gap of gaps) expect(gap).not.toMatch(/[\p{L}\p{N}]/u);
    }), { numRuns: 500 });
  });

  it('never cut a character in two', () => {
    fc.assert(fc.property(text, (of) => {
      const { starts, ends } = tokenize(of);
      for (const at of [...starts, ...ends]) {
        expect(/[\ud800-\udbff]/.test(of[at - 1] ?? '') && /[\udc00-\udfff]/.test(of[at] ?? '')).toBe(false);
      }
    }), { numRuns: 500 });
  });

  const latin = fc.constantFrom('a', 'Z', 'é', 'ß', 'Ÿ', 'ſ', 'Σ', 'ς', 'Ή', '\u00d7', '\u00b4', '\u2019', '\u2192', '4.5', '.', ' ', '-', 'C++', 'c#', '#');

  // Some letters at the end make the whole text go another way: those of other scripts, those folded to two, names with signs.
  it.each(['é', 'ß', '强', 'C#'])('are the same whichever letters stand elsewhere in the text: %s', (last) => {
    const plainText = fc.oneof(fc.string({ unit: 'grapheme-ascii', maxLength: 30 }), fc.array(latin, { maxLength: 20 }).map((all) => all.join('')));
    fc.assert(fc.property(plainText, (of) => {
      const plain = tokenize(of);
      const other = tokenize(`${of} ${last}`);
      expect(other.words.slice(0, -1)).toEqual(plain.words);
      expect(other.starts.slice(0, -1)).toEqual(plain.starts);
      expect(other.ends.slice(0, -1)).toEqual(plain.ends);
    }), { numRuns: 500 });
  });
});

describe('folding', () => {
  it('twice is folding once, and does not tell composed from decomposed', () => {
    fc.assert(fc.property(text, (of) => {
      expect(fold(fold(of))).toBe(fold(of));
      expect(fold(of.normalize('NFD'))).toBe(fold(of.normalize('NFC')));
    }), { numRuns: 500 });
  });

  it('does not tell upper from lower case, ASCII or not', () => {
    for (const [a, b] of [['RAG', 'rag'], ['ÉTUDE', 'étude'], ['STRASSE', 'straße'], ['ΣΟΦΟΣ', 'σοφος'], ['Œuvre', 'œuvre'], ['ŁÓDŹ', 'łódź']]) {
      expect(fold(a!)).toBe(fold(b!));
    }
  });

  it('is the same for each letter with an accent, by the table and by the rules of Unicode', () => {
    for (let code = 0xc0; code < 0x180; code++) {
      const letter = String.fromCharCode(code);
      expect(fold(letter), letter).toBe(foldForm(letter.toLowerCase()).toLowerCase());
    }
  });

  it('of the form alone keeps the case', () => {
    expect(foldForm('ＲＡＧ Café ﬁne')).toBe('RAG Cafe fine');
  });

  it('knows ASCII', () => {
    expect(isAscii('plain \x7f')).toBe(true);
    expect(isAscii('caf\u00e9')).toBe(false);
  });
});

describe('what stands between two words', () => {
  it.each([
    [' ', ''], ['-', ''], ['\u2010', ''], ['\u00a0\n', ''], [' - ', ''], ['\u00ad', ''],
    ['--', '\u2014'], ['\u2014', '\u2014'], [', ', ','], ['\u2019', "'"], ['（', '('],
  ])('%j counts as %j', (gap, expected) => {
    expect(foldGap(gap)).toBe(expected);
  });
});
