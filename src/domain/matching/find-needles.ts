import { exactForm, type Phrase } from './keyword-syntax';
import type { Match } from './matcher';
import { isWordEnd, mayPartAt, meetWord, openEnd, WHOLE, type NeedleIndex, type Owner } from './needles';
import { isAcronymInS, singulars } from './plurals';
import { foldGap, foldPunctuation, splitPlain, tokenize } from './tokens';

// Words of one hyphenated compound that an open word may go on over: "multi-task" for multi*.
const MAX_COMPOUND = 4;

const SPACE = 0x20;

/**
 * The words of a text. What stands between two of them may be empty words: in a plain text each is for a character of the
 * gap, and without `starts` and `ends` each word stands one character behind the one before.
 */
interface Words {
  readonly text: string;
  readonly words: readonly string[];
  readonly starts: readonly number[] | undefined;
  readonly ends: readonly number[] | undefined;
}

/**
 * All matches in `text` by start, longest first, and of the same place in the order of the patterns; of one pattern the
 * leftmost longest ones, which do not overlap. Each page's script starts cold: this is one loop, in which a word that begins
 * nothing costs a look-up, and one that is a keyword by itself costs no call.
 */
export function findNeedles<P>(index: NeedleIndex<P>, text: string): Match<P>[] {
  const { beginnings, hyphenated, searched } = index;
  const plain = splitPlain(text);
  const isPlain = plain !== undefined;
  const read: Words = isPlain ? { text, words: plain, starts: undefined, ends: undefined } : tokenize(text);
  const { words, starts, ends } = read;
  const kept: Match<P>[] = [];
  let isOrdered = true;
  let hyphen = isPlain ? nextHyphen(text, 0) : 0;
  for (let at = 0, start = 0, end = 0; at < words.length; at++, start = end + 1) {
    const word = words[at]!;
    if (isPlain) {
      if (word === '') {
        end = start;
        continue;
      }
      end = start + word.length;
      if (hyphen < end) hyphen = nextHyphen(text, end);
    } else {
      start = starts![at]!;
      end = ends![at]!;
      hyphen = isHyphenAt(text, end) ? end : 0;
    }
    let beginning = hyphen === end ? hyphenated.get(word) : beginnings.get(word);
    if (beginning === undefined) beginning = meetWord(index, word, hyphen === end);
    if (beginning === null) continue;
    const { fits, isMixed } = beginning;
    const from = kept.length;
    const following = isPlain ? words[at + 1] : '';
    const isNear = isPlain && (hyphen === end || text.charCodeAt(end) === SPACE);
    const isParted = isPlain && !isNear && text.charCodeAt(end) > SPACE;
    for (let i = 0; i < fits.length; i++) {
      const fit = fits[i]!;
      let first = start;
      let last = end;
      if (fit.next !== WHOLE) {
        if (fit.next > 0 && (isParted || (following !== '' && following?.charCodeAt(0) !== fit.next))) continue;
        if (isNear && fit.next > 0 && following === fit.rest) last = end + 1 + following.length;
        else {
          last = endOf(fit.phrase, read, at, start, end);
          if (last === -1) continue;
          if (fit.phrase.head !== '') {
            first -= fit.phrase.head.length;
            isOrdered = false;
          }
        }
      }
      const { owner } = fit;
      if (isMixed && owner.foundAt === searched + start) {
        if (!isBetter(kept, from, owner, first, last, searched)) continue;
      } else {
        if (searched + first < owner.free) continue;
        if (isMixed) {
          owner.foundAt = searched + start;
          owner.freeBefore = owner.free;
        }
      }
      owner.free = searched + last;
      kept.push({ pattern: owner.pattern, start: first, end: last });
    }
    if (kept.length > from + 1) sortFrom(kept, from);
  }
  index.searched = searched + text.length + 1;
  // Punctuation before a word can begin earlier than a match that was found before.
  return isOrdered ? kept : kept.sort(byStart);
}

function nextHyphen(text: string, from: number): number {
  const at = text.indexOf('-', from);
  return at === -1 ? Infinity : at;
}

/** Whether `first` to `last` is to be kept in place of what was found of the same pattern at this word, which is then taken out. */
function isBetter<P>(kept: Match<P>[], from: number, { pattern, freeBefore }: Owner<P>, first: number, last: number, searched: number): boolean {
  if (searched + first < freeBefore) return false;
  let at = from;
  while (kept[at]!.pattern !== pattern) at++;
  const { start, end } = kept[at]!;
  if (first > start || (first === start && last <= end)) return false;
  kept.splice(at, 1);
  return true;
}

/** What was found at one word is a handful, nearly in order. */
function sortFrom(kept: Match<unknown>[], from: number): void {
  for (let i = from + 1; i < kept.length; i++) {
    const match = kept[i]!;
    let at = i;
    while (at > from && byStart(kept[at - 1]!, match) > 0) {
      kept[at] = kept[at - 1]!;
      at--;
    }
    if (at < i) kept[at] = match;
  }
}

function byStart(a: Match<unknown>, b: Match<unknown>): number {
  return a.start - b.start || b.end - a.end;
}

/** Where the phrase ends that begins with word `at`, which stands from `start` to `end`; -1 where it does not stand there. */
function endOf(phrase: Phrase, read: Words, at: number, start: number, end: number): number {
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

function isHyphenAt(text: string, at: number): boolean {
  const char = text.charCodeAt(at);
  return char === 0x2d || char === 0x2010 || char === 0x2011;
}
