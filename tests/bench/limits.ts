/** What a figure may not fall below or rise above. */
export interface Limit {
  readonly kind: 'at-least' | 'at-most';
  readonly name: string;
  readonly value: number;
}

/** Reads `NAME=VALUE`. Throws an error that says what is wrong with it. */
export function toLimits(kind: Limit['kind'], texts: readonly string[]): Limit[] {
  return texts.map((text) => {
    const [, name, value] = /^(.+)=(\d+(?:\.\d+)?)$/.exec(text) ?? [];
    if (name === undefined) throw new Error(`--${kind} is NAME=NUMBER, not "${text}".`);
    return { kind, name, value: Number(value) };
  });
}

/** What is wrong, a line for each limit that does not hold. A figure that was not measured holds no limit. */
export function brokenLimits(limits: readonly Limit[], figures: Readonly<Record<string, number>>): string[] {
  return limits.flatMap(({ kind, name, value }) => {
    const figure = figures[name];
    if (figure === undefined) return [`${name} was not measured; these were: ${Object.keys(figures).join(', ')}`];
    const holds = kind === 'at-least' ? figure >= value : figure <= value;
    return holds ? [] : [`${name} is ${figure.toFixed(2)}, wanted ${kind === 'at-least' ? 'at least' : 'at most'} ${value}`];
  });
}
