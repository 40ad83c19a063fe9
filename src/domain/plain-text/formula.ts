import type { Span } from './source';

/** Longer is no inline formula: two dollars that have nothing to do with each other. */
const MAX_LENGTH = 300;

/** The inside of the formula that opens at `at` (`$`, `$$`, `\(`, `\[`); undefined where none does. */
export function formulaAt(text: string, at: number, end: number): (Span & { readonly next: number }) | undefined {
  const open = text[at] === '\\' || text[at + 1] === '$' ? text.slice(at, at + 2) : '$';
  const close = { '\\(': '\\)', '\\[': '\\]' }[open] ?? open;
  const from = at + open.length;
  const to = findClose(text, from, Math.min(end, from + MAX_LENGTH), close);
  if (to === undefined || (open === '$' && !isFormula(text.slice(from, to), text.slice(to + 1, to + 2)))) return undefined;
  return { from, to, next: to + close.length };
}

function findClose(text: string, from: number, end: number, close: string): number | undefined {
  for (let at = from; at + close.length <= end; at++) {
    if (at > from && text.startsWith(close, at)) return at;
    if (text[at] === '\\') at++;
  }
  return undefined;
}

/** Whether what stands between two dollars is a formula, not what is said between two sums of money or two variables. */
function isFormula(inside: string, after: string): boolean {
  const words = inside.replace(/\\(?:text|mathrm|operatorname)\w*\s*\{[^{}]*\}|\\[a-z]+/gi, '');
  if (/^\s*\d/.test(inside) && /[a-z]{2}/i.test(words)) return false;
  if (/^\s/.test(inside) !== /\s$/.test(inside)) return false;
  if (/[a-z]{2,}\s+[a-z]{2,}/i.test(words)) return false;
  // "$5-$10" and "A$5/B$7", but 64$\times$64 and $<$4.
  return !/\d/.test(after) || /^\\|^[^\p{L}\p{N}]+$|[=<>≤≥]$/u.test(inside);
}
