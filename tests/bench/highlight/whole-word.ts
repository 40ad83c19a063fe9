const WORD = /\w/;

/** Whether no word goes on at either end: what \b says in a regular expression, for the automata, which find parts of words too. */
export function isWholeWord(text: string, start: number, end: number): boolean {
  return !WORD.test(text.charAt(start - 1)) && !WORD.test(text.charAt(end));
}
