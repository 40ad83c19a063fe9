import { accented, HATS } from './accents';
import { groupAt, matchAt, type Piece, type Source, type Span } from './source';
import { ABBREVIATIONS, DOUBLE_STRUCK, LETTERS, SYMBOLS } from './symbols';

/** Reads a part of the source, as a formula or as text. */
export type ReadSpan = (span: Span, isFormula: boolean) => string;

const NAME = /\\([A-Za-z]+)\*?/y;
const FONT =
  /^(?:text(?:bf|it|tt|sc|sf|rm|md|up|sl|normal)?|emph|math(?:bf|it|tt|sf|rm|cal|bb|frak|scr|normal)|[mhf]box|uu?line|underline|operatorname|boldsymbol|bm|pmb|ensuremath|hl)$/;
const SWITCH = /^(?:bf|it|em|tt|sc|rm|sf|sl|bfseries|itshape|ttfamily|scshape|sffamily|rmfamily|small|large|normalsize|displaystyle|textstyle)$/;
const NOTHING = /^(?:left|right|[bB]igg?[lr]?|limits|nolimits|xspace|noindent|protect)$/;
const REFERENCE = /^(?:cite[a-z]*|(?:eq|page|auto|name|[cC])?ref|label|begin|end|thanks|vspace|hspace)$/;
const OPTIONS = /(?:\s?\[[^\][{}]{0,80}\])*/y;

/** The macro at `at`; undefined where none that is known stands there: its backslash stays. */
export function readMacro(source: Source, at: number, end: number, isFormula: boolean, read: ReadSpan): Piece | undefined {
  const found = matchAt(NAME, source.text, at);
  const name = found?.[1];
  if (!name || at + found[0].length > end) return undefined;
  const next = at + found[0].length;
  return (
    readFont(source, name, next, end, isFormula, read) ??
    readReference(source, name, next, end, read) ??
    readMath(source, name, next, end, read) ??
    readLetter(source, name, next, end) ??
    readName(source, name, at, isFormula)
  );
}

/** Whether braces that begin with this macro are there only for it: {\bf so}, S{\o}ren. */
export function isScoped(text: string, at: number): boolean {
  const name = matchAt(NAME, text, at)?.[1];
  return name !== undefined && (SWITCH.test(name) || LETTERS.has(name) || name === 'c' || name === 'v');
}

function readFont(source: Source, name: string, at: number, end: number, isFormula: boolean, read: ReadSpan): Piece | undefined {
  if (SWITCH.test(name)) return { text: '', next: source.text[at] === ' ' ? at + 1 : at };
  if (name === 'textcolor') {
    const color = groupAt(source, at, end);
    const inside = color && groupAt(source, color.to + 1, end);
    return inside && { text: read(inside, isFormula), next: inside.to + 1 };
  }
  const inside = FONT.test(name) ? groupAt(source, at, end) : undefined;
  if (!inside) return undefined;
  const text = read(inside, isFormula && !/^text|box$/.test(name));
  return { text: (name === 'mathbb' && DOUBLE_STRUCK.get(text)) || text, next: inside.to + 1 };
}

function readReference(source: Source, name: string, at: number, end: number, read: ReadSpan): Piece | undefined {
  const { text } = source;
  const from = at + matchAt(OPTIONS, text, at)![0].length;
  const inside = groupAt(source, from, end);
  if (!inside) return undefined;
  const next = inside.to + 1;
  if (REFERENCE.test(name)) return { text: '', next, tidy: true };
  if (name === 'footnote') return { text: ` (${read(inside, false).trim()})`, next, tidy: true };
  if (name !== 'url' && name !== 'href') return undefined;
  const words = name === 'href' ? groupAt(source, next, end) : undefined;
  if (words && words.to > words.from) return { text: read(words, false), next: words.to + 1 };
  return { text: text.slice(inside.from, inside.to).trim().replace(/\\([_%&#~$])/g, '$1'), next: words ? words.to + 1 : next };
}

function readMath(source: Source, name: string, at: number, end: number, read: ReadSpan): Piece | undefined {
  const first = groupAt(source, at, end);
  if (!first) return undefined;
  const hat = HATS.get(name);
  if (hat) {
    const text = read(first, true);
    return { text: [...text].length === 1 ? (text + hat).normalize('NFC') : text, next: first.to + 1 };
  }
  if (name === 'sqrt') return { text: `√${factor(read(first, true))}`, next: first.to + 1 };
  const second = /^[dt]?frac$/.test(name) ? groupAt(source, first.to + 1, end) : undefined;
  return second && { text: `${factor(read(first, true))}/${factor(read(second, true))}`, next: second.to + 1 };
}

/** In parentheses where it would come apart. */
function factor(text: string): string {
  return /^[\p{L}\p{N}\p{M}.′]*$/u.test(text) ? text : `(${text})`;
}

const ONE_LETTER = /^(?:[A-Za-z]|\\[ij])$/;

/** \o, \ss, and accents whose name is a letter (\c{c}); those need braces: \d and \b are much else in code. */
function readLetter(source: Source, name: string, at: number, end: number): Piece | undefined {
  const letter = LETTERS.get(name);
  if (letter !== undefined) return { text: letter, next: afterName(source, at) };
  const inside = name.length === 1 ? groupAt(source, at, end) : undefined;
  const base = inside && source.text.slice(inside.from, inside.to);
  if (!base || !ONE_LETTER.test(base) || !/[crvukH]/.test(name)) return undefined;
  const text = accented(name, base.at(-1)!);
  return text === undefined ? undefined : { text, next: inside.to + 1 };
}

function readName({ text }: Source, name: string, start: number, isFormula: boolean): Piece | undefined {
  const at = start + 1 + name.length;
  const next = text.startsWith('{}', at) ? at + 2 : at;
  if (NOTHING.test(name)) return { text: '', next };
  const symbol = SYMBOLS.get(name);
  if (symbol !== undefined) return isFormula ? spaced(symbol, text, start, next) : { text: symbol, next };
  const short = ABBREVIATIONS.get(name)?.replace('_', ' ');
  return short === undefined ? undefined : { text: short, next: text[next] === '.' ? next + 1 : next };
}

/** In a formula white space only ends names: `n\times d`, `n\log n`. */
function spaced(symbol: string, text: string, start: number, next: number): Piece {
  const before = text[start - 1] ?? '';
  if (/^[a-z]/i.test(symbol)) return { text: (/[\p{L}\p{N}]/u.test(before) ? ' ' : '') + symbol, next };
  return { text: symbol, next: before !== ' ' && text[next] === ' ' ? next + 1 : next };
}

/** TeX reads over the space, or the empty braces, that end a name. */
function afterName({ text }: Source, at: number): number {
  if (text.startsWith('{}', at)) return at + 2;
  return text[at] === ' ' && /\p{L}/u.test(text[at + 1] ?? '') ? at + 1 : at;
}
