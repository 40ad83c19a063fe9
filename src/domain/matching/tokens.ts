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
// What makes such a name. Hardly any text has one, and words of ASCII are then parted by what is neither letter nor digit.
const SIGNED_NAME = /[A-Za-z](?:\+\+|#)/;
const NO_ASCII_WORD = /[^a-z0-9.]|\.(?![0-9])|(?<![0-9])\./g;

// Hyphens of any kind and white space join two words; a dash (U+2014 and its like, or two hyphens) parts them.
const SEPARATOR = /[[\s\p{Pd}\u2212\u00ad\u200b-\u200d\u2060\ufeff]--[\u2014\u2015\u2e3a\u2e3b]]/gv;

export function tokenize(text: string): Tokens {
  return isAscii(text) && !SIGNED_NAME.test(text) ? tokenizeAscii(text) : tokenizeUnicode(text);
}

function tokenizeUnicode(text: string): Tokens {
  const tokens: Tokens = { text, words: [], starts: [], ends: [] };
  for (const { 0: word, index } of text.matchAll(WORD)) {
    tokens.words.push(fold(word));
    tokens.starts.push(index);
    tokens.ends.push(index + word.length);
  }
  return tokens;
}

/** The same by two calls that the browser runs without our code: most texts are ASCII, and each page's script starts cold. */
function tokenizeAscii(text: string): Tokens {
  const words: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let start = 0;
  for (const word of text.toLowerCase().replace(NO_ASCII_WORD, ' ').split(' ')) {
    const end = start + word.length;
    if (end > start) {
      words.push(word);
      starts.push(start);
      ends.push(end);
    }
    start = end + 1;
  }
  return { text, words, starts, ends };
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
