import { markOwn } from '../../site/places';
import { button, element } from './element';

/** Long enough to read a title and to reach the button; it waits while the pointer or the focus is on it. */
const SHOWN_MS = 8000;

export interface ToastAction {
  readonly label: string;
  run(): void;
}

export interface Toaster {
  /** To be called before there is anything to say: a live region is only heard when it was there before its text. */
  prepare(): void;
  /** Says `text` to the eye and to a screen reader, in place of what it said before. */
  show(text: string, action?: ToastAction): void;
  /** Takes the message away. */
  dismiss(): void;
}

/** The one message at the foot of the page. */
export function createToaster(document: Document, signal: AbortSignal): Toaster {
  const region = markOwn(element(document, 'div', 'papersift-toast-region', { role: 'status' }), 'toast');
  const place = () => {
    if (!region.isConnected && !signal.aborted) document.body?.append(region);
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = () => clearTimeout(timer);
  const dismiss = () => {
    stop();
    region.replaceChildren();
  };
  const wait = () => {
    stop();
    timer = setTimeout(dismiss, SHOWN_MS);
  };
  region.addEventListener('pointerenter', stop);
  region.addEventListener('pointerleave', wait);
  region.addEventListener('focusin', stop);
  region.addEventListener('focusout', wait);
  signal.addEventListener('abort', () => {
    stop();
    region.remove();
  });
  return {
    prepare: place,
    dismiss,
    show(text, action) {
      if (signal.aborted) return;
      place();
      const toast = element(document, 'div', 'papersift-toast', {}, [element(document, 'span', 'papersift-toast-text', {}, [text])]);
      if (action) {
        toast.append(
          button(document, 'papersift-toast-action', action.label, () => {
            dismiss();
            action.run();
          }),
        );
      }
      region.replaceChildren(toast);
      wait();
    },
  };
}
