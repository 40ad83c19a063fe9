import { HYPHEN, isBetweenWords, offsetOf, SPACE, wordEnd, type FoldedText } from './folded-text';
import { exactForm, type Phrase } from './keyword-syntax';
import { isWordEnd, mayPartAt, openEnd } from './phrase-parts';
import { isAcronymInS, singulars } from './plurals';
import { signsAfter } from './signs';
import { foldGap } from './tokens';

// Words of one hyphenated compound that an open word may go on over: "multi-task" for multi*.
const MAX_COMPOUND = 4;

/**
 * Where in the text the phrase ends whose first word is from place `start` to `end`; -1 where it does not stand there.
 * @param from the offset at which it begins: that of the word, or of the signs before it
 */
export function endOf(phrase: Phrase, read: FoldedText, from: number, start: number, end: number): number {
  let lastPlace = lastEnd(phrase, read, start, end);
  if (lastPlace === -1) return -1;
  if (phrase.isCompound) {
    const wordPlace = lastPlace;
    lastPlace = compoundEnd(read, wordPlace);
    if (lastPlace === wordPlace) return -1;
  }
  const { text } = read;
  const last = offsetOf(read, lastPlace);
  const to = phrase.tail === '' ? last : signsAfter(text, last, phrase.tail);
  if (to === -1) return -1;
  return phrase.exact === undefined || exactForm(text.slice(from, to)).startsWith(phrase.exact) ? to : -1;
}

/** The place at which the word ends with which the phrase ends. */
function lastEnd(phrase: Phrase, read: FoldedText, firstStart: number, firstEnd: number): number {
  const { text: wanted, opens } = phrase;
  const { text, folded } = read;
  let start = firstStart;
  let end = firstEnd;
  let known = 0;
  let isSplit = false;
  let isHyphenated = false;
  while (true) {
    const word = folded.slice(start, end);
    const endOffset = offsetOf(read, end);
    if (wanted.startsWith(word, known)) known += word.length;
    else {
      const next = opens.length === 0 ? -1 : goOn(phrase, known, word, isHyphenated);
      if (next === -1) return word.endsWith('s') && isPlural(wanted.slice(known), word, text.slice(offsetOf(read, start), endOffset)) ? end : -1;
      known = next;
    }
    if (known === wanted.length) return opens.includes(known) ? compoundEnd(read, end) : end;
    start = nextWord(folded, end);
    if (start === -1) return -1;
    const startOffset = offsetOf(read, start);
    const isShort = startOffset === endOffset + 1;
    isHyphenated = isShort && folded.charCodeAt(end) === HYPHEN;
    if (!isWordEnd(phrase, known)) {
      if ((isSplit && !isHyphenated) || !mayPartAt(phrase, known, isHyphenated)) return -1;
      isSplit ||= !isHyphenated;
    }
    if (!isHyphenated && !(isShort && text.charCodeAt(endOffset) === SPACE)) {
      const gap = foldGap(text.slice(endOffset, startOffset));
      if (!wanted.startsWith(gap, known)) return -1;
      known += gap.length;
    }
    end = wordEnd(folded, start);
  }
}

/** The place of the word behind the one that ends at `end`; -1 where there is none. */
function nextWord(folded: string, end: number): number {
  let start = end + 1;
  while (start < folded.length && isBetweenWords(folded, start)) start++;
  return start < folded.length ? start : -1;
}

/** How much of the phrase is read with a word that goes on from one that is open; -1 where it does not. */
function goOn(phrase: Phrase, known: number, word: string, isHyphenated: boolean): number {
  return openEnd(phrase, known, word) ?? (known > 0 && phrase.opens.includes(known) && isHyphenated ? known : -1);
}

function isPlural(singular: string, word: string, original: string): boolean {
  return singulars(word).includes(singular) && !isAcronymInS(original);
}

function compoundEnd(read: FoldedText, firstEnd: number): number {
  const { folded } = read;
  let end = firstEnd;
  for (let words = 1; words < MAX_COMPOUND && folded.charCodeAt(end) === HYPHEN; words++) {
    const next = end + 1;
    if (isBetweenWords(folded, next) || offsetOf(read, next) !== offsetOf(read, end) + 1) break;
    end = wordEnd(folded, next);
  }
  return end;
}
