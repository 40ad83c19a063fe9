import type { Day } from './dates';
import { type Period, periodOf, toPeriod } from './period';

export type View =
  | { readonly kind: 'period'; readonly period: Period }
  | { readonly kind: 'search'; readonly query: string; readonly period: Period }
  | { readonly kind: 'trending' };

/** Which listing an address shows, or undefined when it is none. */
export function viewOf(address: URL, today: Day): View | undefined {
  const [root, section, value, ...rest] = address.pathname.split('/').filter((part) => part !== '');
  if (root !== 'papers' || rest.length > 0) return undefined;
  if (section === undefined) return rootView(address.searchParams, today);
  if (section === 'trending' && value === undefined) return { kind: 'trending' };
  const period = toPeriod(section, value ?? '');
  return period && { kind: 'period', period };
}

function rootView(params: URLSearchParams, today: Day): View {
  const query = params.get('q')?.trim() ?? '';
  if (query !== '') return { kind: 'search', query, period: periodOf('day', today) };
  const period = toPeriod('date', params.get('date') ?? '') ?? periodOf('day', today);
  return { kind: 'period', period };
}

/** Address of a period, without switches. The 2024 layout knew days only. */
export function periodPath({ type, value }: Period, layout: '2024' | '2026'): string {
  if (layout === '2024') return `/papers?date=${value}`;
  return `/papers/${type === 'day' ? 'date' : type}/${value}`;
}
