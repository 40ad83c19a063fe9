import { formulaAt } from './formula';
import { readEscape, readPath } from './escapes';
import { isScoped, readMacro, type ReadSpan } from './macros';
import { mayHaveLatex } from './may-have-latex';
import { readDash, readQuote, readTilde } from './marks';
import { scriptOf } from './scripts';
import { groupAt, matchAt, sourceOf, type Piece, type Source, type Span } from './source';

/** Deeper is no text of anybody. */
const MAX_DEPTH = 24;

/** Reading again what was read finds something new only in texts that were made for it. */
const MAX_READINGS = 6;

/**
 * `text` (a title, an abstract) with what is left of its LaTeX as a reader would write it: quotes, dashes, accents, fonts, links,
 * formulas. What is no LaTeX stays as it is: money, code, paths, braces that do not close. Never throws; takes time in
 * proportion to the text; gives what it gave when it is given that.
 */
export function plainText(text: string): string {
  let current = text;
  for (let readings = 0; readings < MAX_READINGS; readings++) {
    const next = mayHaveLatex(current) ? readOnce(current) : current;
    if (next === current) return current;
    current = next;
  }
  // Made to have no end.
  return text;
}

function readOnce(text: string): string {
  return readSpan(sourceOf(text), { from: 0, to: text.length }, false, 0);
}

const ORDINARY = /[^\\$~`'"^_{}\-h]+/y;

function readSpan(source: Source, { from, to }: Span, isFormula: boolean, depth: number): string {
  if (depth > MAX_DEPTH) return source.text.slice(from, to);
  let text = '';
  for (let at = from; at < to; ) {
    const ordinary = matchAt(ORDINARY, source.text, at);
    const piece: Piece = ordinary
      ? { text: source.text.slice(at, Math.min(to, at + ordinary[0].length)), next: at + ordinary[0].length }
      : (readPiece(source, at, to, isFormula, depth) ?? { text: source.text[at]!, next: at + 1 });
    text = (piece.tidy ? text.replace(/[ \u00A0]$/, '') : text) + piece.text;
    at = piece.next;
  }
  return text;
}

function readPiece(source: Source, at: number, end: number, isFormula: boolean, depth: number): Piece | undefined {
  const sign = source.text[at]!;
  const read: ReadSpan = (span, formula) => readSpan(source, span, formula, depth + 1);
  if (sign === '\\') return readBackslash(source, at, end, isFormula, read);
  if (sign === '^' || sign === '_') return readScript(source, at, end, isFormula, read);
  if (sign === '{') return readBraces(source, at, end, isFormula, read);
  if (isFormula) return sign === '~' ? { text: ' ', next: at + 1 } : undefined;
  if (sign === '$') return readFormula(source, at, end, read);
  if (sign === '~') return readTilde(source, at);
  if (sign === '-') return readDash(source, at);
  return sign === 'h' ? readAddress(source, at, end) : readQuote(source, at);
}

const ADDRESS = /https?:\/\/[^\s{}\\]+/y;

function readAddress({ text }: Source, at: number, end: number): Piece | undefined {
  const address = matchAt(ADDRESS, text, at)?.[0].slice(0, end - at);
  return address === undefined ? undefined : { text: address, next: at + address.length };
}

/** Braces that are there for LaTeX alone. */
function readBraces(source: Source, at: number, end: number, isFormula: boolean, read: ReadSpan): Piece | undefined {
  const inside = groupAt(source, at, end);
  if (!inside) return undefined;
  const isAccent = /^\\["'`^~=.]/.test(source.text.slice(inside.from, inside.from + 2));
  if (!isFormula && !isAccent && !isScoped(source.text, inside.from)) return undefined;
  return { text: read(inside, isFormula), next: inside.to + 1 };
}

function readBackslash(source: Source, at: number, end: number, isFormula: boolean, read: ReadSpan): Piece | undefined {
  const { text } = source;
  const sign = text[at + 1] ?? '';
  if (/[A-Za-z]/.test(sign)) return readPath(text, at, end) ?? readMacro(source, at, end, isFormula, read);
  if (!isFormula && /[([]/.test(sign)) return readFormula(source, at, end, read);
  return at + 1 < end ? readEscape(source, at, end, isFormula) : undefined;
}

function readFormula({ text }: Source, at: number, end: number, read: ReadSpan): Piece | undefined {
  const formula = formulaAt(text, at, end);
  return formula && { text: read(formula, true).replace(/  +/g, ' ').trim(), next: formula.next };
}

const DIGITS = /\d+/y;
const NAMED = /\\[A-Za-z]+/y;

/** x^2, x_{i}: in text only what cannot be a name (snake_case) or an operator. */
function readScript(source: Source, at: number, end: number, isFormula: boolean, read: ReadSpan): Piece | undefined {
  const { text } = source;
  const sign = text[at]!;
  if (!isFormula && !/[\p{L}\p{N})\]}]/u.test(text[at - 1] ?? '')) return undefined;
  const inside = text[at + 1] === '{' ? groupAt(source, at + 1, end) : undefined;
  if (inside) return { text: scriptOf(sign, read(inside, true).trim()), next: inside.to + 1 };
  if (text[at + 1] === '{' || (!isFormula && sign === '_')) return undefined;
  const signs = matchAt(NAMED, text, at + 1) ?? (isFormula ? undefined : matchAt(DIGITS, text, at + 1));
  const raised = { from: at + 1, to: Math.min(end, signs ? at + 1 + signs[0].length : at + 2) };
  if (raised.to <= raised.from || (!isFormula && !signs)) return undefined;
  const group = signs ? groupAt(source, raised.to, end) : undefined;
  const to = group && /^\\(?:text|math)/.test(signs![0]) ? group.to + 1 : raised.to;
  const plain = read({ from: raised.from, to }, true);
  return plain.startsWith('\\') ? undefined : { text: scriptOf(sign, plain), next: to };
}
