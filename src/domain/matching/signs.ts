import { foldPunctuation } from './tokens';

// A sign may be longer when folded (an ellipsis is three points), or be nothing: offsets go by the signs as they stand.

/** Where the signs that fold to `tail` end, of which the first stands at `offset`; -1 where others stand there. */
export function signsAfter(text: string, offset: number, tail: string): number {
  let at = offset;
  for (let known = 0; known < tail.length; ) {
    const next = at + (isPair(text, at) ? 2 : 1);
    const sign = foldPunctuation(text.slice(at, next));
    if (next > text.length || !tail.startsWith(sign, known)) return -1;
    known += sign.length;
    at = next;
  }
  return at;
}

/** Where the signs that fold to `head` begin, of which the last ends at `offset`; -1 where others stand there. */
export function signsBefore(text: string, offset: number, head: string): number {
  let at = offset;
  for (let left = head.length; left > 0; ) {
    const next = at - (isPair(text, at - 2) ? 2 : 1);
    const sign = foldPunctuation(text.slice(Math.max(0, next), at));
    left -= sign.length;
    if (next < 0 || left < 0 || !head.startsWith(sign, left)) return -1;
    at = next;
  }
  return at;
}

function isPair(text: string, at: number): boolean {
  return (text.codePointAt(at) ?? 0) > 0xffff;
}
