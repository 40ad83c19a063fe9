import { canonical } from '../canonical';
import { isCounter } from '../counter';
import { isExtra } from '../extra';
import { isKeywordId, KEYWORD_COLORS, KEYWORD_LIMITS } from '../keyword';
import { extraOf, isLive, type KeywordEntry, type LiveEntry, type Tombstone } from '../keyword-entries';
import { toMute } from '../mute';

const FIRST_VERSION = 1;

/** A keyword as it stands in an item (`preferences.ts` describes the format). */
export function toTuple(entry: KeywordEntry): readonly unknown[] {
  const unknown = extraOf(entry);
  const extra = Object.keys(unknown).length > 0 ? [canonical(unknown)] : [];
  const { id, place, version } = entry;
  if (!isLive(entry)) return [id, place, version, ...extra];
  const isShort = version === FIRST_VERSION && extra.length === 0;
  return [id, entry.source.toWellFormed(), place, flagsOf(entry), ...(isShort ? [] : [version]), ...extra];
}

/** The keyword that a tuple stands for, or undefined when it is none. */
export function fromTuple(tuple: unknown): KeywordEntry | undefined {
  if (!Array.isArray(tuple)) return undefined;
  return typeof tuple[1] === 'string' ? toLive(tuple) : toTombstone(tuple);
}

function toLive([id, source, place, flags, version = FIRST_VERSION, extra = {}, ...more]: readonly unknown[]): LiveEntry | undefined {
  const text = (source as string).trim();
  const isWhole = isKeywordId(id) && isCounter(place) && isCounter(flags) && isCounter(version) && isExtra(extra);
  if (!isWhole || text === '' || text.length > KEYWORD_LIMITS.length || more.length > 0) return undefined;
  const index = Math.floor(flags / 2);
  const color = KEYWORD_COLORS[index];
  return {
    ...extraOf(extra),
    ...(extra['mute'] !== undefined && { mute: toMute(extra['mute']) }),
    id,
    source: text,
    color: color ?? KEYWORD_COLORS[0],
    on: flags % 2 === 1,
    version,
    place,
    ...(color === undefined && { newerColor: index }),
  };
}

function toTombstone([id, place, version, extra = {}, ...more]: readonly unknown[]): Tombstone | undefined {
  const isWhole = isKeywordId(id) && isCounter(place) && isCounter(version) && isExtra(extra) && more.length === 0;
  return isWhole ? { ...extraOf(extra), id, removed: true, version, place } : undefined;
}

function flagsOf({ color, newerColor, on }: LiveEntry): number {
  return (newerColor ?? KEYWORD_COLORS.indexOf(color)) * 2 + (on ? 1 : 0);
}
