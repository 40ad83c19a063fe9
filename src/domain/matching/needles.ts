import { fold } from './fold';
import type { Beginning } from './beginnings';
import { parseKeyword, type Phrase } from './keyword-syntax';
import type { Pattern } from './matcher';
import { isAcronymInS, singulars } from './plurals';

/** A pattern, with what a search that is under way knows of it. Places are counted on over all texts, so that none is reset. */
export interface Owner<P> {
  readonly pattern: P;
  /** Its place among the patterns. */
  readonly order: number;
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
export const LETTERS = 3;

export function indexNeedles<P extends Pattern>(patterns: readonly P[]): NeedleIndex<P> {
  const byLetters = new Map<string, Needle<P>[]>();
  const byShortWord = new Map<string, Needle<P>[]>();
  const index: NeedleIndex<P> = { byLetters, byShortWord, hasShort: false, beginnings: new Map(), hyphenated: new Map(), searched: 0 };
  for (let i = 0; i < patterns.length; i++) {
    const pattern = patterns[i]!;
    const owner: Owner<P> = { pattern, order: i, free: 0, freeBefore: 0, foundAt: -1, fitsWord: '' };
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
