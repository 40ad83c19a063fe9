import type { IsoDate } from './iso-date';
import { CLEAR_LENS, LENS_FLAGS, SORTS, type Lens, type LensFlag, type Sort } from './lens';
import { topics } from './topics';

/** What nobody types into a filter. */
const MAX_TEXT = 1000;

interface KeptLens extends Lens {
  readonly day: IsoDate;
}

/** A lens as text, to be kept for the rest of the day. */
export function lensText(lens: Lens, day: IsoDate): string {
  return JSON.stringify({ ...lens, day } satisfies KeptLens);
}

/** The lens in a text, field by field: what cannot be read is as it is in a clear one. Another day begins clear. */
export function readLensText(text: string | undefined, day: IsoDate): Lens {
  // What the parser throws for nothing costs each visit 2 ms: the trace of a page's cold script.
  if (text === undefined) return CLEAR_LENS;
  const kept = parse(text);
  if (kept['day'] !== day) return CLEAR_LENS;
  const { text: words, flags, topics: wanted, sort } = kept;
  return {
    text: typeof words === 'string' ? words.slice(0, MAX_TEXT) : '',
    flags: Array.isArray(flags) ? LENS_FLAGS.filter((flag: LensFlag) => flags.includes(flag)) : [],
    topics: readTopics(wanted),
    sort: SORTS.find((each: Sort) => each === sort) ?? CLEAR_LENS.sort,
  };
}

function parse(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

function readTopics(wanted: unknown): Lens['topics'] {
  if (typeof wanted !== 'object' || wanted === null) return {};
  const known = topics.flatMap(({ id }) => {
    const wish: unknown = Object.hasOwn(wanted, id) ? (wanted as Record<string, unknown>)[id] : undefined;
    return wish === 'required' || wish === 'excluded' ? [[id, wish] as const] : [];
  });
  return Object.fromEntries(known);
}
