import { cite, type CitationKind } from '../domain/citation/citation';
import type { Paper } from '../domain/paper';
import { copyText } from '../platform/clipboard';
import { t } from '../platform/i18n';
import type { Toaster } from './parts/toast';

/** Puts a citation of the paper on the clipboard and says so. To be called while a click or a key press is handled. */
export async function copyCitation(paper: Paper, kind: CitationKind, toaster: Toaster): Promise<void> {
  try {
    await copyText(cite(paper, kind));
    toaster.show(t('copied', t(`copied_${kind}`)));
  } catch (error) {
    toaster.show(t('copy_failed', error instanceof Error ? error.message : String(error)));
  }
}
