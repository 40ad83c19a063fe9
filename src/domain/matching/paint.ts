import type { Match } from './pattern';

/**
 * What to paint for matches that overlap: all that any of them covers, once; where several do, the longest from the left
 * gives the colour.
 * @param matches by start, longest first, as a matcher gives them
 */
export function paintedSpans<P>(matches: readonly Match<P>[]): Match<P>[] {
  const spans: Match<P>[] = [];
  let end = 0;
  for (let i = 0; i < matches.length; i++) {
    const match = matches[i]!;
    if (match.end <= end) continue;
    spans.push(match.start >= end ? match : { pattern: match.pattern, start: end, end: match.end });
    end = match.end;
  }
  return spans;
}
