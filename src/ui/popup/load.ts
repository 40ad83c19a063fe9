import type { Keyword } from '../../domain/keyword';
import type { PageStatus } from '../../domain/page-status';
import type { Settings } from '../../domain/settings';
import type { ExclusiveArea } from '../../platform/exclusive-area';
import { pageMemory } from '../../platform/page-memory';
import { watchPageStatus } from '../../platform/page-port';
import { hasSiteAccess, onSiteAccessChanged } from '../../platform/site-access';
import type { StorageArea } from '../../platform/storage-area';
import { draftKeywordItem, editableKeywords, editableSettings } from '../../storage/preferences';
import { listSavedPapers, onSavedPapersChanged } from '../../storage/saved-papers';
import type { SavedPaper } from '../../storage/repair-saved-paper';
import { followBackup, type BackupModel } from './backup';
import { leftEdits, type LeftEdits } from './left-edits';
import { liveDraft, type LiveDraft } from './live-draft';
import { oneAtATime } from './one-at-a-time';
import { optimisticItem, type OptimisticItem } from './optimistic-item';
import { createSource, type Source } from './source';

/** All that the popup shows, each part following its source. */
export interface PopupModel {
  readonly settings: OptimisticItem<Settings>;
  readonly keywords: OptimisticItem<readonly Keyword[]>;
  readonly live: LiveDraft;
  readonly edits: LeftEdits;
  readonly papers: Source<readonly SavedPaper[]>;
  readonly access: Source<boolean>;
  readonly status: Source<PageStatus | 'waiting' | undefined>;
  readonly backup: BackupModel;
  readonly failure: Source<unknown>;
  readonly reportFailure: (error: unknown) => void;
}

/** Milliseconds that the first rendering waits for the page, so that what it says does not push the rest down. */
const PAGE_PATIENCE = 100;

/** Reads everything that the first rendering needs. Rejects with storage's error. */
export async function loadPopup(area: ExclusiveArea, signal: AbortSignal): Promise<PopupModel> {
  const [failure, reportFailure] = createSource<unknown>(undefined);
  const [settings, keywords, papers, access, status, backup] = await Promise.all([
    optimisticItem(editableSettings(area), signal),
    optimisticItem(editableKeywords(area), signal),
    followSavedPapers(area, reportFailure, signal),
    followAccess(signal),
    followPage(signal),
    followBackup(area, reportFailure, signal),
  ]);
  const live = liveDraft({ draft: draftKeywordItem(area), memory: pageMemory('unfinished-text') }, reportFailure);
  const edits = leftEdits(pageMemory('unfinished-edits'));
  keywords.update(edits.apply).catch(reportFailure);
  return { settings, keywords, live, edits, papers, access, status, backup, failure, reportFailure };
}

async function followSavedPapers(area: StorageArea, failed: (error: unknown) => void, signal: AbortSignal) {
  const [source, set] = createSource<readonly SavedPaper[]>(await listSavedPapers(area));
  const refresh = oneAtATime(async () => set(await listSavedPapers(area)));
  onSavedPapersChanged(area, () => void refresh().catch(failed), signal);
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
  await new Promise<void>((resolve) => {
    source.subscribe(resolve);
    setTimeout(resolve, PAGE_PATIENCE);
  });
  return source;
}
