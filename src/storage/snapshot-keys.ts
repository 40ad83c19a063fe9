const SNAPSHOT = 'snapshot:';
/** Later times are not ours: behind the very last one that there is no key could follow. */
const LAST_TIME = Date.UTC(9999, 0);

/** Whether a key of storage.local holds a snapshot. */
export function isSnapshotKey(key: string): boolean {
  return timeOf(key) !== undefined;
}

/** The keys of all snapshots among `keys`, newest first, whether they can be read or not. */
export function snapshotKeysIn(keys: readonly string[]): string[] {
  return keys.filter(isSnapshotKey).sort((a, b) => timeOf(b)! - timeOf(a)!);
}

/**
 * The key of a snapshot that is taken now. The time in it is the clock's, or, when the clock is behind the newest key, just
 * after that: had the clock once been years ahead, all that is taken since it was set right would otherwise be the oldest,
 * and be dropped first. So the order of the keys is the order of taking, whatever clocks do.
 * @param newest the newest key that there is
 */
export function nextSnapshotKey(newest: string | undefined, now: Date): string {
  const last = newest === undefined ? -Infinity : timeOf(newest)!;
  return SNAPSHOT + new Date(Math.max(now.getTime(), last + 1)).toISOString();
}

function timeOf(key: string): number | undefined {
  if (!key.startsWith(SNAPSHOT)) return undefined;
  const text = key.slice(SNAPSHOT.length);
  const time = Date.parse(text);
  return time < LAST_TIME && new Date(time).toISOString() === text ? time : undefined;
}
