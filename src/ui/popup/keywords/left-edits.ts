import type { Keyword } from '../../../domain/keyword';
import { whyRejected } from '../../../domain/keyword-list';
import type { PageMemory } from '../../../platform/page-memory';

/** Edits whose write the closing popup may have lost. */
export interface LeftEdits {
  /** Notes an edit before it is written. */
  begin(id: string, source: string): void;
  /** Forgets it once it is stored, unless the keyword was edited again. */
  stored(id: string, source: string): void;
  /** The list with the edits that the last popup left. Each call gives the same. */
  apply(keywords: readonly Keyword[]): readonly Keyword[];
  /** Notes that the popup's closing ends an edit of what was `before`. */
  closing(id: string, before: string): void;
  /** What the last popup noted so, by id: the next one offers to undo it. */
  readonly closed: Readonly<Record<string, string>>;
}

/**
 * @param closedMemory Firefox closes its popup at Escape and tells the page nothing: giving an edit up looks like clicking beside
 *   the popup, and keeps the edit
 */
export function leftEdits(memory: PageMemory, closedMemory: PageMemory): LeftEdits {
  const before = parse(memory.get());
  const left = new Map<string, string>();
  const note = () => memory.set(left.size > 0 ? JSON.stringify(Object.fromEntries(left)) : undefined);
  note();
  const closed = parse(closedMemory.get()) as Record<string, string>;
  closedMemory.set(undefined);
  return {
    closed,
    closing: (id, source) => closedMemory.set(JSON.stringify({ [id]: source })),
    begin(id, source) {
      left.set(id, source);
      note();
    },
    stored(id, source) {
      if (left.get(id) === source) left.delete(id);
      note();
    },
    apply: (keywords) => Object.entries(before).reduce(edit, keywords),
  };
}

function edit(keywords: readonly Keyword[], [id, source]: [string, unknown]): readonly Keyword[] {
  const at = keywords.findIndex((keyword) => keyword.id === id);
  const keyword = keywords[at];
  if (!keyword || typeof source !== 'string' || source === keyword.source) return keywords;
  return whyRejected(source, keywords, id) ? keywords : keywords.with(at, { ...keyword, source });
}

function parse(text: string | undefined): Record<string, unknown> {
  try {
    return Object(JSON.parse(text ?? '{}')) as Record<string, unknown>;
  } catch {
    return {};
  }
}
