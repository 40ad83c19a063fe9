import type { StorageArea } from '../platform/storage-area';

/** What keys of put-aside values begin with. */
export const SALVAGE = 'salvage:';
const KEPT = 50;
/** Characters of what is kept of one value. */
const LONGEST = 65_536;

interface Salvaged {
  /** When it was put aside, ISO 8601 in UTC. */
  readonly at: string;
  /** The JSON of the value, or its beginning. */
  readonly text: string;
}

/** What is to be set, beside what replaces it, to keep aside a value that could not be read. */
export function salvageItems(key: string, value: unknown): Record<string, unknown> {
  return { [SALVAGE + key]: { at: new Date().toISOString(), text: textOf(value).slice(0, LONGEST) } satisfies Salvaged };
}

/** Keeps the newest of what was put aside. */
export async function boundSalvage(area: StorageArea): Promise<void> {
  const keys = (await area.keys()).filter((key) => key.startsWith(SALVAGE));
  if (keys.length <= KEPT) return;
  const values = await area.get(keys);
  const timeOf = (key: string) => (Object(values[key]) as Partial<Salvaged>).at ?? '';
  await area.remove(keys.toSorted((a, b) => (timeOf(a) < timeOf(b) ? 1 : -1)).slice(KEPT));
}

function textOf(value: unknown): string {
  try {
    return JSON.stringify(value) ?? '';
  } catch {
    // Nested too deep, or something that Firefox can store and JSON cannot say.
    return Object.prototype.toString.call(value);
  }
}
