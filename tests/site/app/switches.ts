/** What a test can ask of a page through `sample-…` query parameters. */
export interface Switches {
  /** How many cards the listing holds, instead of what the view has by itself. */
  readonly cards?: number;
  /** State of `data-props`: as it should be, cut off in the middle, absent, or about other papers. */
  readonly props: 'ok' | 'broken' | 'missing' | 'stale';
  readonly layout: '2024' | '2026';
  /** Every class renamed, an advert and an unknown child in the grid. */
  readonly drift: boolean;
  /** Titles are no headings: paper links exist, cards cannot be read. */
  readonly unreadable: boolean;
  /** Milliseconds between the script's start and the mount. */
  readonly remount: number;
  readonly csp: boolean;
}

const PREFIX = 'sample-';
const MOST_CARDS = 500;
const SLOWEST_REMOUNT_MS = 60_000;

/** The switches in an address; what is absent or not understood has its default. */
export function readSwitches(params: URLSearchParams): Switches {
  const get = (name: string) => params.get(PREFIX + name);
  const cards = count(get('cards'), MOST_CARDS);
  const props = get('props');
  return {
    ...(cards === undefined ? {} : { cards }),
    props: props === 'broken' || props === 'missing' || props === 'stale' ? props : 'ok',
    layout: get('layout') === '2024' ? '2024' : '2026',
    drift: get('drift') === '1',
    unreadable: get('unreadable') === '1',
    remount: count(get('remount'), SLOWEST_REMOUNT_MS) ?? 0,
    csp: get('csp') !== 'off',
  };
}

/** `path` with the switches of `from` added, so that they hold on the next page too. */
export function carrySwitches(path: string, from: URLSearchParams): string {
  const carried = new URLSearchParams([...from].filter(([name]) => name.startsWith(PREFIX))).toString();
  if (carried === '') return path;
  return path + (path.includes('?') ? '&' : '?') + carried;
}

function count(text: string | null, most: number): number | undefined {
  if (text === null || !/^\d{1,6}$/.test(text)) return undefined;
  return Math.min(Number(text), most);
}
