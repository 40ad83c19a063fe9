import { toPaperId, type PaperId } from '../domain/paper';
import { linkTarget } from './site-url';

const ARXIV_PAGE = /^https?:\/\/(?:www\.|export\.)?arxiv\.org\/(?:abs|pdf|html)\/([^/?#]+?)(?:\.pdf)?\/?(?:[?#]|$)/;

/** Whether `link` leads to the paper itself: its page, its comments, or its text on arXiv. */
export function leadsToPaper(link: Element, id: PaperId): boolean {
  const target = linkTarget(link);
  if (target.kind === 'paper' || target.kind === 'comments') return target.id === id;
  const name = target.kind === 'external' ? ARXIV_PAGE.exec(target.url)?.[1] : undefined;
  return name !== undefined && toPaperId(name) === id;
}
