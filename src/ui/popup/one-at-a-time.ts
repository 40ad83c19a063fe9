/** Calls `work` again for each call, but never twice at once: calls that come while it runs share the next run. */
export function oneAtATime(work: () => Promise<void>): () => Promise<void> {
  let running = Promise.resolve();
  let next: Promise<void> | undefined;
  return () => {
    next ??= running
      // Whoever called it has heard of its failure.
      .catch(() => undefined)
      .then(() => {
        running = next!;
        next = undefined;
        return work();
      });
    return next;
  };
}
