import { fold, foldForm, foldInPlace, INVISIBLE, isAscii } from './fold';

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

// In order: C++, C#, F# (so that C is not found in them), of full width too; a character that stands alone, with its
// marks; a run of letters and digits, in which a point between digits is part of the number (GPT-4 is not in GPT-4.5).
const WORD = new RegExp(
  String.raw`[A-Za-z\uff21-\uff3a\uff41-\uff5a](?:[+\uff0b]{2}|[#\uff03])|[${ALONE}\p{Extended_Pictographic}]\p{M}*|(?:[[\p{L}\p{N}\p{M}${INVISIBLE}]--[${ALONE}]]|(?<=\p{N})\.(?=\p{N}))+`,
  'gv',
);

// The same for texts whose letters are Latin or Greek: making the expression of all scripts ready takes milliseconds, and each
// page's script starts cold. Punctuation, arrows and operators may stand in such a text; left out are signs that are letters
// (\u00aa), digits (\u00b2) or pictures (\u00a9), \u0130, which is two characters in lower case, and what joins words but is no
// space, hyphen or en dash (\u00a0, \u2010, \u2212).
const NOT_LATIN = /[^\0-\x7f\xa1-\xa8\xab\xac\xaf-\xb1\xb4\xb6-\xb8\xbb\xbf-\u012f\u0131-\u017f\u0391-\u03a1\u03a3-\u03ce\u2013-\u2027\u2030-\u203b\u203d-\u2048\u204a-\u205e\u20a0-\u20bf\u2190-\u2193\u2200-\u2211\u2213-\u22ff]/;
const LATIN = String.raw`a-z0-9\xdf-\xf6\xf8-\u017f\u03ac-\u03ce`;
const LONE_POINT = String.raw`\.(?![0-9])|(?<![0-9])\.`;
// Spaces and hyphens part words as they are: to replace spaces too would cost several times as much.
const NO_LATIN_WORD = new RegExp(String.raw`[^${LATIN}. -]|${LONE_POINT}`, 'g');
// The same where names with signs stand: a sign is kept behind a letter that stands alone.
const LETTER = String.raw`(?<![${LATIN}])[a-z]`;
const NO_LATIN_NAME = new RegExp(
  String.raw`[^${LATIN}.+# -]|${LONE_POINT}|(?<!${LETTER})#|(?<!${LETTER}\+)(?<!${LETTER}(?=\+\+))\+`,
  'g',
);
// A word that stands close behind such a name has no place of its own.
const GLUED_NAME = new RegExp(String.raw`${LETTER}(?:\+\+|#)[${LATIN}]`);

// Hyphens of any kind and white space join two words; a dash (U+2014 and its like, or two hyphens) parts them.
const SEPARATOR = new RegExp(String.raw`[[\s\p{Pd}\u2212${INVISIBLE}]--[\u2014\u2015\u2e3a\u2e3b]]`, 'gv');

export function tokenize(text: string): Tokens {
  const folded = foldPlain(text);
  return folded === undefined ? tokenizeAny(text) : splitWords(text, folded);
}

/**
 * The words of a text of which folding keeps each character in its place, and a space for each character that belongs to no word
 * and is no hyphen. Most texts are so, and are folded by the browser's own code.
 * @returns undefined for a text in which words are told or folded otherwise
 */
export function foldPlain(text: string): string | undefined {
  const lower = text.toLowerCase();
  return NOT_LATIN.test(lower) || hasGluedName(lower) ? undefined : foldInPlace(spaceWords(lower));
}

function spaceWords(lower: string): string {
  return lower.replace(maySign(lower) ? NO_LATIN_NAME : NO_LATIN_WORD, ' ');
}

function maySign(lower: string): boolean {
  return lower.includes('#') || lower.includes('++');
}

function hasGluedName(lower: string): boolean {
  return maySign(lower) && GLUED_NAME.test(lower);
}

/** The words of a text in any script: of one for which `foldPlain` has no answer. */
export function tokenizeAny(text: string): Tokens {
  const tokens: Tokens = { text, words: [], starts: [], ends: [] };
  for (const { 0: word, index } of text.matchAll(WORD)) {
    // Some signs are several words, folded (U+FDFA).
    const folded = fold(word).replaceAll(' ', '');
    // An accent or an invisible character that stands alone is no word: a pattern with nothing in it is found everywhere.
    if (folded === '') continue;
    tokens.words.push(folded);
    tokens.starts.push(index);
    tokens.ends.push(index + word.length);
  }
  return tokens;
}

/** The words of what `foldPlain` gives; where characters belong to none, there are empty ones between. */
function splitWords(text: string, folded: string): Tokens {
  const tokens: Tokens = { text, words: [], starts: [], ends: [] };
  let start = 0;
  for (const word of folded.replaceAll('-', ' ').split(' ')) {
    const end = start + word.length;
    if (word !== '') {
      tokens.words.push(word);
      tokens.starts.push(start);
      tokens.ends.push(end);
    }
    start = end + 1;
  }
  return tokens;
}

/** What stands between two words apart from separators, in folded form: '' where the words are joined. */
export function foldGap(gap: string): string {
  if (gap === ' ' || gap === '-' || gap === '') return '';
  if (gap.includes('--')) return '\u2014';
  // The expression of all scripts takes the browser a moment to make ready.
  if (isAscii(gap)) return foldPunctuation(gap.replace(/[\s-]/g, ''));
  return foldPunctuation(gap.replace(SEPARATOR, ''));
}

/** Quotation marks of any shape are one; full-width punctuation is folded. */
export function foldPunctuation(text: string): string {
  // An acute accent of its own would be folded to a space.
  return foldForm(text.replace(/[\u2018\u2019\u02bc\u00b4`]/g, "'").replace(/[\u201c\u201d]/g, '"'));
}
