import { foldSpace } from '../domain/fold-space';
import type { Organization } from '../domain/paper';
import type { CardLink, CardParts } from './card-parts';
import { hostText, narrowToText } from './host-text';

export interface ShownOrganizations {
  readonly organization?: Organization;
  /** The full name, of each copy of the card. */
  readonly elements: readonly Element[];
}

/** The organisation that the card shows in place of authors: a link to its profile, with its logo and its name. */
export function readShownOrganizations(parts: CardParts): ShownOrganizations {
  const links = parts.links.filter(isOrganization);
  const elements = links.map(({ element }) => narrowToText(element));
  const [link] = links;
  if (link?.target.kind !== 'profile') return { elements };
  return { organization: { name: link.target.name, fullname: hostText(link.element) }, elements };
}

function isOrganization({ element, target }: CardLink): boolean {
  if (target.kind !== 'profile' || hostText(element) === '') return false;
  // A logo has the organisation's name as its alt text; the portrait of a user has none. Without either the link may
  // be anything.
  return Boolean(element.querySelector('img')?.getAttribute('alt')?.trim()) && !isOfSubmitter(element);
}

function isOfSubmitter(element: Element): boolean {
  const around = [element.parentElement, element.parentElement?.parentElement];
  return around.some((node) => /^submitted by\b/i.test(foldSpace(node?.textContent ?? '')));
}
