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
}

export function leftEdits(memory: PageMemory): LeftEdits {
  const before = parse(memory.get());
  const left = new Map<string, string>();
  const note = () => memory.set(left.size > 0 ? JSON.stringify(Object.fromEntries(left)) : undefined);
  note();
  return {
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
