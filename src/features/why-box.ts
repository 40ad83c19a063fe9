import { foldSpace } from '../domain/fold-space';
import { KEYWORD_LIMITS, type Keyword } from '../domain/keyword';
import { whyRejected } from '../domain/keyword-list';
import type { Paper } from '../domain/paper';
import type { Tag } from '../domain/tagging/tag-paper';
import { t, tCount } from '../platform/i18n';
import type { TextField } from '../site/card';
import { button, element, setAttribute } from './parts/element';
import { findKeyword, type KeywordActions } from './state/keyword-actions';
import type { LiveLens } from './state/live-lens';

/** For how many days a mute of one click holds, beside for ever. */
const MUTE_DAYS = 30;

/** More are shown on demand, as long as there is room for their names. */
const FEW_NAMES = 6;
const MANY_NAMES = 50;

const FIELDS = { title: 'why_in_title', abstract: 'why_in_abstract', authors: 'why_in_authors', organization: 'why_in_organization' } as const;

export interface WhyBox {
  readonly document: Document;
  readonly paper: Paper;
  readonly keywords: readonly Keyword[];
  /** In which texts of the paper keywords were found, by their ids. */
  readonly found: ReadonlyMap<string, ReadonlySet<TextField>>;
  readonly tags: readonly Tag[];
  readonly actions: KeywordActions;
  readonly lens: LiveLens | undefined;
}

/** What a box says: which keywords and topics are at work on the paper, and who wrote it. */
export function whyContent(box: WhyBox): HTMLElement[] {
  const matches = box.keywords.filter(({ id }) => box.found.has(id));
  const names = nameButtons(box);
  return [
    ...(matches.length > 0 ? [section(box, t('why_keywords'), matches.map((keyword) => keywordRow(box, keyword)))] : []),
    ...(box.tags.length > 0 ? [section(box, t('chips_label'), box.tags.map((tag) => topicRow(box, tag)))] : []),
    ...(names.length > 0 ? [section(box, t('why_names'), [element(box.document, 'div', 'papersift-names', {}, names)])] : []),
  ];
}

/** Whether there is a name to follow. */
export function hasNames({ authors, organization }: Paper): boolean {
  return organization !== undefined || (authors?.length ?? 0) > 0;
}

function section({ document }: WhyBox, title: string, children: readonly HTMLElement[]): HTMLElement {
  // Read out once, as the name of its group.
  const heading = element(document, 'p', 'papersift-why-title', { 'aria-hidden': 'true' }, [title]);
  return element(document, 'div', 'papersift-why-section', { role: 'group', 'aria-label': title }, [heading, ...children]);
}

function keywordRow(box: WhyBox, keyword: Keyword): HTMLElement {
  const { document, actions } = box;
  const { id, source, color, mute } = keyword;
  const fields = [...box.found.get(id)!].map((field) => t(FIELDS[field])).join(', ');
  const name = element(document, 'span', mute ? 'papersift-why-mute' : `papersift-swatch papersift-swatch-${color}`, {}, [source]);
  const where = element(document, 'span', 'papersift-why-where', {}, [` ${mute ? `${t('why_muted')}, ` : ''}${t('why_in', fields)}`]);
  const row = element(document, 'div', 'papersift-why-row', {}, [element(document, 'p', 'papersift-why-name', {}, [name, where])]);
  const act = (label: string, run: () => void) => keywordButton(document, label, source, run);
  const effects = mute
    ? [act(t('why_unmute'), () => actions.unmute(keyword))]
    : [
        act(tCount('why_mute_days', MUTE_DAYS), () => actions.mute(source, MUTE_DAYS)),
        act(t('why_mute'), () => actions.mute(source)),
      ];
  const edit = act(t('why_edit'), () => openField(box, keyword, row));
  row.append(element(document, 'div', 'papersift-why-actions', {}, [...effects, edit, act(t('why_remove'), () => actions.remove(keyword))]));
  return row;
}

function topicRow({ document, actions, lens }: WhyBox, { topic, label, reasons }: Tag): HTMLElement {
  const words = reasons.map((reason) => t('quoted', reason)).join(', ');
  const name = element(document, 'span', 'papersift-why-topic', {}, [label]);
  const where = element(document, 'span', 'papersift-why-where', {}, [` ${words}`]);
  // The words that earned the topic, each of which finds it again.
  const fits = (_: string, i: number, all: readonly string[]) => all.slice(0, i + 1).join(' | ').length <= KEYWORD_LIMITS.length;
  const source = reasons.map(nameKeyword).filter(fits).join(' | ');
  const act = (action: string, run: () => void) => keywordButton(document, action, label, run);
  const look = (way: 'required' | 'excluded') => () => lens?.set({ topics: { ...lens.value.topics, [topic]: way } });
  const buttons = [
    act(t('why_follow'), () => actions.follow(source)),
    act(tCount('why_mute_days', MUTE_DAYS), () => actions.mute(source, MUTE_DAYS)),
    act(t('why_mute'), () => actions.mute(source)),
    ...(lens ? [act(t('topic_only'), look('required')), act(t('topic_not'), look('excluded'))] : []),
  ];
  return element(document, 'div', 'papersift-why-row', {}, [
    element(document, 'p', 'papersift-why-name', {}, [name, where]),
    element(document, 'div', 'papersift-why-actions', {}, buttons),
  ]);
}

function keywordButton(document: Document, label: string, source: string, run: () => void): HTMLButtonElement {
  const made = button(document, 'papersift-why-action', label, run);
  made.setAttribute('aria-label', t('why_action_label', label, source));
  return made;
}

/** A field in the place of the row's words. What cannot be a keyword stays in it, and is told why. */
function openField({ document, keywords, actions }: WhyBox, keyword: Keyword, row: HTMLElement): void {
  const before = [...row.childNodes];
  const problem = element(document, 'p', 'papersift-why-problem', { role: 'status' });
  const field = element(document, 'input', 'papersift-why-field', { type: 'text', 'aria-label': t('why_edit_field', keyword.source) });
  field.value = keyword.source;
  const close = () => {
    row.replaceChildren(...before);
    row.querySelector('button')?.focus();
  };
  field.addEventListener('input', () => {
    problem.textContent = rejection(field.value, keywords, keyword.id) ?? '';
    setAttribute(field, 'aria-invalid', String(problem.textContent !== ''));
  });
  field.addEventListener('keydown', (event) => {
    if (event.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
    // Escape ends the edit, not more.
    event.stopPropagation();
    event.preventDefault();
    problem.textContent = event.key === 'Enter' ? (rejection(field.value, keywords, keyword.id) ?? '') : '';
    if (problem.textContent) return;
    const source = foldSpace(field.value);
    close();
    if (event.key === 'Enter' && source !== keyword.source) actions.edit(keyword, source);
  });
  row.replaceChildren(field, problem);
  field.select();
  field.focus();
}

/** Why this cannot be the keyword, in the words of the popup. */
function rejection(text: string, keywords: readonly Keyword[], id: string): string | undefined {
  switch (whyRejected(text, keywords, id)) {
    case 'empty':
      return t('popup_is_without_letters');
    case 'too-long':
      return t('popup_is_too_long', text.length, KEYWORD_LIMITS.length);
    case 'too-many':
      return t('popup_is_too_many', KEYWORD_LIMITS.count);
    case 'duplicate':
      return t('popup_is_duplicate');
    case undefined:
      return undefined;
  }
}

function nameButtons(box: WhyBox): HTMLElement[] {
  const { document, paper } = box;
  const { organization, authors = [] } = paper;
  const shown = authors.slice(0, MANY_NAMES).map((name) => nameButton(box, name));
  const rest = shown.slice(FEW_NAMES);
  const over = (paper.authorCount ?? authors.length) - shown.length;
  const more = over > 0 && shown.length > 0 ? [element(document, 'span', 'papersift-why-where', {}, [tCount('why_more_authors', over)])] : [];
  for (const each of [...rest, ...(rest.length > 0 ? more : [])]) each.hidden = true;
  const all = button(document, 'papersift-why-action', tCount('why_all_authors', authors.length), () => {
    for (const each of [...rest, ...more]) each.hidden = false;
    rest[0]!.focus();
    all.remove();
  });
  return [...(organization ? [nameButton(box, organization.fullname)] : []), ...shown, ...more, ...(rest.length > 0 ? [all] : [])];
}

/** Whether a name is followed is told by the keyword that finds the same. */
function nameButton({ document, keywords, actions }: WhyBox, name: string): HTMLButtonElement {
  const source = nameKeyword(name);
  const followed = findKeyword(keywords, source);
  const isFollowed = followed !== undefined && followed.on && !followed.mute;
  const made = button(document, 'papersift-name', name, () => (isFollowed ? actions.remove(followed) : actions.follow(source)));
  made.setAttribute('aria-pressed', String(isFollowed));
  made.setAttribute('aria-label', t('why_follow_name', name));
  return made;
}

/** The keyword that finds a name: without the signs that have a meaning in keywords. */
export function nameKeyword(name: string): string {
  return foldSpace(name.replace(/[|*"\u201c\u201d]/g, ' ')).slice(0, KEYWORD_LIMITS.length);
}
