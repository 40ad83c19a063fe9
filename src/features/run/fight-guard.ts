import type { PaperId } from '../../domain/paper';

// More than any typing or scrolling causes.
const MAX_READINGS = 60;
const WINDOW_MS = 5000;

/**
 * A host that makes a card anew, or takes our parts out, whenever we touch it would go on for ever.
 * @returns notes a reading of a card; true from when on the card is better left to the host
 */
export function fightGuard(): (id: PaperId) => boolean {
  const windows = new Map<PaperId, { readonly since: number; readings: number }>();
  const lost = new Set<PaperId>();
  return (id) => {
    if (lost.has(id)) return true;
    const now = performance.now();
    const last = windows.get(id);
    const current = last && now - last.since < WINDOW_MS ? last : { since: now, readings: 0 };
    windows.set(id, current);
    if (++current.readings < MAX_READINGS) return false;
    lost.add(id);
    console.warn(`Papersift leaves the card of ${id} alone: the page keeps making it anew.`);
    return true;
  };
}
