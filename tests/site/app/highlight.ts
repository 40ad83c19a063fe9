export interface TextPart {
  readonly text: string;
  readonly hit: boolean;
}

/** The words of a search query, lower case, longest first. */
export function queryWords(query: string): string[] {
  const words = query.toLowerCase().split(/\s+/).filter((word) => word !== '');
  return [...new Set(words)].sort((a, b) => b.length - a.length);
}

/** `text` cut into what a query word covers and what lies between; the parts joined are the text again. */
export function splitAtHits(text: string, query: string): TextPart[] {
  const words = queryWords(query);
  if (words.length === 0) return [{ text, hit: false }];
  const pattern = new RegExp(`(${words.map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('|')})`, 'gi');
  // split() with a group gives text and hits in turns.
  return text.split(pattern).map((part, index) => ({ text: part, hit: index % 2 === 1 })).filter((part) => part.text !== '');
}
