import type { Month } from '../domain/mark-codec/paper-number';
import { unpackMonth, type PackedMonth } from '../storage/month-marks';
import { sameItems } from './month-states';

/** Counts the stars of all months. A month is only unpacked again when it has changed. */
export function starCounter(): (months: ReadonlyMap<Month, PackedMonth>) => number {
  const counts = new Map<Month, { readonly packed: PackedMonth; readonly stars: number }>();
  return (months) => {
    let sum = 0;
    for (const [month, packed] of months) {
      const known = counts.get(month);
      const stars = known && sameItems(known.packed, packed) ? known.stars : countStars(packed);
      counts.set(month, { packed, stars });
      sum += stars;
    }
    return sum;
  };
}

function countStars(packed: PackedMonth): number {
  return [...unpackMonth(packed).marks.values()].filter(({ starred }) => starred).length;
}
