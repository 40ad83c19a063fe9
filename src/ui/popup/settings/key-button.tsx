import { useRef, useState } from 'preact/hooks';
import { strokeOf } from '../../../domain/key-strokes';
import { isUsable, type Keys } from '../../../domain/key-table';
import { t } from '../../../platform/i18n';
import { KeyCaps } from './key-caps';

/** Milliseconds in which a second key makes two in a row of it, such as g and s. */
const SECOND_KEY_TIME = 1500;

interface Props {
  readonly name: string;
  readonly keys: readonly Keys[];
  /** @param keys '' for none */
  readonly choose: (keys: Keys) => void;
}

/** Shows the keys of an action; pressed, it takes the next key, or two in a row. */
export function KeyButton({ name, keys, choose }: Props) {
  const [listening, setListening] = useState(false);
  const first = useRef<{ keys: Keys; at: number } | undefined>(undefined);
  const listen = (on: boolean) => {
    first.current = undefined;
    setListening(on);
  };
  const take = (event: KeyboardEvent) => {
    if (event.key === 'Escape') return listen(false);
    if (event.key === 'Backspace' || event.key === 'Delete') {
      choose('');
      return listen(false);
    }
    const stroke = strokeOf(event);
    if (!stroke || !isUsable(stroke)) return undefined;
    const before = first.current;
    const isSecond = before !== undefined && event.timeStamp - before.at < SECOND_KEY_TIME;
    first.current = { keys: stroke, at: event.timeStamp };
    choose(isSecond ? `${before.keys} ${stroke}` : stroke);
    return isSecond ? listen(false) : undefined;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // Tab goes on, and the browser's own keys stay its own.
    if (!listening || event.key === 'Tab' || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    if (event.key === 'Enter' || event.key === ' ') listen(false);
    else take(event);
  };
  const isWaiting = listening && first.current === undefined;
  return (
    <button type="button" class={`key-button${listening ? ' listening' : ''}`} onClick={() => listen(!listening)} onKeyDown={onKeyDown} onBlur={() => listen(false)}>
      <span class="unseen">{t('popup_key_of', name)} </span>
      {isWaiting && t('popup_key_press')}
      {!isWaiting && keys.length === 0 && t('popup_key_none')}
      {!isWaiting && keys.map((each) => [<KeyCaps key={each} keys={each} />, ' '])}
    </button>
  );
}
