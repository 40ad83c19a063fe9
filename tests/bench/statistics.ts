/** The middle value; the mean of the two middle ones of an even number. Throws when there is none. */
export function median(values: readonly number[]): number {
  if (values.length === 0) throw new Error('There is no median of nothing.');
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return Number.isInteger(middle) ? (sorted[middle - 1]! + sorted[middle]!) / 2 : sorted[Math.floor(middle)]!;
}

/**
 * How many times `base` fits into `other`: the median of the ratios of those runs that both have, each with its own pair,
 * so that what slows the machine for a while slows both. `undefined` stands for a run that was left out.
 */
export function medianRatio(other: readonly (number | undefined)[], base: readonly (number | undefined)[]): number | undefined {
  const ratios = other.flatMap((value, run) => {
    const pair = base[run];
    return value === undefined || pair === undefined || pair === 0 ? [] : [value / pair];
  });
  return ratios.length === 0 ? undefined : median(ratios);
}

/** The items in their order, and every second time the other way round: none is always the one that comes after another. */
export function alternate<Item>(items: readonly Item[], run: number): readonly Item[] {
  return run % 2 === 0 ? items : items.toReversed();
}
