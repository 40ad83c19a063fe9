const encoder = new TextEncoder();

/**
 * What the browsers charge for an item of storage.sync: UTF-8 bytes of its key and of its value as JSON, in which
 * Chromium writes `<` as `\u003C`.
 */
export function itemBytes(key: string, value: unknown): number {
  return encoder.encode(key + JSON.stringify(value).replaceAll('<', '\\u003C')).length;
}
