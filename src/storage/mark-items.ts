import { NO_MARK, type Mark } from '../domain/mark';
import type { PaperId } from '../domain/paper';
import { journalKey, markKey } from './keys';

/**
 * What is to be set to write a mark on this device: the mark, and an entry of the journal with a key of its own. The
 * background script takes the entry into the month's marks and then removes it. So it finds what was decided while it
 * was not running, and a mark that two tabs, or a tab and a message from another device, write at once is merged and not lost.
 */
export function markItems(id: PaperId, mark: Mark): Record<string, unknown> {
  return { [markKey(id)]: mark, [journalKey(id, token())]: mark };
}

/** What is to be set so that the background script puts right marks that are damaged, from what it has packed of them. */
export function damageItems(ids: readonly PaperId[]): Record<string, unknown> {
  return Object.fromEntries(ids.map((id) => [journalKey(id, token()), NO_MARK]));
}

function token(): string {
  return Math.random().toString(36).slice(2, 12);
}
