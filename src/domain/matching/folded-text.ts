import { foldPlain, tokenizeAny } from './tokens';

/** The words of a text as they are compared. Places are offsets in `folded`. */
export interface FoldedText {
  readonly text: string;
  /** Folded words; between two stands a hyphen where there is one behind the first, else a space, and there may be more of them. */
  readonly folded: string;
  /** Offsets in `text` of the places at which words begin and end; undefined where they are the same. */
  readonly offsets: ReadonlyMap<number, number> | undefined;
}

export const SPACE = 0x20;
export const HYPHEN = 0x2d;

export function foldText(text: string): FoldedText {
  const folded = foldPlain(text);
  return folded === undefined ? joinWords(text) : { text, folded, offsets: undefined };
}

function joinWords(text: string): FoldedText {
  const { words, starts, ends } = tokenizeAny(text);
  const offsets = new Map<number, number>();
  let folded = '';
  for (let at = 0; at < words.length; at++) {
    offsets.set(folded.length, starts[at]!);
    folded += words[at];
    offsets.set(folded.length, ends[at]!);
    folded += isHyphenAt(text, ends[at]!) ? '-' : ' ';
  }
  return { text, folded, offsets };
}

/** The offset in the text of the place at which a word begins or ends. */
export function offsetOf({ offsets }: FoldedText, place: number): number {
  return offsets === undefined ? place : offsets.get(place)!;
}

/** The place at which the word ends that begins at `place`. */
export function wordEnd(folded: string, place: number): number {
  let end = place;
  while (!isBetweenWords(folded, end)) end++;
  return end;
}

/** Whether no word goes on at `place`. */
export function isBetweenWords(folded: string, place: number): boolean {
  const char = folded.charCodeAt(place);
  return char === SPACE || char === HYPHEN || place >= folded.length;
}

/** Whether a hyphen stands at `offset`. */
function isHyphenAt(text: string, offset: number): boolean {
  const char = text.charCodeAt(offset);
  return char === HYPHEN || char === 0x2010 || char === 0x2011;
}
