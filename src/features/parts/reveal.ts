/** Between a card and what covers the page at its edges; below there is a message now and then. */
const GAP = { above: 12, below: 72 };

/** How far down the page is covered at `x` by what does not scroll with it. */
export function coveredTop(document: Document, x: number): number {
  const window = document.defaultView!;
  let covered = 0;
  for (;;) {
    const edges = document.elementsFromPoint(x, covered + 1).map((element) => bottomOfFixed(element, window));
    const next = Math.max(covered, ...edges);
    if (next === covered) return covered;
    covered = next;
  }
}

function bottomOfFixed(element: Element, window: Window): number {
  for (let at: Element | null = element; at; at = at.parentElement) {
    if (!/^(?:fixed|sticky)$/.test(window.getComputedStyle(at).position)) continue;
    const { bottom, height } = at.getBoundingClientRect();
    // What covers half the page is no header.
    return height < window.innerHeight / 2 ? bottom : 0;
  }
  return 0;
}

/** Scrolls no further than is needed to see all of `element`, or its beginning when it is taller than what is seen. */
export function reveal(element: Element): void {
  const document = element.ownerDocument;
  const window = document.defaultView!;
  // Again, since a header may stick only once the page is scrolled.
  for (let tries = 0; tries < 3; tries += 1) {
    const { top, bottom, left, width } = element.getBoundingClientRect();
    const above = top - coveredTop(document, left + width / 2) - GAP.above;
    const below = bottom - window.innerHeight + GAP.below;
    const way = above < 0 ? above : Math.min(above, Math.max(0, below));
    if (Math.abs(way) < 1) return;
    // Never smoothly: who holds a key would see the page run after it.
    window.scrollBy({ top: way, behavior: 'instant' });
  }
}

/** The first of the elements, in the order in which they are seen, that begins in sight. */
export function firstInSight<T>(all: readonly T[], elementOf: (each: T) => Element): T | undefined {
  const [first] = all;
  if (!first) return undefined;
  const document = elementOf(first).ownerDocument;
  const height = document.defaultView!.innerHeight;
  const { left, width } = elementOf(first).getBoundingClientRect();
  const covered = coveredTop(document, left + width / 2);
  const edges = all.map((each) => elementOf(each).getBoundingClientRect());
  const begins = edges.findIndex(({ top }) => top >= covered && top < height);
  return all[begins >= 0 ? begins : Math.max(0, edges.findIndex(({ bottom }) => bottom > covered))];
}
