import type { PageMemory } from '../../../platform/page-memory';

/** An edit that was ended by the popup's closing. */
export interface ClosedEdit {
  readonly id: string;
  /** The keyword before the edit. */
  readonly before: string;
}

/**
 * What the last popup may have kept against the reader's will: Firefox closes its popup at Escape and tells the page nothing, so
 * that giving an edit up looks like clicking beside the popup. The next one offers to undo it.
 */
export interface ClosedEdits {
  /** What the last popup noted. */
  readonly last: ClosedEdit | undefined;
  note(edit: ClosedEdit): void;
}

export function closedEdits(memory: PageMemory): ClosedEdits {
  const last = parse(memory.get());
  memory.set(undefined);
  return { last, note: (edit) => memory.set(JSON.stringify(edit)) };
}

function parse(text: string | undefined): ClosedEdit | undefined {
  try {
    const { id, before } = Object(JSON.parse(text ?? '{}')) as Record<string, unknown>;
    return typeof id === 'string' && typeof before === 'string' ? { id, before } : undefined;
  } catch {
    return undefined;
  }
}
