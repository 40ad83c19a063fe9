import type { IsoDate } from '../domain/iso-date';
import type { PaperId } from '../domain/paper';
import { entryId, readEntry, type PaperFacts } from './entry-facts';

export type { PaperFacts } from './entry-facts';

/** The JSON that the page carries about its papers. It may be stale: after a change in place it knows other papers. */
export interface DigestData {
  /** What the data says of the paper; undefined when it does not know it. */
  facts(id: PaperId): PaperFacts | undefined;
  /** How many papers it knows. */
  readonly size: number;
  ids(): Iterable<PaperId>;
  /** The day that the data is of, and the one before; absent where the data does not say. */
  readonly date?: IsoDate;
  readonly prevDate?: IsoDate;
  readonly periodType?: string;
  readonly problem?: 'missing' | 'broken';
}

/** The island that the site renders the listing into. */
export const ISLAND = '[data-target="DailyPapers"]';

const NOTHING: Pick<DigestData, 'facts' | 'size' | 'ids'> = { facts: () => undefined, size: 0, ids: () => [] };
const MISSING: DigestData = { ...NOTHING, problem: 'missing' };
const BROKEN: DigestData = { ...NOTHING, problem: 'broken' };

const parsed = new WeakMap<Element, { readonly json: string; readonly data: DigestData }>();

/**
 * The data of the digest in `document`. Cheap to call again: the JSON (half a megabyte for a month) is parsed once
 * for as long as its text stays the same, and an entry is read when its facts are first asked for. Never throws.
 */
export function readDigestData(document: Document): DigestData {
  const island = document.querySelector(`${ISLAND}[data-props]`);
  const json = island?.getAttribute('data-props');
  if (!island || !json) return MISSING;
  const known = parsed.get(island);
  if (known?.json === json) return known.data;
  const data = parseDigest(json);
  parsed.set(island, { json, data });
  return data;
}

function parseDigest(json: string): DigestData {
  const props = parseProps(json);
  const entries = props && listEntries(props);
  if (!entries) return BROKEN;
  const byId = new Map<PaperId, unknown[]>();
  for (const entry of entries) {
    const id = entryId(entry);
    if (!id) continue;
    const sources = byId.get(id);
    if (sources) sources.push(entry);
    else byId.set(id, [entry]);
  }
  const read = new Map<PaperId, PaperFacts>();
  return {
    size: byId.size,
    ids: () => byId.keys(),
    ...readPeriod(props),
    facts(id) {
      const sources = byId.get(id);
      if (!sources) return undefined;
      const facts = read.get(id) ?? mergeEntries(sources);
      read.set(id, facts);
      return facts;
    },
  };
}

type Props = Readonly<Record<string, unknown>>;

function parseProps(json: string): Props | undefined {
  try {
    const props: unknown = JSON.parse(json);
    return typeof props === 'object' && props !== null ? (props as Props) : undefined;
  } catch {
    return undefined;
  }
}

/** All entries, those of the search first; undefined when `props` hold no list of papers at all. */
function listEntries({ searchResults, dailyPapers }: Props): unknown[] | undefined {
  const lists = [searchResults, dailyPapers].filter((list) => Array.isArray(list));
  return lists.length > 0 ? lists.flat() : undefined;
}

/** `date`, a time, is from 2024. */
function readPeriod({ dateString, date, prevDate, periodType }: Props): Pick<DigestData, 'date' | 'prevDate' | 'periodType'> {
  const day = toDay(dateString) ?? toDay(date);
  const before = toDay(prevDate);
  return { ...(day && { date: day }), ...(before && { prevDate: before }), ...(typeof periodType === 'string' && { periodType }) };
}

function toDay(value: unknown): IsoDate | undefined {
  return typeof value === 'string' ? /^\d{4}-\d{2}-\d{2}(?=T|$)/.exec(value)?.[0] : undefined;
}

/** A paper that is listed twice is told twice: the first entry that knows a field gives it. */
function mergeEntries(entries: readonly unknown[]): PaperFacts {
  return Object.assign({}, ...entries.map(readEntry).reverse()) as PaperFacts;
}
