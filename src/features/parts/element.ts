type Attributes = Readonly<Record<string, string>>;

/** An HTML element with a class of ours, attributes and children. */
export function element<K extends keyof HTMLElementTagNameMap>(
  document: Document,
  tag: K,
  className: string,
  attributes: Attributes = {},
  children: readonly (Node | string)[] = [],
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  made.className = className;
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

export function button(document: Document, className: string, text: string, onClick: (event: MouseEvent) => void): HTMLButtonElement {
  const made = element(document, 'button', className, { type: 'button' }, text ? [text] : []);
  made.addEventListener('click', onClick);
  return made;
}

/** Sets the attribute only where that changes it: the page's own observers need not hear of nothing. */
export function setAttribute(target: Element, name: string, value: string): void {
  if (target.getAttribute(name) !== value) target.setAttribute(name, value);
}
