import type { Month } from '../domain/mark-codec/paper-number';
import { toPaperId, type PaperId } from '../domain/paper';

const MARK = 'mark:';
const PAPER = 'paper:';
const JOURNAL = 'journal:';
const MONTH = 'month:';

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

/** A change of a paper's mark that the background script has not taken in yet. `token` makes the key nobody else's. */
export function journalKey(id: PaperId, token: string): string {
  return `${JOURNAL}${id}:${token}`;
}

/** The paper whose mark's change a key of the journal holds. */
export function idOfJournalKey(key: string): PaperId | undefined {
  return key.startsWith(JOURNAL) ? toPaperId(key.slice(JOURNAL.length).split(':')[0]!) : undefined;
}

/** All marks of an arXiv month, packed. Only the background script writes it. */
export function monthKey(month: Month): string {
  return MONTH + month;
}

/** The month whose marks a key holds. */
export function monthOfKey(key: string): Month | undefined {
  return key.startsWith(MONTH) ? key.slice(MONTH.length) : undefined;
}
