import { useState } from 'preact/hooks';
import type { Keyword } from '../../domain/keyword';
import { formatCount } from '../../platform/format';
import { t, tCount } from '../../platform/i18n';
import { ColorChoice } from './color-choice';
import { focusSoon } from './focus';
import { KeywordEdit } from './keyword-edit';
import type { KeywordPatch } from './keyword-edits';
import { Switch } from './switch';

interface Props {
  readonly keyword: Keyword;
  readonly keywords: readonly Keyword[];
  /** Matches on the page; undefined where there is no page. */
  readonly matches: number | undefined;
  readonly editing: boolean;
  readonly setEditing: (editing: boolean) => void;
  readonly change: (patch: KeywordPatch) => void;
  readonly remove: () => void;
}

export function KeywordRow({ keyword, keywords, matches, editing, setEditing, change, remove }: Props) {
  const { id, source, color, on } = keyword;
  const [choosing, setChoosing] = useState(false);
  const closeChoice = () => {
    setChoosing(false);
    document.getElementById(`color-${id}`)?.focus();
  };
  const endEdit = (byKey: boolean) => {
    setEditing(false);
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
        {editing ? (
          <KeywordEdit
            keyword={keyword}
            keywords={keywords}
            save={(edited) => change({ source: edited })}
            end={endEdit}
          />
        ) : (
          <button type="button" id={`edit-${id}`} class="keyword-text" title={t('popup_edit')} onClick={() => setEditing(true)}>
            <span>{source}</span>
          </button>
        )}
        {matches !== undefined && on && !editing && <MatchCount count={matches} />}
        <Switch on={on} label={t('popup_highlight', source)} onToggle={() => change({ on: !on })} />
        <button type="button" id={`remove-${id}`} class="icon-button" aria-label={t('popup_remove', source)} onClick={remove}>
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="M4 4l8 8M12 4l-8 8" />
          </svg>
        </button>
      </div>
      {choosing && (
        <ColorChoice
          keyword={keyword}
          choose={(chosen) => {
            change({ color: chosen });
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
