import type { Options } from './options';
import type { Table } from './table';

/** What one part of the benchmark has measured. */
export interface Result {
  readonly tables: readonly Table[];
  /** What a reader of the tables has to know. */
  readonly notes: readonly string[];
  /** Figures by the name under which a threshold asks for them. */
  readonly figures: Readonly<Record<string, number>>;
  /** All runs, for the JSON file. */
  readonly runs?: unknown;
}

export type Part = (options: Options) => Promise<Result>;
