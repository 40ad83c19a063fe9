import { isLeftOut, setFiltered } from '../site/arranged-cards';

/**
 * What the first slice has room for. The next ones have twice as much each: they are further down, where the browser need not
 * lay out what it does not show. A card that comes into sight costs it more than one that goes.
 */
const ROOM = 120;
const COST = { show: 8, leaveOut: 1 };

/** The frame that paints a slice, and the one in which the browser finds out what has come into sight by it, are full already. */
const FRAMES_BETWEEN = 3;

export interface FilterSlices {
  /** Puts cells in or out of sight, the first ones at once and the others in the frames that follow. Later calls replace earlier ones. */
  set(wanted: ReadonlyMap<HTMLElement, boolean>): void;
  stop(): void;
}

/** Hundreds of cards that come or go at one go would hold up a reader who types. @param edit makes changes to the page that are ours */
export function filterSlices(edit: (change: () => void) => void, signal: AbortSignal): FilterSlices {
  let rest: (readonly [HTMLElement, boolean])[] = [];
  let frame = 0;
  const slice = (space: number) => {
    let room = space;
    while (rest.length > 0 && room > 0) {
      const [cell, leaveOut] = rest.shift()!;
      setFiltered(cell, leaveOut);
      room -= leaveOut ? COST.leaveOut : COST.show;
    }
    if (rest.length > 0) afterFrames(FRAMES_BETWEEN, () => edit(() => slice(2 * space)));
  };
  const afterFrames = (count: number, work: () => void) => {
    frame = requestAnimationFrame(() => (count > 1 ? afterFrames(count - 1, work) : work()));
  };
  const stop = () => {
    cancelAnimationFrame(frame);
    rest = [];
  };
  signal.addEventListener('abort', stop);
  return {
    set(wanted) {
      stop();
      rest = [...wanted].filter(([cell, leaveOut]) => isLeftOut(cell) !== leaveOut);
      slice(ROOM);
    },
    stop,
  };
}
