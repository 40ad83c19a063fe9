/** `text` with every run of white space (line breaks and non-breaking spaces too) as one space, and none at the ends. */
export function foldSpace(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
