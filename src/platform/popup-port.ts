import { browser } from './browser';

const PORT_NAME = 'popup-open';

/** The popup's end: the background script knows that it is open until it closes, whatever way it does. */
export function announcePopup(): void {
  const port = browser.runtime.connect({ name: PORT_NAME });
  // The browser may stop the worker at any time: connecting again starts it.
  port.onDisconnect.addListener(announcePopup);
}

/** The background's end: tells when the last popup has closed. */
export function onPopupsClosed(listener: () => void): void {
  let open = 0;
  browser.runtime.onConnect.addListener((port) => {
    if (port.name !== PORT_NAME) return;
    open++;
    port.onDisconnect.addListener(() => {
      open--;
      if (open === 0) listener();
    });
  });
}
