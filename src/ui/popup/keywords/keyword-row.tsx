import type { IsoDate } from '../../../domain/iso-date';
import { Component } from 'preact';
import { useState } from 'preact/hooks';
import { isAtWork, type Keyword } from '../../../domain/keyword';
import { hasEnded, type Mute } from '../../../domain/mute';
import { t } from '../../../platform/i18n';
import { focusSoon } from '../parts/focus';
import { KeywordCounts, type Counts } from './keyword-counts';
import { KeywordEdit } from './keyword-edit';
import type { KeywordPatch } from './keyword-edits';
import { KeywordOptions } from './keyword-options';
import { EndedMute } from './mute-choice';
import { MuteIcon } from './mute-icon';
import { muteText } from './mute-text';
import { Switch } from '../parts/switch';

/** What a row asks for; the object stays the same from one rendering to the next. */
export interface RowActions {
  readonly change: (id: string, patch: KeywordPatch) => void;
  /** Makes a mute of a highlighting keyword; undefined makes it highlight. */
  readonly turn: (id: string, mute: Mute | undefined) => void;
  readonly setEditing: (id: string, editing: boolean) => void;
  readonly remove: (id: string) => void;
  readonly saveEdit: (id: string, source: string) => void;
  /** An edit is ended by the popup's closing; `before` is what the keyword was. */
  readonly closeEdit: (id: string, before: string) => void;
}

interface Props {
  readonly keyword: Keyword;
  /** The list that an edit must fit into; undefined while the keyword is not edited. */
  readonly editedIn: readonly Keyword[] | undefined;
  readonly counts: Counts;
  readonly today: IsoDate;
  readonly actions: RowActions;
}

/** One keyword. Of a thousand rows only those that differ are rendered again. */
export class KeywordRow extends Component<Props> {
  override shouldComponentUpdate(next: Props): boolean {
    const { keyword, editedIn, counts, today } = this.props;
    if (next.editedIn !== editedIn || next.today !== today) return true;
    if (next.counts.page !== counts.page || next.counts.month !== counts.month) return true;
    return stateOf(next.keyword) !== stateOf(keyword);
  }

  override render(props: Props) {
    return <Row {...props} />;
  }
}

function stateOf({ id, source, color, on, mute }: Keyword): string {
  return JSON.stringify([id, source, color, on, mute?.until, mute?.titleOnly, mute !== undefined]);
}

function Row({ keyword, editedIn, counts, today, actions }: Props) {
  const { id, source, on, mute } = keyword;
  const [choosing, setChoosing] = useState(false);
  const close = () => {
    setChoosing(false);
    document.getElementById(`color-${id}`)?.focus();
  };
  const endEdit = (byKey: boolean) => {
    actions.setEditing(id, false);
    if (byKey) focusSoon(`edit-${id}`);
  };
  const isOff = !isAtWork(keyword, today);
  return (
    <li class={`keyword${isOff ? ' off' : ''}`}>
      <div class="keyword-row">
        <OptionsButton keyword={keyword} isOpen={choosing} toggle={() => setChoosing(!choosing)} />
        {editedIn ? (
          <KeywordEdit
            keyword={keyword}
            keywords={editedIn}
            save={(edited) => actions.saveEdit(id, edited)}
            closing={(before) => actions.closeEdit(id, before)}
            end={endEdit}
          />
        ) : (
          <button type="button" id={`edit-${id}`} class="keyword-text" title={t('popup_edit')} onClick={() => actions.setEditing(id, true)}>
            <span>{source}</span>
          </button>
        )}
        {!isOff && !editedIn && <KeywordCounts counts={counts} />}
        {!(mute && hasEnded(mute, today)) && (
          <Switch on={on} label={t(mute ? 'popup_mute' : 'popup_highlight', source)} onToggle={() => actions.change(id, { on: !on })} />
        )}
        <button type="button" id={`remove-${id}`} class="icon-button" aria-label={t('popup_remove', source)} onClick={() => actions.remove(id)}>
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="M4 4l8 8M12 4l-8 8" />
          </svg>
        </button>
      </div>
      {mute && (
        <p class="keyword-detail">
          {muteText(mute, today)} <EndedMute mute={mute} today={today} change={(next) => actions.change(id, { mute: next, on: true })} />
        </p>
      )}
      {!isOff && counts.isDead && <p class="keyword-detail dead">{t('popup_no_hits')}</p>}
      {choosing && (
        <KeywordOptions
          keyword={keyword}
          today={today}
          change={(patch) => actions.change(id, patch)}
          turn={(next) => actions.turn(id, next)}
          close={close}
        />
      )}
    </li>
  );
}

interface OptionsButtonProps {
  readonly keyword: Keyword;
  readonly isOpen: boolean;
  readonly toggle: () => void;
}

function OptionsButton({ keyword: { id, source, color, mute }, isOpen, toggle }: OptionsButtonProps) {
  return (
    <button
      type="button"
      id={`color-${id}`}
      class={mute ? 'swatch mute' : `swatch kw-${color}`}
      aria-label={mute ? t('popup_mute_options', source) : t('popup_color_of', source, t(`popup_${color}`))}
      aria-expanded={isOpen}
      onClick={toggle}
    >
      {mute ? <MuteIcon /> : <span aria-hidden="true">Aa</span>}
    </button>
  );
}
