import type { SyncPause, SyncStatus } from '../domain/sync-status';
import type { Plan } from './plan';
import { bytesOf, SYNC_QUOTA } from './sync-items';

/** What there is to say after a round that knows what storage.sync holds (`items`). */
export function statusOf(plan: Plan, items: Readonly<Record<string, unknown>>, pause: SyncPause | undefined): SyncStatus {
  const { waiting, space, keptBefore } = plan;
  return {
    state: pause ? 'paused' : waiting > 0 ? 'waiting' : 'synced',
    waiting,
    ...(pause && { pause }),
    usedBytes: bytesOf(Object.entries(items)),
    quotaBytes: SYNC_QUOTA.bytes,
    space,
    ...(keptBefore && { keptBefore }),
  };
}

/** What there is to say after a round that came to nothing. What was known before stays. */
export function statusOfFailure(before: SyncStatus | undefined, pause: SyncPause): SyncStatus {
  return { waiting: 0, usedBytes: 0, quotaBytes: SYNC_QUOTA.bytes, space: 'enough', ...before, state: 'paused', pause };
}

/** What holds until there is another try: a failure is shown until it is over. */
export function pauseUntilTried(before: SyncStatus | undefined, plan: Plan): SyncPause | undefined {
  if (plan.waiting === 0) return undefined;
  const lack = lackOf(plan);
  // The browser's refusals are over when it accepts; what this device found out by itself, as soon as it is not so.
  return lack ?? (before?.pause?.text ? before.pause : undefined);
}

/** What keeps this device from even trying: no room, or what a newer version of ours wrote. */
export function lackOf({ isShortOfRoom, blockedWaiting }: Plan): SyncPause | undefined {
  if (isShortOfRoom) return { kind: 'no-space', text: '' };
  return blockedWaiting > 0 ? { kind: 'newer-version', text: '' } : undefined;
}
