const LATEX = /[\\$~`^]|--|_\{|''/;

/** Whether `text` may hold LaTeX. `plainText` leaves all else as it is. */
export function mayHaveLatex(text: string): boolean {
  return LATEX.test(text);
}
