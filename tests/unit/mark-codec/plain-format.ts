/**
 * The format of mark shards once more, from its description alone and with bits as text: slow, and shares no code with
 * the codec.
 */
const DIGITS = String.raw` !#$%&'()*+,-./0123456789:;=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_${'`'}abcdefghijklmnopqrstuvwxyz{|}~`;

export interface PlainMark {
  readonly id: string;
  readonly version: bigint;
  readonly flags: bigint;
}

function toBits(text: string): string {
  const words = text.match(/../gs) ?? [];
  return words.map((pair) => (DIGITS.indexOf(pair[0]!) * 92 + DIGITS.indexOf(pair[1]!)).toString(2).padStart(13, '0')).join('');
}

function toText(bits: string): string {
  const words = bits.padEnd(Math.ceil(bits.length / 13) * 13, '0').match(/.{13}/g) ?? [];
  return words.map((word) => digit(Number.parseInt(word, 2), 1) + digit(Number.parseInt(word, 2), 0)).join('');
}

function digit(value: number, place: number): string {
  return DIGITS[Math.floor(value / 92 ** place) % 92]!;
}

/** A text with a right checksum; what follows it is any text. */
export function sealed(key: string, format: string, body: string): string {
  let hash = 0x811c9dc5n;
  for (const byte of Buffer.from(key + format + body)) hash = ((hash ^ BigInt(byte)) * 0x01000193n) % 2n ** 32n;
  const rest = Number(hash % 92n ** 3n);
  return format + digit(rest, 2) + digit(rest, 1) + digit(rest, 0) + body;
}

/** A text of format 1 that holds these bits, `0` and `1`, for the key. */
export function sealedBits(key: string, bits: string): string {
  return sealed(key, '1', toText(bits));
}

/** The marks in a text of format 1 under the key of a whole month, in the order of the text. */
export function readPlainly(key: string, text: string): PlainMark[] {
  const month = key.slice(1, 5);
  const marks: PlainMark[] = [];
  let bits = toBits(text.slice(4));
  const take = (count: number) => {
    const taken = bits.slice(0, count);
    bits = bits.slice(count);
    return BigInt(`0b0${taken}`);
  };
  const unary = () => {
    const count = /^1*/.exec(bits)![0].length;
    take(count + 1);
    return count;
  };
  const gamma = () => {
    const width = unary();
    return 2n ** BigInt(width) + take(width);
  };
  let version = 0n;
  while (take(1) === 1n) {
    version += gamma() - 1n;
    const flags = gamma() - 1n;
    const count = gamma();
    const k = Number(gamma() - 1n);
    let next = 0;
    for (let i = 0n; i < count; i += 1n) {
      const number = next + unary() * 2 ** k + Number(take(k));
      marks.push({ id: plainId(month, number), version, flags });
      next = number + 1;
    }
  }
  return marks;
}

function plainId(month: string, number: number): string {
  const usual = Number(month) < 1501 ? 4 : 5;
  if (number < 10 ** usual) return `${month}.${String(number).padStart(usual, '0')}`;
  return `${month}.${String(number - 10 ** usual).padStart(9 - usual, '0')}`;
}
