import type { Keyword } from '../../domain/keyword';
import type { PaperId } from '../../domain/paper';
import type { Settings } from '../../domain/settings';
import type { Card } from '../../site/card';
import type { MarkStore } from '../../storage/marks';
import type { Live } from './live';

/** What all features of one page share. */
export interface Page {
  readonly document: Document;
  readonly settings: Live<Settings>;
  readonly keywords: Live<readonly Keyword[]>;
  readonly marks: MarkStore;
  /** All cards that were read and are on the page, in the order found; a paper with two cards has two. */
  cards(): readonly Card[];
  /** The cards of one paper. */
  cardsOf(id: PaperId): readonly Card[];
  /** Runs `change` and takes what it does to the page for our own doing, not the host's. */
  edit(change: () => void): void;
}

/** What a feature does when something happens to the page. Everything may be called again at any time. */
export interface FeatureParts {
  /** A card is new, or its nodes or text have changed. Called before it is painted. */
  card?(card: Card): void;
  /** A card's nodes have left the page. */
  gone?(root: HTMLElement): void;
  /** Some cards have come, changed or gone, and those that came are about to be painted. `more` are known to come. */
  settled?(more: boolean): void;
}

/** One ability of the page. All that it starts and inserts hangs on the signal. */
export interface Feature {
  readonly name: string;
  start(page: Page, signal: AbortSignal): FeatureParts;
}
