import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { coalesce } from '../../../src/ui/popup/parts/coalesce';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('coalesce', () => {
  it('writes only the last of several values, once they rest', () => {
    const written: string[] = [];
    const writer = coalesce((value: string) => written.push(value), 150);
    for (const value of ['d', 'di', 'dif']) {
      writer.push(value);
      vi.advanceTimersByTime(149);
    }
    expect(written).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(written).toEqual(['dif']);
    vi.advanceTimersByTime(1000);
    expect(written).toEqual(['dif']);
  });

  it('flushes what waits at once, and nothing twice', () => {
    const written: string[] = [];
    const writer = coalesce((value: string) => written.push(value), 150);
    writer.flush();
    writer.push('dif');
    writer.flush();
    writer.flush();
    vi.advanceTimersByTime(150);
    expect(written).toEqual(['dif']);
  });

  it('writes undefined like any other value', () => {
    const write = vi.fn();
    const writer = coalesce<string | undefined>(write, 150);
    writer.push(undefined);
    writer.flush();
    expect(write).toHaveBeenCalledWith(undefined);
  });

  it('forgets what was cancelled', () => {
    const write = vi.fn();
    const writer = coalesce<string>(write, 150);
    writer.push('dif');
    writer.cancel();
    vi.advanceTimersByTime(150);
    writer.flush();
    expect(write).not.toHaveBeenCalled();
  });
});
