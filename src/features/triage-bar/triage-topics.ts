import type { Lens } from '../../domain/lens';
import type { TopicCount } from '../../domain/sight';
import { t, tCount } from '../../platform/i18n';
import { button, element, setAttribute } from '../parts/element';
import type { LiveLens } from '../state/live-lens';
import { setText } from './triage-counts';

interface Chip {
  readonly item: HTMLElement;
  readonly button: HTMLButtonElement;
  readonly count: HTMLElement;
}

export interface TriageTopics {
  readonly element: HTMLElement;
  /** Brings the chips up to date with the lens and these counts. */
  update(topics: readonly TopicCount[]): void;
}

/**
 * Chips of the topics, most frequent first: a click requires one, the next excludes it, one more clears it. One row, unless
 * the reader asks for more; what is at work stands in it.
 */
export function triageTopics(document: Document, lens: LiveLens, signal: AbortSignal): TriageTopics {
  const chips = new Map<string, Chip>();
  // At work, and would not be seen in their own places.
  const front = new Set<string>();
  let topics: readonly TopicCount[] = [];
  const list = element(document, 'ul', 'papersift-topic-list', { 'aria-label': t('bar_topics') });
  const more = button(document, 'papersift-toggle papersift-topics-more', '+', () => {
    setAttribute(more, 'aria-expanded', String(!isOpen()));
    fold();
    render();
  });
  setAttribute(more, 'aria-expanded', 'false');
  const isOpen = () => more.getAttribute('aria-expanded') === 'true';

  /** What does not fit in the row is out of sight, and out of the way of the Tab key. */
  const fold = () => {
    const items = [...list.children] as HTMLElement[];
    const wraps = items.map(({ offsetTop }) => offsetTop > items[0]!.offsetTop);
    const out = wraps.filter(Boolean).length;
    items.forEach((item, at) => item.classList.toggle('papersift-topic-out', wraps[at]! && !isOpen()));
    more.classList.toggle('papersift-needed', out > 0);
    setText(more, isOpen() ? t('bar_fewer_topics') : `+${out}`);
    setAttribute(more, 'aria-label', isOpen() ? t('bar_fewer_topics') : tCount('bar_more_topics', out));
  };
  const render = () => {
    const wanted = lens.value.topics;
    const shown = topics.filter(({ count, topic }) => count > 0 || wanted[topic]);
    for (const each of shown) updateChip(chipOf(each), each, wanted[each.topic]);
    for (const { topic } of shown) {
      const { item } = chips.get(topic)!;
      if (!wanted[topic]) front.delete(topic);
      else if (!item.isConnected || item.classList.contains('papersift-topic-out')) front.add(topic);
    }
    const ordered = [...shown.filter(({ topic }) => front.has(topic)), ...shown.filter(({ topic }) => !front.has(topic))];
    place(list, ordered.map(({ topic }) => chips.get(topic)!.item));
    // What is newly observed is reported once the page is laid out: at any other time the answer would cost a layout.
    observer.unobserve(list);
    observer.observe(list);
  };
  const chipOf = (topic: TopicCount): Chip => {
    const chip = chips.get(topic.topic) ?? makeChip(document, topic, () => lens.set({ topics: next(lens.value.topics, topic.topic) }));
    chips.set(topic.topic, chip);
    return chip;
  };
  const observer = new ResizeObserver(fold);
  signal.addEventListener('abort', () => observer.disconnect());
  return {
    element: element(document, 'div', 'papersift-topics', {}, [list, more]),
    update(counts) {
      topics = counts;
      render();
    },
  };
}

function place(list: HTMLElement, items: readonly HTMLElement[]): void {
  if (list.childElementCount === items.length && items.every((item, at) => list.children[at] === item)) return;
  const focused = list.ownerDocument.activeElement;
  list.replaceChildren(...items);
  // A node that is moved loses the focus.
  if (focused instanceof HTMLElement && list.contains(focused)) focused.focus({ preventScroll: true });
}

function makeChip(document: Document, { label }: TopicCount, onClick: () => void): Chip {
  const chip = button(document, 'papersift-topic', '', onClick);
  const count = element(document, 'span', 'papersift-topic-count');
  chip.append(element(document, 'span', 'papersift-topic-label', {}, [label]), ' ', count);
  return { count, button: chip, item: element(document, 'li', 'papersift-topic-item', {}, [chip]) };
}

function updateChip(chip: Chip, { label, count }: TopicCount, wish: Lens['topics'][string] | undefined): void {
  const state = wish ?? 'any';
  setText(chip.count, String(count));
  setAttribute(chip.button, 'data-state', state);
  setAttribute(chip.button, 'aria-label', tCount(`bar_topic_${state}`, count, label));
  setAttribute(chip.button, 'title', t(`bar_topic_${state}_hint`));
}

function next(topics: Lens['topics'], topic: string): Lens['topics'] {
  const { [topic]: wish, ...others } = topics;
  if (wish === 'excluded') return others;
  return { ...others, [topic]: wish === 'required' ? 'excluded' : 'required' };
}
