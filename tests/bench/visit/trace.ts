import type { CDPSession, Page } from 'playwright-core';

/** What is used of an event of Chromium's trace; times in microseconds, `tdur` those on the processor. */
export interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly id?: string;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args: { readonly data?: Readonly<Record<string, any>> };
}

const CATEGORIES = ['devtools.timeline', 'v8', 'v8.execute', 'blink.user_timing', 'toplevel', 'disabled-by-default-devtools.timeline'];
const PROFILER = 'disabled-by-default-v8.cpu_profiler';

/** The trace of what the page does in `work`. */
export async function traceOf(page: Page, withProfile: boolean, work: () => Promise<void>): Promise<readonly TraceEvent[]> {
  const client = await page.context().newCDPSession(page);
  const includedCategories = withProfile ? [...CATEGORIES, PROFILER] : CATEGORIES;
  await client.send('Tracing.start', { transferMode: 'ReturnAsStream', traceConfig: { includedCategories } });
  await work();
  const ended = new Promise<string>((resolve) => client.once('Tracing.tracingComplete', ({ stream }) => resolve(stream!)));
  await client.send('Tracing.end');
  const text = await readStream(client, await ended);
  await client.detach();
  return (JSON.parse(text) as { traceEvents: TraceEvent[] }).traceEvents;
}

async function readStream(client: CDPSession, handle: string): Promise<string> {
  const parts: string[] = [];
  for (;;) {
    const { data, eof } = await client.send('IO.read', { handle, size: 1 << 20 });
    parts.push(data);
    if (eof) break;
  }
  await client.send('IO.close', { handle });
  return parts.join('');
}
