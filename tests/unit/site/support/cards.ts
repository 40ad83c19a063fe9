import { GITHUB_MARK, h, icon } from './html';

/** What a card of the listing is made from, as the host's server knows it. */
export interface CardSource {
  readonly id: string;
  readonly title: string;
  /** As shown: "110", "-", "1.2k". */
  readonly upvotes?: string;
  /** Portraits in the order of the list; those of accounts have a picture, and the user name as tooltip. */
  readonly portraits?: readonly { readonly tooltip: string; readonly hasPicture?: boolean }[];
  readonly authorCount?: number;
  readonly organization?: { readonly name: string; readonly fullname: string };
  readonly comments?: string;
  readonly stars?: string;
  readonly repo?: string;
  readonly date?: string;
  readonly abstract?: string;
  readonly submitter?: string;
  readonly image?: string;
  readonly video?: string;
}

function paperHref({ id }: CardSource): string {
  return `/papers/${id}`;
}

function title(card: CardSource): HTMLElement {
  return h('h3', {}, h('a', { href: paperHref(card) }, card.title));
}

function thumbnail(card: CardSource): HTMLElement | undefined {
  if (card.video) return h('a', { href: paperHref(card), title: 'View paper' }, h('video', { src: card.video, loop: '' }));
  if (!card.image) return undefined;
  const placeholder = h('div', { style: 'position: absolute' });
  return h('a', { href: paperHref(card) }, h('div', {}, placeholder, h('img', { src: card.image, alt: '', loading: 'lazy' })));
}

function submitter({ submitter: user }: CardSource): HTMLElement | undefined {
  return user === undefined
    ? undefined
    : h('div', {}, 'Submitted by ', h('div', {}, h('img', { alt: '', src: '/avatars/1.svg' })), ` ${user}`);
}

/** The upvote control of a reader who is not signed in; `label` stands beside the figure on trending. */
export function upvotes(card: CardSource, label = ''): HTMLElement | undefined {
  if (card.upvotes === undefined) return undefined;
  const box = h('div', { role: 'checkbox' }, h('input', { type: 'checkbox', disabled: '' }), ' ', icon('0 0 12 12'), label, h('div', {}, card.upvotes));
  return h('div', {}, h('a', { href: `/login?next=${encodeURIComponent(paperHref(card))}` }, box));
}

function organization({ organization: org }: CardSource): HTMLElement | undefined {
  if (!org) return undefined;
  return h('a', { href: `/${org.name}` }, h('img', { src: '/avatars/org.png', alt: org.name }), ' ', h('span', {}, org.fullname));
}

export function authorList(card: CardSource, dot = '·'): HTMLElement | undefined {
  if (!card.portraits && card.authorCount === undefined) return undefined;
  const portraits = (card.portraits ?? []).map(({ tooltip, hasPicture }) =>
    h('li', { title: tooltip }, hasPicture ? h('img', { alt: '', src: '/avatars/2.svg' }) : undefined),
  );
  const count = card.authorCount === undefined ? undefined : h('li', {}, h('div', {}, h('div', {}, dot), ` ${card.authorCount} authors`));
  return h('ul', {}, ...portraits, count);
}

function linkedAuthors(card: CardSource, dot?: string): HTMLElement | undefined {
  const list = authorList(card, dot);
  return list && h('a', { href: paperHref(card) }, list);
}

function stars(card: CardSource): HTMLElement | undefined {
  return card.stars === undefined
    ? undefined
    : h('a', { href: paperHref(card) }, icon(GITHUB_MARK), ' ', h('span', {}, card.stars));
}

function comments(card: CardSource): HTMLElement | undefined {
  return card.comments === undefined
    ? undefined
    : h('a', { href: `${paperHref(card)}#community` }, icon(), ` ${card.comments}`);
}

export function dayCard(card: CardSource): HTMLElement {
  return h('article', {},
    thumbnail(card), submitter(card),
    h('div', {}, h('div', {},
      upvotes(card),
      h('dialog', {}, h('div', { tabindex: '-1' })),
      h('div', {},
        title(card), ' ',
        h('div', {}, organization(card) ?? linkedAuthors(card), h('div', {}, stars(card), comments(card)))))));
}

/** The layout of 2024: one more element between the grid and the card. */
export function dayCard2024(card: CardSource): HTMLElement {
  return h('div', {}, dayCard(card));
}

/** Both copies of the card, of which the style sheet shows one. */
export function trendingCard(card: CardSource): HTMLElement {
  const copy = (): HTMLElement =>
    h('div', {},
      h('div', {}, thumbnail(card), submitter(card)),
      h('div', {},
        title(card),
        card.abstract === undefined ? undefined : h('div', {}, h('p', {}, card.abstract)),
        h('div', {},
          organization(card) ?? authorList(card, ''),
          card.date && h('span', {}, '·'), ' ', card.date && h('span', {}, card.date))),
      h('div', {},
        upvotes(card, ' Upvote '),
        card.repo && h('a', { href: card.repo }, icon(GITHUB_MARK), ' ', h('span', {}, 'GitHub'), ' ',
          card.stars === undefined ? undefined : h('span', {}, icon('0 0 12 12'), h('span', {}, card.stars))),
        h('a', { href: `https://arxiv.org/abs/${card.id}` }, icon(), ' ', h('span', {}, 'arXiv Page'))));
  return h('article', {}, copy(), copy());
}

export function searchCard(card: CardSource, tag = 'article'): HTMLElement {
  return h(tag, {},
    upvotes(card),
    h('div', {},
      title(card),
      card.abstract === undefined ? undefined : h('a', { href: paperHref(card) }, h('p', {}, card.abstract)),
      h('div', {},
        organization(card) ?? linkedAuthors(card, '•'),
        h('span', {}, '·'), ' ', card.date, ' ', comments(card))));
}
