import type { Paper, PaperId } from '../domain/paper';

/** Where one paper stands on the page. Valid only as long as the host keeps these nodes. */
export interface CardPlace {
  readonly id: PaperId;
  /** The card itself: our own parts are appended to it. */
  readonly root: HTMLElement;
  /** What closes the grid when it is hidden: the root, or the wrapper that the 2024 layout puts around it. */
  readonly cell: HTMLElement;
  /** `h3 > a` of each copy (the trending view has two), in document order. */
  readonly titleLinks: readonly HTMLAnchorElement[];
}

export type TextField = 'title' | 'abstract' | 'authors' | 'organization';

/** A piece of the paper's text that the card shows. Its words may be split over any number of text nodes. */
export interface CardText {
  readonly field: TextField;
  readonly element: Element;
}

export interface Card extends CardPlace {
  readonly paper: Paper;
  readonly texts: readonly CardText[];
}

export type CardFailureReason = 'no-title' | 'no-id';

/** A card that was seen and could not be read. It is left as it was. */
export interface CardFailure {
  readonly reason: CardFailureReason;
  readonly id?: PaperId;
}
