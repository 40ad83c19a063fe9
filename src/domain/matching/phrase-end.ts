import { exactForm, type Phrase } from './keyword-syntax';
import { isWordEnd, mayPartAt, openEnd } from './phrase-parts';
import { isAcronymInS, singulars } from './plurals';
import { foldGap, foldPunctuation } from './tokens';

// Words of one hyphenated compound that an open word may go on over: "multi-task" for multi*.
const MAX_COMPOUND = 4;

export const SPACE = 0x20;

/**
 * The words of a text. What stands between two of them may be empty words: in a plain text each is for a character of the
 * gap, and without `starts` and `ends` each word stands one character behind the one before.
 */
export interface Words {
  readonly text: string;
  readonly words: readonly string[];
  readonly starts: readonly number[] | undefined;
  readonly ends: readonly number[] | undefined;
}

/** Where the phrase ends that begins with word `at`, which stands from `start` to `end`; -1 where it does not stand there. */
export function endOf(phrase: Phrase, read: Words, at: number, start: number, end: number): number {
  const last = lastEnd(phrase, read, at, start, end);
  const { head, tail, exact } = phrase;
  if (last === -1 || (head === '' && tail === '' && exact === undefined)) return last;
  const { text } = read;
  const from = start - head.length;
  const to = last + tail.length;
  if (head !== '' && foldPunctuation(text.slice(Math.max(0, from), start)) !== head) return -1;
  if (tail !== '' && foldPunctuation(text.slice(last, to)) !== tail) return -1;
  if (exact !== undefined && !exactForm(text.slice(from, to)).startsWith(exact)) return -1;
  return to;
}

/** The end of the word with which the phrase ends. */
function lastEnd(phrase: Phrase, { text, words, starts, ends }: Words, first: number, firstStart: number, firstEnd: number): number {
  const { text: wanted, opens } = phrase;
  let at = first;
  let start = firstStart;
  let end = firstEnd;
  let known = 0;
  let isSplit = false;
  let isHyphenated = false;
  while (true) {
    const word = words[at]!;
    if (wanted.startsWith(word, known)) known += word.length;
    else {
      const next = opens.length === 0 ? -1 : goOn(phrase, known, word, isHyphenated);
      if (next === -1) return word.endsWith('s') && isPlural(wanted.slice(known), word, text.slice(start, end)) ? end : -1;
      known = next;
    }
    if (known === wanted.length) return opens.includes(known) ? compoundEnd({ text, words, starts, ends }, at, end) : end;
    let next = at + 1;
    while (words[next] === '') next++;
    if (next >= words.length) return -1;
    start = starts === undefined ? end + next - at : starts[next]!;
    const isShort = start === end + 1;
    isHyphenated = isShort && isHyphenAt(text, end);
    if (!isWordEnd(phrase, known)) {
      if ((isSplit && !isHyphenated) || !mayPartAt(phrase, known, isHyphenated)) return -1;
      isSplit ||= !isHyphenated;
    }
    if (!isHyphenated && !(isShort && text.charCodeAt(end) === SPACE)) {
      const gap = foldGap(text.slice(end, start));
      if (!wanted.startsWith(gap, known)) return -1;
      known += gap.length;
    }
    at = next;
    end = ends === undefined ? start + words[at]!.length : ends[at]!;
  }
}

/** How much of the phrase is read with a word that goes on from one that is open; -1 where it does not. */
function goOn(phrase: Phrase, known: number, word: string, isHyphenated: boolean): number {
  return openEnd(phrase, known, word) ?? (known > 0 && phrase.opens.includes(known) && isHyphenated ? known : -1);
}

function isPlural(singular: string, word: string, original: string): boolean {
  return singulars(word).includes(singular) && !isAcronymInS(original);
}

function compoundEnd({ text, words, starts, ends }: Words, first: number, firstEnd: number): number {
  let end = firstEnd;
  for (let at = first + 1; at < Math.min(words.length, first + MAX_COMPOUND); at++) {
    const start = starts === undefined ? end + 1 : starts[at]!;
    if (words[at] === '' || start !== end + 1 || !isHyphenAt(text, end)) break;
    end = ends === undefined ? start + words[at]!.length : ends[at]!;
  }
  return end;
}

/** Whether a hyphen stands at `at`. */
export function isHyphenAt(text: string, at: number): boolean {
  const char = text.charCodeAt(at);
  return char === 0x2d || char === 0x2010 || char === 0x2011;
}
