import { fold } from './fold';
import { candidatePattern } from './candidates';
import { parseAlternative, plainWords, splitAlternatives, type Phrase } from './keyword-syntax';
import type { Pattern } from './pattern';
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

/** That a needle may begin with a certain word. */
export interface Fit<P> extends Needle<P> {
  /** WHOLE or ANY (see `beginnings.ts`), or the code of the letter with which the next word must begin. */
  readonly next: number;
  /** What a plain phrase has behind the word. */
  readonly rest: string;
}

/** What may begin with a word. */
export interface Beginning<P> {
  readonly fits: Fit<P>[];
  /** Whether one pattern may begin so in several ways. */
  isMixed: boolean;
}

/** Of the words that were met: most words of a page come again and again, and most begin nothing (null). */
export type Beginnings<P> = Map<string, Beginning<P> | null>;

/** An alternative of a pattern that is not read before a word is met that may begin it: on most pages few are. */
interface Unread<P> {
  readonly owner: Owner<P>;
  readonly alternative: string;
}

/** Needles that begin with the same letters. */
interface Group<P> {
  readonly needles: Needle<P>[];
  readonly unread: Unread<P>[];
}

export interface NeedleIndex<P> {
  /** By the first letters of their texts, or by the whole text where it has not so many. */
  readonly byLetters: Map<string, Group<P>>;
  /** Those with more letters by the words with which they begin that have not so many. */
  readonly byShortWord: Map<string, Needle<P>[]>;
  /** Whether there are texts that have not so many letters. */
  hasShort: boolean;
  /** Finds the words that may begin a needle (see `candidates.ts`). */
  readonly candidates: RegExp;
  readonly beginnings: Beginnings<P>;
  /** Of words before a hyphen: more may begin there, "e-commerce" for ecommerce. */
  readonly hyphenated: Beginnings<P>;
  /** How many characters were searched before. */
  searched: number;
}

// More letters tell more needles apart, and leave more words that have not so many.
export const LETTERS = 3;

/** The singular of a text of so many letters has the same first ones. */
const SAME_LETTERS = LETTERS + 4;

export function indexNeedles<P extends Pattern>(patterns: readonly P[]): NeedleIndex<P> {
  const index = {
    byLetters: new Map<string, Group<P>>(),
    byShortWord: new Map<string, Needle<P>[]>(),
    hasShort: false,
    beginnings: new Map(),
    hyphenated: new Map(),
    searched: 0,
  };
  for (let i = 0; i < patterns.length; i++) {
    const pattern = patterns[i]!;
    const owner: Owner<P> = { pattern, order: i, free: 0, freeBefore: 0, foundAt: -1, fitsWord: '' };
    addPattern(index, owner);
  }
  return { ...index, candidates: candidatePattern(index.byLetters.keys(), index.byShortWord.keys()) };
}

type Groups<P> = Pick<NeedleIndex<P>, 'byLetters' | 'byShortWord' | 'hasShort'>;

function addPattern<P extends Pattern>(groups: Groups<P>, owner: Owner<P>): void {
  const { source, unfinished = false } = owner.pattern;
  const alternatives = splitAlternatives(source);
  for (let i = 0; i < alternatives.length; i++) {
    const alternative = alternatives[i]!;
    const plain = unfinished ? undefined : plainWords(alternative);
    if (plain !== undefined && plain.joint >= LETTERS && plain.text.length >= SAME_LETTERS) {
      groupAt(groups, plain.text.slice(0, LETTERS)).unread.push({ owner, alternative });
      continue;
    }
    for (const phrase of readPhrases(alternative, unfinished && i === alternatives.length - 1)) addNeedle(groups, { owner, phrase });
  }
}

function addNeedle<P>(groups: Groups<P>, needle: Needle<P>): void {
  const { text, joints, opens } = needle.phrase;
  const letters = text.slice(0, Math.min(LETTERS, opens[0] ?? LETTERS));
  groupAt(groups, letters).needles.push(needle);
  if (letters.length < LETTERS) groups.hasShort = true;
  if (joints[0]! >= letters.length) return;
  for (const joint of joints) {
    if (joint >= letters.length || joint >= text.length) continue;
    const group = groups.byShortWord.get(text.slice(0, joint));
    if (group) group.push(needle);
    else groups.byShortWord.set(text.slice(0, joint), [needle]);
  }
}

function groupAt<P>({ byLetters }: Groups<P>, letters: string): Group<P> {
  const known = byLetters.get(letters);
  if (known) return known;
  const group: Group<P> = { needles: [], unread: [] };
  byLetters.set(letters, group);
  return group;
}

/** All that begin with these letters. */
export function needlesAt<P>({ byLetters }: NeedleIndex<P>, letters: string): readonly Needle<P>[] | undefined {
  const group = byLetters.get(letters);
  if (group === undefined) return undefined;
  const { needles, unread } = group;
  for (const { owner, alternative } of unread) {
    for (const phrase of readPhrases(alternative, false)) needles.push({ owner, phrase });
  }
  unread.length = 0;
  return needles;
}

/** What an alternative says, and the same in the singular where its last word looks like a plural. */
function readPhrases(alternative: string, unfinished: boolean): Phrase[] {
  const phrase = parseAlternative(alternative, unfinished);
  if (phrase === undefined) return [];
  const { text, opens, exact, lastWord } = phrase;
  if (!text.endsWith('s') || exact !== undefined || opens.includes(text.length) || isAcronymInS(lastWord)) return [phrase];
  const word = fold(lastWord);
  return [phrase, ...singulars(word).map((singular) => endingIn(phrase, text.slice(0, -word.length) + singular))];
}

function endingIn(phrase: Phrase, text: string): Phrase {
  const joints = phrase.joints.slice();
  joints[joints.length - 1] = text.length;
  return { ...phrase, text, joints };
}
