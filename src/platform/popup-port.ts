import { browser } from './browser';

const PORT_NAME = 'popup-open';

/**
 * The popup's end: the background script knows that it is open until it closes, whatever way it does. The browser may stop
 * the worker at any time, and connecting starts it again: a popup that nobody sees, as a tab in the background, lets it
 * rest until it is seen again or closes.
 */
export function announcePopup(): void {
  let isConnected = false;
  const connect = () => {
    if (isConnected) return;
    isConnected = true;
    browser.runtime.connect({ name: PORT_NAME }).onDisconnect.addListener(() => {
      isConnected = false;
      connectIfSeen();
    });
  };
  const connectIfSeen = () => {
    if (document.visibilityState === 'visible') connect();
  };
  connect();
  document.addEventListener('visibilitychange', connectIfSeen);
  // A worker that has not heard that this popup was open is not told by its end that it has closed.
  window.addEventListener('pagehide', connect);
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
