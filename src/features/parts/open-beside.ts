const GAP = 6;
const EDGE = 8;

/**
 * Opens a popover below its anchor, above it where there is more room. It is in the browser's top layer, since cards cut off what
 * reaches over their edges, and stands on the page: it scrolls with its card.
 */
export function openBeside(anchor: HTMLElement, box: HTMLElement): void {
  box.showPopover();
  const { innerHeight, scrollX, scrollY } = window;
  // `clientWidth` counts the gutter that a page may keep for a scrollbar.
  const { right: pageWidth } = box.ownerDocument.documentElement.getBoundingClientRect();
  const { left, top, bottom } = anchor.getBoundingClientRect();
  const { width, height } = box.getBoundingClientRect();
  const isBelow = bottom + GAP + height <= innerHeight || innerHeight - bottom > top;
  box.style.left = `${scrollX + Math.max(EDGE, Math.min(left, pageWidth - width - EDGE))}px`;
  box.style.top = `${scrollY + (isBelow ? bottom + GAP : Math.max(EDGE, top - GAP - height))}px`;
}
