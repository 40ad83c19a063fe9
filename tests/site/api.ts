import type { PeriodType } from './app/period';
import { periodOf, toPeriod } from './app/period';
import { createSite, type Site } from './app/site';
import { type View, viewOf } from './app/view';
import { entryOf } from './entries';
import { papersOf } from './papers';
import { digestProps, paperProps } from './props';

export interface ApiAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** The answer of `/api/…`, or undefined when the address is not below it. */
export function answerApi(site: Site): ApiAnswer | undefined {
  const { pathname, searchParams } = site.address;
  if (!pathname.startsWith('/api/')) return undefined;
  if (pathname === '/api/daily_papers') return listing(dailyView(site), site);
  if (pathname === '/api/papers/search') return listing(searchView(site), site);
  if (pathname === '/api/sample/props') return pageProps(searchParams.get('page') ?? '', site);
  const id = /^\/api\/papers\/([^/]+)$/.exec(pathname)?.[1];
  const paper = id && paperProps(id, site)?.paper;
  return paper ? { status: 200, body: paper } : { status: 404, body: { error: 'Not found' } };
}

function listing(view: View | undefined, site: Site): ApiAnswer {
  if (!view) return { status: 400, body: { error: 'Invalid query' } };
  const { today, switches, address: { origin } } = site;
  return { status: 200, body: papersOf(view, today, switches.cards).map((listed) => entryOf(listed, origin)) };
}

/** `?date=`, `?week=` or `?month=`; today's digest when none is given. */
function dailyView({ address: { searchParams }, today }: Site): View | undefined {
  if (searchParams.get('sort') === 'trending') return { kind: 'trending' };
  const name = (['date', 'week', 'month'] as const).find((parameter) => searchParams.has(parameter));
  if (!name) return { kind: 'period', period: periodOf('day' satisfies PeriodType, today) };
  const period = toPeriod(name, searchParams.get(name) ?? '');
  return period && { kind: 'period', period };
}

function searchView({ address: { searchParams }, today }: Site): View | undefined {
  const query = searchParams.get('q')?.trim() ?? '';
  return query === '' ? undefined : { kind: 'search', query, period: periodOf('day', today) };
}

/** The true props of a page whose `data-props` a switch has spoilt. */
function pageProps(page: string, site: Site): ApiAnswer {
  const address = new URL(page, site.address.origin);
  const view = viewOf(address, site.today);
  const asked = createSite(address, site.today);
  const id = /^\/papers\/([^/]+)$/.exec(address.pathname)?.[1];
  const body = view ? digestProps(view, asked) : id && paperProps(id, asked);
  return body ? { status: 200, body } : { status: 404, body: { error: 'Not found' } };
}
