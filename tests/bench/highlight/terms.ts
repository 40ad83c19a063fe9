import { choices } from '../../site/random';
import type { PaperText } from './texts';

export const DENSITIES = ['dense', 'rare'] as const;
export type Density = (typeof DENSITIES)[number];

const LONGEST = 3;
const COMMON = new Set('a an and are as at be by can for from has have in into is it its no not of on or that the their then this to we when which with than them they was were what while who would'.split(' '));
/** One of so many rare terms does occur. */
const OCCURS = 20;

/** So many keywords for a page of `papers`: `dense` are its own terms, `rare` are such words in pairs that hardly occur. */
export function pickTerms(density: Density, count: number, papers: readonly PaperText[]): string[] {
  const terms = termsOf(papers);
  if (terms.length < count) throw new Error(`These papers have ${terms.length} terms, wanted are ${count}.`);
  return density === 'dense' ? spread(terms, count) : rare(terms, count);
}

/** Words and short phrases as a reader might watch them, those that occur most first. */
function termsOf(papers: readonly PaperText[]): string[] {
  const counts = new Map<string, number>();
  for (const { title, abstract } of papers) {
    for (const phrase of phrasesOf(`${title}\n${abstract}`)) counts.set(phrase, (counts.get(phrase) ?? 0) + 1);
  }
  return [...counts].toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([term]) => term);
}

function phrasesOf(text: string): string[] {
  const phrases: string[] = [];
  for (const clause of text.toLowerCase().split(/[^\p{L}\p{N}\s-]+|\s-\s/u)) {
    const words = clause.split(/\s+/).filter((word) => word !== '');
    for (let start = 0; start < words.length; start++) {
      for (let length = 1; length <= Math.min(LONGEST, words.length - start); length++) {
        const phrase = words.slice(start, start + length);
        if (isTerm(phrase)) phrases.push(phrase.join(' '));
      }
    }
  }
  return phrases;
}

/** A phrase neither begins nor ends with a word that says nothing, and a single word has some length. */
function isTerm(phrase: readonly string[]): boolean {
  const [first = '', last = ''] = [phrase[0], phrase.at(-1)];
  if (COMMON.has(first) || COMMON.has(last)) return false;
  return phrase.every((word) => /^[\p{L}\p{N}][\p{L}\p{N}-]*$/u.test(word)) && (phrase.length > 1 || first.length > 3);
}

/** Half of them the most frequent, half evenly from the rest. */
function spread(terms: readonly string[], count: number): string[] {
  const top = Math.ceil(count / 2);
  const rest = terms.slice(top);
  const every = rest.length / (count - top);
  return [...terms.slice(0, top), ...Array.from({ length: count - top }, (_, i) => rest[Math.floor(i * every)]!)];
}

function rare(terms: readonly string[], count: number): string[] {
  const words = terms.filter((term) => !term.includes(' '));
  const random = choices(`rare ${count}`);
  const picked = new Set<string>();
  while (picked.size < count) picked.add(random.chance(1 / OCCURS) ? random.pick(terms.slice(-count)) : `${random.pick(words)} ${random.pick(words)}`);
  return [...picked];
}
