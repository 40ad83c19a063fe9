/** What a device says of one thing that the reader can decide: a paper, a keyword, a setting. */
export interface Reading {
  readonly version: number;
  readonly fields: Readonly<Record<string, unknown>>;
}

export type Values = Readonly<Record<string, unknown>>;

/**
 * What stored values say, by what they speak of: `mark:2402.00001`, `keyword:a`, `enabled`, `topic:agents`. Plain data,
 * read without any of the product's code.
 */
export function readingsOf(values: Values): Map<string, Reading> {
  const marks = Object.keys(values).filter((key) => key.startsWith('mark:'));
  return new Map([
    ...marks.map((key): [string, Reading] => [key, markReading(values[key] as Values)]),
    ...((values['keywords'] ?? []) as Values[]).map((entry): [string, Reading] => [`keyword:${String(entry['id'])}`, keywordReading(entry)]),
    ...settingsReadings((values['settings'] ?? {}) as Values),
  ]);
}

export function markReading({ version, starred, hidden, read }: Values): Reading {
  return { version: Number(version), fields: { starred, hidden, read } };
}

function keywordReading({ version, removed, source, color, on, place }: Values): Reading {
  return { version: Number(version), fields: removed ? { live: false, place } : { live: true, source, color, on, place } };
}

function settingsReadings({ enabled, topicsOff = [], versions = {} }: Values): [string, Reading][] {
  const topics = (topicsOff as string[]).map((id) => `topic:${id}`);
  const counts = versions as Record<string, number>;
  return [...new Set([...topics, ...Object.keys(counts)])].map((field) => {
    const value = field === 'enabled' ? enabled : !topics.includes(field);
    return [field, { version: counts[field] ?? 0, fields: { value } }];
  });
}

/** Equal for equal readings. */
export function textOf(reading: Reading | undefined): string {
  return reading ? JSON.stringify([reading.version, Object.entries(reading.fields).sort(([a], [b]) => (a < b ? -1 : 1))]) : '';
}

/** The values that an area holds. */
export function valuesOf(texts: ReadonlyMap<string, string>): Record<string, unknown> {
  return Object.fromEntries([...texts].map(([key, text]) => [key, JSON.parse(text) as unknown]));
}
