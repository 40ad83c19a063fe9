import { topics, type TopicId } from '../../src/domain/topics';

export interface LabelledPaper {
  readonly id: string;
  readonly title: string;
  readonly abstract?: string;
  readonly tags: readonly TopicId[];
}

export interface Labels {
  readonly papers: LabelledPaper[];
  /** What is wrong with the file, each with its line number. Such lines or tags are left out. */
  readonly problems: string[];
}

const known: ReadonlySet<string> = new Set(topics.map(({ id }) => id));

/** Reads a labelled file: one JSON object per line, `{ id, title, abstract?, tags }`. Never throws. */
export function readLabels(content: string): Labels {
  const papers: LabelledPaper[] = [];
  const problems: string[] = [];
  content.split(/\r?\n/).forEach((line, index) => {
    if (line.trim() === '') return;
    const report = (problem: string) => problems.push(`line ${index + 1}: ${problem}`);
    const paper = readLine(line, report);
    if (paper) papers.push(paper);
  });
  return { papers, problems };
}

function readLine(line: string, report: (problem: string) => void): LabelledPaper | undefined {
  const value = parse(line);
  if (typeof value !== 'object' || value === null) return void report('not a JSON object');
  const { id, title = '', abstract, tags } = value as Record<string, unknown>;
  if (typeof id !== 'string' || typeof title !== 'string') return void report('"id" or "title" is not a text');
  if (!Array.isArray(tags)) return void report('"tags" is not a list');
  const isKnown = (tag: unknown): tag is TopicId => typeof tag === 'string' && known.has(tag);
  for (const tag of tags) if (!isKnown(tag)) report(`unknown tag ${JSON.stringify(tag)}`);
  return { id, title, tags: [...new Set(tags.filter(isKnown))], ...(typeof abstract === 'string' && { abstract }) };
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
