import type { ComponentChildren } from 'preact';
import { t } from '../../../platform/i18n';
import { errorText } from './error-text';
import type { LazyPart } from './lazy-part';
import { useSource } from './source';

interface Props<T> {
  readonly id?: string;
  readonly kind: string;
  readonly title: string;
  readonly part: LazyPart<T>;
  readonly open?: boolean;
  readonly setOpen?: (open: boolean) => void;
  /** Shows what has failed until it is dismissed. */
  readonly alarm: (text: string) => void;
  readonly children: (loaded: T) => ComponentChildren;
}

/** A folded section whose content is loaded when the pointer or the focus comes to it, so that it is mostly there when it is opened. */
export function LazySection<T>({ id, kind, title, part, open, setOpen, alarm, children }: Props<T>) {
  const loaded = useSource(part.loaded);
  // Nobody has asked for it yet: when it is opened it is tried again, and told.
  const prepare = () => void part.load().catch(() => undefined);
  const onToggle = (isOpen: boolean) => {
    setOpen?.(isOpen);
    if (isOpen) part.load().catch((error: unknown) => alarm(t('popup_part_not_loaded', errorText(error))));
  };
  return (
    <details id={id} class={kind} open={open} onToggle={(event) => onToggle(event.currentTarget.open)} onPointerEnter={prepare} onFocusIn={prepare}>
      <summary>
        <h2>{title}</h2>
      </summary>
      {loaded && children(loaded)}
    </details>
  );
}
