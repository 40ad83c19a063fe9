// Words that end in s and are no plurals; "-ss", "-us", "-is" and "-ics" are told by their ending.
const NOT_PLURAL = new Set(
  'news lens bias gas atlas canvas chaos species series always across perhaps alias pathos ethos keras pandas'.split(' '),
);
// The few words in -ics that are plurals.
const PLURAL_ICS = new Set(['metrics', 'topics', 'graphics', 'heuristics', 'critics', 'mechanics']);

const NONE: readonly string[] = [];

/**
 * What `word` (folded) may be the plural of; empty when it does not look like one. Wrong guesses are harmless: they are
 * only compared with words that somebody wrote.
 */
export function singulars(word: string): readonly string[] {
  if (!word.endsWith('s') || word.length < 3 || 'sui'.includes(word.at(-2)!) || NOT_PLURAL.has(word)) return NONE;
  if (word.endsWith('ics') && !PLURAL_ICS.has(word)) return NONE;
  const forms = [word.slice(0, -1)];
  if (!word.endsWith('es')) return forms;
  if (word.endsWith('ies') && word.length > 4) forms.push(`${word.slice(0, -3)}y`);
  if (/(?:s|x|z|ch|sh|o)es$/.test(word)) forms.push(word.slice(0, -2));
  // matrices, indices, vertices; analyses, hypotheses
  if (word.endsWith('ices') && word.length > 5) forms.push(`${word.slice(0, -4)}ix`, `${word.slice(0, -4)}ex`);
  if (word.endsWith('ses') && word.length > 5) forms.push(`${word.slice(0, -2)}is`);
  return forms;
}

/** GPS, AWS, TTS: capitals of which the S is one. A title in capitals has longer words. */
export function isAcronymInS(original: string): boolean {
  return original.length <= 4 && original.endsWith('S') && /^[A-Z0-9]+S$/.test(original);
}
