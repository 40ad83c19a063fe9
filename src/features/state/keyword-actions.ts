import { dayAfter } from '../../domain/iso-date';
import type { Keyword } from '../../domain/keyword';
import { meaningOf } from '../../domain/keyword-list';
import type { KeywordRequest } from '../../domain/keyword-request';
import { localDay } from '../../domain/local-day';
import type { Mute } from '../../domain/mute';
import { t, tCount } from '../../platform/i18n';
import type { Toaster } from '../parts/toast';

/** What a card can do to the reader's keywords. Each says what has become of it, with an Undo. */
export interface KeywordActions {
  /** Highlights what `source` finds, from now on. */
  follow(source: string): void;
  /** Mutes what `source` finds, for so many days, or for ever. */
  mute(source: string, days?: number): void;
  /** Highlights again what a keyword muted. */
  unmute(keyword: Keyword): void;
  edit(keyword: Keyword, source: string): void;
  remove(keyword: Keyword): void;
}

export interface KeywordActionsOptions {
  /** Asks for a change. Rejects when it could not be asked for. */
  request(change: KeywordRequest): Promise<void>;
  /** The keywords as they are now. */
  keywords(): readonly Keyword[];
  readonly toaster: Toaster;
  /** Whether the extension is still there: where it has gone there is nobody left to tell. */
  isAlive(): boolean;
}

export function makeKeywordActions({ request, keywords, toaster, isAlive }: KeywordActionsOptions): KeywordActions {
  const ask = async (change: KeywordRequest, told?: string, back?: () => KeywordRequest | undefined) => {
    try {
      await request(change);
      if (told !== undefined) toaster.show(told, { label: t('undo'), run: undo(back) });
    } catch (error) {
      if (isAlive()) toaster.show(t('keywords_failed', error instanceof Error ? error.message : String(error)));
    }
  };
  const undo = (back?: () => KeywordRequest | undefined) => () => {
    const change = back?.();
    if (change) void ask(change);
  };
  const named = (source: string) => findKeyword(keywords(), source);
  /** What takes back that `source` was added, or was given another effect. */
  const asBefore = (source: string) => {
    const before = named(source);
    // A new one gets its id from the background script.
    if (before) return () => ({ id: before.id, mute: before.mute ?? null });
    return () => {
      const added = named(source);
      return added && { id: added.id, remove: true as const };
    };
  };
  return {
    follow: (source) => void ask({ add: source }, t('keyword_followed', source), asBefore(source)),
    mute(source, days) {
      const mute: Mute = days === undefined ? {} : { until: dayAfter(localDay(new Date()), days) };
      const told = days === undefined ? t('keyword_muted', source) : tCount('keyword_muted_days', days, source);
      void ask({ add: source, mute }, told, asBefore(source));
    },
    unmute: ({ id, source, mute = {} }) => void ask({ id, mute: null }, t('keyword_unmuted', source), () => ({ id, mute })),
    edit: ({ id, source: before }, source) => void ask({ id, source }, t('keyword_edited', before, source), () => ({ id, source: before })),
    remove({ id, source, mute }) {
      void ask({ id, remove: true }, t('keyword_removed', source), () => ({ add: source, ...(mute && { mute }) }));
    },
  };
}

/** The keyword of the list that finds the same as `source`. */
export function findKeyword(keywords: readonly Keyword[], source: string): Keyword | undefined {
  const meaning = meaningOf(source);
  return keywords.find((keyword) => meaningOf(keyword.source) === meaning);
}
