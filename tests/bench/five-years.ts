import { changeMark, NO_MARK, type Mark } from '../../src/domain/mark';
import type { PaperId } from '../../src/domain/paper';

/** One paper as a reader has left it. */
export interface MarkedPaper {
  readonly id: PaperId;
  readonly mark: Mark;
  /** When it was decided, Unix time in seconds. */
  readonly time: number;
}

/** How many papers arXiv numbers on a day: about 28,000 a month, what the largest months of 2026 have. */
const WEEKDAY_PAPERS = 1090;
const WEEKEND_PAPERS = 470;

const DAYS = 5 * 365;
const STARS_A_DAY = 10;
const HIDES_A_DAY = 30;
const CHANGED_AGAIN = 0.03;
const CHANGED_ONCE_MORE = 0.4;
/** Seconds from one decision to the next. */
const LONGEST_THOUGHT = 60;
const FIRST_DAY = Date.UTC(2026, 11, 1);
const DAY = 24 * 60 * 60 * 1000;

/** Numbers from 0 to 1 (mulberry32), the same for the same seed. */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function papersOn(date: Date): number {
  const isWeekend = date.getUTCDay() % 6 === 0;
  return isWeekend ? WEEKEND_PAPERS : WEEKDAY_PAPERS;
}

function monthAt(date: Date): string {
  return date.toISOString().slice(2, 7).replace('-', '');
}

interface Day {
  readonly date: Date;
  readonly month: string;
  /** The number of the first paper of the day in its month, and how many the day has. */
  readonly first: number;
  readonly papers: number;
}

function daysOfFiveYears(): Day[] {
  const days: Day[] = [];
  for (let i = 0; i < DAYS; i += 1) {
    const date = new Date(FIRST_DAY + i * DAY);
    const before = days.at(-1);
    const isNewMonth = date.getUTCDate() === 1 || !before;
    days.push({ date, month: monthAt(date), first: isNewMonth ? 1 : before.first + before.papers, papers: papersOn(date) });
  }
  return days;
}

/** How many papers arXiv numbers in each month of the five years. */
export function papersByMonth(): Map<string, number> {
  return new Map(daysOfFiveYears().map(({ month, first, papers }) => [month, first + papers - 1]));
}

function decide(starred: boolean, random: () => number): Mark {
  let mark = changeMark(NO_MARK, starred ? { starred } : { hidden: true });
  for (let chance = CHANGED_AGAIN; random() < chance; chance = CHANGED_ONCE_MORE) {
    mark = changeMark(mark, random() < 0.5 ? { starred: !mark.starred } : { hidden: !mark.hidden });
  }
  return mark;
}

/** Five years of a reader who stars 10 and hides 30 of each day's new papers and changes a few of them again. */
export function fiveYears(seed: number): MarkedPaper[] {
  const random = randomNumbers(seed);
  return daysOfFiveYears().flatMap(({ date, month, first, papers }) => {
    const numbers = new Set<number>();
    while (numbers.size < STARS_A_DAY + HIDES_A_DAY) numbers.add(first + Math.floor(random() * papers));
    let time = date.getTime() / 1000;
    return [...numbers].map((number, place) => {
      time += 1 + Math.floor(random() * LONGEST_THOUGHT);
      const id = `${month}.${String(number).padStart(5, '0')}` as PaperId;
      return { id, mark: decide(place < STARS_A_DAY, random), time };
    });
  });
}
