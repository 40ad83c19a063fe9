const SVG = 'http://www.w3.org/2000/svg';

// Paths on a 24 x 24 grid, drawn for this product.
const PATHS = {
  star: 'M12 3.2l2.7 5.6 6.1.9-4.4 4.3 1 6.1-5.4-2.9-5.4 2.9 1-6.1-4.4-4.3 6.1-.9z',
  hide: 'M3.5 12c2.2-3.9 5.1-5.8 8.5-5.8s6.3 1.9 8.5 5.8c-2.2 3.9-5.1 5.8-8.5 5.8S5.7 15.9 3.5 12zM5 20L19 4',
  show: 'M3.5 12c2.2-3.9 5.1-5.8 8.5-5.8s6.3 1.9 8.5 5.8c-2.2 3.9-5.1 5.8-8.5 5.8S5.7 15.9 3.5 12zM12 14.8a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.6z',
  tag: 'M3.8 11.4V4.8a1 1 0 0 1 1-1h6.6l8.3 8.3a1.6 1.6 0 0 1 0 2.2l-5.4 5.4a1.6 1.6 0 0 1-2.2 0zM8 8h.01',
  unread: 'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17zM8.3 12.2l2.6 2.6 4.9-5.3',
  read: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM7.1 12.3l1.3-1.3 2.5 2.5 4.8-5.1 1.4 1.2-6.1 6.6z',
  abstract: 'M5 6.5h14M5 11h14M5 15.5h8.5',
  more: 'M4.8 12a.7.7 0 1 0 1.4 0a.7.7 0 1 0-1.4 0M11.3 12a.7.7 0 1 0 1.4 0a.7.7 0 1 0-1.4 0M17.8 12a.7.7 0 1 0 1.4 0a.7.7 0 1 0-1.4 0',
} as const;

export type IconName = keyof typeof PATHS;

/** An icon in the colour of the text around it. It says nothing to a screen reader: its button does. */
export function icon(document: Document, name: IconName): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', PATHS[name]);
  for (const [key, value] of Object.entries({ class: 'papersift-icon', viewBox: '0 0 24 24', 'aria-hidden': 'true' })) {
    svg.setAttribute(key, value);
  }
  svg.append(path);
  return svg;
}
