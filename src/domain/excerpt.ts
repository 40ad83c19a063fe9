/** A short piece of a text with the place of the match in it. */
export interface Excerpt {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Three lines of a card in three columns. */
const MAX_LENGTH = 110;

/** The sentence of `text` around `start` to `end`, cut at words with an ellipsis where it is long. */
export function excerptAround(text: string, start: number, end: number): Excerpt {
  let from = sentenceStart(text, start);
  let to = sentenceEnd(text, end);
  if (to - from > MAX_LENGTH) {
    const room = Math.max(0, MAX_LENGTH - (end - start));
    from = Math.max(from, wordAfter(text, start - Math.ceil(room / 3), start));
    to = Math.min(to, wordBefore(text, from + Math.max(MAX_LENGTH, end - from), end));
  }
  const before = from > sentenceStart(text, start) ? '… ' : '';
  const after = to < sentenceEnd(text, end) ? ' …' : '';
  const shown = text.slice(from, to).trimEnd();
  return { text: before + shown + after, start: before.length + start - from, end: before.length + end - from };
}

function sentenceStart(text: string, at: number): number {
  const ends = [...text.slice(0, at).matchAll(/[.!?]\s+(?=\p{Lu})|\n\s*\n/gu)];
  const last = ends.at(-1);
  return last ? last.index + last[0].length : text.length - text.trimStart().length;
}

function sentenceEnd(text: string, at: number): number {
  const next = /[.!?](?=\s+\p{Lu}|\s*$)|\n\s*\n/u.exec(text.slice(at));
  return next ? at + next.index + 1 : text.trimEnd().length;
}

function wordAfter(text: string, at: number, limit: number): number {
  if (at <= 0) return 0;
  const space = text.indexOf(' ', at);
  return space === -1 || space >= limit ? limit : space + 1;
}

function wordBefore(text: string, at: number, limit: number): number {
  if (at >= text.length) return text.length;
  const space = text.lastIndexOf(' ', at);
  return space <= limit ? limit : space;
}
