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
  const usual = usualDigits(id);
  return digits.length === usual ? Number(digits) : numbersOf(usual) + Number(digits);
}

/** The paper with this number in the month, or undefined when there is none. */
export function paperWithNumber(month: Month, number: number): PaperId | undefined {
  const usual = usualDigits(month);
  const behind = number - numbersOf(usual);
  if (behind < 0) return toId(month, number, usual);
  const other = usual === 4 ? 5 : 4;
  return behind < numbersOf(other) ? toId(month, behind, other) : undefined;
}

function toId(month: Month, number: number, digits: Digits): PaperId {
  // The one in front keeps the zeros behind it.
  return `${month}.${String(numbersOf(digits) + number).slice(1)}` as PaperId;
}

type Digits = 4 | 5;

function usualDigits(monthOrId: string): Digits {
  return monthOrId < FIRST_MONTH_OF_FIVE_DIGITS ? 4 : 5;
}

/** How many numbers have so many digits, zeros in front counted. */
function numbersOf(digits: Digits): number {
  return digits === 4 ? 10_000 : 100_000;
}
