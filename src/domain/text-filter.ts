import { KEYWORD_LIMITS } from './keyword';
import { parseKeyword } from './matching/keyword-syntax';
import { compilePatterns } from './matching/matcher';

/** Says of a paper's texts whether one of them fits. */
export type TextFilter = (texts: Iterable<string>) => boolean;

/**
 * What is typed to filter by, in keyword syntax; the word that is still being typed need only begin so.
 * @returns undefined when nothing in it can be looked for
 */
export function compileTextFilter(text: string): TextFilter | undefined {
  // As long as a keyword may be: what is pasted beyond that would cost a moment, and finds nothing else.
  const source = text.slice(0, KEYWORD_LIMITS.length);
  if (parseKeyword(source).length === 0) return undefined;
  // The whole word as well: "policy" finds "policies", which does not begin with it.
  const patterns = [{ source }, ...(/\s$/.test(source) ? [] : [{ source, unfinished: true }])];
  const matcher = compilePatterns(patterns);
  return (texts) => {
    for (const each of texts) if (matcher.find(each).length > 0) return true;
    return false;
  };
}
