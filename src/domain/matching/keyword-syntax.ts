import { foldGap, foldPunctuation, tokenize } from './tokens';

/** One way in which a keyword can stand in a text. */
export interface Phrase {
  /** Its words in folded form, each with the punctuation before it; nothing where any separator or none may stand. */
  readonly text: string;
  /** Lengths of `text` at which a word ends. */
  readonly joints: readonly number[];
  /** Those of them at which the word may go on: `transform*`. */
  readonly opens: readonly number[];
  /** Whether a hyphen and more words follow: `self-*`. */
  readonly isCompound: boolean;
  /** Punctuation before the first word and after the last. */
  readonly head: string;
  readonly tail: string;
  /** Set for a quoted phrase: its characters with their case, without separators. */
  readonly exact: string | undefined;
  /** The last word as typed. */
  readonly lastWord: string;
  /** Nothing but words: none of them is open, and there is no punctuation and no quote. */
  readonly isPlain: boolean;
}

// Words of ASCII, one separator between two: what most keywords are, and read several times faster than by the rules.
const PLAIN = /^[A-Za-z0-9]+(?:[ -][A-Za-z0-9]+)*$/;
const BETWEEN = /[ -]/g;
const QUOTED = /^["\u201c\u201d](.*)["\u201c\u201d]$/s;
const COMPOUND = /^[-\u2010\u2011]\*/;
const NONE: readonly number[] = [];

/**
 * Reads keyword syntax: `a | b` are alternatives, `word*` a word that may go on, `self-*` one that goes on behind a hyphen,
 * `"RAG"` in quotes is found in exactly this case. Anything else stands for itself.
 * @param unfinished the last word is still being typed and may go on
 * @returns the alternatives that hold at least one word; none when there is nothing to look for
 */
export function parseKeyword(source: string, unfinished = false): Phrase[] {
  const alternatives = splitAlternatives(source);
  return alternatives
    .map((alternative, i) => parseAlternative(alternative, unfinished && i === alternatives.length - 1))
    .filter((phrase) => phrase !== undefined);
}

/** Reads one of `splitAlternatives`: undefined when there is nothing in it to look for. */
export function parseAlternative(alternative: string, unfinished: boolean): Phrase | undefined {
  const trimmed = alternative.trim();
  return PLAIN.test(trimmed) ? plainPhrase(trimmed, unfinished) : parsePhrase(trimmed, unfinished);
}

/** The text of a phrase and where its first word ends, told without reading it where it is made of nothing but words of ASCII. */
export function plainWords(alternative: string): { readonly text: string; readonly joint: number } | undefined {
  const trimmed = alternative.trim();
  if (!PLAIN.test(trimmed)) return undefined;
  const joint = trimmed.search(BETWEEN);
  const lower = trimmed.toLowerCase();
  return joint === -1 ? { text: lower, joint: lower.length } : { text: lower.replaceAll(BETWEEN, ''), joint };
}

function plainPhrase(source: string, unfinished: boolean): Phrase {
  const lower = source.toLowerCase();
  if (!lower.includes(' ') && !lower.includes('-')) return phraseOf(lower, [lower.length], unfinished, source);
  const words = lower.replaceAll('-', ' ').split(' ');
  let text = words[0]!;
  const joints = [text.length];
  for (let i = 1; i < words.length; i++) {
    text += words[i]!;
    joints[i] = text.length;
  }
  return phraseOf(text, joints, unfinished, source.slice(-words.at(-1)!.length));
}

function phraseOf(text: string, joints: readonly number[], unfinished: boolean, lastWord: string): Phrase {
  return { text, joints, opens: unfinished ? [text.length] : NONE, isCompound: false, head: '', tail: '', exact: undefined, lastWord, isPlain: !unfinished };
}

/** What stands between bars. Those inside quotes do not separate. */
export function splitAlternatives(source: string): string[] {
  if (!source.includes('|')) return [source];
  return source.match(/(?:["\u201c\u201d][^"\u201c\u201d]*["\u201c\u201d]|[^|])+/g) ?? [];
}

function parsePhrase(trimmed: string, unfinished: boolean): Phrase | undefined {
  const quoted = QUOTED.exec(trimmed)?.[1];
  const source = quoted ?? trimmed.replace(/["\u201c\u201d]/g, ' ').trim();
  const { words, starts, ends } = tokenize(source);
  const last = words.length - 1;
  let text = '';
  const joints: number[] = [];
  const opens: number[] = [];
  let from = starts[0] ?? 0;
  words.forEach((word, i) => {
    text += foldGap(source.slice(from, starts[i])) + word;
    joints.push(text.length);
    from = ends[i]!;
    const isOpen = source[from] === '*' && !isLetter(word);
    if (quoted === undefined && (isOpen || (unfinished && from === source.length))) opens.push(text.length);
    if (quoted === undefined && isOpen) from++;
  });
  if (text === '') return undefined;
  const isCompound = quoted === undefined && COMPOUND.test(source.slice(from));
  if (isCompound) from += 2;
  return {
    text,
    joints,
    opens,
    isCompound,
    head: foldPunctuation(source.slice(0, starts[0])).trimStart(),
    tail: foldPunctuation(source.slice(from)).trimEnd(),
    exact: quoted === undefined ? undefined : exactForm(source),
    lastWord: source.slice(starts[last], ends[last]),
    isPlain: false,
  };
}

/** A letter of its own with a star is a name (the A* search, the optimal policy \u03c0*), not a beginning. */
function isLetter(word: string): boolean {
  return word.length === 1 && word.toUpperCase() !== word;
}

/** What two texts are compared by when case counts. */
export function exactForm(text: string): string {
  return foldPunctuation(text).replace(/[\s\p{Pd}\u2212]/gu, '');
}
