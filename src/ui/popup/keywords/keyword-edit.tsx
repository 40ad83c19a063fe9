import { useEffect, useRef, useState } from 'preact/hooks';
import type { Keyword } from '../../../domain/keyword';
import { foldSpace } from '../../../domain/fold-space';
import { whyRejected } from '../../../domain/keyword-list';
import { t } from '../../../platform/i18n';
import { coalesce } from '../parts/coalesce';
import { rejection } from './field-text';
import { KeywordField } from './keyword-field';
import { TYPING_REST } from './live-draft';
import { usePageEnd } from '../parts/use-page-end';

interface Props {
  readonly keyword: Keyword;
  readonly keywords: readonly Keyword[];
  readonly save: (source: string) => void;
  /** The popup is closing, with the edit begun on `before`. */
  readonly closing: (before: string) => void;
  /** @param byKey the edit was ended by a key, so that the focus belongs back on the keyword */
  readonly end: (byKey: boolean) => void;
}

/** Edits a keyword in its place, live in the open tabs. Text that cannot be kept stays in the field until it can. */
export function KeywordEdit({ keyword, keywords, save, closing, end }: Props) {
  const [original] = useState(keyword.source);
  const [text, setText] = useState(original);
  const field = useRef<HTMLTextAreaElement>(null);
  const latestSave = useRef(save);
  latestSave.current = save;
  const [writer] = useState(() => coalesce<string>((source) => latestSave.current(source), TYPING_REST));
  const ended = useRef(false);
  useEffect(() => field.current?.select(), []);

  const reason = whyRejected(text, keywords, keyword.id);
  const restore = () => {
    writer.cancel();
    if (keyword.source !== original) save(original);
  };
  const type = (value: string) => {
    setText(value);
    if (whyRejected(value, keywords, keyword.id)) writer.cancel();
    else writer.push(foldSpace(value));
  };
  const finish = (byKey: boolean) => {
    // Taking the field away blurs it once more.
    if (ended.current || reason) return;
    ended.current = true;
    writer.cancel();
    save(foldSpace(text));
    end(byKey);
  };
  const escape = () => {
    ended.current = true;
    restore();
    end(true);
    return true;
  };
  const close = () => {
    if (ended.current) return;
    writer.cancel();
    // What is half typed and cannot be a keyword must not leave its last valid part behind.
    save(reason ? original : foldSpace(text));
    closing(original);
  };
  usePageEnd({ hidden: writer.flush, closing: close });

  return (
    <div class="keyword-edit">
      <KeywordField
        fieldRef={field}
        text={text}
        label={t('popup_edit_label', original)}
        invalid={reason !== undefined}
        describedBy={`problem-${keyword.id}`}
        onText={type}
        onEnter={() => finish(true)}
        onEscape={escape}
        onBlur={() => finish(false)}
      />
      <p id={`problem-${keyword.id}`} class="report" role="status">
        {reason && rejection(text, reason)}
      </p>
    </div>
  );
}
