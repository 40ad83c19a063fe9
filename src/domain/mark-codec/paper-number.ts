import type { PaperId } from '../paper';

/** An arXiv month, `YYMM`. */
export type Month = string;

const FIRST_MONTH_OF_FIVE_DIGITS = '1501';

export function monthOf(id: PaperId): Month {
  return id.slice(0, 4);
}

/**
 * A paper's number within its month. Ids have four digits until the end of 2014 and five since: such an id gives its own
 * number; one with the other count of digits, which arXiv never gave but an address may hold, comes behind all of those.
 */
export function numberOf(id: PaperId): number {
  const digits = id.slice(5);
  const usual = digitsIn(monthOf(id));
  return digits.length === usual ? Number(digits) : 10 ** usual + Number(digits);
}

/** The paper with this number in the month, or undefined when there is none. */
export function paperWithNumber(month: Month, number: number): PaperId | undefined {
  const usual = digitsIn(month);
  if (number < 10 ** usual) return toId(month, number, usual);
  const other = 9 - usual;
  return number < 10 ** usual + 10 ** other ? toId(month, number - 10 ** usual, other) : undefined;
}

function toId(month: Month, number: number, digits: number): PaperId {
  // The one in front keeps the zeros behind it.
  return `${month}.${String(10 ** digits + number).slice(1)}` as PaperId;
}

function digitsIn(month: Month): number {
  return month < FIRST_MONTH_OF_FIVE_DIGITS ? 4 : 5;
}
