/**
 * Calls `work` again for each call, but never twice at once: calls that come while it runs share the next run.
 * @param pause milliseconds between the end of a run and the next
 */
export function oneAtATime(work: () => Promise<void>, pause = 0): () => Promise<void> {
  let free: Promise<unknown> = Promise.resolve();
  let next: Promise<void> | undefined;
  return () => {
    next ??= free.then(() => {
      next = undefined;
      const run = work();
      // Whoever called it has heard of its failure.
      const ended = run.catch(() => undefined);
      free = pause > 0 ? ended.then(() => new Promise((resolve) => setTimeout(resolve, pause))) : ended;
      return run;
    });
    return next;
  };
}
