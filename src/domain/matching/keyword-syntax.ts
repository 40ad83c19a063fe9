import { foldForm } from './fold';
import { foldGap, foldPunctuation, tokenize, type Tokens } from './tokens';

/** One way in which a keyword can stand in a text: words, and the punctuation before, between and after them. */
export interface Phrase {
  readonly words: readonly string[];
  /** As typed, for telling capitals apart. */
  readonly originals: readonly string[];
  /** `gaps[i]` stands between word i and word i + 1; '' where any separator or none does. */
  readonly gaps: readonly string[];
  readonly head: string;
  readonly tail: string;
  /** Whether the word may go on: `transform*`. */
  readonly open: readonly boolean[];
  /** Set for a quoted phrase: its characters with their case, without separators. */
  readonly exact?: string;
}

// Words of ASCII, one separator between two: what most keywords are, and read several times faster than by the rules.
const PLAIN = /^[A-Za-z0-9]+(?:[ -][A-Za-z0-9]+)*$/;
const QUOTED = /^["\u201c\u201d](.*)["\u201c\u201d]$/s;

/**
 * Reads keyword syntax: `a | b` are alternatives, `word*` a word that may go on, `"RAG"` in quotes is found in exactly
 * this case. Anything else stands for itself.
 * @param unfinished the last word is still being typed and may go on
 * @returns the alternatives that hold at least one word; none when there is nothing to look for
 */
export function parseKeyword(source: string, unfinished = false): Phrase[] {
  if (PLAIN.test(source)) return [plainPhrase(source, unfinished)];
  return splitAlternatives(source)
    .map((alternative, i, all) => parsePhrase(alternative, unfinished && i === all.length - 1))
    .filter((phrase) => phrase !== undefined);
}

function plainPhrase(source: string, unfinished: boolean): Phrase {
  const originals = source.split(/[ -]/);
  const last = originals.length - 1;
  return {
    words: source.toLowerCase().split(/[ -]/),
    originals,
    gaps: Array.from({ length: last }, () => ''),
    head: '',
    tail: '',
    open: originals.map((_, i) => unfinished && i === last),
  };
}

/** Bars inside quotes do not separate. */
function splitAlternatives(source: string): string[] {
  return source.match(/(?:"[^"]*"|[^|])+/g) ?? [];
}

function parsePhrase(alternative: string, unfinished: boolean): Phrase | undefined {
  const trimmed = alternative.trim();
  const quoted = QUOTED.exec(trimmed)?.[1];
  const text = quoted ?? trimmed.replace(/["\u201c\u201d]/g, ' ').trim();
  const tokens = tokenize(text);
  if (tokens.words.length === 0) return undefined;
  const mayGoOn = (i: number) => isOpen(tokens, i) || (unfinished && tokens.ends[i] === text.length);
  const open = tokens.words.map((_, i) => quoted === undefined && mayGoOn(i));
  const between = (i: number) => text.slice(tokens.ends[i]! + (open[i] ? 1 : 0), tokens.starts[i + 1] ?? text.length);
  const last = tokens.words.length - 1;
  return {
    words: tokens.words,
    originals: tokens.words.map((_, i) => text.slice(tokens.starts[i], tokens.ends[i])),
    gaps: tokens.words.slice(1).map((_, i) => foldGap(between(i))),
    head: foldPunctuation(text.slice(0, tokens.starts[0])).trim(),
    tail: foldPunctuation(between(last)).trim(),
    open,
    ...(quoted !== undefined && { exact: exactForm(text) }),
  };
}

/** A single letter with a star is a name (the A* search), not a beginning. */
function isOpen({ text, ends, words }: Tokens, i: number): boolean {
  return text[ends[i]!] === '*' && words[i]!.length > 1;
}

/** What two texts are compared by when case counts. */
export function exactForm(text: string): string {
  return foldPunctuation(foldForm(text)).replace(/[\s\p{Pd}\u2212]/gu, '');
}
