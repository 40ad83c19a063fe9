import fc from 'fast-check';
import { LARGEST_VERSION, type Mark } from '../../../src/domain/mark';
import { type PaperId } from '../../../src/domain/paper';
import { randomNumbers } from '../../bench/five-years';

export type Marks = Map<PaperId, Mark>;

const twoDigits = (value: number) => String(value).padStart(2, '0');

export const months: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom('0704', '1412', '1501', '2402'),
  fc.tuple(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 1, max: 12 })).map(([year, month]) => twoDigits(year) + twoDigits(month)),
);

const versions = fc.oneof(
  { weight: 6, arbitrary: fc.constant(1) },
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 5 }) },
  { weight: 1, arbitrary: fc.constantFrom(2 ** 16, 2 ** 29, LARGEST_VERSION - 1, LARGEST_VERSION) },
  { weight: 1, arbitrary: fc.nat(LARGEST_VERSION) },
);

export const someMarks: fc.Arbitrary<Mark> = fc.record({ version: versions, starred: fc.boolean(), hidden: fc.boolean(), read: fc.boolean() });

/** Numbers of four and of five digits in any month, also where arXiv gives only the others. */
const digits = fc.oneof(
  fc.integer({ min: 0, max: 9999 }).map((number) => String(number).padStart(4, '0')),
  fc.integer({ min: 0, max: 99_999 }).map((number) => String(number).padStart(5, '0')),
  fc.constantFrom('0000', '0001', '9999', '00000', '00001', '99999'),
);

function idsOf(month: fc.Arbitrary<string>): fc.Arbitrary<PaperId> {
  return fc.tuple(month, digits).map(([yymm, number]) => `${yymm}.${number}` as PaperId);
}

function marksOf(ids: fc.Arbitrary<PaperId>): fc.Arbitrary<Marks> {
  return fc.array(fc.tuple(ids, someMarks), { maxLength: 60 }).map((entries) => new Map(entries));
}

/** Few marks, of any papers and in any states. */
export const marksOfAnyMonths: fc.Arbitrary<Marks> = marksOf(idsOf(months));

/** Few marks of one month, at least one. */
export const marksOfOneMonth: fc.Arbitrary<Marks> = months
  .chain((month) => marksOf(idsOf(fc.constant(month))))
  .filter((marks) => marks.size > 0);

/** A share of a month's papers, some of them in odd states: what a reader of up to 28,000 papers leaves, and beyond. */
export function manyMarks(seed: number, share: number, highestVersion: number): Marks {
  const random = randomNumbers(seed);
  const marks: Marks = new Map();
  for (let number = 1; number <= 28_000; number += 1) {
    if (random() >= share) continue;
    const id = `2402.${String(number).padStart(5, '0')}` as PaperId;
    marks.set(id, { version: 1 + Math.floor(random() * highestVersion), starred: random() < 0.25, hidden: random() < 0.75, read: false });
  }
  return marks;
}
