import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const FILE = fileURLToPath(new URL('../../../shared/real/seed-digest.txt', import.meta.url));

/** One paper as the seed document, the text of a search view, shows it. */
export interface SeedCard {
  readonly title: string;
  readonly abstract: string;
  /** "7 authors", or the organization's image text and name. */
  readonly makers: string;
  /** "Feb 18, 2024" or "Sep 28". */
  readonly date: string;
  readonly comments: number;
}

/** The seed document is third-party data that lies beside the project, and is not everywhere. */
export const hasSeedDigest = existsSync(FILE);

/** All papers of the seed document, in order. Throws when the document is not there. */
export function readSeedDigest(): SeedCard[] {
  const lines = readFileSync(FILE, 'utf8').split('\n').map((line) => line.trim()).filter((line) => line !== '');
  return lines.flatMap((line, index) => (line === '·' ? [cardAround(lines, index)] : []));
}

/** A lone "·" stands between the makers and the date; title and abstract are before it, one line each. */
function cardAround(lines: readonly string[], dot: number): SeedCard {
  const [title = '', abstract = '', makers = '', , dated = ''] = lines.slice(dot - 3, dot + 2);
  const [, date = '', comments = '0'] = /^(\w{3} \d{1,2}(?:, \d{4})?)(?: (\d+))?$/.exec(dated) ?? [];
  return { title, abstract, makers: makers.replace(/^• /, ''), date, comments: Number(comments) };
}
