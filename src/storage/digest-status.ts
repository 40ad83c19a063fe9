import { isCounter } from '../domain/counter';
import type { StorageArea } from '../platform/storage-area';
import { storedItem, type StoredItem } from './item';

/** The digest last seen. */
export interface DigestStatus {
  readonly address: string;
  readonly papers: number;
  /** Papers that are neither starred, hidden nor read. */
  readonly left: number;
  /** Those of them in which a keyword was found that highlights. */
  readonly matchesLeft: number;
  /** When it was seen, ISO 8601 in UTC. */
  readonly at: string;
}

export function digestStatusItem(area: StorageArea): StoredItem<DigestStatus | undefined> {
  return storedItem(area, 'digest-status', repairDigestStatus);
}

/** Written by this version of ours and never synced: either it is whole or it is nothing. */
function repairDigestStatus(value: unknown): DigestStatus | undefined {
  const { address, papers, left, matchesLeft, at } = Object(value) as Partial<Record<keyof DigestStatus, unknown>>;
  const isText = typeof address === 'string' && typeof at === 'string';
  return isText && isCounter(papers) && isCounter(left) && isCounter(matchesLeft) ? { address, papers, left, matchesLeft, at } : undefined;
}
