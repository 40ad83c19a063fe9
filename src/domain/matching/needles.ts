import { fold } from './fold';
import { parseKeyword, type Phrase } from './keyword-syntax';
import type { Pattern } from './matcher';
import { isAcronymInS, singulars } from './plurals';

/** A pattern, with what a search that is under way knows of it. Places are counted on over all texts, so that none is reset. */
export interface Owner<P> {
  readonly pattern: P;
  /** Where its last match ends: the next one may begin there. */
  free: number;
  /** The same before its last match. */
  freeBefore: number;
  /** The place of the word at which it was found last. */
  foundAt: number;
  /** The last word of which it was noted that it may begin with it. */
  fitsWord: string;
}

/** A phrase of a pattern, or its singular. */
export interface Needle<P> {
  readonly owner: Owner<P>;
  readonly phrase: Phrase;
}

/** That a needle may begin with a certain word. */
export interface Fit<P> extends Needle<P> {
  /** WHOLE, ANY, or the code of the letter with which the next word must begin. */
  readonly next: number;
  /** What a plain phrase has behind the word. */
  readonly rest: string;
}

/** The word is all of the needle: nothing else need be compared. */
export const WHOLE = -1;
/** All must be compared, whatever follows. */
export const ANY = -2;

/** What may begin with a word. */
export interface Beginning<P> {
  readonly fits: Fit<P>[];
  /** Whether one pattern may begin so in several ways. */
  isMixed: boolean;
}

/** Of the words that were met: most words of a page come again and again, and most begin nothing (null). */
export type Beginnings<P> = Map<string, Beginning<P> | null>;

type Groups<P> = ReadonlyMap<string, readonly Needle<P>[]>;

export interface NeedleIndex<P> {
  /** By the first letters of their texts, or by the whole text where it has not so many. */
  readonly byLetters: Groups<P>;
  /** Those with more letters by the words with which they begin that have not so many. */
  readonly byShortWord: Groups<P>;
  /** Whether there are texts that have not so many letters. */
  hasShort: boolean;
  readonly beginnings: Beginnings<P>;
  /** Of words before a hyphen: more may begin there, "e-commerce" for ecommerce. */
  readonly hyphenated: Beginnings<P>;
  /** How many characters were searched before. */
  searched: number;
}

// More letters tell more needles apart, and leave more words that have not so many.
const LETTERS = 3;
// The words of some hundred abstracts; what is met beyond that is looked up anew.
const MAX_BEGINNINGS = 20_000;

// A word typed as one is also found in two, where both are long enough to mean it: "data set" for dataset, but not "of a"
// for OFA.
const MIN_SPLIT = 7;
const MIN_SPLIT_PART = 3;
// It is also found hyphenated ("e-commerce"), unless it is so short that chance would write it ("of-a").
const MIN_HYPHENATED = 5;

const SMALL_S = 0x73;
const NONE: readonly string[] = [];

export function indexNeedles<P extends Pattern>(patterns: readonly P[]): NeedleIndex<P> {
  const byLetters = new Map<string, Needle<P>[]>();
  const byShortWord = new Map<string, Needle<P>[]>();
  const index: NeedleIndex<P> = { byLetters, byShortWord, hasShort: false, beginnings: new Map(), hyphenated: new Map(), searched: 0 };
  for (let i = 0; i < patterns.length; i++) {
    const pattern = patterns[i]!;
    const owner: Owner<P> = { pattern, free: 0, freeBefore: 0, foundAt: -1, fitsWord: '' };
    const phrases = withSingulars(parseKeyword(pattern.source, pattern.unfinished));
    for (let at = 0; at < phrases.length; at++) {
      const phrase = phrases[at]!;
      const { text, joints } = phrase;
      const needle = { owner, phrase };
      addTo(byLetters, text.length > LETTERS ? text.slice(0, LETTERS) : text, needle);
      if (text.length < LETTERS) index.hasShort = true;
      if (joints[0]! >= LETTERS) continue;
      for (const joint of joints) if (joint < LETTERS && joint < text.length) addTo(byShortWord, text.slice(0, joint), needle);
    }
  }
  return index;
}

function addTo<P>(groups: Map<string, Needle<P>[]>, key: string, needle: Needle<P>): void {
  const group = groups.get(key);
  if (group) group.push(needle);
  else groups.set(key, [needle]);
}

/** With each phrase whose last word looks like a plural the same in the singular. */
function withSingulars(phrases: Phrase[]): Phrase[] {
  for (let at = 0; at < phrases.length; at++) {
    const phrase = phrases[at]!;
    const { text, opens, exact, lastWord } = phrase;
    if (!text.endsWith('s') || exact !== undefined || opens.includes(text.length) || isAcronymInS(lastWord)) continue;
    const word = fold(lastWord);
    for (const singular of singulars(word)) phrases.splice(++at, 0, endingIn(phrase, text.slice(0, -word.length) + singular));
  }
  return phrases;
}

function endingIn(phrase: Phrase, text: string): Phrase {
  const joints = phrase.joints.slice();
  joints[joints.length - 1] = text.length;
  return { ...phrase, text, joints };
}

/** What may begin with a word that was not met before; null when nothing may. */
export function meetWord<P>(index: NeedleIndex<P>, word: string, isHyphenated: boolean): Beginning<P> | null {
  const { length } = word;
  const group = index.byLetters.get(length > LETTERS ? word.slice(0, LETTERS) : word);
  let found: Beginning<P> | null = null;
  if (group !== undefined) found = addFitting(found, group, word, false);
  if (length < LETTERS || index.hasShort) found = addShort(index, found, word);
  if (isHyphenated && length >= LETTERS && group !== undefined) found = addFitting(found, group, word, true);
  if (isHyphenated && length < LETTERS) {
    for (const [letters, longer] of index.byLetters) if (letters.startsWith(word)) found = addFitting(found, longer, word, true);
  }
  const met = isHyphenated ? index.hyphenated : index.beginnings;
  if (met.size >= MAX_BEGINNINGS) met.clear();
  met.set(word, found);
  return found;
}

function addShort<P>({ byLetters, byShortWord }: NeedleIndex<P>, to: Beginning<P> | null, word: string): Beginning<P> | null {
  let found = to;
  const longer = word.length < LETTERS ? byShortWord.get(word) : undefined;
  if (longer !== undefined) found = addFitting(found, longer, word, false);
  // What is shorter may go on, or have a plural of so many letters.
  for (let length = 1; length < LETTERS && length < word.length; length++) {
    const shorter = byLetters.get(word.slice(0, length));
    if (shorter !== undefined) found = addFitting(found, shorter, word, false);
  }
  return found;
}

/**
 * Adds those that may begin with `word`, or with `isParted` those that may so only before a hyphen. Each page's script
 * starts cold: plain loops and no call that can be spared are what makes this quick.
 */
function addFitting<P>(to: Beginning<P> | null, among: readonly Needle<P>[], word: string, isParted: boolean): Beginning<P> | null {
  const { length } = word;
  const forms = !isParted && word.charCodeAt(length - 1) === SMALL_S ? singulars(word) : NONE;
  let found = to;
  for (let i = 0; i < among.length; i++) {
    const { owner, phrase } = among[i]!;
    const { text } = phrase;
    if (text.startsWith(word)) {
      const isWhole = text.length === length || phrase.joints.includes(length) || mayPartAt(phrase, length, false);
      if (isWhole === isParted || (isParted && !mayPartAt(phrase, length, true))) continue;
    } else if (isParted || ((forms.length === 0 || !forms.includes(text)) && (phrase.opens.length === 0 || openEnd(phrase, 0, word) === undefined))) continue;
    const next = nextOf(phrase, length);
    const fit = { owner, phrase, next, rest: next > 0 ? text.slice(length) : '' };
    if (found === null) found = { fits: [fit], isMixed: false };
    else if (owner.fitsWord !== word || !isKnown(found, fit)) found.fits.push(fit);
    owner.fitsWord = word;
  }
  return found;
}

/** Whether another needle of the same pattern says the same: a plural and its singular do. */
function isKnown<P>(found: Beginning<P>, { owner, next }: Fit<P>): boolean {
  for (const fit of found.fits) {
    if (fit.owner !== owner) continue;
    if (next === WHOLE && fit.next === WHOLE) return true;
    found.isMixed = true;
  }
  return false;
}

/** What must follow a word of so many letters with which the phrase may begin. */
function nextOf({ text, isPlain }: Phrase, length: number): number {
  if (!isPlain) return ANY;
  if (text.length > length) return text.charCodeAt(length);
  // A short plural may be an acronym in S, as its capitals tell.
  return text.length < length && length <= 4 ? ANY : WHOLE;
}

export function isWordEnd({ joints }: Phrase, read: number): boolean {
  return joints.includes(read);
}

/** Whether a text may part a word of the phrase after `read` characters. */
export function mayPartAt({ joints }: Phrase, read: number, isHyphenated: boolean): boolean {
  let next = 0;
  while (joints[next]! <= read) next++;
  const from = next === 0 ? 0 : joints[next - 1]!;
  const to = joints[next]!;
  if (isHyphenated) return to - from >= MIN_HYPHENATED;
  return read - from >= MIN_SPLIT_PART && to - read >= MIN_SPLIT_PART && to - from >= MIN_SPLIT;
}

/** The end of the open word that `word` goes on from, where `read` characters stand before it. */
export function openEnd({ text, opens }: Phrase, read: number, word: string): number | undefined {
  return opens.length === 0 ? undefined : opens.find((end) => end > read && word.startsWith(text.slice(read, end)));
}
