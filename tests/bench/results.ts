import { join } from 'node:path';
import { PROJECT } from '../tools/extension-build';

/** Where the benchmark leaves what it has measured; nothing of it is committed. */
export const RESULTS = join(PROJECT, 'dist/bench');
