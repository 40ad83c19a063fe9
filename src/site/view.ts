/** The listings of the site. All but `search` differ by address only. */
export type View = 'day' | 'week' | 'month' | 'trending' | 'search';

type Predicate = (path: string, query: URLSearchParams) => boolean;

// /papers shows the period used last, which only the page itself knows: a day unless the site redirects.
// /papers?date= is the address of 2024.
const isDay: Predicate = (path) => path === '/papers' || /^\/papers\/date\/\d{4}-\d{2}-\d{2}$/.test(path);
export const DAY_EXAMPLES = [
  'https://huggingface.co/papers',
  'https://huggingface.co/papers/',
  'https://huggingface.co/papers?q=',
  'https://huggingface.co/papers?date=2024-08-01',
  'https://huggingface.co/papers/date/2026-09-28',
  'https://huggingface.co/papers/date/2026-09-28/?utm_source=mail#top',
];

const isWeek: Predicate = (path) => /^\/papers\/week\/\d{4}-W\d{2}$/.test(path);
export const WEEK_EXAMPLES = ['https://huggingface.co/papers/week/2026-W40', 'https://huggingface.co/papers/week/2026-W01/'];

const isMonth: Predicate = (path) => /^\/papers\/month\/\d{4}-\d{2}$/.test(path);
export const MONTH_EXAMPLES = ['https://huggingface.co/papers/month/2026-09', 'https://huggingface.co/papers/month/2025-12?x=1'];

const isTrending: Predicate = (path) => path === '/papers/trending';
export const TRENDING_EXAMPLES = ['https://huggingface.co/papers/trending', 'https://huggingface.co/papers/trending/?q='];

// The search box stands on every listing: a query turns any of them into a search.
const isSearch: Predicate = (path, query) =>
  Boolean(query.get('q')?.trim()) && [isDay, isWeek, isMonth, isTrending].some((is) => is(path, query));
export const SEARCH_EXAMPLES = [
  'https://huggingface.co/papers?q=source%20citations',
  'https://huggingface.co/papers?q=bert&date=2024-08-01',
  'https://huggingface.co/papers/date/2026-09-28?q=bert',
  'https://huggingface.co/papers/trending?q=agents',
];

export const NO_DIGEST_EXAMPLES = [
  'https://huggingface.co/',
  'https://huggingface.co/papersx',
  'https://huggingface.co/papers/2402.12345',
  'https://huggingface.co/papers/2402.12345?q=bert#community',
  'https://huggingface.co/papers/submit',
  'https://huggingface.co/papers/date/yesterday',
  'https://huggingface.co/papers/week/2026-40',
  'https://huggingface.co/papers/month/2026-09-28',
  'https://huggingface.co/models?q=papers',
  'https://huggingface.co/blog/papers',
];

const PREDICATES: readonly (readonly [View, Predicate])[] = [
  ['search', isSearch],
  ['day', isDay],
  ['week', isWeek],
  ['month', isMonth],
  ['trending', isTrending],
];

/** The listing at `url` by its path and query, on any host; undefined where there is none (a paper's own page). */
export function viewOf(url: URL): View | undefined {
  const path = url.pathname.replace(/(.)\/+$/, '$1');
  return PREDICATES.find(([, matches]) => matches(path, url.searchParams))?.[0];
}
