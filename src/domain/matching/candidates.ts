const SIGN = /[\\^$.*+?()[\]{}|/-]/g;
const NOTHING = /(?!)/g;

/**
 * Finds, in folded words (see `folded-text.ts`), those that may begin a needle. What it passes over begins none.
 * @param letters with which needles begin
 * @param shortWords words of fewer letters with which they begin too
 */
export function candidatePattern(letters: Iterable<string>, shortWords: Iterable<string>): RegExp {
  const beginnings = Array.from(letters, escapeSigns);
  if (beginnings.length === 0) return NOTHING;
  const whole = Array.from(shortWords, (word) => `|${escapeSigns(word)}(?![^ -])`).join('');
  // What stands before a hyphen may be the first part of any word: "e-commerce" for ecommerce.
  return new RegExp(`(?<![^ -])(?:(?:${beginnings.join('|')}${otherPlurals(beginnings)})[^ -]*${whole}|[^ -]{1,2}(?=-))`, 'g');
}

/** A short plural may begin otherwise than its singular: skies, apices. */
function otherPlurals(beginnings: readonly string[]): string {
  return beginnings.filter((each) => /[ye]$/.test(each)).map((each) => `|${each.slice(0, -1)}i`).join('');
}

function escapeSigns(letters: string): string {
  return letters.replace(SIGN, String.raw`\$&`);
}
