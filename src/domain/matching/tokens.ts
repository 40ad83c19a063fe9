import { fold, foldForm, isAscii } from './fold';

/** The words of a text. `starts[i]` to `ends[i]` are UTF-16 offsets of the word whose folded form is `words[i]`. */
export interface Tokens {
  readonly text: string;
  readonly words: string[];
  readonly starts: number[];
  readonly ends: number[];
}

// Scripts written without spaces between words (and Hangul, whose particles join the word): each character stands alone,
// so that a term is found inside a run.
const ALONE = String.raw`\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}`;
const INVISIBLE = String.raw`\u00ad\u200b-\u200d\u2060\ufeff`;

// In order: C++, C#, F# (so that C is not found in them); a character that stands alone, with its marks; a run of letters
// and digits, in which a point between digits is part of the number (GPT-4 is not in GPT-4.5).
const WORD = new RegExp(
  String.raw`[A-Za-z](?:\+\+|#)|[${ALONE}\p{Extended_Pictographic}]\p{M}*|(?:[[\p{L}\p{N}\p{M}${INVISIBLE}]--[${ALONE}]]|(?<=\p{N})\.(?=\p{N}))+`,
  'gv',
);
// The same for a text of ASCII only, which most texts are: several times faster.
const ASCII_WORD = /[A-Za-z](?:\+\+|#)|(?:[A-Za-z0-9]|(?<=[0-9])\.(?=[0-9]))+/g;

// Hyphens of any kind and white space join two words; a dash (U+2014 and its like, or two hyphens) parts them.
const SEPARATOR = /[[\s\p{Pd}\u2212\u00ad\u200b-\u200d\u2060\ufeff]--[\u2014\u2015\u2e3a\u2e3b]]/gv;

export function tokenize(text: string): Tokens {
  const ascii = isAscii(text);
  const lower = ascii ? text.toLowerCase() : '';
  const tokens: Tokens = { text, words: [], starts: [], ends: [] };
  const pattern = ascii ? ASCII_WORD : WORD;
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const { index } = match;
    const end = pattern.lastIndex;
    tokens.starts.push(index);
    tokens.ends.push(end);
    tokens.words.push(ascii ? lower.slice(index, end) : fold(match[0]));
  }
  return tokens;
}

/** What stands between two words apart from separators, in folded form: '' where the words are joined. */
export function foldGap(gap: string): string {
  if (gap === ' ' || gap === '-' || gap === '') return '';
  if (gap.includes('--')) return '\u2014';
  return foldPunctuation(gap.replace(SEPARATOR, ''));
}

/** Quotation marks of any shape are one; full-width punctuation is folded. */
export function foldPunctuation(text: string): string {
  return foldForm(text).replace(/[\u2018\u2019\u02bc\u00b4`]/g, "'").replace(/[\u201c\u201d]/g, '"');
}
