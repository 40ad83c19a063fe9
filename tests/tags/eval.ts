/**
 * `npm run eval:tags -- [file] [--errors]`: precision and recall of the tagger against a labelled file.
 * Lines without an abstract are looked up by id in the texts beside the project, which are no part of it.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { tagPaper, type Tag } from '../../src/domain/tagging/tag-paper';
import { topics } from '../../src/domain/topics';
import { readLabels, type LabelledPaper } from './labels';
import { readTexts, textsPath } from './texts';

interface Count {
  right: number;
  wrong: number;
  missing: number;
}

const args = process.argv.slice(2);
const showErrors = args.includes('--errors');
const file = args.find((arg) => !arg.startsWith('--')) ?? fileURLToPath(new URL('labels-100.jsonl', import.meta.url));

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}

function readFile(): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    return fail(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** The papers with their texts; ends the run where the labels have none and the texts are not on this machine. */
function withTexts(papers: readonly LabelledPaper[]): LabelledPaper[] {
  const bare = papers.filter(({ abstract }) => abstract === undefined);
  if (bare.length === 0) return [...papers];
  const texts = readTexts();
  if (!texts) {
    fail(`${bare.length} of ${papers.length} papers in ${file} have no abstract, and the texts to look them up in are not at ${textsPath}: nothing measured.`);
  }
  return papers.flatMap((paper) => {
    if (paper.abstract !== undefined) return [paper];
    const text = texts.get(paper.id);
    if (!text) console.log(`${paper.id}: no abstract here nor in ${textsPath}; left out`);
    return text ? [{ ...paper, ...text }] : [];
  });
}

const ratio = (part: number, whole: number): string => (whole === 0 ? '-' : (part / whole).toFixed(2));

function row(name: string, { right, wrong, missing }: Count): string {
  const cells = [ratio(right, right + wrong), ratio(right, right + missing), right, wrong, missing];
  return name.padEnd(20) + cells.map((cell) => String(cell).padStart(10)).join('');
}

function errorsOf(paper: LabelledPaper, tags: readonly Tag[]): string[] {
  const wrong = tags.filter(({ topic }) => !paper.tags.includes(topic));
  const missing = paper.tags.filter((topic) => !tags.some((tag) => tag.topic === topic));
  return [
    ...wrong.map(({ topic, score, reasons }) => `  wrong    ${topic} ${score.toFixed(1)} (${reasons.join(', ')})`),
    ...missing.map((topic) => `  missing  ${topic}`),
  ];
}

const { papers: labelled, problems } = readLabels(readFile());
problems.forEach((problem) => console.log(`${file}, ${problem}`));
const papers = withTexts(labelled);
if (papers.length === 0) fail(`${file} holds no labelled paper: nothing measured.`);

const counts = new Map<string, Count>(topics.map(({ id }) => [id, { right: 0, wrong: 0, missing: 0 }]));
for (const paper of papers) {
  const tags = tagPaper(paper);
  for (const { topic } of tags) counts.get(topic)![paper.tags.includes(topic) ? 'right' : 'wrong']++;
  for (const topic of paper.tags) if (!tags.some((tag) => tag.topic === topic)) counts.get(topic)!.missing++;
  const errors = showErrors ? errorsOf(paper, tags) : [];
  if (errors.length > 0) console.log(`${paper.id} ${paper.title}\n${errors.join('\n')}`);
}

const total: Count = { right: 0, wrong: 0, missing: 0 };
console.log(`${'topic'.padEnd(20)}${['precision', 'recall', 'right', 'wrong', 'missing'].map((head) => head.padStart(10)).join('')}`);
for (const { id } of topics) {
  const count = counts.get(id)!;
  if (count.right + count.wrong + count.missing === 0) continue;
  console.log(row(id, count));
  total.right += count.right;
  total.wrong += count.wrong;
  total.missing += count.missing;
}
console.log(row(`all (${papers.length} papers)`, total));
