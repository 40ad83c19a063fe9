import { textOf, type Reading } from './readings';

/** One decision of the reader. */
export interface Change {
  readonly subject: string;
  readonly reading: Reading;
  /** The earlier changes of the same subject that whoever made this one surely knew. */
  readonly past: ReadonlySet<Change>;
  /** The fields that the reader changed; all where it is not said. */
  readonly named?: readonly string[] | undefined;
}

/** Knows all that the reader did on any device, and what came after what. */
export interface Oracle {
  record(subject: string, reading: Reading, past: ReadonlySet<Change>, named?: readonly string[]): Change;
  /** What is surely known to one who sees `reading`. */
  behind(subject: string, reading: Reading | undefined): Set<Change>;
  subjects(): string[];
  /** The changes of a subject, or of one of its fields, that no other such change came surely after. */
  last(subject: string, name?: string): Change[];
}

export function oracle(): Oracle {
  const changes = new Map<string, Change[]>();
  const of = (subject: string) => changes.get(subject) ?? [];
  return {
    record(subject, reading, past, named) {
      const change = { subject, reading, past, named };
      changes.set(subject, [...of(subject), change]);
      return change;
    },
    behind(subject, reading) {
      const text = textOf(reading);
      const makers = of(subject).filter((change) => textOf(change.reading) === text);
      // Two devices can make the same of a thing without knowing of each other: then only what both knew is sure.
      const [first, ...others] = makers.map(known);
      return new Set([...(first ?? [])].filter((change) => others.every((other) => other.has(change))));
    },
    subjects: () => [...changes.keys()],
    last(subject, name) {
      const all = of(subject).filter(({ named }) => !named || !name || named.includes(name));
      return all.filter((change) => !all.some(({ past }) => past.has(change)));
    },
  };
}

/** A change and all that was behind it. */
export function known(change: Change): Set<Change> {
  return new Set([...change.past, change]);
}
