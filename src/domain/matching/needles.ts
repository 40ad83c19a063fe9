import { fold } from './fold';
import { parseKeyword, type Phrase } from './keyword-syntax';
import type { Pattern } from './matcher';
import { isAcronymInS, singulars } from './plurals';

/** A phrase of a pattern, or its singular. */
export interface Needle<P> {
  readonly pattern: P;
  readonly phrase: Phrase;
}

/** What may begin with a word. */
export interface Beginning<P> {
  readonly needles: readonly Needle<P>[];
  /** What may begin with it only where a hyphen follows: "e-commerce" for ecommerce. */
  readonly hyphenated: readonly Needle<P>[];
}

export interface NeedleIndex<P> {
  /** By the first letters of their texts, or by the whole text where it has not so many. */
  readonly byLetters: ReadonlyMap<string, readonly Needle<P>[]>;
  /** The same groups by fewer letters, for the words that have not more. */
  readonly groups: ReadonlyMap<string, readonly (readonly Needle<P>[])[]>;
  /** Of the words that were met: most words of a page come again and again, and begin nothing. */
  readonly beginnings: Map<string, Beginning<P> | undefined>;
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

export function indexNeedles<P extends Pattern>(patterns: readonly P[]): NeedleIndex<P> {
  const byLetters = new Map<string, Needle<P>[]>();
  const groups = new Map<string, Needle<P>[][]>();
  const add = (pattern: P, phrase: Phrase) => {
    const letters = phrase.text.slice(0, LETTERS);
    const known = byLetters.get(letters);
    if (known) {
      known.push({ pattern, phrase });
      return;
    }
    const group = [{ pattern, phrase }];
    byLetters.set(letters, group);
    for (let length = 1; length < letters.length; length++) {
      const fewer = letters.slice(0, length);
      const others = groups.get(fewer);
      if (others) others.push(group);
      else groups.set(fewer, [group]);
    }
  };
  for (const pattern of patterns) {
    for (const phrase of parseKeyword(pattern.source, pattern.unfinished)) {
      add(pattern, phrase);
      if (phrase.text.endsWith('s')) for (const singular of singularPhrases(phrase)) add(pattern, singular);
    }
  }
  return { byLetters, groups, beginnings: new Map() };
}

/** The phrase with its last word in the singular; none where it does not look like a plural. */
function singularPhrases(phrase: Phrase): Phrase[] {
  const { text, joints, opens, exact, lastWord } = phrase;
  if (exact !== undefined || opens.includes(text.length) || isAcronymInS(lastWord)) return [];
  const word = fold(lastWord);
  return singulars(word).map((singular) => {
    const inSingular = text.slice(0, -word.length) + singular;
    return { ...phrase, text: inSingular, joints: [...joints.slice(0, -1), inSingular.length] };
  });
}

/** @returns undefined when nothing may begin with `word` */
export function beginningWith<P>(index: NeedleIndex<P>, word: string): Beginning<P> | undefined {
  const { beginnings } = index;
  const known = beginnings.get(word);
  if (known !== undefined || beginnings.has(word)) return known;
  if (beginnings.size >= MAX_BEGINNINGS) beginnings.clear();
  const found = findBeginning(index, word);
  beginnings.set(word, found);
  return found;
}

function findBeginning<P>({ byLetters, groups }: NeedleIndex<P>, word: string): Beginning<P> | undefined {
  const beginning = { needles: [], hyphenated: [] };
  addFitting(beginning, byLetters.get(word.slice(0, LETTERS)), word);
  for (const group of groups.get(word) ?? []) addFitting(beginning, group, word);
  // What is shorter may go on, or have a plural of so many letters.
  for (let length = 1; length < Math.min(LETTERS, word.length); length++) addFitting(beginning, byLetters.get(word.slice(0, length)), word);
  return beginning.needles.length > 0 || beginning.hyphenated.length > 0 ? beginning : undefined;
}

/** Each page's script starts cold: plain loops and no call that can be spared are what makes this quick. */
function addFitting<P>(to: { needles: Needle<P>[]; hyphenated: Needle<P>[] }, among: readonly Needle<P>[] | undefined, word: string): void {
  if (among === undefined) return;
  const forms = singulars(word);
  for (let i = 0; i < among.length; i++) {
    const needle = among[i]!;
    const { phrase } = needle;
    if (phrase.text.startsWith(word)) {
      if (isWordEnd(phrase, word.length) || mayPartAt(phrase, word.length, false)) to.needles.push(needle);
      else if (mayPartAt(phrase, word.length, true)) to.hyphenated.push(needle);
    } else if (forms.includes(phrase.text) || openEnd(phrase, 0, word) !== undefined) to.needles.push(needle);
  }
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
