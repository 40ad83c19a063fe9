import { DRAFT_ID } from '../domain/keyword';
import { localDay } from '../domain/local-day';
import { plainText } from '../domain/plain-text/plain-text';
import { t } from '../platform/i18n';
import type { Card } from '../site/card';
import { barSlot, clearSlot } from './parts/card-bar';
import { cardButtons } from './parts/card-button';
import { element, setAttribute } from './parts/element';
import type { Feature, Page } from './parts/feature';
import type { KeywordActions } from './state/keyword-actions';
import type { MatchCounts } from './keyword-highlights';
import { compileKeywords, matchedFields } from './state/keyword-matches';
import type { LiveLens } from './state/live-lens';
import { openBeside } from './parts/open-beside';
import { tagsOf } from './state/paper-tags';
import { hasNames, whyContent } from './why-box';

/** Long enough to pass over it, short enough to be found. */
const HOVER_MS = 350;

interface Opened {
  readonly card: Card;
  readonly box: HTMLElement;
  readonly trigger: HTMLElement | null;
  /** It was asked for: the pointer may leave it. */
  pinned: boolean;
}

/**
 * A box at each card: which keywords are at work there and where they match, with what can be done about them, and who wrote
 * the paper. It opens by its button, and while the pointer or the focus rests on the line that says what matches.
 * @param lens absent where there is no list to look through
 */
export function why(counts: MatchCounts, actions: KeywordActions, lens?: LiveLens): Feature {
  return {
    name: 'why',
    start(page, signal) {
      const { document } = page;
      let opened: Opened | undefined;
      let timer: ReturnType<typeof setTimeout> | undefined;
      const close = (withFocus = false) => {
        clearTimeout(timer);
        const last = opened;
        opened = undefined;
        if (!last) return;
        page.edit(() => {
          clearSlot(last.card, 'why');
          last.trigger?.setAttribute('aria-expanded', 'false');
        });
        if (withFocus) last.trigger?.focus();
      };
      const open = (card: Card, anchor: HTMLElement, pinned: boolean) => {
        close();
        page.edit(() => {
          const label = t('why_label', plainText(card.paper.title));
          const box = element(document, 'div', 'papersift-why-box', { role: 'dialog', 'aria-label': label, tabindex: '-1', popover: 'manual' });
          const trigger = barSlot(card, 'actions').querySelector<HTMLElement>('.papersift-why-button');
          opened = { card, box, trigger, pinned };
          fill(page, opened, actions, lens);
          barSlot(card, 'why').replaceChildren(box);
          openBeside(anchor, box);
          trigger?.setAttribute('aria-expanded', 'true');
        });
      };
      const show = cardButtons(
        page,
        {
          className: 'papersift-why-button',
          icon: 'tag',
          attributes: { 'aria-expanded': 'false', title: t('why') },
          onClick(card, anchor) {
            if (opened?.card.root === card.root && opened.pinned) return close();
            open(card, anchor, true);
            opened!.box.querySelector<HTMLElement>('button')!.focus();
          },
          update(made, { root, paper }) {
            const matches = (counts.get(root)?.size ?? 0) > 0;
            made.hidden = !matches && !hasNames(paper) && tagsOf(paper, page.settings.value.topicsOff).length === 0;
            made.classList.toggle('papersift-why-matches', matches);
            setAttribute(made, 'aria-label', t('why_label', plainText(paper.title)));
            setAttribute(made, 'title', t('why'));
            setAttribute(made, 'aria-expanded', String(opened?.card.root === root));
          },
        },
        signal,
      );
      const cardAt = (target: EventTarget | null) => {
        const line = target instanceof Element ? target.closest<HTMLElement>('.papersift-reason') : null;
        const card = line && page.cards().find(({ root }) => root.contains(line) || root.nextElementSibling?.contains(line));
        return card ? { card, line } : undefined;
      };
      const isInside = (target: EventTarget | null) => target instanceof Node && opened?.box.contains(target) === true;
      document.addEventListener('pointerover', ({ target, pointerType }) => {
        if (pointerType === 'touch') return;
        const at = cardAt(target);
        clearTimeout(timer);
        if (at && at.card.root !== opened?.card.root && !opened?.pinned) timer = setTimeout(() => open(at.card, at.line, false), HOVER_MS);
        else if (!at && opened && !opened.pinned && !isInside(target)) timer = setTimeout(close, HOVER_MS);
      }, { signal });
      document.addEventListener('pointerdown', ({ target }) => {
        if (isInside(target)) opened!.pinned = true;
        else if (!opened?.trigger?.contains(target as Node)) close();
      }, { signal });
      document.addEventListener('click', ({ target, detail }) => {
        const at = cardAt(target);
        if (!at) return;
        if (opened?.card.root === at.card.root) opened.pinned = true;
        else open(at.card, at.line, true);
        // By key: who asks for the box goes into it.
        if (detail === 0) opened!.box.querySelector<HTMLElement>('button')!.focus();
      }, { signal });
      document.addEventListener('focusin', ({ target }) => {
        const at = cardAt(target);
        if (at && at.card.root !== opened?.card.root && (target as Element).matches(':focus-visible')) open(at.card, at.line, false);
      }, { signal });
      document.addEventListener('keydown', (event) => {
        if (event.key !== 'Escape' || !opened) return;
        event.preventDefault();
        close(isInside(event.target) || opened.pinned);
      }, { signal });
      document.addEventListener('focusout', ({ target, relatedTarget }) => {
        // Without a next target the window, or a node of ours that is made anew, has lost the focus.
        const isLeft = isInside(target) || (cardAt(target) !== undefined && opened?.pinned === false);
        if (isLeft && relatedTarget && !isInside(relatedTarget) && relatedTarget !== opened?.trigger) close();
      }, { signal });
      const refresh = () => {
        page.cards().forEach(show);
        if (opened?.box.isConnected && !opened.box.querySelector('input')) fill(page, opened, actions, lens);
      };
      page.keywords.onChanged(() => page.edit(refresh), signal);
      signal.addEventListener('abort', () => close());
      return {
        card: show,
        gone(root) {
          if (opened?.card.root === root) close();
        },
      };
    },
  };
}

/** Fills the box with how things are now; the focus stays on what it was on, as far as that is still there. */
function fill({ document, keywords, settings }: Page, { card: { paper }, box }: Opened, actions: KeywordActions, lens: LiveLens | undefined): void {
  const own = keywords.value.filter(({ id }) => id !== DRAFT_ID);
  const focused = box.contains(document.activeElement) ? document.activeElement?.getAttribute('aria-label') : undefined;
  const found = matchedFields(paper, compileKeywords(own, localDay(new Date())));
  box.replaceChildren(...whyContent({ document, paper, keywords: own, found, tags: tagsOf(paper, settings.value.topicsOff), actions, lens }));
  if (focused === undefined) return;
  const same = [...box.querySelectorAll('button')].find((each) => each.getAttribute('aria-label') === focused);
  (same && !same.hidden ? same : box).focus();
}
