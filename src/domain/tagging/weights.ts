/** What a mention counts, by where it stands. Fitted on tests/tags/labels-dev.jsonl. */
export const weights = {
  title: 4,
  opening: 1,
  background: 0.6,
  proposal: 2,
  method: 1,
  result: 0.4,
  siteKeyword: 1,
  /** Of a weak word, and of a title word in a text. */
  weak: 0.5,
  /** The score that earns a chip: less than a title, more than one sentence. */
  bar: 3.2,
};
