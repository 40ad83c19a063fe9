import { findCount, type CardCount } from '../domain/card-count';
import { parseCardDate } from '../domain/card-date';
import { foldSpace } from '../domain/fold-space';
import type { IsoDate } from '../domain/iso-date';
import { NOTE_LENGTH, paperLinks, readNote, type CardLink, type CardParts } from './card-parts';
import { closestInside } from './host-text';
import { baseOf, httpUrl } from './site-url';
import { readTextFlow } from './text-flow';

/** GitHub's mark, which a badge that leads to the paper itself (day view) has instead of GitHub's address. */
const GITHUB_ICON = '0 0 256 250';

function linksOf(parts: CardParts, kind: CardLink['target']['kind']): CardLink[] {
  return parts.links.filter(({ target }) => target.kind === kind && (!('id' in target) || target.id === parts.place.id));
}

function firstCount(elements: readonly Element[]): CardCount | undefined {
  for (const element of elements) {
    // Rolling numbers have an element for each digit.
    const count = findCount(readTextFlow(element).text);
    if (count !== undefined) return count;
  }
  return undefined;
}

/** The upvotes: in the checkbox, which a reader who is not signed in has inside a link to the login. */
export function readUpvotes(parts: CardParts): CardCount | undefined {
  return firstCount([...parts.checkboxes, ...linksOf(parts, 'upvote').map(({ element }) => element)]);
}

/** The comments. The site leaves the link out at 0, and so does a view that shows no comments: no link says nothing. */
export function readComments(parts: CardParts): CardCount | undefined {
  return firstCount(linksOf(parts, 'comments').map(({ element }) => element));
}

export function readGithubRepo(parts: CardParts): string | undefined {
  const target = linksOf(parts, 'github')[0]?.target;
  return target?.kind === 'github' ? target.url : undefined;
}

export function readGithubStars(parts: CardParts): CardCount | undefined {
  const badges = paperLinks(parts).filter((link) =>
    [...link.querySelectorAll('svg')].some((icon) => icon.getAttribute('viewBox') === GITHUB_ICON),
  );
  return firstCount([...linksOf(parts, 'github').map(({ element }) => element), ...badges]);
}

export function readProjectPage(parts: CardParts): string | undefined {
  const link = linksOf(parts, 'external').find(({ element }) => /\bproject/i.test(readTextFlow(element).text));
  return link?.target.kind === 'external' ? link.target.url : undefined;
}

export function readSubmitter(parts: CardParts): string | undefined {
  const isStart = (note: Text): boolean => /^\s*submitted\b/i.test(note.data);
  return readNote(parts, isStart, (text) => /^submitted by ([\w.-]+)$/i.exec(foldSpace(text))?.[1]);
}

/** The date on the card; it may be a day off, as the site shows it in its own time zone. */
export function readShownDate(parts: CardParts, today: IsoDate): IsoDate | undefined {
  return readNote(parts, (note) => mayBeDate(note, parts.place.root), (text) => parseCardDate(text, today));
}

/** Whether `note` has the day of a date, and stands where one may: an abstract has words like "May 5" too. */
function mayBeDate({ data, parentElement }: Text, root: Element): boolean {
  if (!/\d/.test(data)) return false;
  if (closestInside(root, parentElement, 'a, li')) return false;
  const paragraph = closestInside(root, parentElement, 'p');
  return !paragraph || (paragraph.textContent ?? '').length <= NOTE_LENGTH;
}

/** The picture of the first link to the paper: a still, or the address of a video. */
export function readThumbnail(parts: CardParts): string | undefined {
  for (const link of paperLinks(parts)) {
    // The portraits of authors stand in a link to the paper too.
    if (link.querySelector('li')) continue;
    const media = link.querySelector('img[src], video[src], video source[src]');
    const address = media && httpUrl(media.getAttribute('src') ?? '', baseOf(media));
    if (address) return address;
  }
  return undefined;
}
