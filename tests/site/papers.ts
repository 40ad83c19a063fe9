import { addDays, type Day, dayNumber, isWorkday } from './app/dates';
import { issueDays, type Period } from './app/period';
import type { View } from './app/view';
import { derivedPaper, PAPERS_PER_DAY, placeOfDerived } from './derived';
import file from './papers.json' with { type: 'json' };
import { hash } from './random';
import type { SamplePaper } from './sample-paper';

/** The 25 papers of the seed document, in its order. */
export const SEED_PAPERS: readonly SamplePaper[] = file.papers;

const MOST_IN_A_WEEK = 60;
const MOST_IN_A_MONTH = 100;

/** What a listing knows of where a paper stands: the paper, and the day whose digest it is in. */
export interface Listed {
  readonly paper: SamplePaper;
  readonly day: Day;
}

/** The papers of a view, as many as `cards` asks for, or as the view has by itself. */
export function papersOf(view: View, today: Day, cards: number | undefined): Listed[] {
  if (view.kind === 'search') return search(digestOf(today, today, cards), view.query);
  if (view.kind === 'trending') return digestOf(today, today, cards).toSorted((a, b) => stars(b) - stars(a));
  return papersOfPeriod(view.period, today, cards);
}

/** One paper by its id, or undefined when the sample has none of that id. */
export function paperById(id: string, today: Day): Listed | undefined {
  const seed = SEED_PAPERS.find((paper) => paper.id === id);
  if (seed) return { paper: seed, day: today };
  const place = placeOfDerived(id);
  return place && { paper: derivedPaper(place.day, place.index), day: place.day };
}

function papersOfPeriod(period: Period, today: Day, cards: number | undefined): Listed[] {
  const days = issueDays(period, today);
  if (period.type === 'day') return days.flatMap((day) => digestOf(day, today, cards));
  const most = cards ?? (period.type === 'week' ? MOST_IN_A_WEEK : MOST_IN_A_MONTH);
  const share = cards === undefined ? undefined : Math.ceil(cards / days.length);
  const all = days.flatMap((day) => digestOf(day, today, share));
  return all.slice(0, most).toSorted((a, b) => b.paper.upvotes - a.paper.upvotes);
}

/** The digest of one day: today's begins with the seed papers, every other one is derived. */
function digestOf(day: Day, today: Day, cards: number | undefined): Listed[] {
  const seed = day === today ? SEED_PAPERS : [];
  const size = Math.min(cards ?? (seed.length || usualSize(day)), PAPERS_PER_DAY);
  const derived = Array.from({ length: Math.max(0, size - seed.length) }, (_, index) => derivedPaper(day, index));
  return [...seed.slice(0, size), ...derived].map((paper) => ({ paper, day }));
}

function usualSize(day: Day): number {
  return isWorkday(day) ? 8 + (hash(day) % 18) : 1 + (dayNumber(day) % 3);
}

/** Every word of the query has to occur somewhere in the paper; the order stays. */
function search(listed: Listed[], query: string): Listed[] {
  const words = query.toLowerCase().split(/\s+/);
  return listed.filter(({ paper }) => {
    const text = [paper.title, paper.abstract, paper.organization?.fullname ?? '', ...paper.authors].join(' ').toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** The digest of the day before: what stale data is about. */
export function otherPapers(today: Day, count: number): Listed[] {
  return digestOf(addDays(today, -1), today, count);
}

const stars = ({ paper }: Listed): number => paper.githubStars ?? 0;
