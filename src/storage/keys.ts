import { toPaperId, type PaperId } from '../domain/paper';

const MARK = 'mark:';
const PAPER = 'paper:';

/** What the reader decided about a paper. */
export function markKey(id: PaperId): string {
  return MARK + id;
}

/** What is kept of a starred paper. */
export function paperKey(id: PaperId): string {
  return PAPER + id;
}

/** The paper that a key is the mark of. */
export function idOfMarkKey(key: string): PaperId | undefined {
  return key.startsWith(MARK) ? toPaperId(key.slice(MARK.length)) : undefined;
}

/** The paper that a key keeps. */
export function idOfPaperKey(key: string): PaperId | undefined {
  return key.startsWith(PAPER) ? toPaperId(key.slice(PAPER.length)) : undefined;
}
