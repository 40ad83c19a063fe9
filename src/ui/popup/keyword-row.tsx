import { Component } from 'preact';
import { useState } from 'preact/hooks';
import type { Keyword } from '../../domain/keyword';
import { formatCount } from '../../platform/format';
import { t, tCount } from '../../platform/i18n';
import { ColorChoice } from './color-choice';
import { focusSoon } from './focus';
import { KeywordEdit } from './keyword-edit';
import type { KeywordPatch } from './keyword-edits';
import { Switch } from './switch';

/** What a row asks for; the object stays the same from one rendering to the next. */
export interface RowActions {
  readonly change: (id: string, patch: KeywordPatch) => void;
  readonly setEditing: (id: string, editing: boolean) => void;
  readonly remove: (id: string) => void;
  readonly saveEdit: (id: string, source: string) => void;
}

interface Props {
  readonly keyword: Keyword;
  /** The list that an edit must fit into; undefined while the keyword is not edited. */
  readonly editedIn: readonly Keyword[] | undefined;
  /** Matches on the page; undefined where there is no page. */
  readonly matches: number | undefined;
  readonly actions: RowActions;
}

/** One keyword. Of a thousand rows only those that differ are rendered again. */
export class KeywordRow extends Component<Props> {
  override shouldComponentUpdate({ keyword, editedIn, matches }: Props): boolean {
    const { id, source, color, on } = this.props.keyword;
    const same = keyword.id === id && keyword.source === source && keyword.color === color && keyword.on === on;
    return !same || editedIn !== this.props.editedIn || matches !== this.props.matches;
  }

  override render(props: Props) {
    return <Row {...props} />;
  }
}

function Row({ keyword, editedIn, matches, actions }: Props) {
  const { id, source, color, on } = keyword;
  const [choosing, setChoosing] = useState(false);
  const closeChoice = () => {
    setChoosing(false);
    document.getElementById(`color-${id}`)?.focus();
  };
  const endEdit = (byKey: boolean) => {
    actions.setEditing(id, false);
    if (byKey) focusSoon(`edit-${id}`);
  };
  return (
    <li class={`keyword${on ? '' : ' off'}`}>
      <div class="keyword-row">
        <button
          type="button"
          id={`color-${id}`}
          class={`swatch kw-${color}`}
          aria-label={t('popup_color_of', source, t(`popup_${color}`))}
          aria-expanded={choosing}
          onClick={() => setChoosing(!choosing)}
        >
          <span aria-hidden="true">Aa</span>
        </button>
        {editedIn ? (
          <KeywordEdit
            keyword={keyword}
            keywords={editedIn}
            save={(edited) => actions.saveEdit(id, edited)}
            end={endEdit}
          />
        ) : (
          <button type="button" id={`edit-${id}`} class="keyword-text" title={t('popup_edit')} onClick={() => actions.setEditing(id, true)}>
            <span>{source}</span>
          </button>
        )}
        {matches !== undefined && on && !editedIn && <MatchCount count={matches} />}
        <Switch on={on} label={t('popup_highlight', source)} onToggle={() => actions.change(id, { on: !on })} />
        <button type="button" id={`remove-${id}`} class="icon-button" aria-label={t('popup_remove', source)} onClick={() => actions.remove(id)}>
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="M4 4l8 8M12 4l-8 8" />
          </svg>
        </button>
      </div>
      {choosing && (
        <ColorChoice
          keyword={keyword}
          choose={(chosen) => {
            actions.change(id, { color: chosen });
            closeChoice();
          }}
          close={closeChoice}
        />
      )}
    </li>
  );
}

function MatchCount({ count }: { readonly count: number }) {
  return (
    <span class={`count${count === 0 ? ' none' : ''}`} title={tCount('popup_matches', count)}>
      <span aria-hidden="true">{formatCount(count)}</span>
      <span class="unseen">{tCount('popup_matches', count)}</span>
    </span>
  );
}
