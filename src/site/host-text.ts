import { foldSpace } from '../domain/fold-space';
import { OWN_MARK } from './own-nodes';

/** What holds no words of the card: our own parts, icons (an svg may have a title), closed dialogs. */
export const NOT_TEXT = `[${OWN_MARK}], svg, dialog, script, style, template, noscript`;

/** The elements below `root` whose text is not the card's: asked once, and not of each node (`closest` is what costs). */
export function outOfText(root: Element): Element[] {
  return [...root.querySelectorAll(NOT_TEXT)].filter((element) => element.localName !== 'svg' || element.textContent !== '');
}

export function isInside(node: Node, elements: readonly Element[]): boolean {
  return elements.some((element) => element.contains(node));
}

/** The nearest element of `selector` around `element`, or `element` itself, inside `root`: a card may stand in a list item, or be one. */
export function closestInside(root: Element, element: Element | null, selector: string): Element | undefined {
  const found = element?.closest(selector);
  return found && found !== root && root.contains(found) ? found : undefined;
}

/** The host's text nodes below `element` that are not blank, in document order. */
export function textNodes(element: Element, others = outOfText(element)): Text[] {
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const found: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (/\S/.test(node.nodeValue ?? '') && !isInside(node, others)) found.push(node as Text);
  }
  return found;
}

/** The text of `element` with white space folded, however many elements its words are wrapped in. */
export function hostText(element: Element): string {
  if (!element.firstElementChild) return foldSpace(element.textContent ?? '');
  const host = outOfText(element).length > 0 ? cloneOfHost(element) : element;
  return foldSpace(host.textContent ?? '');
}

function cloneOfHost(element: Element): Element {
  const clone = element.cloneNode(true) as Element;
  for (const other of outOfText(clone)) other.remove();
  return clone;
}

/** The smallest element that has all the text of `element`. */
export function narrowToText(element: Element): Element {
  if (!element.firstElementChild) return element;
  const nodes = textNodes(element);
  const holdsAll = (holder: Element): boolean => nodes.every((node) => holder.contains(node));
  let narrow = nodes[0]?.parentElement ?? element;
  while (narrow !== element && !holdsAll(narrow)) narrow = narrow.parentElement ?? element;
  return narrow;
}
