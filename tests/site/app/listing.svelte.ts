import type { DigestEntry, DigestProps } from './page-data';
import { type Period, periodOf, type PeriodType } from './period';
import type { Site } from './site';
import { periodPath, type View, viewOf } from './view';

export type Listing = ReturnType<typeof createListing>;

/** The state of a listing page: which view, which entries, and the ways in which both change in place. */
export function createListing(props: DigestProps, site: Site) {
  let view = $state.raw(viewAt(site.address));
  let entries = $state.raw<readonly DigestEntry[]>(props.searchResults ?? props.dailyPapers);
  let generation = $state(0);
  let slots = $state.raw<readonly string[] | undefined>();
  let asked = 0;

  function viewAt(address: URL): View {
    return viewOf(address, site.today) ?? { kind: 'period', period: periodOf('day', site.today) };
  }

  /** Later answers win: an answer that comes after a newer question is dropped. */
  async function load(next: View): Promise<void> {
    const ticket = ++asked;
    const response = await fetch(site.href(apiPath(next)));
    const loaded = (await response.json()) as DigestEntry[];
    if (ticket !== asked) return;
    view = next;
    entries = loaded;
    slots = undefined;
  }

  return {
    get view() { return view; },
    get entries() { return entries; },
    get generation() { return generation; },
    /** The each block's keys: the papers' ids, or those of the papers that were there when nodes are to be reused. */
    get keys() { return slots ?? entries.map((entry) => entry.paper.id); },

    showPeriod(type: PeriodType): Promise<void> {
      const period = periodOf(type, site.today);
      history.pushState(null, '', site.href(periodPath(period, '2026')));
      return load({ kind: 'period', period });
    },
    search(query: string): Promise<void> {
      const path = query.trim() === '' ? '/papers' : `/papers?q=${encodeURIComponent(query.trim())}`;
      history.replaceState(null, '', site.href(path));
      return load(viewAt(new URL(location.href)));
    },
    /** After the address was changed by the browser's own buttons. */
    follow: (): Promise<void> => load(viewAt(new URL(location.href))),

    /** Every card is made anew. */
    rerender(): void { generation += 1; },
    /** The same nodes in another order. */
    reorder(): void {
      slots = undefined;
      entries = entries.toReversed();
    },
    /** The same nodes at the same places, each with the next paper. */
    reuse(): void {
      slots = slots ?? entries.map((entry) => entry.paper.id);
      entries = [...entries.slice(1), ...entries.slice(0, 1)];
    },
  };
}

function apiPath(view: View): string {
  if (view.kind === 'search') return `/api/papers/search?q=${encodeURIComponent(view.query)}`;
  if (view.kind === 'trending') return '/api/daily_papers?sort=trending';
  return `/api/daily_papers?${periodParameter(view.period)}`;
}

function periodParameter({ type, value }: Period): string {
  return `${type === 'day' ? 'date' : type}=${value}`;
}
