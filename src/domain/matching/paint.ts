import type { Match } from './matcher';

/**
 * What to paint for matches that overlap: all that any of them covers, once; where several do, the longest from the left
 * gives the colour.
 * @param matches by start, longest first, as a matcher gives them
 */
export function paintedSpans(matches: readonly Match[]): Match[] {
  const spans: Match[] = [];
  let end = 0;
  for (const match of matches) {
    if (match.end <= end) continue;
    spans.push({ ...match, start: Math.max(match.start, end) });
    end = match.end;
  }
  return spans;
}
