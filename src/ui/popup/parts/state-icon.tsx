import type { SyncStatus } from '../../../domain/sync-status';

const PATHS: Readonly<Record<SyncStatus['state'] | 'warning', string>> = {
  synced: 'M3 8.5l3.5 3.5L13 4.5',
  waiting: 'M8 13V3M4 7l4-4 4 4',
  paused: 'M5.5 3v10M10.5 3v10',
  warning: 'M8 2.5L14.5 13.5H1.5ZM8 6.5v3M8 11.4v.2',
};

/** A shape for each state, so that color alone never tells. The words beside it say the same. */
export function StateIcon({ kind }: { readonly kind: SyncStatus['state'] | 'warning' }) {
  return (
    <svg class={`state-icon ${kind}`} viewBox="0 0 16 16" aria-hidden="true">
      <path d={PATHS[kind]} />
    </svg>
  );
}
