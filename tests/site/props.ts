import { nextWorkday } from './app/dates';
import type { DigestProps, PaperProps } from './app/page-data';
import type { Site } from './app/site';
import type { View } from './app/view';
import { entryOf, paperDataOf, PUBLISHER, shownDay } from './entries';
import { otherPapers, paperById, papersOf } from './papers';

/** Everything that a listing page says of itself, with the keys that the view and the layout have on the host. */
export function digestProps(view: View, site: Site): DigestProps {
  const { today, address: { origin }, switches: { cards, layout } } = site;
  const entries = papersOf(view, today, cards).map((listed) => entryOf(listed, origin));
  const shared = { canSubmit: false, publisher: PUBLISHER(origin) };
  if (view.kind === 'trending') return { ...shared, dailyPapers: entries, query: {}, isTrending: true };

  const day = view.period.type === 'day' ? view.period.value : today;
  const next = nextWorkday(day, 1);
  const around = { prevDate: nextWorkday(day, -1), ...(next <= today ? { nextDate: next } : {}) };
  if (layout === '2024') return { ...shared, date: `${day}T00:00:00.000Z`, dailyPapers: entries, ...around };

  const dated = { ...shared, dateString: day, ...around, periodType: view.period.type, isTrending: false };
  if (view.kind === 'period') return { ...dated, dailyPapers: entries, query: {} };
  const daily = papersOf({ kind: 'period', period: view.period }, today, cards).map((listed) => entryOf(listed, origin));
  return { ...dated, dailyPapers: daily, searchResults: entries, query: { q: view.query } };
}

/** Well-formed props about papers that the page does not show. */
export function staleProps(props: DigestProps, site: Site): DigestProps {
  const { searchResults, ...rest } = props;
  const dailyPapers = otherPapers(site.today, 25).map((listed) => entryOf(listed, site.address.origin));
  return searchResults ? { ...rest, dailyPapers, searchResults: dailyPapers } : { ...rest, dailyPapers };
}

/** What a paper's own page says, or undefined when there is no such paper. */
export function paperProps(id: string, site: Site): PaperProps | undefined {
  const listed = paperById(id, site.today);
  if (!listed) return undefined;
  const { paper } = listed;
  const related = otherPapers(site.today, 2).map(({ paper: { id: other, title } }) => ({ id: other, title }));
  return { paper: paperDataOf(listed, site.address.origin), numComments: paper.comments, related, shownDate: shownDay(paper) };
}
