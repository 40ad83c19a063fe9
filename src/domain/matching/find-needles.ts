import { meetWord, WHOLE } from './beginnings';
import type { Beginning, NeedleIndex, Owner } from './needles';
import { foldText, HYPHEN, isBetweenWords, offsetOf, SPACE, type FoldedText } from './folded-text';
import type { Match } from './pattern';
import { endOf } from './phrase-end';
import { signsBefore } from './signs';

const EN_DASH = 0x2013;

/** A text that is being searched. */
interface Search<P> extends FoldedText {
  readonly kept: Match<P>[];
  /** How many characters were searched before. */
  readonly searched: number;
  /** Punctuation before a word can begin earlier than a match that was found before. */
  isOrdered: boolean;
}

/**
 * All matches in `text` by start, longest first, and of the same place in the order of the patterns; of one pattern the
 * leftmost longest ones, which do not overlap. The browser's own engine goes over the text and stops at words that may
 * begin something: each page's script starts cold, and all others cost it nothing.
 */
export function findNeedles<P>(index: NeedleIndex<P>, text: string): Match<P>[] {
  const { candidates, searched } = index;
  const read = foldText(text);
  const { folded } = read;
  const search: Search<P> = { ...read, kept: [], searched, isOrdered: true };
  candidates.lastIndex = 0;
  for (let found = candidates.exec(folded); found !== null; found = candidates.exec(folded)) {
    const word = found[0];
    const start = found.index;
    const end = start + word.length;
    const isHyphenated = folded.charCodeAt(end) === HYPHEN;
    let beginning = (isHyphenated ? index.hyphenated : index.beginnings).get(word);
    if (beginning === undefined) beginning = meetWord(index, word, isHyphenated);
    if (beginning !== null) compareFits(search, beginning, start, end);
  }
  index.searched = searched + text.length + 1;
  return search.isOrdered ? search.kept : search.kept.sort(byStart);
}

/** Keeps what is found at the word from place `start` to `end`. A keyword of one word costs no call. */
function compareFits<P>(search: Search<P>, { fits, isMixed }: Beginning<P>, start: number, end: number): void {
  const { text, folded, offsets, kept, searched } = search;
  const from = kept.length;
  const isPlain = offsets === undefined;
  const startOffset = offsetOf(search, start);
  const endOffset = offsetOf(search, end);
  const behind = isPlain ? text.charCodeAt(end) : 0;
  const isNear = behind === SPACE || behind === HYPHEN;
  const isParted = behind > SPACE && behind !== HYPHEN && behind !== EN_DASH;
  const following = isPlain && !isBetweenWords(folded, end + 1) ? folded.charCodeAt(end + 1) : 0;
  for (let i = 0; i < fits.length; i++) {
    const { owner, phrase, next, rest } = fits[i]!;
    let first = startOffset;
    let last = endOffset;
    if (next !== WHOLE) {
      if (next > 0 && (isParted || (following > 0 && following !== next))) continue;
      const restEnd = end + 1 + rest.length;
      if (isNear && next > 0 && following > 0 && folded.startsWith(rest, end + 1) && isBetweenWords(folded, restEnd)) last = restEnd;
      else {
        if (phrase.head !== '') first = signsBefore(text, startOffset, phrase.head);
        last = first === -1 ? -1 : endOf(phrase, search, first, start, end);
        if (last === -1) continue;
        if (first < startOffset) search.isOrdered = false;
      }
    }
    if (isMixed) {
      if (!isFree(kept, from, owner, searched + startOffset, first, last, searched)) continue;
    } else if (searched + first < owner.free) continue;
    owner.free = searched + last;
    kept.push({ pattern: owner.pattern, start: first, end: last });
  }
  if (kept.length > from + 1) sortFrom(kept, from);
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
