import { useEffect, useRef, useState } from 'preact/hooks';
import { DRAFT_ID, type Keyword } from '../../../domain/keyword';
import { localDay } from '../../../domain/local-day';
import { whyRejected } from '../../../domain/keyword-list';
import type { PageStatus } from '../../../domain/page-status';
import { t, tCount } from '../../../platform/i18n';
import { ADD_FIELD_ID, AddField } from './add-field';
import { rejection } from './field-text';
import { focusSoon } from '../parts/focus';
import { appendKeywords, changeKeyword, removeKeyword, restoreKeyword, withPlace } from './keyword-edits';
import type { Hits } from './hits';
import type { KeywordPatch, KeywordPlace } from './keyword-edits';
import { KeywordList } from './keyword-list';
import type { RowActions } from './keyword-row';
import type { LeftEdits } from './left-edits';
import type { LiveDraft } from './live-draft';
import type { Notice } from '../parts/messages-bar';
import type { OptimisticItem } from '../parts/optimistic-item';
import { useSource } from '../parts/source';
import { SyntaxHelp } from './syntax-help';
import { useLatest } from '../parts/use-latest';

interface Props {
  readonly item: OptimisticItem<readonly Keyword[]>;
  readonly live: LiveDraft;
  readonly edits: LeftEdits;
  readonly page: PageStatus | undefined;
  readonly hits: Hits;
  /** Waits for a write and says so when it fails. True when it was saved. */
  readonly attempt: (write: Promise<void>) => Promise<boolean>;
  readonly notify: (notice: Notice | undefined) => void;
}

export function Keywords({ item, live, edits: left, page, hits, attempt, notify }: Props) {
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
    turn(id, mute) {
      const turned = place(id);
      const change = (patch: KeywordPatch, notice?: Notice) => void update((now) => changeKeyword(now, turned, patch), notice);
      const undo = () => {
        change({ mute: turned.keyword.mute });
        focusSoon(`color-${id}`);
      };
      change({ mute }, { text: t(mute ? 'popup_now_mutes' : 'popup_now_highlights', turned.keyword.source), undo });
      // It stands in the other list now.
      focusSoon(`color-${id}`);
    },
    setEditing(id, editing) {
      const edited = place(id);
      const others = (now: readonly KeywordPlace[]) => now.filter(({ keyword }) => keyword.id !== id);
      setEdits((now) => (editing ? [...others(now), edited] : others(now)));
    },
    remove(id) {
      const removed = place(id);
      const isAlike = ({ mute }: Keyword) => !mute === !removed.keyword.mute;
      const neighbor = shown.slice(removed.index + 1).find(isAlike) ?? shown.slice(0, removed.index).findLast(isAlike);
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
    closeEdit: left.closing,
  });
  useEffect(() => {
    for (const { id, source } of item.value()) {
      const before = left.closed[id];
      if (before && before !== source) notify({ text: t('popup_edit_closed', before, source), undo: () => actions.saveEdit(id, before) });
    }
  }, []);

  const today = localDay(new Date());
  const list = { editing: edits.map(({ keyword }) => keyword.id), fitInto: keywords, page, hits, today, actions };
  const mutes = shown.filter(({ mute }) => mute);
  return (
    <>
      <KeywordList {...list} kind="keywords" keywords={shown.filter(({ mute }) => !mute)} foot={<SyntaxHelp />}>
        <AddField keywords={keywords} live={live} draftMatches={page?.matches[DRAFT_ID]} today={today} add={add} />
        {shown.length === 0 && <p class="empty">{t('popup_no_keywords')}</p>}
      </KeywordList>
      {mutes.length > 0 && (
        <KeywordList {...list} kind="mutes" keywords={mutes}>
          <p class="hint">{t('popup_mutes_hint')}</p>
        </KeywordList>
      )}
    </>
  );
}
