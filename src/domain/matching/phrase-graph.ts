import type { Phrase } from './keyword-syntax';
import { isAcronymInS, singulars } from './plurals';

/** Where a phrase ends in the graph. */
export interface Terminal {
  /** Index of the pattern that the phrase is an alternative of. */
  readonly pattern: number;
  readonly head: string;
  readonly tail: string;
  readonly exact: string | undefined;
  /** Lengths read at which a word of the phrase begins, and the whole length at the end. */
  readonly joints: readonly number[];
}

/** What has been read of one or more phrases, in whatever way the text parted them. */
export interface State {
  /** The next word, with the punctuation before it, to the state it leads to. */
  readonly edges: Map<string, State>;
  /** The same for words that may go on, by the length of their beginning. */
  readonly openEdges: Map<number, Map<string, State>>;
  readonly terminals: Terminal[];
  /** Beginnings of long words that a text may write in two: "fine tuning" for "finetuning". */
  readonly splitHeads: Set<string>;
}

export interface PhraseGraph {
  readonly root: State;
  /** All states by what has been read. */
  readonly states: Map<string, State>;
}

// How many words of a phrase a text may write as one ("chainofthought"): bounds the edges of a phrase.
const MAX_JOINED = 4;

// A word typed as one is also found in two, where both are long enough to mean it: "data set" for dataset, but not "of a"
// for OFA.
export const MIN_SPLIT = 7;
export const MIN_SPLIT_PART = 3;

export function newGraph(): PhraseGraph {
  const root = newState();
  return { root, states: new Map([['', root]]) };
}

function newState(): State {
  return { edges: new Map(), openEdges: new Map(), terminals: [], splitHeads: new Set() };
}

/** Adds all ways in which `phrase` can be parted into words, and its singular where it ends in a plural. */
export function addPhrase(graph: PhraseGraph, phrase: Phrase, pattern: number): void {
  const labels = phrase.words.map((word, i) => (i === 0 ? word : phrase.gaps[i - 1]! + word));
  addPath(graph, labels, phrase, pattern);
  const last = phrase.words.length - 1;
  if (phrase.open[last] || phrase.exact !== undefined || isAcronymInS(phrase.originals[last]!)) return;
  for (const singular of singulars(phrase.words[last]!)) {
    addPath(graph, [...labels.slice(0, -1), (phrase.gaps[last - 1] ?? '') + singular], phrase, pattern);
  }
}

function addPath(graph: PhraseGraph, labels: readonly string[], phrase: Phrase, pattern: number): void {
  const path: State[] = [graph.root];
  const joints = [0];
  let read = '';
  let length = 0;
  labels.forEach((label, i) => {
    length += label.length;
    joints.push(length);
    read += phrase.open[i] ? `${label}*` : label;
    path.push(stateOf(graph, read));
  });
  for (let from = 0; from < labels.length; from++) addEdges(path, labels, phrase, from);
  const { head, tail, exact } = phrase;
  path.at(-1)!.terminals.push({ pattern, head, tail, exact, joints });
}

function stateOf(graph: PhraseGraph, read: string): State {
  let state = graph.states.get(read);
  if (!state) graph.states.set(read, (state = newState()));
  return state;
}

/** Edges from word `from`: to the word after it, and over words that a text may have written as one with it. */
function addEdges(path: readonly State[], labels: readonly string[], phrase: Phrase, from: number): void {
  const state = path[from]!;
  let label = '';
  for (let to = from; to < Math.min(labels.length, from + MAX_JOINED); to++) {
    if (to > from && phrase.gaps[to - 1] !== '') return;
    label += labels[to]!;
    if (phrase.open[to]) {
      addOpenEdge(state, label, path[to + 1]!);
      return;
    }
    state.edges.set(label, path[to + 1]!);
    if (to === from) addSplitHeads(state, label, labels[to]!.length - phrase.words[to]!.length);
  }
}

function addOpenEdge(state: State, label: string, target: State): void {
  const sameLength = state.openEdges.get(label.length) ?? new Map<string, State>();
  state.openEdges.set(label.length, sameLength.set(label, target));
}

/** @param before length of the punctuation in front of the word */
function addSplitHeads(state: State, label: string, before: number): void {
  if (label.length - before < MIN_SPLIT) return;
  for (let at = before + MIN_SPLIT_PART; at <= label.length - MIN_SPLIT_PART; at++) state.splitHeads.add(label.slice(0, at));
}
