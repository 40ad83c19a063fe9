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

/** What parts thousands where no comma does: a space that keeps a line together, an apostrophe. */
const GROUPS = /(?<=\d)[\u00a0\u2009\u202f'’](?=\d{3}(?!\d))/g;
const WORDS = /\s+|(?<=\p{L})(?=\d)|(?<=\d)(?=\p{L}{2})/u;

/**
 * The figure among the words of `text`: cards write words beside it ("Upvote 117", "12 votes"). A word behind a figure may say
 * that it counts something else ("3 repos 90.1k"): one at the end is the first choice.
 */
export function findCount(text: string): CardCount | undefined {
  const counts = text.trim().replace(GROUPS, ',').split(WORDS).map(parseCount);
  return counts.at(-1) ?? counts.find((count) => count);
}
