import { ACCENTS, accented } from './accents';
import { matchAt, type Piece, type Source } from './source';

const TOKEN = /\S*/y;
const ACCENTED = /(?:(\\[ij](?![A-Za-z])|\p{L})|\{(\\[ij]|\p{L})\})/uy;
const APOSTROPHE = /'(?:s|t|re|ve|ll|d|m)(?!\p{L})/uy;

/** A backslash and a sign that is no letter: an escaped sign, a space, an accent. What is none of them stays. */
export function readEscape(source: Source, at: number, end: number, isFormula: boolean): Piece | undefined {
  const { text } = source;
  const sign = text[at + 1];
  if (sign === undefined) return undefined;
  if (sign === '\\') return isFormula ? { text: ' ', next: at + 2 } : readServer(text, at, end);
  if ('%&$#_{}'.includes(sign)) return { text: sign, next: at + 2 };
  if (' ,;:'.includes(sign) && (isFormula || sign !== ':')) return { text: ' ', next: at + 2 };
  if (isFormula && '!|'.includes(sign)) return { text: sign === '|' ? '‖' : '', next: at + 2 };
  return isFormula || !ACCENTS.has(sign) ? undefined : readAccent(text, at, sign);
}

/** C:\so\on, whose parts may have the names of macros. */
export function readPath(text: string, at: number, end: number): Piece | undefined {
  if (!/(?:^|[^\p{L}\p{N}])[A-Za-z]:$/u.test(text.slice(Math.max(0, at - 3), at))) return undefined;
  return readToken(text, at, end);
}

function readServer(text: string, at: number, end: number): Piece {
  const isServer = /^\s?$/.test(text[at - 1] ?? '') && /\w/.test(text[at + 2] ?? '');
  return isServer ? readToken(text, at, end) : { text: '\\\\', next: at + 2 };
}

function readToken(text: string, at: number, end: number): Piece {
  const token = matchAt(TOKEN, text, at)![0].slice(0, end - at);
  return { text: token, next: at + token.length };
}

function readAccent(text: string, at: number, sign: string): Piece | undefined {
  const before = text[at - 1] ?? '';
  const isInWord = /\p{L}/u.test(before);
  if (sign === "'" && isInWord && matchAt(APOSTROPHE, text, at + 1)) return { text: "'", next: at + 2 };
  const found = matchAt(ACCENTED, text, at + 2);
  const bare = found?.[1];
  const letter = (bare ?? found?.[2])?.at(-1);
  const composed = letter === undefined ? undefined : accented(sign, letter);
  // \"so\" is code: an umlaut stands in a word, or begins a name. \.com is code too.
  const isCode = bare !== undefined && (sign === '"' ? !isInWord && !/\p{Lu}/u.test(bare) : /[.=]/.test(sign));
  if (composed !== undefined && !isCode) return { text: composed, next: at + 2 + found![0].length };
  return sign === '~' ? { text: '~', next: at + 2 } : undefined;
}
