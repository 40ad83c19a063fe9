import { listeners } from '../../domain/listeners';

/** Whether hidden cards are shown, dimmed, on this page. Not kept: a visit begins with them hidden. */
export interface HiddenShown {
  readonly value: boolean;
  toggle(): void;
  onChanged(listener: () => void, signal: AbortSignal): void;
}

export function hiddenShownSwitch(): HiddenShown {
  const changes = listeners<void>();
  let value = false;
  return {
    get value() {
      return value;
    },
    toggle() {
      value = !value;
      changes.tell();
    },
    onChanged: changes.add,
  };
}
