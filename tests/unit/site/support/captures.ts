import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

// Third-party data: it stands beside the project where it is at all, and is never a part of it.
const FOLDER = resolve(import.meta.dirname, '../../../../../shared/real');

export const HAS_CAPTURES = existsSync(FOLDER);

/** For the name of a test that needs the captures: says why it is skipped where it is. */
export const NEEDS_CAPTURES = HAS_CAPTURES ? '' : ' (skipped: no captures of the real site in ../shared/real)';

export function readCapture(name: string): string {
  return readFileSync(resolve(FOLDER, name), 'utf8');
}
