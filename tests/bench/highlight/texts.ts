import { derivedPaper } from '../../site/derived';
import { SEED_PAPERS } from '../../site/papers';
import { type Choices, choices } from '../../site/random';

export interface PaperText {
  readonly id: string;
  readonly title: string;
  readonly abstract: string;
}

const DAYS = ['2025-12-10', '2025-12-09'] as const;
const PER_DAY = 500;
const FEWEST_SENTENCES = 5;

const sentencesOf = (abstract: string): string[] => abstract.split(/(?<=[.?!])\s+/);
const SENTENCES = SEED_PAPERS.flatMap(({ abstract }) => sentencesOf(abstract));

/**
 * Papers whose abstracts are sentences of the sample site's papers, newly mixed: as many as are wanted, no two alike, and
 * the first hundred as rich in words as the last.
 */
export function paperTexts(count: number): PaperText[] {
  return Array.from({ length: count }, (_, index) => paperText(index));
}

function paperText(index: number): PaperText {
  const { id, title, abstract } = derivedPaper(DAYS[Math.floor(index / PER_DAY)] ?? DAYS[0], index % PER_DAY);
  const random = choices(`text ${index}`);
  return { id, title: index % 2 === 0 ? random.pick(SEED_PAPERS).title : title, abstract: mix(random, sentencesOf(abstract)) };
}

function mix(random: Choices, derived: readonly string[]): string {
  const count = FEWEST_SENTENCES + random.upTo(4);
  return Array.from({ length: count }, () => random.pick(random.chance(0.75) ? SENTENCES : derived)).join(' ');
}
