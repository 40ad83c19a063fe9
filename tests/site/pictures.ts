import { png, type Pixel } from './png';
import { hash } from './random';
import type { SamplePaper } from './sample-paper';

const WIDTH = 1200;
const HEIGHT = 648;
const AVATAR = 40;
/** Cards cut off the sides: what is to be seen stays this far from them. */
const SAFE = 180;

/** A picture such as papers are announced with: a first page, a figure, or a title on colour. SVG text. */
export function thumbnail(paper: SamplePaper): string {
  const hue = hash(paper.id) % 360;
  const draw = [firstPage, figure, poster][hash(`look ${paper.id}`) % 3]!;
  return svg(WIDTH, HEIGHT, draw(paper, hue));
}

/**
 * A picture of somebody or of some organization: head and shoulders on two colours. PNG: a page has dozens, and each SVG image
 * costs Chromium a document of its own.
 */
export function avatar(name: string): Buffer {
  const hue = hash(name) % 360;
  const [from, to] = [rgb(hue), rgb((hue + 60) % 360)];
  return png(AVATAR, AVATAR, (x, y) => {
    const isSomebody = Math.hypot(x - 20, y - 16) < 7 || Math.hypot(x - 20, y - 40) < 14;
    const at = (x + y) / (2 * AVATAR);
    return from.map((value, channel) => mix(mix(value, to[channel]!, at), 255, isSomebody ? 0.75 : 0));
  });
}

function firstPage({ title, authors }: SamplePaper, hue: number): string {
  const lines = wrap(title).map((line, row) => text(WIDTH / 2, 96 + row * 54, 42, '#111827', line, 'middle'));
  const top = 96 + lines.length * 54;
  const names = text(WIDTH / 2, top + 8, 26, '#4b5563', authors.slice(0, 4).join('    '), 'middle');
  const columns = [SAFE, 620].flatMap((left, column) => textBars(left, top + 60, column === 0 ? 14 : 6, hue));
  const plot = `<rect x="620" y="${top + 230}" width="400" height="260" rx="8" fill="hsl(${hue} 60% 92%)"/>${curve(640, top + 250, 360, 200, hue)}`;
  return `<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>${lines.join('')}${names}${columns.join('')}${plot}`;
}

function figure({ id, title }: SamplePaper, hue: number): string {
  const boxes = [0, 1, 2, 3].map((place) => {
    const x = SAFE + place * 220;
    const tint = (hue + place * 40) % 360;
    const height = 150 + (hash(`${id} ${place}`) % 120);
    const bars = textBars(x + 22, 330 - height / 2 + 40, 3, tint, 116).join('');
    const link = place === 3 ? '' : `<path d="M${x + 166} 330h48m-14-12 14 12-14 12" fill="none" stroke="#6b7280" stroke-width="5"/>`;
    return `<rect x="${x}" y="${330 - height / 2}" width="160" height="${height}" rx="18" fill="hsl(${tint} 70% 90%)" stroke="hsl(${tint} 45% 55%)" stroke-width="4"/>${bars}${link}`;
  });
  return `<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>${text(SAFE, 110, 40, '#111827', wrap(title)[0] ?? '', 'start')}${boxes.join('')}${text(SAFE, 580, 26, '#6b7280', 'Figure 1. Overview.', 'start')}`;
}

function poster({ title }: SamplePaper, hue: number): string {
  const lines = wrap(title, 28).map((line, row) => text(SAFE, 250 + row * 66, 52, '#fff', line, 'start'));
  return `${gradient('a', hue, 62, 42)}<rect width="${WIDTH}" height="${HEIGHT}" fill="url(#a)"/><circle cx="1040" cy="120" r="260" fill="#fff" opacity=".08"/><circle cx="1120" cy="560" r="180" fill="#fff" opacity=".1"/><rect x="${SAFE}" y="160" width="90" height="10" fill="#fff" opacity=".7"/>${lines.join('')}`;
}

function textBars(x: number, y: number, count: number, hue: number, width = 400): string[] {
  return Array.from({ length: count }, (_, row) => {
    const short = row % 5 === 4 ? 0.6 : 1;
    return `<rect x="${x}" y="${y + row * 26}" width="${width * short}" height="10" rx="5" fill="hsl(${hue} 12% 80%)"/>`;
  });
}

function curve(x: number, y: number, width: number, height: number, hue: number): string {
  return `<path d="M${x} ${y + height}C${x + width * 0.3} ${y + height * 0.2} ${x + width * 0.5} ${y + height * 0.15} ${x + width} ${y}" fill="none" stroke="hsl(${hue} 65% 45%)" stroke-width="8"/>`;
}

function gradient(id: string, hue: number, saturation: number, lightness: number): string {
  const stop = (offset: number, turn: number) => `<stop offset="${offset}" stop-color="hsl(${(hue + turn) % 360} ${saturation}% ${lightness}%)"/>`;
  return `<linearGradient id="${id}" x2="1" y2="1">${stop(0, 0)}${stop(1, 60)}</linearGradient>`;
}

function text(x: number, y: number, size: number, fill: string, content: string, anchor: 'start' | 'middle'): string {
  return `<text x="${x}" y="${y}" font-size="${size}" font-family="Source Sans Pro,Source Sans 3,Open Sans,DejaVu Sans Condensed,sans-serif" font-weight="600" fill="${fill}" text-anchor="${anchor}">${escape(content)}</text>`;
}

function svg(width: number, height: number, content: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${content}</svg>`;
}

function wrap(title: string, lineLength = 30): string[] {
  const lines = [''];
  for (const word of title.split(/\s+/)) {
    const line = `${lines.at(-1)} ${word}`.trim();
    if (line.length > lineLength && lines.at(-1) !== '') lines.push(word);
    else lines[lines.length - 1] = line;
  }
  return lines.slice(0, 4);
}

const mix = (from: number, to: number, share: number): number => Math.round(from + (to - from) * share);

/** The colour of this hue, in degrees, in the saturation and lightness of all avatars. */
function rgb(hue: number): Pixel {
  // https://www.w3.org/TR/css-color-4/#hsl-to-rgb
  const channel = (n: number) => {
    const k = (n + hue / 30) % 12;
    return 255 * (0.58 - 0.3 * Math.max(-1, Math.min(k - 3, 9 - k, 1)));
  };
  return [channel(0), channel(8), channel(4)];
}

const escape = (content: string): string => content.replace(/&/g, '&amp;').replace(/</g, '&lt;');
