import type { Phrase } from './keyword-syntax';
import { LETTERS, needlesAt, type Beginning, type Fit, type Needle, type NeedleIndex } from './needles';
import { mayPartAt, openEnd } from './phrase-parts';
import { singulars } from './plurals';

/** The word is all of the needle: nothing else need be compared. */
export const WHOLE = -1;
/** All must be compared, whatever follows. */
export const ANY = -2;

// The words of some hundred abstracts; what is met beyond that is looked up anew.
const MAX_BEGINNINGS = 20_000;

/** Of longer plurals the singular has the same first letters: its last three may differ, and -ices. */
const LONGEST_OTHERWISE = LETTERS + 3;

const SMALL_S = 0x73;
const NONE: readonly string[] = [];

/** What may begin with a word that was not met before; null when nothing may. */
export function meetWord<P>(index: NeedleIndex<P>, word: string, isHyphenated: boolean): Beginning<P> | null {
  const { length } = word;
  const group = needlesAt(index, length > LETTERS ? word.slice(0, LETTERS) : word);
  let found: Beginning<P> | null = null;
  if (group !== undefined) found = addFitting(found, group, word, false);
  if (length <= LONGEST_OTHERWISE && word.charCodeAt(length - 1) === SMALL_S) found = addOtherwise(index, found, word);
  if (length < LETTERS || index.hasShort) found = addShort(index, found, word);
  if (isHyphenated && length >= LETTERS && group !== undefined) found = addFitting(found, group, word, true);
  if (isHyphenated && length < LETTERS) {
    for (const letters of index.byLetters.keys()) if (letters.startsWith(word)) found = addFitting(found, needlesAt(index, letters)!, word, true);
  }
  // They come from several groups, and what was read late stands last in its own.
  if (found !== null && found.fits.length > 1) found.fits.sort((a, b) => a.owner.order - b.owner.order);
  const met = isHyphenated ? index.hyphenated : index.beginnings;
  if (met.size >= MAX_BEGINNINGS) met.clear();
  met.set(word, found);
  return found;
}

/** A short plural may begin otherwise than its singular: skies, apices. */
function addOtherwise<P>(index: NeedleIndex<P>, to: Beginning<P> | null, word: string): Beginning<P> | null {
  let found = to;
  for (const singular of singulars(word)) {
    const letters = singular.slice(0, LETTERS);
    const others = word.startsWith(letters) ? undefined : needlesAt(index, letters);
    if (others !== undefined) found = addFitting(found, others, word, false);
  }
  return found;
}

function addShort<P>(index: NeedleIndex<P>, to: Beginning<P> | null, word: string): Beginning<P> | null {
  let found = to;
  const longer = word.length < LETTERS ? index.byShortWord.get(word) : undefined;
  if (longer !== undefined) found = addFitting(found, longer, word, false);
  // What is shorter may go on, or have a plural of so many letters.
  for (let length = 1; length < LETTERS && length < word.length; length++) {
    const shorter = needlesAt(index, word.slice(0, length));
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
