import type { LensFlag } from '../domain/lens';
import { t } from '../platform/i18n';
import type { Card } from '../site/card';
import type { MarkStore } from '../storage/marks';
import type { Announcer } from './parts/announcer';
import type { Arrangement } from './state/arrangement';
import type { CurrentCard } from './current-card';
import { decisionText, type Decision, type Decisions } from './state/decisions';
import type { KeyActions } from './keyboard';
import type { LiveLens } from './state/live-lens';
import { openLink, openTab } from './parts/open-paper';

export interface KeyParts {
  readonly marks: MarkStore;
  readonly arrangement: Arrangement;
  readonly current: CurrentCard;
  readonly decisions: Decisions;
  readonly announcer: Announcer;
  readonly lens: LiveLens;
  /** What other parts of the page do; false when there is nothing to be done. */
  toggleAbstract(card: Card): boolean | void;
  toggleAbstracts(): boolean | void;
  copy(card: Card): boolean | void;
  focusFilter(): boolean | void;
  help(): void;
}

/** What each key of the table does. */
export function keyActions({ marks, arrangement, current, decisions, announcer, lens, ...others }: KeyParts): Required<KeyActions> {
  const onCard = (act: (card: Card) => boolean | void) => () => {
    const card = current.take();
    return card ? act(card) : false;
  };
  const decide = async ({ paper }: Card, change: Decision, told?: string) => {
    if ((await decisions.make([paper], change, told)) && told === undefined) announcer.say(decisionText(change, [paper]));
  };
  const hide = (card: Card) => {
    const hidden = !marks.get(card.id).hidden;
    const seen = arrangement.seen();
    const at = seen.findIndex(({ id }) => id === card.id);
    const next = seen[at + 1] ?? seen[at - 1];
    void decide(card, { hidden }, hidden ? t('hidden_toast', card.paper.title) : undefined);
    if (hidden && next) current.go(next.id);
  };
  const toggleFlag = (flag: LensFlag) => () => {
    const { flags } = lens.value;
    lens.set({ flags: flags.includes(flag) ? flags.filter((each) => each !== flag) : [...flags, flag] });
  };
  return {
    next: () => current.step(1),
    previous: () => current.step(-1),
    star: onCard((card) => void decide(card, { starred: !marks.get(card.id).starred })),
    hide: onCard(hide),
    read: onCard((card) => void decide(card, { read: !marks.get(card.id).read })),
    undo: () => void decisions.undo(),
    abstract: onCard(others.toggleAbstract),
    abstracts: others.toggleAbstracts,
    open: onCard(openLink),
    tab: onCard(openTab),
    copy: onCard(others.copy),
    filter: others.focusFilter,
    starred: toggleFlag('starred'),
    left: toggleFlag('left'),
    help: others.help,
  };
}
