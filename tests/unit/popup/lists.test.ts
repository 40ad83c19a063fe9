import { describe, expect, it, vi } from 'vitest';
import { toPaperId } from '../../../src/domain/paper';
import type { SavedPaper } from '../../../src/storage/repair-saved-paper';
import { byline } from '../../../src/ui/popup/starred/starred';
import { chooseKeys, switchPart, switchTopic } from '../../../src/ui/popup/settings/settings-edits';

vi.mock('../../../src/platform/browser', async () => (await import('./fakes')).fakeBrowser());

const paper = (fields: Partial<SavedPaper>): SavedPaper => ({ id: toPaperId('2402.12345')!, title: 'T', savedAt: '', ...fields });

describe('byline', () => {
  it('says what is known and no more', () => {
    expect(byline(paper({ authorCount: 12, publishedAt: '2024-02-18' }))).toBe('12 authors · Feb 18, 2024');
    expect(byline(paper({ organization: { fullname: 'Org' } }))).toBe('Org');
    expect(byline(paper({ authors: ['A'] }))).toBe('1 author');
    expect(byline(paper({}))).toBe('');
  });

  it('leaves out a date that is none', () => {
    expect(byline(paper({ authorCount: 2, publishedAt: 'soon' }))).toBe('2 authors');
  });
});

describe('switchTopic', () => {
  const settings = { enabled: true, topicsOff: ['rl', 'of-a-newer-version'], versions: {} };

  it('switches one topic and keeps ids that it does not know', () => {
    expect(switchTopic(settings, 'rl', true).topicsOff).toEqual(['of-a-newer-version']);
    expect(switchTopic(settings, 'llm', false).topicsOff).toEqual(['rl', 'of-a-newer-version', 'llm']);
  });

  it('comes to the same when it is done twice', () => {
    const once = switchTopic(settings, 'rl', false);
    expect(switchTopic(once, 'rl', false)).toEqual(once);
  });
});

it('a part of the cards is switched, and parts of a newer version stay', () => {
  const settings = { enabled: true, topicsOff: [], partsOff: ['of-a-newer-version'], versions: {} };
  const off = switchPart(settings, 'chips', false);
  expect(off.partsOff).toEqual(['of-a-newer-version', 'chips']);
  expect(switchPart(off, 'chips', true)).toEqual(settings);
});

it('an action gets a key, none, or its own again, and the others keep theirs', () => {
  const settings = { enabled: true, topicsOff: [], keys: { star: 'x', later: 'y' }, versions: {} };
  expect(chooseKeys(settings, 'hide', '').keys).toEqual({ star: 'x', later: 'y', hide: '' });
  expect(chooseKeys(settings, 'star', 'w').keys).toEqual({ star: 'w', later: 'y' });
  expect(chooseKeys(settings, 'star', undefined).keys).toEqual({ later: 'y' });
});
