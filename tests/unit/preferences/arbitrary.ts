import type { Mute } from '../../../src/domain/mute';
import fc from 'fast-check';
import { KEYWORD_COLORS } from '../../../src/domain/keyword';
import { tidyEntries, type KeywordEntry, type LiveEntry } from '../../../src/domain/keyword-entries';
import { mergeSettings, DEFAULT_SETTINGS, type Settings } from '../../../src/domain/settings';
import { SHOWN_PARTS } from '../../../src/domain/shown-parts';

// What a newer version of the extension may have written beside the rest.
const newerValue = fc.oneof(fc.boolean(), fc.array(fc.string(), { maxLength: 2 }), fc.dictionary(fc.constantFrom('z', 'a', '10', '9', '<'), fc.nat(2)));
export const extra = fc.dictionary(fc.constantFrom('mutes', 'note', 'é', '7'), newerValue, { maxKeys: 2 });

export const source = fc
  .oneof(fc.constantFrom('RL', 'rl', 'world model*', 'a | b', '"RAG"', '<b>', '强化学习', '👩‍🔬 lab'), fc.string({ unit: 'grapheme', maxLength: 20 }))
  .map((text) => text.trim() || 'x');

// Few ids, places and versions, so that two lists often speak of the same keyword.
const bookkeeping = { id: fc.constantFrom('a', 'b', 'c', 'D', 'é', '10'), version: fc.nat(3), place: fc.nat(3) };

const mute: fc.Arbitrary<Mute> = fc.record({ until: fc.constantFrom('2026-11-30', '2024-02-29'), titleOnly: fc.constant(true as const) }, { requiredKeys: [] });

export const liveEntry: fc.Arbitrary<LiveEntry> = fc
  .tuple(
    extra,
    fc.record({ ...bookkeeping, source, color: fc.constantFrom(...KEYWORD_COLORS), on: fc.boolean() }),
    fc.option(fc.integer({ min: KEYWORD_COLORS.length, max: 20 }), { nil: undefined, freq: 4 }),
    fc.option(mute, { nil: undefined }),
  )
  .map(([more, entry, newerColor, muted]) => ({ ...more, ...entry, ...(muted && { mute: muted }), ...(newerColor !== undefined && { color: 'yellow' as const, newerColor }) }));

export const tombstone = fc.tuple(extra, fc.record(bookkeeping)).map(([more, entry]) => ({ ...more, ...entry, removed: true as const }));

export const keywordEntry: fc.Arbitrary<KeywordEntry> = fc.oneof({ weight: 2, arbitrary: liveEntry }, { weight: 1, arbitrary: tombstone });

export const entryList = fc.uniqueArray(keywordEntry, { selector: ({ id }) => id, maxLength: 6 }).map((entries) => tidyEntries(entries));

/** `count` keywords with ids and sources as readers have them. */
export function manyKeywords(count: number, sourceLength = 12): LiveEntry[] {
  return Array.from({ length: count }, (_, place) => ({
    id: `${place.toString(36).padStart(3, '0')}Qz9`,
    source: `kw ${place} ${'papers on learning '.repeat(20)}`.slice(0, sourceLength - 1) + String.fromCodePoint(97 + (place % 26)),
    color: KEYWORD_COLORS[place % KEYWORD_COLORS.length]!,
    on: true,
    version: 1,
    place,
  }));
}

const topic = fc.constantFrom('rl', 'llm', 'of-a-newer-version');
const ownSettings = fc.record(
  {
    badge: fc.boolean(),
    keyboard: fc.boolean(),
    keys: fc.dictionary(fc.constantFrom('star', 'hide', 'é'), fc.constantFrom('s', '', 'Shift+X', '<')),
    partsOff: fc.subarray([...SHOWN_PARTS, 'newer']),
  },
  { requiredKeys: [] },
);
const looseSettings = fc
  .tuple(
    ownSettings,
    fc.dictionary(fc.constantFrom('density', 'language'), fc.constantFrom<unknown>('compact', 'wide', { b: 1, a: 2 }), { maxKeys: 2 }),
    fc.record({
      enabled: fc.boolean(),
      topicsOff: fc.array(topic, { maxLength: 3 }),
      versions: fc.dictionary(fc.oneof(topic.map((id) => `topic:${id}`), fc.constantFrom('enabled', 'density', 'badge', 'keys')), fc.nat(3)),
    }),
  )
  .map(([own, more, known]): Settings => ({ ...own, ...more, ...known }));

/** As `repairSettings` gives them. */
export const settings: fc.Arbitrary<Settings> = looseSettings.map((loose) => mergeSettings(DEFAULT_SETTINGS, loose));
