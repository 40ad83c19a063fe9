import type { CardCount } from '../domain/card-count';
import type { IsoDate } from '../domain/iso-date';
import type { Paper } from '../domain/paper';
import type { Card, CardFailure, CardPlace, CardText, TextField } from './card';
import { collectParts, type CardParts } from './card-parts';
import type { DigestData } from './digest-data';
import { defined, type PaperFacts } from './entry-facts';
import { hostText, narrowToText } from './host-text';
import { readShownAbstract } from './shown-abstract';
import { readShownAuthors } from './shown-authors';
import {
  readComments, readGithubRepo, readGithubStars, readProjectPage, readShownDate, readSubmitter, readThumbnail, readUpvotes,
} from './shown-figures';
import { readShownOrganizations } from './shown-organization';

/**
 * Reads the card at `place`, from what it shows and from what the page's data says of its paper. The card is right
 * about what changes while the page is open (upvotes, comments), the data about what the card shortens (date, names,
 * abstract, stars) and about its words: a browser that translates the page replaces them, and not every one leaves a sign of
 * it. Stale data knows other papers; of one that it knows it has at worst the title of when the page was opened. `today` (the
 * reader's day) dates what the card shows without a year. Never throws.
 */
export function readCard(place: CardPlace, data: DigestData, today: IsoDate): { card: Card } | { failure: CardFailure } {
  const known = data.facts(place.id) ?? {};
  const shownTitle = place.titleLinks.map(hostText).find((text) => text !== '');
  const title = known.title ?? shownTitle;
  if (title === undefined) return { failure: { reason: 'no-title', id: place.id } };
  const parts = collectParts(place);
  const abstract = readShownAbstract(parts, shownTitle ?? title, known.abstract);
  const authors = readShownAuthors(parts, known.authors !== undefined && known.authorCount !== undefined);
  const organizations = readShownOrganizations(parts);
  // What the data says is not looked for in the card.
  const shown = defined<PaperFacts>({
    abstract: abstract?.text,
    authors: authors.names,
    authorCount: authors.count,
    organization: organizations.organization,
    publishedAt: known.publishedAt ?? readShownDate(parts, today),
    githubRepo: known.githubRepo ?? readGithubRepo(parts),
    projectPage: known.projectPage ?? readProjectPage(parts),
    submitter: known.submitter ?? readSubmitter(parts),
    thumbnail: known.thumbnail ?? readThumbnail(parts),
  });
  const paper: Paper = { ...shown, ...known, ...readCounts(parts, known), id: place.id, title };
  const texts = [
    ...textsOf('title', place.titleLinks.filter((link) => hostText(link) !== '').map(narrowToText)),
    ...textsOf('abstract', abstract?.elements ?? []),
    ...textsOf('authors', authors.elements),
    ...textsOf('organization', organizations.elements),
  ];
  return { card: { ...place, paper, texts } };
}

function readCounts(parts: CardParts, known: PaperFacts): PaperFacts {
  return defined<PaperFacts>({
    upvotes: newest(readUpvotes(parts), known.upvotes),
    comments: newest(readComments(parts), known.comments),
    githubStars: known.githubStars ?? readGithubStars(parts)?.value,
  });
}

/**
 * What the card shows, unless it shows "1.2k", or its digits were not read to the end, and the data has the whole figure: no
 * figure falls to its own beginning while a page is open.
 */
function newest(shown: CardCount | undefined, known: number | undefined): number | undefined {
  if (!shown) return known;
  return known !== undefined && (!shown.exact || String(known).startsWith(String(shown.value))) ? known : shown.value;
}

function textsOf(field: TextField, elements: readonly Element[]): CardText[] {
  return elements.map((element) => ({ field, element }));
}
