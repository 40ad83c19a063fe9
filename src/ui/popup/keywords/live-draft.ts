import type { DraftKeyword } from '../../../domain/keyword';
import type { PageMemory } from '../../../platform/page-memory';
import type { StoredItem } from '../../../storage/item';
import { coalesce } from '../parts/coalesce';

/** Milliseconds of rest between keystrokes after which what is typed is written. */
export const TYPING_REST = 150;

/** What stands in the add field: live in the open tabs while it is typed, offered again after the popup was closed. */
export interface LiveDraft {
  /** What the field held when the last popup was closed. */
  readonly initialText: string;
  /** @param draft the keyword that the text is, undefined for none */
  typed(text: string, draft: DraftKeyword | undefined): void;
  flush(): void;
  /** Keeps the text for the next popup. The background script takes the draft off the pages. */
  close(): void;
}

interface Places {
  readonly draft: StoredItem<DraftKeyword | undefined>;
  readonly memory: PageMemory;
}

/** @param failed hears storage's error */
export function liveDraft({ draft, memory }: Places, failed: (error: unknown) => void): LiveDraft {
  const initialText = memory.get() ?? '';
  let text = initialText;
  let written: DraftKeyword | undefined;
  const write = (value: DraftKeyword | undefined) => {
    if (value?.source === written?.source && value?.color === written?.color) return;
    written = value;
    draft.set(value).catch(failed);
  };
  const writer = coalesce(write, TYPING_REST);
  // A browser that crashed with an open popup leaves its draft.
  draft.set(undefined).catch(failed);
  return {
    initialText,
    typed(newText, value) {
      text = newText;
      writer.push(value);
    },
    flush: writer.flush,
    close() {
      writer.cancel();
      memory.set(text || undefined);
    },
  };
}
