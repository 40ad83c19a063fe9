import type { PaperId } from '../domain/paper';
import type { StorageArea, StorageChanges } from '../platform/storage-area';
import { idOfMarkKey, idOfPaperKey, markKey, paperKey } from './keys';
import { repairMark } from './repair-mark';
import { repairSavedPaper } from './repair-saved-paper';

/** What the order of the starred papers needs: years of them are 40 MB, this is under 1 MB. Plain maps, to be changed in place. */
export interface StarredPlaces {
  /** Of each starred paper the version of its mark. */
  readonly versions: Map<PaperId, number>;
  /** When a paper was starred; undefined where nothing is kept of it. It may hold papers whose star is gone. */
  readonly times: Map<PaperId, string | undefined>;
}

/** Papers read at once: with their abstracts about 1 MB. */
const PAPERS_AT_ONCE = 500;

/**
 * Which papers are starred, as storage says, and when: read from the papers only where `known` does not tell. A time is
 * written with a mark of a later version, so what is known of the same version still holds.
 */
export async function listStarredPlaces(area: StorageArea, known: StarredPlaces): Promise<StarredPlaces> {
  const ids = (await area.keys()).map(idOfPaperKey).filter((id) => id !== undefined);
  const values = await area.get(ids.map(markKey));
  const places: StarredPlaces = { versions: new Map(), times: new Map() };
  for (const id of ids) {
    const mark = repairMark(values[markKey(id)]);
    if (!mark.starred) continue;
    places.versions.set(id, mark.version);
    if (known.versions.get(id) === mark.version && known.times.has(id)) places.times.set(id, known.times.get(id));
  }
  await readMissingTimes(area, places);
  return places;
}

/** Takes in what has changed in storage. @returns the papers of which the list may have something new to show */
export function takeInChanges({ versions, times }: StarredPlaces, changes: StorageChanges): PaperId[] {
  const changed: PaperId[] = [];
  for (const [key, value] of changes) {
    const marked = idOfMarkKey(key);
    const kept = idOfPaperKey(key);
    if (marked) {
      const { starred, version } = repairMark(value);
      if (!starred && !versions.has(marked)) continue;
      if (starred) versions.set(marked, version);
      else versions.delete(marked);
      changed.push(marked);
    } else if (kept) {
      times.set(kept, value === undefined ? undefined : repairSavedPaper(kept, value).savedAt);
      changed.push(kept);
    }
  }
  return changed;
}

/** Reads the times of those starred papers of which none is known yet. */
export async function readMissingTimes(area: StorageArea, { versions, times }: StarredPlaces): Promise<void> {
  const missing = [...versions.keys()].filter((id) => !times.has(id));
  for (let start = 0; start < missing.length; start += PAPERS_AT_ONCE) {
    const ids = missing.slice(start, start + PAPERS_AT_ONCE);
    const values = await area.get(ids.map(paperKey));
    for (const id of ids) {
      const value = values[paperKey(id)];
      // What was heard while storage answered is later than the answer.
      if (!times.has(id)) times.set(id, value === undefined ? undefined : repairSavedPaper(id, value).savedAt);
    }
  }
}

/** The starred papers of which something is kept, last starred first; of two with one time the newer paper. */
export function lastStarredFirst({ versions, times }: StarredPlaces): PaperId[] {
  const order = (a: string, b: string) => (a < b ? 1 : a > b ? -1 : 0);
  return [...versions.keys()]
    .filter((id) => times.get(id) !== undefined)
    .sort((a, b) => order(times.get(a)!, times.get(b)!) || order(a, b));
}

/** The places as a text for the next opening: `[[id, version, time], …]`. A time that is empty may yet be written, so it is left out. */
export function packPlaces({ versions, times }: StarredPlaces): string {
  return JSON.stringify([...versions].map(([id, version]) => [id, version, times.get(id)]).filter(([, , time]) => time));
}

/** What can be read of a text of `packPlaces`. */
export function unpackPlaces(text: string | undefined): StarredPlaces {
  const places: StarredPlaces = { versions: new Map(), times: new Map() };
  for (const [id, version, time] of entriesIn(text)) {
    if (typeof id !== 'string' || typeof version !== 'number' || typeof time !== 'string') continue;
    places.versions.set(id as PaperId, version);
    places.times.set(id as PaperId, time);
  }
  return places;
}

function entriesIn(text = '[]'): readonly unknown[][] {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value.filter(Array.isArray) : [];
  } catch {
    return [];
  }
}
