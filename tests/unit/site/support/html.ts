type Child = Node | string | undefined | false;
type Attributes = Readonly<Record<string, string>>;

/** Makes an element: `h('a', { href: '/x' }, 'text', child)`. Undefined and false children are left out. */
export function h(tag: string, attributes: Attributes = {}, ...children: readonly Child[]): HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children.filter((child) => child !== undefined && child !== false));
  return element;
}

/** An icon. The host's have no title; one that has must not be read as text. */
export function icon(viewBox = '0 0 24 24', title?: string): SVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', viewBox);
  if (title !== undefined) {
    const label = document.createElementNS('http://www.w3.org/2000/svg', 'title');
    label.textContent = title;
    svg.append(label);
  }
  return svg;
}

export const GITHUB_MARK = '0 0 256 250';
