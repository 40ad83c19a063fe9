import { useRef, useState } from 'preact/hooks';
import { DRAFT_ID, type Keyword } from '../../domain/keyword';
import { whyRejected } from '../../domain/keyword-list';
import type { PageStatus } from '../../domain/page-status';
import { formatCount } from '../../platform/format';
import { t, tCount } from '../../platform/i18n';
import { ADD_FIELD_ID, AddField } from './add-field';
import { rejection } from './field-text';
import { focusSoon } from './focus';
import { appendKeywords, changeKeyword, removeKeyword, restoreKeyword, withPlace } from './keyword-edits';
import type { KeywordPlace } from './keyword-edits';
import { KeywordRow, type RowActions } from './keyword-row';
import type { LeftEdits } from './left-edits';
import type { LiveDraft } from './live-draft';
import type { Notice } from './messages-bar';
import type { OptimisticItem } from './optimistic-item';
import { useSource } from './source';
import { SyntaxHelp } from './syntax-help';
import { useLatest } from './use-latest';

interface Props {
  readonly item: OptimisticItem<readonly Keyword[]>;
  readonly live: LiveDraft;
  readonly edits: LeftEdits;
  readonly page: PageStatus | undefined;
  /** Waits for a write and says so when it fails. True when it was saved. */
  readonly attempt: (write: Promise<void>) => Promise<boolean>;
  readonly notify: (notice: Notice | undefined) => void;
}

export function Keywords({ item, live, edits: left, page, attempt, notify }: Props) {
  const keywords = useSource(item);
  const [edits, setEdits] = useState<readonly KeywordPlace[]>([]);
  // A keyword that another window removes while it is edited here stays until the edit ends.
  const shown = edits.reduce(withPlace, keywords);

  const update = (change: (keywords: readonly Keyword[]) => readonly Keyword[], notice?: Notice) => {
    notify(notice);
    return attempt(item.update(change));
  };
  const place = (id: string): KeywordPlace => {
    const index = shown.findIndex((keyword) => keyword.id === id);
    return { keyword: shown[index]!, index };
  };
  // Removed in this popup, last first to come back.
  const removals = useRef<KeywordPlace[]>([]);
  const removalNotice = (): Notice | undefined => {
    const last = removals.current.at(-1);
    if (!last) return undefined;
    const undo = () => {
      removals.current.pop();
      restore(last);
    };
    return { text: t('popup_removed', last.keyword.source), undo };
  };
  const restore = (removed: KeywordPlace) => {
    const { id, source } = removed.keyword;
    const reason = whyRejected(source, item.value());
    const refused = reason && { text: t('popup_not_restored', source, rejection(source, reason)) };
    void update((now) => restoreKeyword(now, removed), refused || removalNotice());
    focusSoon(`edit-${id}`);
  };
  const add = (added: readonly Keyword[]) => {
    const undo = () => void update((now) => added.reduce((rest, { id }) => removeKeyword(rest, id), now));
    const notice = added.length > 1 ? { text: tCount('popup_pasted', added.length), undo } : undefined;
    return update((now) => appendKeywords(now, added), notice);
  };
  const actions = useLatest<RowActions>({
    change(id, patch) {
      const changed = place(id);
      void update((now) => changeKeyword(now, changed, patch));
    },
    setEditing(id, editing) {
      const edited = place(id);
      const others = (now: readonly KeywordPlace[]) => now.filter(({ keyword }) => keyword.id !== id);
      setEdits((now) => (editing ? [...others(now), edited] : others(now)));
    },
    remove(id) {
      const removed = place(id);
      const neighbor = shown[removed.index + 1] ?? shown[removed.index - 1];
      setEdits((now) => now.filter(({ keyword }) => keyword.id !== id));
      removals.current.push(removed);
      void update((now) => removeKeyword(now, id), removalNotice());
      focusSoon(neighbor ? `remove-${neighbor.id}` : ADD_FIELD_ID);
    },
    async saveEdit(id, source) {
      const edited = place(id);
      const next = changeKeyword(item.value(), edited, { source });
      if (next === item.value()) return;
      left.begin(id, source);
      if (await update((now) => changeKeyword(now, edited, { source }))) left.stored(id, source);
    },
  });

  return (
    <section class="keywords" aria-labelledby="keywords-title">
      <h2 id="keywords-title">
        {t('popup_keywords')} {keywords.length > 0 && <span class="total">{formatCount(keywords.length)}</span>}
      </h2>
      <AddField
        keywords={keywords}
        live={live}
        draftMatches={page?.matches[DRAFT_ID]}
        add={add}
      />
      {shown.length === 0 && <p class="empty">{t('popup_no_keywords')}</p>}
      <ul class="keyword-list">
        {shown.map((keyword) => (
          <KeywordRow
            key={keyword.id}
            keyword={keyword}
            matches={page && (page.matches[keyword.id] ?? 0)}
            editedIn={edits.some((edit) => edit.keyword.id === keyword.id) ? keywords : undefined}
            actions={actions}
          />
        ))}
      </ul>
      <SyntaxHelp />
    </section>
  );
}
