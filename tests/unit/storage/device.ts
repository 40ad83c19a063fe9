import fc from 'fast-check';
import { KEYWORD_COLORS } from '../../../src/domain/keyword';
import type { KeywordEntry } from '../../../src/domain/keyword-entries';
import { type Mark } from '../../../src/domain/mark';
import { monthOf } from '../../../src/domain/mark-codec/paper-number';
import { toPaperId, type PaperId } from '../../../src/domain/paper';
import { fieldsOf, fromFields, type Settings } from '../../../src/domain/settings';
import { journalKey, markKey, monthKey, paperKey } from '../../../src/storage/keys';
import { packMonth } from '../../../src/storage/month-marks';
import { memoryArea } from '../memory-area';

export const IDS = ['2401.00001', '2401.00002', '2402.00001', '2402.12345', '1412.0001'].map((id) => toPaperId(id)!);

/** What one device keeps. Each mark stands where `where` says: packed and taken in, or still in the journal. */
export interface Device {
  readonly marks: ReadonlyMap<PaperId, Mark & { readonly where: 'month' | 'journal' }>;
  readonly keywords: readonly KeywordEntry[];
  readonly settings: Settings;
  /** Starred papers whose facts are known. */
  readonly known: ReadonlySet<PaperId>;
}

// Few versions, so that two devices often have decided equally often.
const version = fc.integer({ min: 1, max: 3 });
const mark = fc.record({ version, starred: fc.boolean(), hidden: fc.boolean(), read: fc.boolean(), where: fc.constantFrom('month' as const, 'journal' as const) });

const entry = (id: string): fc.Arbitrary<KeywordEntry> => {
  const place = id.charCodeAt(0);
  return fc.oneof(
    fc.record({ version, on: fc.boolean(), color: fc.constantFrom(...KEYWORD_COLORS), suffix: fc.constantFrom('', ' old', ' new') })
      .map(({ suffix, ...rest }) => ({ id, source: `word${id}${suffix}`, place, ...rest })),
    version.map((each) => ({ id, removed: true as const, version: each, place })),
  );
};

const settings: fc.Arbitrary<Settings> = fc
  .dictionary(fc.constantFrom('enabled', 'topic:rl', 'topic:llm'), fc.record({ version, value: fc.boolean() }))
  .map((fields) => fromFields(new Map([...fieldsOf(fromFields(new Map())), ...Object.entries(fields)])));

export const devices: fc.Arbitrary<Device> = fc.record({
  marks: fc.array(fc.tuple(fc.constantFrom(...IDS), mark), { maxLength: 8 }).map((entries) => new Map(entries)),
  keywords: fc.tuple(...['a', 'b', 'c'].map((id) => fc.option(entry(id), { nil: undefined }))).map((all) => all.filter((each) => each !== undefined)),
  settings,
  known: fc.subarray(IDS).map((ids) => new Set(ids)),
});

/** The storage of a device, as pages and the background script leave it. */
export function areaOf({ marks, keywords, settings: own, known }: Device) {
  const items: Record<string, unknown> = { keywords, settings: own };
  const taken = [...marks].filter(([, { where }]) => where === 'month');
  for (const month of new Set(taken.map(([id]) => monthOf(id)))) {
    items[monthKey(month)] = packMonth(new Map(taken.filter(([id]) => monthOf(id) === month)));
  }
  for (const [id, { where, ...rest }] of marks) {
    items[markKey(id)] = rest;
    if (where === 'journal') items[journalKey(id, 'token')] = rest;
    if (rest.starred) items[paperKey(id)] = { savedAt: '2026-11-20T09:00:00.000Z', ...(known.has(id) && { id, title: `Title of ${id}` }) };
  }
  return memoryArea(items);
}

/** The papers that say something, as a reader sees them. */
export function shownMarks(marks: ReadonlyMap<PaperId, Mark>): Record<string, string> {
  const shown = [...marks].filter(([, { starred, hidden }]) => starred || hidden);
  return Object.fromEntries(shown.map(([id, { starred, hidden }]) => [id, `${starred ? 'starred' : ''} ${hidden ? 'hidden' : ''}`]));
}
