import { exactForm, type Phrase } from './keyword-syntax';
import type { Match } from './matcher';
import { beginningWith, isWordEnd, mayPartAt, openEnd, type Needle, type NeedleIndex } from './needles';
import { isAcronymInS, singulars } from './plurals';
import { foldGap, foldPunctuation, tokenize, type Tokens } from './tokens';

// Words of one hyphenated compound that an open word may go on over: "multi-task" for multi*.
const MAX_COMPOUND = 4;

/**
 * All matches in `text` by start, longest first, and of the same place in the order of the patterns; of one pattern the
 * leftmost longest ones, which do not overlap.
 */
export function findNeedles<P>(index: NeedleIndex<P>, text: string): Match<P>[] {
  const tokens = tokenize(text);
  const { words } = tokens;
  const kept: Match<P>[] = [];
  const lastEnds = new Map<P, number>();
  const found: Match<P>[] = [];
  for (let first = 0; first < words.length; first++) {
    const beginning = beginningWith(index, words[first]!);
    if (beginning === undefined) continue;
    collect(found, beginning.needles, tokens, first);
    if (beginning.hyphenated.length > 0 && isHyphen(tokens, first)) collect(found, beginning.hyphenated, tokens, first);
    if (found.length > 0) keep(kept, lastEnds, found);
  }
  return isOrdered(kept) ? kept : kept.sort(byStart);
}

/** Moves what was found at one word to what is kept. */
function keep<P>(kept: Match<P>[], lastEnds: Map<P, number>, found: Match<P>[]): void {
  if (found.length > 1) found.sort(byStart);
  for (let i = 0; i < found.length; i++) {
    const match = found[i]!;
    const lastEnd = lastEnds.get(match.pattern);
    if (lastEnd !== undefined && match.start < lastEnd) continue;
    lastEnds.set(match.pattern, match.end);
    kept.push(match);
  }
  found.length = 0;
}

/** Punctuation before a word can begin earlier than a match that was found before. */
function isOrdered(matches: readonly Match<unknown>[]): boolean {
  for (let i = 1; i < matches.length; i++) if (matches[i - 1]!.start > matches[i]!.start) return false;
  return true;
}

function byStart(a: Match<unknown>, b: Match<unknown>): number {
  return a.start - b.start || b.end - a.end;
}

function collect<P>(found: Match<P>[], needles: readonly Needle<P>[], tokens: Tokens, first: number): void {
  for (let i = 0; i < needles.length; i++) {
    const needle = needles[i]!;
    const last = lastWord(needle.phrase, tokens, first);
    const match = last === -1 ? undefined : matchAt(needle, tokens, first, last);
    if (match !== undefined) found.push(match);
  }
}

/** The word with which the phrase ends that begins with word `first`, -1 where it does not stand there. */
function lastWord(phrase: Phrase, tokens: Tokens, first: number): number {
  const { words } = tokens;
  const { text } = phrase;
  let read = 0;
  let isSplit = false;
  for (let at = first; at < words.length; at++) {
    const next = readWord(phrase, read, tokens, at);
    if (next === -1) return isPlural(text.slice(read), tokens, at) ? at : -1;
    read = next;
    if (read === text.length) return phrase.opens.includes(read) ? compoundEnd(tokens, at) : at;
    if (!isWordEnd(phrase, read)) {
      const isHyphenated = isHyphen(tokens, at);
      if ((isSplit && !isHyphenated) || !mayPartAt(phrase, read, isHyphenated)) return -1;
      isSplit ||= !isHyphenated;
    }
    const gap = gapAfter(tokens, at);
    if (gap === '') continue;
    if (!text.startsWith(gap, read)) return -1;
    read += gap.length;
  }
  return -1;
}

/** How much of the phrase is read with word `at`, where `read` was read before it; -1 where the word does not fit. */
function readWord(phrase: Phrase, read: number, tokens: Tokens, at: number): number {
  const word = tokens.words[at]!;
  if (phrase.text.startsWith(word, read)) return read + word.length;
  if (phrase.opens.length === 0) return -1;
  const goesOn = read > 0 && phrase.opens.includes(read) && isHyphen(tokens, at - 1);
  return openEnd(phrase, read, word) ?? (goesOn ? read : -1);
}

function isPlural(singular: string, { words, text, starts, ends }: Tokens, at: number): boolean {
  return singulars(words[at]!).includes(singular) && !isAcronymInS(text.slice(starts[at], ends[at]));
}

function compoundEnd(tokens: Tokens, first: number): number {
  let at = first;
  while (at + 1 < Math.min(tokens.words.length, first + MAX_COMPOUND) && isHyphen(tokens, at)) at++;
  return at;
}

function matchAt<P>({ pattern, phrase: { head, tail, exact } }: Needle<P>, { text, starts, ends }: Tokens, first: number, last: number): Match<P> | undefined {
  const start = starts[first]! - head.length;
  const end = ends[last]! + tail.length;
  if (head !== '' && foldPunctuation(text.slice(Math.max(0, start), starts[first])) !== head) return undefined;
  if (tail !== '' && foldPunctuation(text.slice(ends[last], end)) !== tail) return undefined;
  if (exact !== undefined && !exactForm(text.slice(start, end)).startsWith(exact)) return undefined;
  return { pattern, start, end };
}

function gapAfter({ text, starts, ends }: Tokens, at: number): string {
  return foldGap(text.slice(ends[at], starts[at + 1]));
}

/** Whether a hyphen alone stands between word `at` and the next. */
function isHyphen({ text, starts, ends }: Tokens, at: number): boolean {
  const end = ends[at]!;
  if (starts[at + 1] !== end + 1) return false;
  const char = text.charCodeAt(end);
  return char === 0x2d || char === 0x2010 || char === 0x2011;
}
