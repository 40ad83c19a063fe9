import type { Keyword } from '../domain/keyword';
import type { PaperId } from '../domain/paper';
import { t, tCount } from '../platform/i18n';
import type { Card } from '../site/card';
import type { MarkStore } from '../storage/marks';
import type { MatchCounts } from './keyword-highlights';

/** What a screen reader says of a card when it has become the current one: its place, its title, and what is known of it. */
export function cardWords(
  { get }: MarkStore,
  counts: MatchCounts,
  mutedBy: (id: PaperId) => Keyword | undefined,
): (card: Card, index: number, total: number) => string {
  return ({ id, root, paper }, index, total) => {
    const { starred, hidden, read } = get(id);
    const mute = mutedBy(id);
    const matches = counts.get(root)?.size ?? 0;
    return [
      t('current_place', index + 1, total, paper.title),
      starred && t('current_starred'),
      hidden && t('current_hidden'),
      read && t('current_read'),
      mute && t('current_muted', mute.source),
      matches > 0 && tCount('current_matches', matches),
    ].filter((part) => part !== false && part !== undefined).join(' ');
  };
}
