const encoder = new TextEncoder();
const ESCAPED = '\\u003C';

/** What the browsers charge for an item of storage.sync: UTF-8 bytes of its key and of its JSON, in which Chromium escapes `<`. */
export function itemBytes(key: string, value: unknown): number {
  const json = JSON.stringify(value) ?? '';
  return encoder.encode(key + json).length + (json.split('<').length - 1) * (ESCAPED.length - 1);
}
