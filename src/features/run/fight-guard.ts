import type { PaperId } from '../../domain/paper';

// More than any typing or scrolling causes.
const MAX_READINGS = 60;
const WINDOW_MS = 5000;

interface Window {
  readonly since: number;
  readings: number;
  /** Those of them for which our parts were missing. */
  fights: number;
}

/**
 * A host that makes a card anew, or takes our parts out, whenever we touch it would go on for ever; one that only changes a text of it
 * all the time (a countdown) is followed at a walk.
 * @returns notes a reading of a card, `isBare` when none of our parts is there; gives for how many milliseconds it has to wait:
 *   none as a rule, for ever from when on the card is better left to the host
 */
export function fightGuard(): (id: PaperId, isBare: boolean) => number {
  const windows = new Map<PaperId, Window>();
  const lost = new Set<PaperId>();
  return (id, isBare) => {
    if (lost.has(id)) return Infinity;
    const now = performance.now();
    const last = windows.get(id);
    const current = last && now - last.since < WINDOW_MS ? last : { since: now, readings: 0, fights: 0 };
    windows.set(id, current);
    current.readings += 1;
    if (isBare) current.fights += 1;
    if (current.fights >= MAX_READINGS) {
      lost.add(id);
      console.warn(`Papersift leaves the card of ${id} alone: the page keeps making it anew.`);
      return Infinity;
    }
    return isBare || current.readings < MAX_READINGS ? 0 : current.since + WINDOW_MS - now;
  };
}
