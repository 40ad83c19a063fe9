import { isKeywordId } from '../domain/keyword';
import { meetRequest, type KeywordRequest } from '../domain/keyword-request';
import { toMute } from '../domain/mute';
import type { ExclusiveArea } from '../platform/exclusive-area';
import { randomId } from '../platform/random-id';
import { fieldsIn, isText } from './fields';
import { KEYWORD_REQUEST, type KeptRequest } from './keyword-requests';
import { takeInKeywords } from './preferences';

/** Long before a request of so many characters, a keyword is too long. */
const LONGEST = 1000;

/**
 * Does what pages have asked for, in the order in which they did, and removes what they wrote. `keys` may be any keys of the
 * area. May be stopped at any point: a request that is met twice is as if it was met once.
 */
export async function applyKeywordRequests(area: ExclusiveArea, keys: readonly string[]): Promise<void> {
  const asked = keys.filter((key) => key.startsWith(KEYWORD_REQUEST));
  if (asked.length === 0) return;
  await takeInKeywords(area, asked, (keywords, values) =>
    readRequests(values).reduce((list, { change }) => meetRequest(list, change, randomId), keywords));
}

function readRequests(values: readonly unknown[]): KeptRequest[] {
  return values.map(readRequest).filter((request) => request !== undefined).sort((a, b) => a.at - b.at);
}

function readRequest(value: unknown): KeptRequest | undefined {
  const { at, change: asked } = fieldsIn(value);
  const change = readChange(asked);
  return change && Number.isFinite(at) ? { at: at as number, change } : undefined;
}

function readChange(value: unknown): KeywordRequest | undefined {
  const { id, add, mute, source, remove } = fieldsIn(value);
  if (isSource(add)) return { add, ...(mute !== undefined && { mute: toMute(mute) }) };
  if (!isKeywordId(id)) return undefined;
  if (mute !== undefined) return { id, mute: mute === null ? null : toMute(mute) };
  if (isSource(source)) return { id, source };
  return remove === true ? { id, remove } : undefined;
}

function isSource(value: unknown): value is string {
  return isText(value) && value.length <= LONGEST;
}
