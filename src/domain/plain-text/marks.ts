import { matchAt, type Piece, type Source } from './source';

const SINGLE = /`(?=[^\s`])(?:[^`'\n]|'(?=\p{L}))+'/uy;
const DOUBLE = /``|''/g;

/** Quotes as TeX has them: ``so'' and `so'. Backticks of code and lone apostrophes stay. */
export function readQuote(source: Source, at: number): Piece | undefined {
  const { text, quoteEnds } = source;
  const length = quoteEnds.get(at);
  if (length !== undefined) return { text: length === 1 && text[at] === "'" ? '’' : '”', next: at + length };
  if (text.startsWith("''", at) && /^[\s(]?$/.test(text[at - 1] ?? '') && /[^\s']/.test(text[at + 2] ?? ' ')) return openDouble(source, at);
  if (text[at] !== '`' || text[at - 1] === '`') return undefined;
  if (text[at + 1] !== '`') {
    const single = matchAt(SINGLE, text, at);
    if (!single) return undefined;
    quoteEnds.set(at + single[0].length - 1, 1);
    return { text: '‘', next: at + 1 };
  }
  return text[at + 2] === '`' ? undefined : openDouble(source, at);
}

function openDouble({ text, quoteEnds }: Source, at: number): Piece | undefined {
  const end = doubleEnd(text, at + 2);
  if (!end) return undefined;
  quoteEnds.set(end.at, end.length);
  return { text: '“', next: at + 2 };
}

/** Some open with `` and close with ". */
function doubleEnd(text: string, from: number): { at: number; length: number } | undefined {
  const next = matchAt(DOUBLE, text, from);
  if (next?.[0] === "''") return { at: next.index, length: 2 };
  const straight = text.slice(from, next?.index).indexOf('"');
  return straight > 0 ? { at: from + straight, length: 1 } : undefined;
}

const HYPHENS = /-+/y;

/** `--` and `---`, but not an option of a command (`--all`) nor what marks a comment in HTML. */
export function readDash({ text }: Source, at: number): Piece {
  const { length } = matchAt(HYPHENS, text, at)![0];
  const [before, after] = [text[at - 1] ?? ' ', text[at + length] ?? ' '];
  const isOption = /[\p{L}\p{N}]/u.test(after) && /[\s([{<`'"“‘/=]/.test(before);
  const dash = { 2: '–', 3: '—' }[length];
  const asIs = dash === undefined || isOption || before === '!' || after === '>' || before === '<';
  return { text: asIs ? '-'.repeat(length) : dash, next: at + length };
}

/** A space that does not break, but "about 5" (~5), ranges (3~5), and homes (/~name) stay. */
export function readTilde({ text }: Source, at: number): Piece {
  const [before, after] = [text[at - 1] ?? ' ', text[at + 1] ?? ' '];
  const isRange = /\d/.test(before) && /\d/.test(after);
  const isTie = /[\p{L}\p{N}.,;:!?)}\]%'’”$]/u.test(before) && /[^\s~/]/.test(after) && !isRange;
  if (isTie) return { text: '\u00A0', next: at + 1 };
  // A tie that a space follows ties nothing.
  return { text: /[\p{L}\p{N}]/u.test(before) && after === ' ' ? '' : '~', next: at + 1 };
}
