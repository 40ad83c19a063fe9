import type { PaperId } from '../../domain/paper';
import type { CardPlace } from '../../site/card';
import { readDigestData } from '../../site/digest-data';
import type { MarkStore } from '../../storage/marks';
import type { Loading } from './loading';

/** A storage that has not answered for so long is not waited for: what it says later is heard as a change. */
const PATIENCE_MS = 3000;

/**
 * Reads the marks of cards that are found, and has `known` wait for them. All papers that the page's data tells of are to come:
 * storage is asked once, and not for each stretch that the parser has made.
 */
export function marksLoader(document: Document, marks: MarkStore, known: Loading, isAlive: () => boolean): (places: readonly CardPlace[]) => void {
  const asked = new Set<PaperId>();
  return (places) => {
    const ids = new Set([...places.map(({ id }) => id), ...readDigestData(document).ids()].filter((id) => !asked.has(id)));
    const load = marks.load([...ids]);
    if (!load) return;
    for (const id of ids) asked.add(id);
    // Marks that cannot be read hide nothing; the reader is told when they are to be written.
    const onFailed = (error: unknown) => {
      for (const id of ids) asked.delete(id);
      if (isAlive()) console.warn('Papersift could not read its marks:', error);
    };
    known.add(load.catch(onFailed), PATIENCE_MS);
  };
}
