import { mayHaveLatex } from '../../../domain/plain-text/may-have-latex';
import type { SavedPaper } from '../../../storage/repair-saved-paper';

/**
 * The papers with their titles as a reader would write them. What reads LaTeX is loaded where there is some: few titles have
 * any. Rejects when it cannot be loaded.
 */
export async function withPlainTitles(papers: readonly SavedPaper[]): Promise<readonly SavedPaper[]> {
  if (!papers.some(({ title = '' }) => mayHaveLatex(title))) return papers;
  const { plainText } = await import('../../../domain/plain-text/plain-text');
  return papers.map((paper) => (paper.title === undefined ? paper : { ...paper, title: plainText(paper.title) }));
}
