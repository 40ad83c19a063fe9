import type { BitReader, BitWriter } from './bits';

/** Wide enough for one paper that stands alone: arXiv numbers and the odd ones beyond them stay below 2¹⁷. */
const WIDEST_REMAINDER = 17;

/** Elias gamma code of a whole number from 1: as many ones as it has bits behind its first, a zero, those bits. */
export function writeGamma(writer: BitWriter, value: number): void {
  let width = 0;
  while (value >= 2 ** (width + 1)) width += 1;
  writer.unary(width);
  writer.bits(value, width);
}

/** Gives a number that may be far too large when the bits are not what `writeGamma` wrote. */
export function readGamma(reader: BitReader): number {
  const width = reader.unary();
  return 2 ** width + reader.bits(width);
}

/**
 * A set of whole numbers from 0, in any order and not empty: their count, the Rice parameter plus 1, and for each number how
 * many numbers lie between it and the one before it (before the first: from 0 on) as a Rice code: the quotient by
 * 2^parameter in unary, the remainder in `parameter` bits. Of the parameters the first that takes the fewest bits.
 */
export function writeNumbers(writer: BitWriter, numbers: readonly number[]): void {
  const gaps = gapsIn(numbers);
  const parameter = bestParameter(gaps);
  writeGamma(writer, gaps.length);
  writeGamma(writer, parameter + 1);
  for (const gap of gaps) {
    writer.unary(gap >> parameter);
    writer.bits(gap, parameter);
  }
}

/** The numbers in rising order, or undefined when the bits cannot be such a set. Takes no longer than the bits last. */
export function readNumbers(reader: BitReader): number[] | undefined {
  const count = readGamma(reader);
  const parameter = readGamma(reader) - 1;
  // Each number takes at least one bit.
  if (count > reader.left() || parameter > WIDEST_REMAINDER) return undefined;
  const numbers: number[] = [];
  const step = 2 ** parameter;
  let next = 0;
  for (let i = 0; i < count; i += 1) {
    const number = next + reader.unary() * step + reader.bits(parameter);
    numbers.push(number);
    next = number + 1;
  }
  return numbers;
}

function gapsIn(numbers: readonly number[]): Uint32Array {
  const sorted = Uint32Array.from(numbers).sort();
  let next = 0;
  return sorted.map((number) => {
    const gap = number - next;
    next = number + 1;
    return gap;
  });
}

function bestParameter(gaps: Uint32Array): number {
  let best = 0;
  let fewest = Infinity;
  for (let parameter = 0; parameter <= WIDEST_REMAINDER; parameter += 1) {
    let bits = gaps.length * (parameter + 1);
    for (const gap of gaps) bits += gap >> parameter;
    if (bits >= fewest) continue;
    fewest = bits;
    best = parameter;
  }
  return best;
}
