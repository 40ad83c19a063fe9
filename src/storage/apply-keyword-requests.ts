import * as v from 'valibot';
import { isKeywordId, toMute } from '../domain/keyword';
import { meetRequest } from '../domain/keyword-request';
import type { ExclusiveArea } from '../platform/exclusive-area';
import { randomId } from '../platform/random-id';
import { KEYWORD_REQUEST, type KeptRequest } from './keyword-requests';
import { takeInKeywords } from './preferences';

/** Long before a request of so many characters, a keyword is too long. */
const LONGEST = 1000;

const id = v.custom<string>(isKeywordId);
const source = v.pipe(v.string(), v.maxLength(LONGEST));
const mute = v.pipe(v.unknown(), v.transform(toMute));

const requestSchema = v.object({
  at: v.pipe(v.number(), v.finite()),
  change: v.union([
    v.object({ add: source, mute: v.optional(mute) }),
    v.object({ id, mute: v.union([v.null(), mute]) }),
    v.object({ id, source }),
    v.object({ id, remove: v.literal(true) }),
  ]),
});

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
  return values
    .map((value) => v.safeParse(requestSchema, value))
    .flatMap(({ success, output }) => (success ? [output as KeptRequest] : []))
    .sort((a, b) => a.at - b.at);
}
