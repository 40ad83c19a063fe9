import { deflateRawSync } from 'node:zlib';
import lzString from 'lz-string';
import { type MarkedPaper } from './five-years';

export type Items = ReadonlyMap<string, unknown>;

/** A way to put marks into storage.sync. */
export interface Way {
  readonly name: string;
  readonly pack: (history: readonly MarkedPaper[]) => Items;
}

/** What others do with the same history. None of them carries versions, those that have no time carry no order at all. */
export const RIVALS: readonly Way[] = [
  { name: 'one key per paper', pack: (history) => new Map(history.map((paper) => [paper.id, isStarred(paper) ? 's' : 'h'])) },
  { name: 'JSON {id: time}', pack: (history) => packLists(history, (list) => timesById(list)) },
  { name: 'JSON [id]', pack: (history) => packLists(history, (list) => list.map(({ id }) => id)) },
  { name: 'lz-string of JSON {id: time}', pack: (history) => packLists(history, (list) => lzString.compressToBase64(JSON.stringify(timesById(list)))) },
  { name: 'deflate + base64 of JSON {id: time}', pack: (history) => packLists(history, (list) => deflate(JSON.stringify(timesById(list)))) },
  { name: 'deflate + base64 of JSON [id]', pack: (history) => packLists(history, (list) => deflate(JSON.stringify(list.map(({ id }) => id)))) },
  { name: 'delta varint + base64 by month', pack: packVarints },
];

function isStarred({ mark }: MarkedPaper): boolean {
  return mark.starred;
}

function packLists(history: readonly MarkedPaper[], pack: (list: readonly MarkedPaper[]) => unknown): Items {
  const stars = history.filter(isStarred);
  const hides = history.filter((paper) => !isStarred(paper));
  return new Map([['stars', pack(stars)], ['hides', pack(hides)]]);
}

function timesById(list: readonly MarkedPaper[]): Record<string, number> {
  return Object.fromEntries(list.map(({ id, time }) => [id, time]));
}

function deflate(text: string): string {
  return deflateRawSync(text, { level: 9 }).toString('base64');
}

/** By month, for each paper the distance to the one before and a bit for the star, seven bits a byte. */
function packVarints(history: readonly MarkedPaper[]): Items {
  const bytes = new Map<string, number[]>();
  let last = 0;
  for (const paper of [...history].sort((a, b) => Number(a.id) - Number(b.id))) {
    const month = paper.id.slice(0, 4);
    const number = Number(paper.id.slice(5));
    const ofMonth = bytes.get(month) ?? [];
    if (ofMonth.length === 0) last = 0;
    bytes.set(month, ofMonth);
    let value = (number - last) * 2 + Number(isStarred(paper));
    for (; value >= 128; value = Math.floor(value / 128)) ofMonth.push((value % 128) + 128);
    ofMonth.push(value);
    last = number;
  }
  return new Map([...bytes].map(([month, ofMonth]) => [`m${month}`, Buffer.from(ofMonth).toString('base64')]));
}
