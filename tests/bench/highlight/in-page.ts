import type { Card, CardText } from '../../../src/site/card';
import type { Paper } from '../../../src/domain/paper';
import type { Method } from './method';

/** Milliseconds of one cold run. */
export interface Times {
  readonly build: number;
  /** Until the cards on the screen are done, `build` among it; of methods that can do them first. */
  readonly screen?: number;
  readonly script: number;
  readonly layout: number;
  readonly total: number;
  /** Nodes that it has added to the page. */
  readonly nodes: number;
  readonly matches: number;
}

/** What the page offers to the runner. */
export interface BenchPage {
  run(method: string, keywords: readonly string[]): Promise<Times>;
  /** For each keyword and text: highlights the one in the other and tells what is then highlighted. */
  matches(method: string, cases: readonly (readonly [keyword: string, text: string])[]): Promise<string[][]>;
}

declare global {
  interface Window {
    bench: BenchPage;
  }
}

const load = async (name: string) => ((await import(/* @vite-ignore */ `/${name}.js`)) as { method: Method }).method;

window.bench = {
  async run(name, keywords) {
    const method = await load(name);
    const cards = [...document.querySelectorAll<HTMLElement>('.card')].map(cardOf);
    const screen = cards.filter(({ root }) => root.getBoundingClientRect().top < innerHeight);
    method.prepare?.(keywords, cards);
    const nodes = countNodes();
    const start = performance.now();
    const highlight = method.build(keywords);
    const built = performance.now();
    if (method.inScreens) highlight(screen);
    const screenDone = performance.now();
    highlight(method.inScreens ? cards.slice(screen.length) : cards);
    const done = performance.now();
    // Asks for a layout.
    void document.body.offsetHeight;
    const end = performance.now();
    return {
      build: built - start,
      ...(method.inScreens && { screen: screenDone - start }),
      script: done - start,
      layout: end - done,
      total: end - start,
      nodes: countNodes() - nodes,
      matches: countMatches(),
    };
  },
  async matches(name, cases) {
    const method = await load(name);
    const card = cardOf(document.querySelector<HTMLElement>('.card')!);
    const [title, abstract] = card.texts as [CardText, CardText];
    title.element.textContent = '';
    return cases.map(([keyword, text]) => {
      CSS.highlights.clear();
      abstract.element.textContent = text;
      method.build([keyword])([{ ...card, paper: { ...card.paper, title: '', abstract: text } }]);
      return found();
    });
  },
};

function cardOf(root: HTMLElement): Card {
  const link = root.querySelector('a')!;
  const abstract = root.querySelector('p')!;
  const paper: Paper = { id: root.id as Paper['id'], title: link.textContent, abstract: abstract.textContent };
  return { id: paper.id, root, cell: root, titleLinks: [link], paper, texts: [{ field: 'title', element: link }, { field: 'abstract', element: abstract }] };
}

/** What is highlighted, by nodes of the page or by ranges. */
function found(): string[] {
  const marks = [...document.querySelectorAll('mark')].map(({ textContent }) => textContent);
  const ranges = [...CSS.highlights.values()].flatMap((highlight) => [...highlight]);
  return [...marks, ...ranges.toSorted((a, b) => a.startOffset - b.startOffset).map(textOf)];
}

function countMatches(): number {
  const ranges = [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0);
  return document.querySelectorAll('mark').length + ranges;
}

/** Offsets beyond the end of a text, as those give who compare in lower case, are what they are: a wrong answer. */
function textOf({ startContainer, startOffset, endContainer, endOffset }: AbstractRange): string {
  if (startContainer !== endContainer) throw new Error('A match that lies in more than one text node is not expected here.');
  return (startContainer as Text).data.slice(startOffset, endOffset);
}

function countNodes(): number {
  const walker = document.createTreeWalker(document);
  let count = 0;
  while (walker.nextNode()) count += 1;
  return count;
}
