import { plainText } from '../../../domain/plain-text/plain-text';
import { compileTextFilter } from '../../../domain/text-filter';
import type { SavedPaper } from '../../../storage/repair-saved-paper';

/** Says whether title, abstract, authors or organization have what `text` says, as keywords do; undefined when it says nothing. */
export function starFilter(text: string): ((paper: SavedPaper) => boolean) | undefined {
  const filter = compileTextFilter(text);
  return filter && ((paper) => filter(textsOf(paper)));
}

function textsOf({ id, title, abstract, authors, organization }: SavedPaper): string[] {
  const texts = [title === undefined ? id : plainText(title), abstract === undefined ? undefined : plainText(abstract), authors?.join(', '), organization?.fullname];
  return texts.filter((text) => text !== undefined);
}
