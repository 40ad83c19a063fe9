import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../../platform/i18n';

/** Milliseconds that a notice stays: time to read it and to reach for its undo. */
export const NOTICE_TIME = 10_000;

export interface Notice {
  readonly text: string;
  readonly undo?: () => void;
}

interface Props {
  readonly failure: string | undefined;
  readonly notice: Notice | undefined;
  readonly dismissFailure: () => void;
  readonly dismissNotice: () => void;
}

/** What has just happened, at the lower edge: a failure until it is dismissed, a notice for a while. */
export function MessagesBar({ failure, notice, dismissFailure, dismissNotice }: Props) {
  return (
    <div class="messages">
      <div role="alert">
        {failure && <FailureMessage failure={failure} dismiss={dismissFailure} />}
      </div>
      <div role="status">{notice && <NoticeMessage notice={notice} dismiss={dismissNotice} />}</div>
    </div>
  );
}

function FailureMessage({ failure, dismiss }: { readonly failure: string; readonly dismiss: () => void }) {
  const cameFrom = useRef<EventTarget | null>(null);
  const onClick = () => {
    if (cameFrom.current instanceof HTMLElement) cameFrom.current.focus();
    dismiss();
  };
  return (
    <div class="message failure">
      <p>{failure}</p>
      <button type="button" onFocus={(event) => (cameFrom.current = event.relatedTarget)} onClick={onClick}>
        {t('popup_dismiss')}
      </button>
    </div>
  );
}

function NoticeMessage({ notice, dismiss }: { readonly notice: Notice; readonly dismiss: () => void }) {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return undefined;
    const timer = setTimeout(dismiss, NOTICE_TIME);
    return () => clearTimeout(timer);
  }, [notice, held]);
  const hold = () => setHeld(true);
  const release = () => setHeld(false);
  return (
    <div class="message" onMouseEnter={hold} onMouseLeave={release} onFocusIn={hold} onFocusOut={release}>
      <p>{notice.text}</p>
      {notice.undo && (
        <button type="button" onClick={notice.undo}>
          {t('popup_undo')}
        </button>
      )}
    </div>
  );
}
