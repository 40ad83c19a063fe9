import { isMuted, passes, stateOf, type Entry, type View } from './arrange';
import { isLeft } from './mark';
import type { FilterEffect, LensFilter, SightCounts, TopicCount } from './sight';

/** Counts what a digest holds and what is seen of it. */
export function countSight(entries: readonly Entry[], view: View): SightCounts {
  const states = entries.map((entry) => stateOf(entry, view));
  const count = (test: (entry: Entry) => boolean) => entries.filter(test).length;
  const folded = states.filter((state) => state === 'folded').length;
  return {
    papers: entries.length,
    starred: count(({ mark }) => mark.starred),
    hidden: count(({ mark }) => mark.hidden),
    read: count(({ mark }) => mark.read),
    left: count(({ mark }) => isLeft(mark)),
    muted: count(isMuted),
    folded,
    shown: folded + states.filter((state) => state === 'shown').length,
    filteredBy: effectsOf(view.filters, entries.filter(({ mark }) => view.showHidden || !mark.hidden)),
    topics: countTopics(entries.filter(({ mark }) => !mark.hidden)),
  };
}

function effectsOf(filters: readonly LensFilter[], entries: readonly Entry[]): FilterEffect[] {
  const refusals = entries.map((entry) => filters.filter((filter) => !passes(entry, filter)));
  return filters.map((filter) => ({
    filter,
    alone: refusals.filter((refusing) => !refusing.includes(filter)).length,
    without: refusals.filter((refusing) => refusing.every((each) => each === filter)).length,
  }));
}

function countTopics(entries: readonly Entry[]): TopicCount[] {
  const counts = new Map<string, TopicCount>();
  for (const { topic, label } of entries.flatMap(({ tags }) => tags)) {
    counts.set(topic, { topic, label, count: (counts.get(topic)?.count ?? 0) + 1 });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1));
}
