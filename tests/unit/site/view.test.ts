import { describe, expect, it } from 'vitest';
import {
  DAY_EXAMPLES, MONTH_EXAMPLES, NO_DIGEST_EXAMPLES, SEARCH_EXAMPLES, TRENDING_EXAMPLES, viewOf, WEEK_EXAMPLES,
} from '../../../src/site/view';

const EXAMPLES = [
  ['day', DAY_EXAMPLES],
  ['week', WEEK_EXAMPLES],
  ['month', MONTH_EXAMPLES],
  ['trending', TRENDING_EXAMPLES],
  ['search', SEARCH_EXAMPLES],
  [undefined, NO_DIGEST_EXAMPLES],
] as const;

describe.each(EXAMPLES)('%s', (view, urls) => {
  it.each(urls)('%s', (url) => {
    expect(viewOf(new URL(url))).toBe(view);
  });

  it('is told by path and query, on any host', () => {
    for (const url of urls) {
      const elsewhere = new URL(url);
      elsewhere.host = 'localhost:8443';
      expect(viewOf(elsewhere)).toBe(view);
    }
  });
});
