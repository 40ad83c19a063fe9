import { isMuted, passes, stateOf, type Entry, type View } from './arrange';
import { isLeft } from './mark';
import type { FilterEffect, LensFilter, SightCounts, TopicCount } from './sight';

/** Counts what a digest holds and what is seen of it. */
export function countSight(entries: readonly Entry[], view: View): SightCounts {
  const counts = { starred: 0, hidden: 0, read: 0, left: 0, muted: 0, folded: 0, shown: 0 };
  // One look at each: asked for whenever one of hundreds of cards changes.
  for (const entry of entries) {
    const { mark } = entry;
    if (mark.starred) counts.starred++;
    if (mark.hidden) counts.hidden++;
    if (mark.read) counts.read++;
    if (isLeft(mark)) counts.left++;
    if (isMuted(entry)) counts.muted++;
    const state = stateOf(entry, view);
    if (state === 'folded') counts.folded++;
    if (state === 'folded' || state === 'shown') counts.shown++;
  }
  return {
    papers: entries.length,
    ...counts,
    filteredBy: effectsOf(view.filters, entries.filter(({ mark }) => view.showHidden || !mark.hidden)),
    topics: countTopics(entries.filter(({ mark }) => !mark.hidden)),
  };
}

function effectsOf(filters: readonly LensFilter[], entries: readonly Entry[]): FilterEffect[] {
  if (filters.length === 0) return [];
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
