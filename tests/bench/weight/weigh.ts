import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Bytes of a file, as it is and packed. */
export interface Weight {
  readonly raw: number;
  readonly gzip: number;
}

/** @param path in the build */
export function weigh(build: string, path: string): Weight {
  const content = readFileSync(join(build, path));
  return { raw: content.length, gzip: gzipSync(content, { level: 9 }).length };
}
