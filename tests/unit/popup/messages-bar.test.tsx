// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { MessagesBar, NOTICE_TIME } from '../../../src/ui/popup/parts/messages-bar';

vi.mock('../../../src/platform/browser', async () => (await import('./fakes')).fakeBrowser());

const dismissNotice = vi.fn();
const later = (time: number) => act(async () => void (await vi.advanceTimersByTimeAsync(time)));
let root: HTMLElement;

beforeEach(async () => {
  vi.useFakeTimers();
  dismissNotice.mockClear();
  root = document.body.appendChild(document.createElement('div'));
  const notice = { text: 'Removed', undo: () => {} };
  await act(() =>
    render(<MessagesBar failure={undefined} notice={notice} dismissFailure={() => {}} dismissNotice={dismissNotice} />, root),
  );
});
afterEach(() => {
  render(null, root);
  root.remove();
  vi.useRealTimers();
});

it('gives the focus back to what had it when a failure is dismissed', async () => {
  const dismissFailure = vi.fn();
  const button = document.body.appendChild(document.createElement('button'));
  await act(() =>
    render(<MessagesBar failure="No" notice={undefined} dismissFailure={dismissFailure} dismissNotice={dismissNotice} />, root),
  );
  button.focus();
  const dismiss = root.querySelector('button')!;
  await act(() => dismiss.focus());
  await act(() => dismiss.click());
  expect(dismissFailure).toHaveBeenCalledTimes(1);
  expect(document.activeElement).toBe(button);
  button.remove();
});

it('takes a notice away after its time', async () => {
  await later(NOTICE_TIME - 1);
  expect(dismissNotice).not.toHaveBeenCalled();
  await later(1);
  expect(dismissNotice).toHaveBeenCalledTimes(1);
});

it('leaves it as long as the focus is on its undo', async () => {
  await act(() => root.querySelector('button')!.focus());
  await later(NOTICE_TIME * 2);
  expect(dismissNotice).not.toHaveBeenCalled();
  await act(() => root.querySelector('button')!.blur());
  await later(NOTICE_TIME);
  expect(dismissNotice).toHaveBeenCalledTimes(1);
});
