export interface CardCount {
  readonly value: number;
  /** False for an abbreviated figure: "90.1k" stands for anything from 90,050 to 90,149. */
  readonly exact: boolean;
}

const COUNT = /^(\d{1,3}(?:,\d{3})+|\d{1,9})(\.\d{1,3})?([km])?$/i;
const SCALE: Readonly<Record<string, number>> = { k: 1e3, m: 1e6 };

/** The figure that a card shows: "12", "1,234", "1.2k", or "-" for none. Undefined for anything else. */
export function parseCount(text: string): CardCount | undefined {
  if (/^[-–—]$/.test(text)) return { value: 0, exact: true };
  const match = COUNT.exec(text);
  if (!match) return undefined;
  const [, whole = '', fraction = '', unit = ''] = match;
  const scale = SCALE[unit.toLowerCase()];
  if (scale === undefined) return fraction ? undefined : { value: Number(whole.replaceAll(',', '')), exact: true };
  return { value: Math.round(Number(whole.replaceAll(',', '') + fraction) * scale), exact: false };
}

/** The first figure among the words of `text`: cards write words beside it ("Upvote 117"). */
export function findCount(text: string): CardCount | undefined {
  for (const word of text.split(/\s+/)) {
    const count = parseCount(word);
    if (count) return count;
  }
  return undefined;
}
