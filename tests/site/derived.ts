import { addDays, type Day } from './app/dates';
import { APPROACHES, FAMILY_NAMES, type Field, FIELDS, GIVEN_NAMES, NAME_ENDS, NAME_STARTS, ORGANIZATIONS } from './derived-words';
import { type Choices, choices } from './random';
import type { SamplePaper } from './sample-paper';

/** Each day has numbers of its own, 500 of them. arXiv has not yet reached 30000 in a month: a derived id is nobody's. */
const FIRST_NUMBER = 30_000;
export const PAPERS_PER_DAY = 500;

/** The paper that stands `index` places down (0 to 499) in the digest of `day`. */
export function derivedPaper(day: Day, index: number): SamplePaper {
  const id = derivedId(day, index);
  const random = choices(id);
  const field = random.pick(FIELDS);
  const name = coinedName(day, index);
  const approach = random.pick(APPROACHES);
  const starred = random.chance(0.5);
  return {
    id,
    title: titleOf(random, name, approach, field),
    publishedAt: addDays(day, -1 - random.upTo(3)),
    authors: Array.from({ length: 1 + random.upTo(24) }, () => personOf(random)),
    ...(random.chance(0.3) ? { organization: random.pick(ORGANIZATIONS) } : {}),
    upvotes: random.chance(0.2) ? 0 : random.upTo(140),
    comments: random.chance(0.6) ? 0 : 1 + random.upTo(6),
    ...(random.chance(0.2) ? { authorParticipates: true } : {}),
    ...(starred ? { githubRepo: `https://github.com/sample-papers/${slug(name)}`, githubStars: random.upTo(random.chance(0.1) ? 90_000 : 700) } : {}),
    submitter: { user: `reader-${random.upTo(60)}`, fullname: personOf(random) },
    // The host stopped giving keywords to every paper in 2026.
    ...(random.chance(0.7) ? { keywords: field.keywords } : {}),
    abstract: abstractOf(random, name, approach, field),
  };
}

/** Where an id stands in the derived digests, or undefined when it is none of theirs. */
export function placeOfDerived(id: string): { day: Day; index: number } | undefined {
  const parts = /^(\d{2})(\d{2})\.(\d{5})$/.exec(id);
  if (!parts) return undefined;
  const number = Number(parts[3]) - FIRST_NUMBER;
  const dayOfMonth = Math.floor(number / PAPERS_PER_DAY);
  if (dayOfMonth < 1 || dayOfMonth > 31) return undefined;
  return { day: `20${parts[1]}-${parts[2]}-${String(dayOfMonth).padStart(2, '0')}`, index: number % PAPERS_PER_DAY };
}

function derivedId(day: Day, index: number): string {
  const number = FIRST_NUMBER + Number(day.slice(8)) * PAPERS_PER_DAY + index;
  return `${day.slice(2, 4)}${day.slice(5, 7)}.${number}`;
}

/** No two papers of a day share a name: the index picks it from more than 500 combinations. */
function coinedName(day: Day, index: number): string {
  const place = (index * 7 + choices(day).upTo(500)) % (NAME_STARTS.length * NAME_ENDS.length);
  return NAME_STARTS[place % NAME_STARTS.length]! + NAME_ENDS[Math.floor(place / NAME_STARTS.length)]!;
}

function titleOf(random: Choices, name: string, approach: string, { task }: Field): string {
  return random.pick([
    `${name}: ${approach} for ${task}`,
    `${name}: Rethinking ${task} with ${approach}`,
    `Is ${approach} All You Need? ${name} and the Limits of ${task}`,
    `Scaling ${task} with ${name}`,
    // Authors wrap long titles by hand, and the host keeps the break.
    `${name}: An Open Recipe for ${task} by Means of\n  ${approach}`,
    `${name} Technical Report: ${task} & <Beyond>`,
  ]);
}

function abstractOf(random: Choices, name: string, approach: string, field: Field): string {
  const { task, model, trouble, benchmarks } = field;
  const topic = task.toLowerCase();
  const sentences = [
    random.pick([`Progress in ${topic} is held back by ${trouble}.`, `Anyone who works on ${topic} knows ${trouble}.`, `Why does ${topic} still suffer from ${trouble}?`]),
    `We present ${name}, a ${model} that is trained with ${approach.toLowerCase()}.`,
    random.pick([`The method adds less than ${1 + random.upTo(9)}% to the cost of pretraining.`, 'No human annotation is needed at any stage.', 'A small ablation shows which of its three parts matters.']),
    `On ${benchmarks[0]} it gains ${1 + random.upTo(12)}.${random.upTo(10)} points over the best open baseline, and on ${benchmarks[1]} it is level with systems ${2 + random.upTo(20)}x its size.`,
    random.pick(['Code, data and checkpoints are released.', 'We also report where it fails.', 'Gains hold across three model scales and two languages.']),
  ];
  return sentences.join(random.chance(0.2) ? '\n' : ' ');
}

const personOf = (random: Choices): string => `${random.pick(GIVEN_NAMES)} ${random.pick(FAMILY_NAMES)}`;

const slug = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/-$/, '');
