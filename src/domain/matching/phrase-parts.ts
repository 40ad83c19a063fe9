import type { Phrase } from './keyword-syntax';

// A word typed as one is also found in two, where both are long enough to mean it: "data set" for dataset, but not "of a"
// for OFA.
const MIN_SPLIT = 7;
const MIN_SPLIT_PART = 3;
// It is also found hyphenated ("e-commerce"), unless it is so short that chance would write it ("of-a").
const MIN_HYPHENATED = 5;

/** Whether a word of the phrase ends after `read` characters. */
export function isWordEnd({ joints }: Phrase, read: number): boolean {
  return joints.includes(read);
}

/** Whether a text may part a word of the phrase after `read` characters. */
export function mayPartAt({ joints }: Phrase, read: number, isHyphenated: boolean): boolean {
  let next = 0;
  while (joints[next]! <= read) next++;
  const from = next === 0 ? 0 : joints[next - 1]!;
  const to = joints[next]!;
  if (isHyphenated) return to - from >= MIN_HYPHENATED;
  return read - from >= MIN_SPLIT_PART && to - read >= MIN_SPLIT_PART && to - from >= MIN_SPLIT;
}

/** The end of the open word that `word` goes on from, where `read` characters stand before it. */
export function openEnd({ text, opens }: Phrase, read: number, word: string): number | undefined {
  return opens.length === 0 ? undefined : opens.find((end) => end > read && word.startsWith(text.slice(read, end)));
}
