import type { SyncStatus } from '../domain/sync-status';
import type { Alarm } from '../platform/alarm';
import type { RoundResult, SyncEngine } from './engine';

/** Milliseconds. Together they keep us at 20 writes a minute, where Chromium allows 120, and 1,200 an hour of its 1,800. */
const LOOK = 50;
const QUIET = 1000;
const LONGEST_WAIT = 5000;
const GAP = 3000;
/** Milliseconds from one refusal to the next try, doubled each time; 15 s to half an hour. */
const RETRY = { first: 15_000, longest: 1_800_000 };

const MINUTE = 60_000;

export interface Schedule {
  /** To be called when something has changed here or in storage.sync. */
  wake(): void;
}

/**
 * Runs rounds: soon after a change one that looks, so that what waits is known and what came is shown, and one that
 * writes when nothing more has changed for a while. The browser may end this script at any time; the alarm starts it again as
 * long as something is to be written.
 * @param random from 0 to 1; devices that were refused together should not come back together
 */
export function scheduleRounds(engine: SyncEngine, alarm: Alarm, random: () => number, signal: AbortSignal): Schedule {
  const look = timer(() => void engine.round(false).then(follow), signal);
  const write = timer(() => void engine.round(true).then(followWrite), signal);
  let dueSince: number | undefined;
  let notBefore = 0;
  let refusals = 0;
  let isAlarmSet = false;

  const setAlarm = (minutes: number | undefined) => {
    if (minutes !== undefined) alarm.set(minutes);
    else if (isAlarmSet) alarm.clear();
    isAlarmSet = minutes !== undefined;
  };
  const follow = ({ isDue }: RoundResult) => {
    if (!isDue) {
      dueSince = undefined;
      write.cancel();
      setAlarm(undefined);
      return;
    }
    const now = Date.now();
    dueSince ??= now;
    const at = Math.max(Math.min(now + QUIET, dueSince + LONGEST_WAIT), notBefore);
    write.start(at - now);
    // Another minute, in case this script is ended before: the alarm comes with no harm after the write, too.
    setAlarm(Math.max(1, Math.ceil((at - now) / MINUTE)));
  };
  const followWrite = (result: RoundResult) => {
    const now = Date.now();
    dueSince = undefined;
    refusals = isRefused(result.status) ? refusals + 1 : 0;
    notBefore = now + (refusals > 0 ? retryDelay(refusals, random()) : GAP);
    follow(result);
  };
  alarm.onRing(() => {
    isAlarmSet = false;
    void engine.round(true).then(followWrite);
  });
  // What was left by a script that was ended is found now.
  look.start(0);
  return {
    wake() {
      // Not anew each time: changes that never rest are to be taken in, too.
      if (!look.isRunning()) look.start(LOOK);
    },
  };
}

/** By the browser. A lack that this device knows of by itself is no reason to wait with what can be written. */
function isRefused({ pause }: SyncStatus): boolean {
  return pause !== undefined && pause.text !== '';
}

/** 15, 30, 60 … seconds, each a quarter more or less. */
function retryDelay(refusals: number, random: number): number {
  return Math.min(RETRY.first * 2 ** (refusals - 1), RETRY.longest) * (0.75 + random / 2);
}

interface Timer {
  /** Starts anew, whatever was waited for. */
  start(milliseconds: number): void;
  cancel(): void;
  isRunning(): boolean;
}

function timer(work: () => void, signal: AbortSignal): Timer {
  let id: ReturnType<typeof setTimeout> | undefined;
  const cancel = () => {
    clearTimeout(id);
    id = undefined;
  };
  const ring = () => {
    id = undefined;
    work();
  };
  signal.addEventListener('abort', cancel);
  return {
    cancel,
    isRunning: () => id !== undefined,
    start(milliseconds) {
      cancel();
      if (!signal.aborted) id = setTimeout(ring, milliseconds);
    },
  };
}
