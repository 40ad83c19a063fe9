/**
 * Remembers what has the focus in `part`, which the host may throw away with its own nodes at any time.
 * @returns gives the focus back, once `part` is on the page again; nothing is done when the reader has gone elsewhere meanwhile
 */
export function keepFocus(part: HTMLElement): () => void {
  const { ownerDocument: document } = part;
  let focused: HTMLElement | undefined;
  part.addEventListener('focusin', (event) => {
    focused = event.target as HTMLElement;
  });
  part.addEventListener('focusout', () => {
    // Some browsers fire this for nodes that are taken out, too: those have left the page by then.
    queueMicrotask(() => {
      if (part.isConnected && document.activeElement !== focused) focused = undefined;
    });
  });
  return () => {
    if (!focused || document.activeElement !== document.body) return;
    const { selectionStart, selectionEnd, selectionDirection } = focused as Partial<HTMLInputElement>;
    focused.focus({ preventScroll: true });
    // Null where there is no text to select.
    if (typeof selectionStart === 'number') (focused as HTMLInputElement).setSelectionRange(selectionStart, selectionEnd!, selectionDirection!);
  };
}
