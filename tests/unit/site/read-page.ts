import type { IsoDate } from '../../../src/domain/iso-date';
import type { PaperId } from '../../../src/domain/paper';
import type { Card, CardFailure } from '../../../src/site/card';
import { countPaperLinks, findCardPlaces, findUnreadableCards } from '../../../src/site/card-places';
import { readDigestData } from '../../../src/site/digest-data';
import { readCard } from '../../../src/site/read-card';

export interface PageReading {
  /** One for each paper: the first of its cards that can be read. */
  readonly cards: readonly Card[];
  /** The papers of which no card can be read. */
  readonly failures: readonly CardFailure[];
  /** How many papers the page links to. */
  readonly paperLinks: number;
}

/** Reads the whole digest in `document` once. `today` is the reader's day. */
export function readPage(document: Document, today: IsoDate): PageReading {
  const data = readDigestData(document);
  const cards = new Map<PaperId, Card>();
  const failed = new Map<PaperId, CardFailure>();
  for (const place of findCardPlaces(document)) {
    if (cards.has(place.id)) continue;
    const result = readCard(place, data, today);
    if ('card' in result) cards.set(place.id, result.card);
    else failed.set(place.id, result.failure);
  }
  const unread = [...failed].filter(([id]) => !cards.has(id)).map(([, failure]) => failure);
  return {
    cards: [...cards.values()],
    failures: [...unread, ...findUnreadableCards(document)],
    paperLinks: countPaperLinks(document),
  };
}
