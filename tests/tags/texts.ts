import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export interface PaperText {
  readonly id: string;
  readonly title: string;
  readonly abstract?: string;
}

/** Third-party texts that lie beside the project on some machines and are no part of it. */
export const textsPath = '../shared/real/papers-2025-12-to-2026-03.jsonl';

/** Titles and abstracts by id, or undefined where the file is not there. */
export function readTexts(): ReadonlyMap<string, PaperText> | undefined {
  const file = fileURLToPath(new URL(`../../${textsPath}`, import.meta.url));
  if (!existsSync(file)) return undefined;
  const papers = readFileSync(file, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line) as PaperText);
  return new Map(papers.map((paper) => [paper.id, paper]));
}
