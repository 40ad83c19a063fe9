// Two white spaces in a row, one that is no space, or one at an end: few texts have any, and looking is quicker than replacing.
const UNFOLDED = /\s\s|[^\S ]|^\s|\s$/;

/** `text` with every run of white space (line breaks and non-breaking spaces too) as one space, and none at the ends. */
export function foldSpace(text: string): string {
  return UNFOLDED.test(text) ? text.replace(/\s+/g, ' ').trim() : text;
}
