import { filtersOf, groupOf, inOrder, isMuted, stateOf, type Entry, type EntryState, type View } from '../domain/arrange';
import { countSight } from '../domain/count-sight';
import type { Keyword } from '../domain/keyword';
import type { PaperId } from '../domain/paper';
import { clearLooks, inPageOrder, isLeftOut, isRendered, keepReadingFlow, rankRules, setLook, setMoved } from '../site/arranged-cards';
import type { Card } from '../site/card';
import type { ArrangementSource } from './state/arrangement';
import type { Decisions } from './state/decisions';
import type { Feature, Page } from './parts/feature';
import { filterSlices } from './filter-slices';
import type { Folds } from './state/folds';
import type { HiddenShown } from './state/hidden-shown';
import { hiddenRule } from './hidden-rule';
import { cardHider } from './hide-card';
import type { MatchCounts } from './keyword-highlights';
import type { LiveLens } from './state/live-lens';
import { mutedLines } from './muted-line';
import { pageStyle } from './parts/page-style';
import { tagsOf } from './state/paper-tags';
import type { SightSource } from './state/sight';
import { textSearch } from './text-search';

export interface ArrangeOptions {
  /** Kept by the keyword highlights, which have to be started before. */
  readonly counts: MatchCounts;
  readonly lens: LiveLens;
  readonly hiddenShown: HiddenShown;
  readonly folds: Folds;
  readonly decisions: Decisions;
  /** Has a keyword highlight again what it muted. */
  unmute(keyword: Keyword): void;
  readonly arrangement: ArrangementSource;
  readonly sight: SightSource;
}

/** Rules for ranks are made for so many cards at a time. */
const RANKS = 100;

/** Decides which cards are seen, folded or left out, and in which order; tells it and counts it. The host's nodes stay where they are. */
export function arrange(options: ArrangeOptions): Feature {
  const { lens, hiddenShown, folds, arrangement, sight } = options;
  return {
    name: 'arrange',
    start(page, signal) {
      const { document, settings } = page;
      const hidden = hiddenRule(page, hiddenShown, signal);
      const ranks = pageStyle(document, signal);
      const lines = mutedLines(document, {
        unfold: (id) => folds.unfold([id]),
        unmute: options.unmute,
        hide: cardHider(page, options.decisions, arrangement, hiddenShown),
      });
      // As they stand in the document.
      let cards: readonly Card[] = [];
      const touched = new Map<HTMLElement, HTMLElement>();

      const slices = filterSlices(page.edit, signal);
      keepReadingFlow(document, signal);
      const look = (card: Card, entry: Entry, state: EntryState, rank: number | undefined, isFiltered: boolean) => {
        touched.set(card.root, card.cell);
        // A card that is left out stays folded: it comes back as it went.
        const isFolded = state === 'folded' || (state === 'filtered' && isMuted(entry) && !entry.isUnfolded);
        setLook(card, { isFiltered, isFolded, rank });
        if (isFolded) lines.show(card, entry.muting!);
        else lines.remove(card.root);
      };
      /** @param inSlices where cards may come and go one after the other; those that are about to be painted may not */
      const apply = (inSlices = true) => {
        const search = filtersOf(lens.value, text.isOn);
        const view: View = { filters: search, sort: lens.value.sort, showHidden: hiddenShown.value };
        const entries = entriesOf(page, cards, options, text.fits);
        const ordered = inOrder([...entries.values()], view.sort);
        const moved = view.sort !== 'site' ? 'sorted' : ordered.some(isMuted) ? 'folded' : undefined;
        const rankOf = new Map<PaperId, number>(moved ? ordered.map((entry, at) => [entry.paper.id, moved === 'sorted' ? at : groupOf(entry)]) : []);
        const states = new Map(ordered.map((entry) => [entry.paper.id, stateOf(entry, view)] as const));
        if (moved) ranks.set(rankRules(Math.ceil(ordered.length / RANKS) * RANKS));
        setMoved(cards, moved);
        for (const card of cards) {
          const state = states.get(card.id)!;
          look(card, entries.get(card.id)!, state, rankOf.get(card.id), inSlices ? isLeftOut(card.cell) : state === 'filtered');
        }
        if (inSlices) slices.set(new Map(inSight(cards, moved && rankOf).map(({ id, cell }) => [cell, states.get(id) === 'filtered'])));
        else slices.stop();
        tell(ordered.filter(({ card, paper }) => card && isSeen(states.get(paper.id))).map(({ card }) => card));
        const mutes = ordered.filter(isMuted).map(({ paper, muting }) => [paper.id, muting!] as const);
        sight.set(countSight([...entries.values()], view), new Map(mutes));
      };
      const tell = (seen: readonly Card[]) => {
        const before = arrangement.seen();
        if (seen.length !== before.length || seen.some((card, i) => card !== before[i])) arrangement.set(seen);
      };
      const update = () => page.edit(apply);
      const text = textSearch(page, update, signal);
      const updateAll = () => {
        hidden.update();
        update();
      };
      text.set(lens.value.text);
      lens.onChanged((changed) => {
        text.set(changed.text);
        update();
      }, signal);
      page.marks.onChanged(updateAll, signal);
      hiddenShown.onChanged(updateAll, signal);
      folds.onChanged(update, signal);
      page.keywords.onChanged(update, signal);
      settings.onChanged(update, signal);
      signal.addEventListener('abort', () => {
        for (const root of touched.keys()) lines.remove(root);
        clearLooks(document);
      });
      return {
        card: text.read,
        settled() {
          text.useFound();
          cards = inPageOrder(page.cards());
          const roots = new Set(cards.map(({ root }) => root));
          // Their nodes may stay: the host keeps them for later, or they cannot be read any more.
          for (const [root, cell] of touched) {
            if (roots.has(root)) continue;
            touched.delete(root);
            lines.remove(root);
            setLook({ root, cell });
          }
          hidden.update();
          apply(false);
        },
      };
    },
  };
}

interface CardEntry extends Entry {
  /** The first card of the paper that the host shows: it may have one for wide screens and one for narrow ones. */
  readonly card: Card;
}

/** The papers of the page, each once. */
function entriesOf(page: Page, cards: readonly Card[], { counts, folds }: ArrangeOptions, fits: (id: PaperId) => boolean): ReadonlyMap<PaperId, CardEntry> {
  const { topicsOff } = page.settings.value;
  const keywords = page.keywords.value;
  const entries = new Map<PaperId, CardEntry>();
  for (const card of cards) {
    const { id, paper, root } = card;
    const before = entries.get(id);
    if (before && (isRendered(before.card) || !isRendered(card))) continue;
    entries.set(id, {
      card,
      paper,
      mark: page.marks.get(id),
      ...atWork(counts.get(root), keywords),
      isUnfolded: folds.isUnfolded(id),
      tags: tagsOf(paper, topicsOff),
      fitsText: fits(id),
    });
  }
  return entries;
}

type AtWork = Pick<Entry, 'muting' | 'keywords' | 'matches'>;

const NONE: AtWork = { muting: undefined, keywords: 0, matches: 0 };

const known = new WeakMap<ReadonlyMap<string, number>, { readonly keywords: readonly Keyword[]; readonly atWork: AtWork }>();

/** What the keywords that were found on a card do there. Asked of all cards whenever one of them changes. */
function atWork(counts: ReadonlyMap<string, number> | undefined, keywords: readonly Keyword[]): AtWork {
  if (!counts || counts.size === 0) return NONE;
  const before = known.get(counts);
  if (before?.keywords === keywords) return before.atWork;
  const found = keywords.filter(({ id }) => counts.has(id));
  const highlighting = found.filter(({ mute }) => !mute);
  const atWorkNow = {
    muting: firstOf(counts, found.filter(({ mute }) => mute)),
    keywords: highlighting.length,
    matches: highlighting.reduce((sum, { id }) => sum + counts.get(id)!, 0),
  };
  known.set(counts, { keywords, atWork: atWorkNow });
  return atWorkNow;
}

/** The one that was found first. */
function firstOf(counts: ReadonlyMap<string, number>, keywords: readonly Keyword[]): Keyword | undefined {
  if (keywords.length <= 1) return keywords[0];
  const first = [...counts.keys()].find((each) => keywords.some(({ id }) => id === each));
  return keywords.find(({ id }) => id === first);
}

/** From the top of the page down: what is looked at comes first. */
function inSight(cards: readonly Card[], rankOf: ReadonlyMap<PaperId, number> | undefined): readonly Card[] {
  return !rankOf ? cards : cards.toSorted((a, b) => (rankOf.get(a.id) ?? 0) - (rankOf.get(b.id) ?? 0));
}

function isSeen(state: EntryState | undefined): boolean {
  return state === 'shown' || state === 'folded';
}
