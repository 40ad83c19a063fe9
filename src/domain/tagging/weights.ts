/** What a mention counts, by where it stands. Fitted on tests/tags/labels-dev.jsonl. */
export const weights = {
  title: 4,
  opening: 1.5,
  background: 0.4,
  proposal: 2,
  /** What is proposed beside the first. */
  further: 1.4,
  method: 1.2,
  result: 0.4,
  siteKeyword: 1,
  /** Of a weak word, and of a title word. */
  weak: 0.5,
  /** The score that earns a chip: what one paper says it proposes, or two other sentences. */
  bar: 2.2,
};
