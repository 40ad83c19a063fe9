import type { Month } from './mark-codec/paper-number';

/** Why nothing can be handed to the browser's sync at the moment. */
export interface SyncPause {
  readonly kind: 'too-many-writes' | 'no-space' | 'newer-version' | 'browser-error';
  /** The browser's own words; empty where the browser has said nothing. */
  readonly text: string;
}

/** How far what the reader decided has got on its way to the reader's other devices. */
export interface SyncStatus {
  readonly state: 'synced' | 'waiting' | 'paused';
  /** Papers, keywords and settings that storage.sync does not hold as this device has them. */
  readonly waiting: number;
  /** There while `state` is `paused`. */
  readonly pause?: SyncPause;
  /** Bytes of storage.sync in use and in all, as the browsers count them. */
  readonly usedBytes: number;
  readonly quotaBytes: number;
  /** `nearly-full`: soon hides of old papers will have to stay on this device, where there are any. `full`: they do. */
  readonly space: 'enough' | 'nearly-full' | 'full';
  /**
   * Hides and read marks of papers before this month stay on this device, or, when nearly full, are the next to. Undefined
   * where there is none that can. May be there when there is enough space: then they stayed when there was not.
   */
  readonly keptBefore?: Month;
}
