/** Half a frame: the page stays fluid while many cards are worked on. */
const SLICE_MS = 8;

export interface SlicedWork {
  /** Does the next piece; false when there is none. */
  next(): boolean;
  /** Called at the end of each slice. */
  afterSlice(): void;
  /** Called when there is nothing left. */
  done(): void;
}

/**
 * Does work before the next frame is painted, in slices, until there is none left.
 * @returns `wake` to be called whenever there is work
 */
export function workInSlices(document: Document, work: SlicedWork, signal: AbortSignal): { wake(): void } {
  let awake = false;
  const slice = () => {
    if (signal.aborted) return;
    const end = performance.now() + SLICE_MS;
    let more = true;
    while (more && performance.now() < end) more = work.next();
    if (more) {
      setTimeout(slice);
    } else {
      awake = false;
      work.done();
    }
    work.afterSlice();
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
