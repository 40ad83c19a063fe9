import { ACCENTS } from '../plain-text/accents';
import { SUBSCRIPTS, SUPERSCRIPTS } from '../plain-text/scripts';
import { LETTERS, SYMBOLS } from '../plain-text/symbols';

const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '{\\textbackslash}', '{': '\\{', '}': '\\}', '~': '{\\textasciitilde}', '^': '{\\textasciicircum}', '\u00A0': '~',
  '“': '``', '”': "''", '‘': '`', '’': "'", '—': '---', '–': '--', '…': '{\\ldots}', '€': '{\\texteuro}', '£': '{\\pounds}', '§': '{\\S}',
};

let names: ReadonlyMap<string, string> | undefined;

/** What LaTeX calls a sign: for "α" `$\alpha$`. */
function namesOfSigns(): ReadonlyMap<string, string> {
  const formula = (inside: string) => `$${inside}$`;
  return new Map([
    // The first name of a sign is the common one: later entries of a map win.
    ...[...SYMBOLS].filter(([name, sign]) => /^[^ -~]+$/.test(sign) && name !== 'S').reverse().map(([name, sign]) => [sign, formula(`\\${name}`)] as const),
    ...[...SUBSCRIPTS].map(([sign, lowered]) => [lowered, formula(`_{${sign}}`)] as const),
    ...[...SUPERSCRIPTS].filter(([sign, raised]) => sign !== raised && /[ -~]/.test(sign)).map(([sign, raised]) => [raised, formula(`^{${sign}}`)] as const),
    ...[...LETTERS].map(([name, letter]) => [letter, `{\\${name}}`] as const),
  ]);
}

const MARKS = new Map([...ACCENTS].map(([accent, mark]) => [mark, accent]));

/**
 * `text` as the value of a BibTeX field. Letters with accents are written in LaTeX: classic BibTeX reads bytes (it cuts initials and labels
 * in the middle of a letter), while biber, JabRef and Zotero read both. What LaTeX has no plain name for (other scripts) stays as it is.
 */
export function bibtexText(text: string): string {
  names ??= namesOfSigns();
  const written = [...text.normalize('NFC')].map(signOf).join('');
  // Formulas side by side are one.
  return written.replace(/(?<!\\)\$\$/g, '');
}

function signOf(sign: string): string {
  if ('%&$#_'.includes(sign)) return `\\${sign}`;
  return ESCAPES[sign] ?? names!.get(sign) ?? accentOf(sign) ?? sign;
}

function accentOf(letter: string): string | undefined {
  const [base = '', mark = '', ...more] = letter.normalize('NFD');
  const accent = MARKS.get(mark);
  if (accent === undefined || more.length > 0 || !/^[A-Za-z]$/.test(base)) return undefined;
  // An accent takes the place of the dot; one that is a letter needs braces.
  const under = base === 'i' && /["'`^~=uvr]/.test(accent) ? '\\i' : base;
  return /[a-z]/i.test(accent) || under !== base ? `{\\${accent}{${under}}}` : `{\\${accent}${base}}`;
}
