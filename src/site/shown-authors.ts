import { findCount } from '../domain/card-count';
import { foldSpace } from '../domain/fold-space';
import { readNote, type CardParts } from './card-parts';
import { groupByParent } from './group-by-parent';
import { hostText } from './host-text';
import { readTextFlow } from './text-flow';

export interface ShownAuthors {
  /** Only when all of them are known. */
  readonly names?: readonly string[];
  readonly count?: number;
  /** Lists that show names as text; most show portraits and keep the name in a tooltip. */
  readonly elements: readonly Element[];
}

interface Author {
  readonly name: string;
  /** The name is there as text. */
  readonly isText: boolean;
  /** The name is the author's as the paper has it. */
  readonly isFaithful: boolean;
}

interface AuthorList {
  readonly element: Element;
  readonly authors: readonly Author[];
  readonly count: number | undefined;
}

/** How many portraits the site shows before "and more" is told by a count alone. */
const MAX_PORTRAITS = 5;

/**
 * The authors that the card shows: a list of portraits and "· 48 authors", or that text alone.
 * @param areKnown the elements are all that is wanted
 */
export function readShownAuthors(parts: CardParts, areKnown: boolean): ShownAuthors {
  const lists = [...groupByParent(parts.listItems)]
    // Portraits have no text, and nearly all lists are of portraits.
    .filter(([, items]) => !areKnown || items.some(mayBeName))
    .map(([element, items]) => readList(element, items))
    .filter((list) => list !== undefined);
  const elements = lists.filter(showsText).map((list) => list.element);
  if (areKnown) return { elements };
  const list = lists[0];
  const count = list?.count ?? readNote(parts, isAuthorsWord, authorCount) ?? portraitCount(list);
  if (count === undefined) return { elements };
  return list && isWhole(list, count) ? { names: namesInOrder(list), count, elements } : { count, elements };
}

function isWhole({ authors }: AuthorList, count: number): boolean {
  return count > 0 && authors.length === count && authors.every((author) => author.isFaithful);
}

function mayBeName({ textContent }: Element): boolean {
  return /\S/.test(textContent ?? '') && authorCount(textContent ?? '') === undefined;
}

function isAuthorsWord(note: Text): boolean {
  return /authors?\s*$/i.test(note.data);
}

function authorCount(text: string): number | undefined {
  const count = /^[·•\s]*(\d[\d,.]*[km]?)\s*authors?\s*$/i.exec(text)?.[1];
  return count === undefined ? undefined : findCount(count)?.value;
}

function portraitCount(list: AuthorList | undefined): number | undefined {
  return list && list.authors.length <= MAX_PORTRAITS ? list.authors.length : undefined;
}

/** Undefined for a list of something else (an advert), which has neither names in tooltips nor a count. */
function readList(element: Element, items: readonly Element[]): AuthorList | undefined {
  const counts = items.map((item) => authorCount(readTextFlow(item).text));
  const count = counts.find((found) => found !== undefined);
  const portraits = items.filter((_, i) => counts[i] === undefined);
  if (count === undefined && !portraits.every((item) => item.getAttribute('title')?.trim())) return undefined;
  return { element, count, authors: portraits.map(readAuthor) };
}

function readAuthor(item: Element): Author {
  const text = hostText(item);
  const name = foldSpace(item.getAttribute('title') ?? '') || text;
  // With a portrait the tooltip is the user name of the account that claimed the paper, not the author's name
  // (2609.23551 of 2026-09-28: the one author's tooltip is the submitter's user name).
  const isFaithful = name !== '' && (name === text || !item.querySelector('img'));
  return { name, isText: name !== '' && name === text, isFaithful };
}

function showsText({ authors }: AuthorList): boolean {
  return authors.some((author) => author.isText);
}

/**
 * Portraits overlap and are laid out from right to left: the first author is the last of the list (2508.16279 of
 * 2026-10-07: the first unclaimed author stands before those who claimed the paper, who are shown first). Names that
 * are there as text are taken as they stand.
 */
function namesInOrder(list: AuthorList): readonly string[] {
  const names = list.authors.map((author) => author.name);
  return showsText(list) ? names : names.reverse();
}
