const CHARACTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const LENGTH = 6;

/** A short id that nothing else has: one of 57 thousand million, since each character of it takes a byte of storage.sync. */
export function randomId(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(LENGTH)), (number) => CHARACTERS[number % CHARACTERS.length]).join('');
}
