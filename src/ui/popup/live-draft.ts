import type { DraftKeyword } from '../../domain/keyword';
import type { StoredItem } from '../../storage/item';
import { coalesce } from './coalesce';

/** Milliseconds of rest between keystrokes after which what is typed is written. */
export const TYPING_REST = 150;

/** What stands in the add field: live in the open tabs while it is typed, offered again after the popup was closed. */
export interface LiveDraft {
  /** What the field held when the last popup was closed. */
  readonly initialText: string;
  /** @param draft the keyword that the text is, undefined for none */
  typed(text: string, draft: DraftKeyword | undefined): void;
  flush(): void;
  /** Takes the draft off the pages and keeps the text. */
  close(): void;
}

interface Items {
  readonly draft: StoredItem<DraftKeyword | undefined>;
  readonly unfinished: StoredItem<string>;
}

/** @param failed hears storage's error */
export async function liveDraft({ draft, unfinished }: Items, failed: (error: unknown) => void): Promise<LiveDraft> {
  const initialText = await unfinished.get();
  let text = initialText;
  let written: DraftKeyword | undefined;
  const write = (value: DraftKeyword | undefined) => {
    if (value?.source === written?.source && value?.color === written?.color) return;
    written = value;
    draft.set(value).catch(failed);
  };
  const writer = coalesce(write, TYPING_REST);
  // A popup that crashed leaves its draft.
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
      void draft.set(undefined);
      if (text !== initialText) void unfinished.set(text);
    },
  };
}
