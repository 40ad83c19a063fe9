const pairs = (from: string, to: string) => new Map([...from].map((sign, at) => [sign, [...to][at]!]));

export const SUPERSCRIPTS = pairs('0123456789+-=()abcdefghijklmnoprstuvwxyzT*†‡∘′', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᵀ*†‡°′');
export const SUBSCRIPTS = pairs('0123456789+-=()aehijklmnoprstuvx', '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ');

/** `text` raised (`^`) or lowered (`_`) where Unicode has all its signs; else in a form that can be read. */
export function scriptOf(sign: string, text: string): string {
  const table = sign === '^' ? SUPERSCRIPTS : SUBSCRIPTS;
  const signs = [...text.replaceAll(' ', '')].map((each) => table.get(each));
  if (signs.every((each) => each !== undefined)) return signs.join('');
  const isOne = [...text].length === 1 || (sign === '_' && /^[\p{L}\p{N}]+$/u.test(text));
  return sign + (isOne ? text : `(${text})`);
}
