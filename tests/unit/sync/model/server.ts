/** The sync service: every value that a key ever had, as JSON texts; undefined for a removed key. */
export interface Server {
  keys(): string[];
  /** How many values the key has had. */
  latest(key: string): number;
  /** The value number `version` of a key, counted from 1; undefined for 0: before the first. */
  text(key: string, version: number): string | undefined;
  add(key: string, text: string | undefined): number;
}

export function server(): Server {
  const histories = new Map<string, (string | undefined)[]>();
  return {
    keys: () => [...histories.keys()].sort(),
    latest: (key) => histories.get(key)?.length ?? 0,
    text: (key, version) => histories.get(key)?.[version - 1],
    add(key, text) {
      const history = histories.get(key) ?? [];
      histories.set(key, history);
      return history.push(text);
    },
  };
}
