import type { IsoDate } from '../../../domain/iso-date';
import type { Mute } from '../../../domain/mute';
import { useEffect, useRef, useState } from 'preact/hooks';
import { nextColor, type Keyword } from '../../../domain/keyword';
import { addKeywords } from '../../../domain/keyword-list';
import { t, tCount } from '../../../platform/i18n';
import { randomId } from '../../../platform/random-id';
import { additionReport, draftOf, fieldHint, leftover, linesOf } from './field-text';
import { KeywordField } from './keyword-field';
import type { LiveDraft } from './live-draft';
import { MuteChoice } from './mute-choice';
import { MuteIcon } from './mute-icon';
import { usePageEnd } from '../parts/use-page-end';

export const ADD_FIELD_ID = 'add-field';

interface Props {
  readonly keywords: readonly Keyword[];
  readonly live: LiveDraft;
  /** Matches of the draft on the page; undefined where there is no page. */
  readonly draftMatches: number | undefined;
  readonly today: IsoDate;
  /** False when storage refused them. */
  readonly add: (added: readonly Keyword[]) => Promise<boolean>;
}

/** Adds keywords: one by Enter, many by a paste. What is typed is highlighted in the open tabs meanwhile. */
export function AddField({ keywords, live, draftMatches, today, add }: Props) {
  const [text, setText] = useState(live.initialText);
  const [report, setReport] = useState('');
  const [mute, setMute] = useState<Mute>();
  const field = useRef<HTMLTextAreaElement>(null);
  usePageEnd({ hidden: live.flush, closing: live.close });
  useEffect(() => live.typed(text, draftOf(text, keywords)), [text, keywords]);
  useEffect(() => field.current?.focus(), []);

  const draft = draftOf(text, keywords);
  const hint = fieldHint(text, keywords);
  const submit = async (whole: string) => {
    const addition = addKeywords(keywords, linesOf(whole), randomId);
    const rest = leftover(addition);
    setText(rest);
    setReport(linesOf(whole).length > 0 ? additionReport(addition) : '');
    const added = mute ? addition.added.map((keyword) => ({ ...keyword, mute })) : addition.added;
    if (added.length === 0 || (await add(added))) return;
    setReport('');
    // The words are back in the field, before whatever was typed meanwhile.
    setText((now) => (now === rest ? whole : `${whole}\n${now}`));
  };
  const escape = () => {
    if (text === '') return false;
    setText('');
    setReport('');
    return true;
  };
  const matches = draft && draftMatches !== undefined ? tCount(mute ? 'popup_draft_mutes' : 'popup_draft_matches', draftMatches) : '';

  return (
    <form
      class="add"
      onSubmit={(event) => {
        event.preventDefault();
        void submit(text);
        field.current?.focus();
      }}
    >
      <div class="add-row">
        <span class={mute ? 'swatch mute' : `swatch kw-${draft?.color ?? nextColor(keywords)}`} aria-hidden="true">
          {mute ? <MuteIcon /> : 'Aa'}
        </span>
        <KeywordField
          id={ADD_FIELD_ID}
          fieldRef={field}
          text={text}
          label={t('popup_add_label')}
          placeholder={t('popup_add_placeholder')}
          invalid={hint !== '' && linesOf(text).length === 1}
          describedBy="add-report"
          onText={(value) => {
            setText(value);
            setReport('');
          }}
          onEnter={() => void submit(text)}
          onEscape={escape}
          onBlur={live.flush}
          onPasteLines={(whole) => void submit(whole)}
        />
        <button type="submit" class="primary">
          {t('popup_add')}
        </button>
      </div>
      <div class="add-as" role="radiogroup" aria-label={t('popup_add_as')}>
        <AddAs chosen={!mute} text={t('popup_as_highlight')} choose={() => setMute(undefined)} />
        <AddAs chosen={mute !== undefined} text={t('popup_as_mute')} choose={() => setMute({})} />
        {mute && <MuteChoice mute={mute} today={today} change={setMute} />}
      </div>
      <p id="add-report" class="report" role="status">
        {report || hint || matches}
      </p>
    </form>
  );
}

interface AddAsProps {
  readonly chosen: boolean;
  readonly text: string;
  readonly choose: () => void;
}

function AddAs({ chosen, text, choose }: AddAsProps) {
  return (
    <label class="check">
      <input type="radio" name="add-as" checked={chosen} onChange={choose} />
      {text}
    </label>
  );
}
