/**
 * The characters that cost one byte each in a JSON string, in both browsers: ASCII from space to tilde without `"` and
 * `\`, which JSON escapes, and `<`, which Chromium escapes. 92 characters, so that two of them hold 13 bits (92² = 8,464
 * is just above 2¹³ = 8,192): 6.5 bits a byte, where no grouping could give more than 6.52.
 */
const ALPHABET = Array.from({ length: 0x7f - 0x20 }, (_, i) => String.fromCharCode(0x20 + i))
  .filter((character) => !'"\\<'.includes(character))
  .join('');
const BASE = ALPHABET.length;
const WORD_BITS = 13;

const DIGITS: ReadonlyMap<string, number> = new Map([...ALPHABET].map((character, digit) => [character, digit]));

// Bit operators work on 32 bits; what is no text of ours may claim more.
const WIDEST = 30;

export interface BitWriter {
  /** Writes the `width` lowest bits, 30 at the most, of a whole number, the highest of them first. */
  bits(value: number, width: number): void;
  /** Writes `count` one bits and a zero bit. */
  unary(count: number): void;
  /** What was written, as text; zero bits fill the last word. */
  text(): string;
}

export interface BitReader {
  bits(width: number): number;
  unary(): number;
  /** How many bits are left; negative when more was read than there is. What lies behind the end reads as zero bits. */
  left(): number;
}

/** `value` as `length` digits of the alphabet, the highest first. */
export function toDigits(value: number, length: number): string {
  return Array.from({ length }, (_, i) => ALPHABET[Math.floor(value / BASE ** (length - 1 - i)) % BASE]).join('');
}

export function bitWriter(): BitWriter {
  let text = '';
  let word = 0;
  let free = WORD_BITS;

  const bits = (value: number, width: number): void => {
    for (let left = width; left > 0;) {
      const taken = Math.min(left, free);
      left -= taken;
      free -= taken;
      word |= ((value >>> left) & ((1 << taken) - 1)) << free;
      if (free > 0) return;
      text += ALPHABET[Math.floor(word / BASE)]! + ALPHABET[word % BASE]!;
      word = 0;
      free = WORD_BITS;
    }
  };

  return {
    bits,
    unary(count) {
      let left = count;
      for (; left >= WIDEST; left -= WIDEST) bits(-1, WIDEST);
      bits((1 << (left + 1)) - 2, left + 1);
    },
    text() {
      if (free < WORD_BITS) bits(0, free);
      return text;
    },
  };
}

/** Reads what a `BitWriter` wrote. Undefined when a pair of characters is not one of the alphabet's 8,192 words. */
export function bitReader(text: string): BitReader | undefined {
  const words = toWords(text);
  if (!words) return undefined;
  let next = 0;
  let word = 0;
  let unread = 0;

  const bits = (width: number): number => {
    if (width > WIDEST) return bits(width - WIDEST) * 2 ** WIDEST + bits(WIDEST);
    let value = 0;
    for (let left = width; left > 0;) {
      if (unread === 0) {
        word = words[next] ?? 0;
        next += 1;
        unread = WORD_BITS;
      }
      const taken = Math.min(left, unread);
      left -= taken;
      unread -= taken;
      value = (value << taken) | ((word >>> unread) & ((1 << taken) - 1));
    }
    return value;
  };

  return {
    bits,
    unary() {
      let count = 0;
      while (bits(1) === 1) count += 1;
      return count;
    },
    left: () => (words.length - next) * WORD_BITS + unread,
  };
}

function toWords(text: string): number[] | undefined {
  const words: number[] = [];
  for (let i = 0; i < text.length; i += 2) {
    const word = (DIGITS.get(text[i]!) ?? NaN) * BASE + (DIGITS.get(text[i + 1] ?? '') ?? NaN);
    if (!(word < 2 ** WORD_BITS)) return undefined;
    words.push(word);
  }
  return words;
}
