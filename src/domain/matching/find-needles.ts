import type { Match } from './matcher';
import { meetWord, WHOLE, type Beginning } from './beginnings';
import type { NeedleIndex, Owner } from './needles';
import { endOf, isHyphenAt, SPACE, type Words } from './phrase-end';
import { splitPlain, tokenize } from './tokens';

const HYPHEN = 0x2d;

/** A text that is being searched. */
interface Search<P> extends Words {
  readonly kept: Match<P>[];
  /** How many characters were searched before. */
  readonly searched: number;
  /** Punctuation before a word can begin earlier than a match that was found before. */
  isOrdered: boolean;
}

/**
 * All matches in `text` by start, longest first, and of the same place in the order of the patterns; of one pattern the
 * leftmost longest ones, which do not overlap. Each page's script starts cold: one short loop, in which a word that begins
 * nothing costs a look-up.
 */
export function findNeedles<P>(index: NeedleIndex<P>, text: string): Match<P>[] {
  const { beginnings, hyphenated, searched } = index;
  const plain = splitPlain(text);
  const { words, starts, ends }: Words = plain === undefined ? tokenize(text) : { text, words: plain, starts: undefined, ends: undefined };
  const search: Search<P> = { text, words, starts, ends, kept: [], searched, isOrdered: true };
  let hyphen = plain === undefined ? 0 : nextHyphen(text, 0);
  for (let at = 0, start = 0, end = 0; at < words.length; at++, start = end + 1) {
    const word = words[at]!;
    if (starts === undefined) {
      end = start + word.length;
      if (end === start) continue;
      if (hyphen < end) hyphen = nextHyphen(text, end);
    } else {
      start = starts[at]!;
      end = ends![at]!;
      hyphen = isHyphenAt(text, end) ? end : 0;
    }
    let beginning = hyphen === end ? hyphenated.get(word) : beginnings.get(word);
    if (beginning === undefined) beginning = meetWord(index, word, hyphen === end);
    if (beginning !== null) compareFits(search, beginning, at, start, end);
  }
  index.searched = searched + text.length + 1;
  return search.isOrdered ? search.kept : search.kept.sort(byStart);
}

/** Keeps what is found at word `at`, which stands from `start` to `end`. A keyword of one word costs no call. */
function compareFits<P>(search: Search<P>, { fits, isMixed }: Beginning<P>, at: number, start: number, end: number): void {
  const { text, kept, searched } = search;
  const isPlain = search.starts === undefined;
  const from = kept.length;
  const following = isPlain ? search.words[at + 1] : '';
  const behind = text.charCodeAt(end);
  const isNear = isPlain && (behind === SPACE || behind === HYPHEN);
  const isParted = isPlain && behind > SPACE && behind !== HYPHEN;
  for (let i = 0; i < fits.length; i++) {
    const { owner, phrase, next, rest } = fits[i]!;
    let first = start;
    let last = end;
    if (next !== WHOLE) {
      if (next > 0 && (isParted || (following !== '' && following?.charCodeAt(0) !== next))) continue;
      if (isNear && next > 0 && following === rest) last = end + 1 + following.length;
      else {
        last = endOf(phrase, search, at, start, end);
        if (last === -1) continue;
        if (phrase.head !== '') {
          first -= phrase.head.length;
          search.isOrdered = false;
        }
      }
    }
    if (isMixed) {
      if (!isFree(kept, from, owner, searched + start, first, last, searched)) continue;
    } else if (searched + first < owner.free) continue;
    owner.free = searched + last;
    kept.push({ pattern: owner.pattern, start: first, end: last });
  }
  if (kept.length > from + 1) sortFrom(kept, from);
}

function nextHyphen(text: string, from: number): number {
  const at = text.indexOf('-', from);
  return at === -1 ? Infinity : at;
}

/**
 * Whether `first` to `last` is to be kept where one pattern may be found in several ways at the same `place`: what was kept of it
 * there and is no better is then taken out.
 */
function isFree<P>(kept: Match<P>[], from: number, owner: Owner<P>, place: number, first: number, last: number, searched: number): boolean {
  if (owner.foundAt !== place) {
    if (searched + first < owner.free) return false;
    owner.foundAt = place;
    owner.freeBefore = owner.free;
    return true;
  }
  if (searched + first < owner.freeBefore) return false;
  let at = from;
  while (kept[at]!.pattern !== owner.pattern) at++;
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
