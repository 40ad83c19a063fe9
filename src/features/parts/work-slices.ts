/** Half a frame: the page stays fluid while many cards are worked on. */
const SLICE_MS = 8;

/** A page in the background is given one turn a second, and has nothing to keep fluid. */
const HIDDEN_SLICE_MS = 200;

export interface SlicedWork {
  /** Does the next piece; false when there is none. */
  next(): boolean;
  /** Called at the end of each slice, before it can be painted, with whether another one follows. */
  afterSlice(more: boolean): void;
}

/**
 * Does work before the next frame is painted, in slices, until there is none left.
 * @returns `wake` to be called whenever there is work
 */
export function workInSlices(document: Document, work: SlicedWork, signal: AbortSignal): { wake(): void } {
  let awake = false;
  const slice = () => {
    if (signal.aborted) return;
    const start = performance.now();
    const end = start + (document.hidden ? HIDDEN_SLICE_MS : SLICE_MS);
    let more = true;
    while (more && performance.now() < end) more = work.next();
    // The work may have been the end of it all.
    if (signal.aborted) return;
    // What is done last concerns all of it, and is not to make a long task longer.
    if (!more && performance.now() - start > SLICE_MS / 2) return goOn(document, slice);
    awake = more;
    if (more) goOn(document, slice);
    work.afterSlice(more);
  };
  return {
    wake() {
      if (awake) return;
      awake = true;
      // A page in the background paints no frames.
      if (document.hidden) setTimeout(slice);
      else requestAnimationFrame(slice);
    },
  };
}

/** In a task of its own, so that the page may paint between. After a few in a row a timer would be let wait for 4 ms. */
function goOn(document: Document, slice: () => void): void {
  const { scheduler } = document.defaultView as { readonly scheduler?: { postTask(work: () => void): Promise<void> } };
  if (scheduler) void scheduler.postTask(slice);
  else setTimeout(slice);
}
