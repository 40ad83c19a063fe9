import type { SyncStatus } from '../domain/sync-status';
import type { Alarm } from '../platform/alarm';
import type { RoundResult, SyncEngine } from './engine';

/**
 * Milliseconds. Together they keep us at 20 writing rounds a minute, each of one call or, rarely, two, where Chromium allows
 * 120 calls a minute and 1,800 an hour.
 */
const LOOK = 50;
const QUIET = 1000;
const LONGEST_WAIT = 5000;
const GAP = 3000;
/** Milliseconds from one refusal to the next try, doubled each time; 15 s to half an hour. */
const RETRY = { first: 15_000, longest: 1_800_000 };

const LONGEST_RETRY = 1.25 * RETRY.longest;

const MINUTE = 60_000;

/** What the browser's refusals have led to: kept, since the script that is refused is ended while it waits. */
export interface Refusals {
  readonly count: number;
  /** Unix time in milliseconds before which there is no other try. */
  readonly notBefore: number;
}

export interface RefusalStore {
  get(): Promise<Refusals>;
  set(refusals: Refusals): Promise<void>;
}

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
export function scheduleRounds(engine: SyncEngine, alarm: Alarm, store: RefusalStore, random: () => number, signal: AbortSignal): Schedule {
  const look = timer(() => void engine.round(false).then(follow), signal);
  const write = timer(() => void engine.round(true).then(followWrite), signal);
  let dueSince: number | undefined;
  let refusals: Refusals = { count: 0, notBefore: 0 };
  let lastWrite = -Infinity;
  let isAlarmSet = false;

  const setAlarm = (minutes: number | undefined) => {
    if (minutes !== undefined) alarm.set(minutes);
    else if (isAlarmSet) alarm.clear();
    isAlarmSet = minutes !== undefined;
  };
  const keep = (next: Refusals) => {
    refusals = next;
    // Not kept, the next script tries a little too early.
    store.set(next).catch(() => undefined);
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
    const at = Math.max(Math.min(now + QUIET, dueSince + LONGEST_WAIT), lastWrite + GAP, refusals.notBefore);
    write.start(at - now);
    // Another minute, in case this script is ended before: the alarm comes with no harm after the write, too.
    setAlarm(Math.max(1, Math.ceil((at - now) / MINUTE)));
  };
  const followWrite = (result: RoundResult) => {
    const now = Date.now();
    dueSince = undefined;
    lastWrite = now;
    const count = isRefused(result.status) ? refusals.count + 1 : 0;
    if (count > 0 || refusals.count > 0) keep({ count, notBefore: count > 0 ? now + retryDelay(count, random()) : 0 });
    follow(result);
  };
  alarm.onRing(() => {
    isAlarmSet = false;
    look.start(0);
  });
  // What was left by a script that was ended is found now.
  void store.get().then(
    (kept) => {
      // A clock that was set back must not make us wait for years.
      if (kept.notBefore - Date.now() <= LONGEST_RETRY) refusals = kept;
    },
    () => undefined,
  ).finally(() => look.start(0));
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
