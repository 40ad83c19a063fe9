import { sameMark, type Mark } from '../domain/mark';
import type { Month } from '../domain/mark-codec/paper-number';
import type { PaperId } from '../domain/paper';
import { packMonth, unpackMonth, type PackedMonth } from '../storage/month-marks';
import { isBeforeCutoff, mayStayHere } from './cutoff';

type Items = Readonly<Record<string, unknown>>;

/**
 * What storage.sync should hold of a month. Before the cutoff hides are left out, unless storage.sync knows the paper: what
 * it says of one has to be true, and what is there is only taken out when room is needed (`compact`).
 */
export function desiredMonth(month: Month, packed: PackedMonth, held: Items, cutoff: Month | undefined, compact: boolean): PackedMonth {
  if (!isBeforeCutoff(month, cutoff)) return packed;
  const heldMarks = unpackMonth(held).marks;
  const isSent = ([id, mark]: readonly [PaperId, Mark]) => {
    if (!mayStayHere(mark)) return true;
    const known = heldMarks.get(id);
    return known !== undefined && !(compact && sameMark(known, mark));
  };
  return packMonth(new Map([...unpackMonth(packed).marks].filter(isSent)));
}

/** How many papers storage.sync does not hold as it should. */
export function countWaiting(desired: PackedMonth, held: Items): number {
  const heldMarks = unpackMonth(held).marks;
  return [...unpackMonth(desired).marks].filter(([id, mark]) => {
    const known = heldMarks.get(id);
    return !known || !sameMark(known, mark);
  }).length;
}
