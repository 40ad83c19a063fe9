/** Combining marks by the sign, or the name, of the accent. */
export const ACCENTS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '`': '\u0300', "'": '\u0301', '^': '\u0302', '~': '\u0303', '=': '\u0304', u: '\u0306', '.': '\u0307', '"': '\u0308', r: '\u030A',
    H: '\u030B', v: '\u030C', d: '\u0323', c: '\u0327', k: '\u0328', b: '\u0331',
  }),
);

/** Those of formulas, which any letter can have. */
export const HATS: ReadonlyMap<string, string> = new Map(
  Object.entries({ hat: '\u0302', widehat: '\u0302', tilde: '\u0303', widetilde: '\u0303', bar: '\u0304', overline: '\u0304', dot: '\u0307', vec: '\u20D7' }),
);

/** The letter with the accent, undefined where no alphabet has it: then the backslash meant something else. */
export function accented(accent: string, letter: string): string | undefined {
  // The accent takes the place of the dot.
  const base = letter === 'ı' ? 'i' : letter === 'ȷ' ? 'j' : letter;
  const composed = (base + ACCENTS.get(accent)).normalize('NFC');
  return /^\p{L}$/u.test(composed) ? composed : undefined;
}
