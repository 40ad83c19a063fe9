import type { Keyword } from '../../domain/keyword';
import type { PageStatus } from '../../domain/page-status';
import type { Settings } from '../../domain/settings';
import type { SyncStatus } from '../../domain/sync-status';
import type { ExclusiveArea } from '../../platform/exclusive-area';
import { pageMemory } from '../../platform/page-memory';
import { watchPageStatus } from '../../platform/page-port';
import { hasSiteAccess, onSiteAccessChanged } from '../../platform/site-access';
import { draftKeywordItem, editableKeywords, editableSettings } from '../../storage/preferences';
import { syncStatusItem } from '../../storage/sync-status';
import { isOpenedAtBackup } from './backup/backup-place';
import type { BackupPart } from './backup/backup-section';
import { followHits, type Hits } from './keywords/hits';
import { lazyPart, type LazyPart } from './parts/lazy-part';
import { leftEdits, type LeftEdits } from './keywords/left-edits';
import { liveDraft, type LiveDraft } from './keywords/live-draft';
import { optimisticItem, type OptimisticItem } from './parts/optimistic-item';
import { createSource, type Source } from './parts/source';
import { starSearch, type StarSearch } from './starred/star-search';
import { followStarred, type StarredModel } from './starred/starred-model';

/** All that the popup shows, each part following its source. */
export interface PopupModel {
  readonly settings: OptimisticItem<Settings>;
  readonly keywords: OptimisticItem<readonly Keyword[]>;
  readonly live: LiveDraft;
  readonly edits: LeftEdits;
  readonly starred: StarredModel;
  readonly search: StarSearch;
  readonly hits: Source<Hits>;
  readonly access: Source<boolean>;
  readonly status: Source<PageStatus | 'waiting' | undefined>;
  readonly sync: Source<SyncStatus | undefined>;
  readonly backup: LazyPart<BackupPart>;
  readonly failure: Source<unknown>;
  readonly reportFailure: (error: unknown) => void;
}

/** Milliseconds that the first rendering waits for the page and for the stars, so that what they say does not push the rest down. */
const PATIENCE = 100;

/** Reads everything that the first rendering needs. Rejects with storage's error. */
export async function loadPopup(area: ExclusiveArea, signal: AbortSignal): Promise<PopupModel> {
  const [failure, reportFailure] = createSource<unknown>(undefined);
  const outside = Promise.all([followAccess(signal), followPage(signal)]);
  const backup = lazyPart(() => loadBackup(area, reportFailure, signal));
  const [settings, keywords, hits, sync] = await Promise.all([
    optimisticItem(editableSettings(area), signal),
    optimisticItem(editableKeywords(area), signal),
    followHits(area, reportFailure, signal),
    followSync(area, signal),
    // Where it cannot be loaded, the section says so.
    isOpenedAtBackup() && backup.load().catch(() => undefined),
  ]);
  // Storage answers in turn: years of stars would keep everything else waiting.
  const starred = followStarred(area, pageMemory('starred-places'), signal);
  const [[access, status]] = await Promise.all([outside, firstChange(starred.view)]);
  const live = liveDraft({ draft: draftKeywordItem(area), memory: pageMemory('unfinished-text') }, reportFailure);
  const edits = leftEdits(pageMemory('unfinished-edits'), pageMemory('closed-edit'));
  keywords.update(edits.apply).catch(reportFailure);
  return { settings, keywords, live, edits, starred, search: starSearch(area, starred.order), hits, access, status, sync, backup, failure, reportFailure };
}

async function loadBackup(area: ExclusiveArea, failed: (error: unknown) => void, signal: AbortSignal): Promise<BackupPart> {
  const { BackupBody, createBackup } = await import('./backup/backup-body');
  return { Body: BackupBody, model: createBackup(area, failed, signal) };
}

async function followSync(area: ExclusiveArea, signal: AbortSignal) {
  const item = syncStatusItem(area);
  const [source, set] = createSource(await item.get());
  item.onChanged(set, signal);
  return source;
}

async function followAccess(signal: AbortSignal) {
  const [source, set] = createSource(await hasSiteAccess());
  onSiteAccessChanged(() => void hasSiteAccess().then(set), signal);
  return source;
}

async function followPage(signal: AbortSignal) {
  const [source, set] = createSource<PageStatus | 'waiting' | undefined>('waiting');
  watchPageStatus(set, signal);
  await firstChange(source);
  return source;
}

/** Waits for it with patience that ends. */
function firstChange(source: Source<unknown>): Promise<void> {
  return new Promise((resolve) => {
    source.subscribe(resolve);
    setTimeout(resolve, PATIENCE);
  });
}
