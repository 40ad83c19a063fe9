/** 32-bit FNV-1a hash: the same text has the same value in every run and on every machine. */
export function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const character of text) value = Math.imul(value ^ character.codePointAt(0)!, 0x01000193);
  return value >>> 0;
}

/** A stream of choices that depends on `seed` alone (mulberry32). */
export function choices(seed: string) {
  let state = hash(seed);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    /** A whole number from 0 to `below` - 1. */
    upTo: (below: number): number => Math.floor(next() * below),
    /** True in `share` of all cases. */
    chance: (share: number): boolean => next() < share,
    pick: <Item>(items: readonly Item[]): Item => items[Math.floor(next() * items.length)]!,
  };
}

export type Choices = ReturnType<typeof choices>;

/** 24 hexadecimal digits, as the host's database ids are written. */
export function objectId(seed: string): string {
  return ['a', 'b', 'c'].map((part) => hash(part + seed).toString(16).padStart(8, '0')).join('');
}
