import type { RefObject, TargetedClipboardEvent, TargetedInputEvent, TargetedKeyboardEvent } from 'preact';

interface Props {
  readonly id?: string;
  readonly text: string;
  readonly label: string;
  readonly placeholder?: string;
  readonly invalid: boolean;
  /** Id of the element that says what is wrong. */
  readonly describedBy: string;
  readonly fieldRef: RefObject<HTMLTextAreaElement | null>;
  readonly onText: (text: string) => void;
  readonly onEnter: () => void;
  /** @returns false when there was nothing to give up, so that Escape closes the popup as usual */
  readonly onEscape: () => boolean;
  readonly onBlur?: () => void;
  /** Hears what the field would hold after a paste of several lines, instead of the paste. */
  readonly onPasteLines?: (text: string) => void;
}

/** A field for keyword syntax. It takes several lines, because an input would join the lines of a paste without a word. */
export function KeywordField(props: Props) {
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLTextAreaElement>) => {
    // An input method uses both keys to finish or drop what it composes.
    if (event.isComposing) return;
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      props.onEnter();
    }
    if (event.key === 'Escape' && props.onEscape()) event.preventDefault();
  };
  const onPaste = (event: TargetedClipboardEvent<HTMLTextAreaElement>) => {
    const pasted = event.clipboardData?.getData('text/plain') ?? '';
    if (!props.onPasteLines || !/[\r\n]/.test(pasted.trim())) return;
    event.preventDefault();
    const { value, selectionStart, selectionEnd } = event.currentTarget;
    props.onPasteLines(value.slice(0, selectionStart) + pasted + value.slice(selectionEnd));
  };
  return (
    <textarea
      ref={props.fieldRef}
      id={props.id}
      class="keyword-field"
      rows={Math.min(6, props.text.split('\n').length)}
      value={props.text}
      aria-label={props.label}
      aria-invalid={props.invalid}
      aria-describedby={props.describedBy}
      placeholder={props.placeholder}
      autocomplete="off"
      autocapitalize="off"
      spellcheck={false}
      onInput={(event: TargetedInputEvent<HTMLTextAreaElement>) => props.onText(event.currentTarget.value)}
      onKeyDown={onKeyDown}
      onPaste={onPaste}
      onBlur={props.onBlur}
    />
  );
}
