import type { Card } from '../../../src/site/card';

/** A way to highlight keywords on a page. Each is a module of its own that is loaded into a page that has seen no other. */
export interface Method {
  /** Done before the clock starts. */
  prepare?(keywords: readonly string[], cards: readonly Card[]): void;
  /** Whether it can do the cards on the screen first and the rest later. */
  readonly inScreens?: boolean;
  /** All that has to be made of the keywords before the first text is looked at. */
  build(keywords: readonly string[]): Highlighter;
}

/** Shows all matches in these cards. */
export type Highlighter = (cards: readonly Card[]) => void;
