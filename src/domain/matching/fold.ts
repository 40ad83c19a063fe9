// Combining diacritics only: vowel signs of Indic scripts and the voicing marks of Japanese change the word.
const DIACRITICS = /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]/g;

// Soft hyphen, zero-width characters and marks of direction and variation: there for the layout, and pasted with a text unseen.
export const INVISIBLE = String.raw`\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff`;
const INVISIBLES = new RegExp(`[${INVISIBLE}]`, 'g');

// Letters that Unicode does not decompose, though readers take them for a base letter with an accent.
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss', ẞ: 'SS', æ: 'ae', Æ: 'AE', œ: 'oe', Œ: 'OE', ø: 'o', Ø: 'O', đ: 'd', Đ: 'D', ð: 'd', Ð: 'D',
  ł: 'l', Ł: 'L', ħ: 'h', Ħ: 'H', þ: 'th', Þ: 'Th', ı: 'i', ς: 'σ',
}; // prettier-ignore
const SPECIAL_LETTER = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'g');

const NON_ASCII = /[^\0-\x7f]/;

// What folding leaves as it is, or in lower case: ASCII, the Greek alphabet without final and capital sigma (of which lower case
// makes either), and the dashes, quotation marks, arrows and operators of abstracts. The browser's first normalization costs
// some milliseconds, for it loads its tables.
const NOT_BY_CASE = /[^\0-\x7f\xa7\xb0\xb1\xb7\xd7\u0391-\u03a1\u03a4-\u03a9\u03b1-\u03c1\u03c3-\u03c9\u2013\u2014\u2018-\u201e\u2022\u2190-\u2193\u2208\u221a\u223c\u2248\u2264\u2265]/;

const ACCENTED_LETTER = /[\xe0-\u017e]/g;
// Of the letters from \u00e0 on, those of names: each is one character, as its base letter is. "." stands for all others.
const BASE_LETTERS =
  'aaaaaa.ceeeeiiiidnooooo.ouuuuy.yaaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii..jjkk.llllll..llnnnnnn...oooooo..rrrrrrsssssssstttt..uuuuuuuuuuuuwwyyyzzzzzz';

export function isAscii(text: string): boolean {
  return !NON_ASCII.test(text);
}

/** Whether lower case is all that folding does to `text`: nearly all texts are so, those with curly quotes and dashes too. */
function foldsByCase(text: string): boolean {
  return !NOT_BY_CASE.test(text);
}

/** Folds a text in lower case, where each of its characters stays one; undefined where one may not. */
export function foldInPlace(lower: string): string | undefined {
  if (foldsByCase(lower)) return lower;
  const folded = lower.replace(ACCENTED_LETTER, baseLetter);
  return foldsByCase(folded) ? folded : undefined;
}

function baseLetter(letter: string): string {
  const base = BASE_LETTERS[letter.charCodeAt(0) - 0xe0]!;
  return base === '.' ? letter : base;
}

/** Compatibility forms (ligatures, full width), accents and invisible characters folded away; case kept. */
export function foldForm(text: string): string {
  if (foldsByCase(text)) return text;
  return text
    .replace(INVISIBLES, '')
    .normalize('NFKD')
    .replace(DIACRITICS, '')
    .replace(SPECIAL_LETTER, (letter) => LETTERS[letter]!);
}

/** What two words are compared by. The result may be longer or shorter than `text`: never map offsets through it. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  // Lower case first makes a final sigma, which foldForm then undoes; upper-case special letters are folded either way.
  return foldInPlace(lower) ?? foldForm(lower).toLowerCase();
}
