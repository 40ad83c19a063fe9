import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { cardOf, keyword, useSession } from './session';

const session = useSession();
const UNDECIDED = { starred: false, hidden: false, read: false };

/** The titles of the cards that are seen, as they stand on the page. */
const titles = (page: Page) =>
  page.evaluate(() => [...document.querySelectorAll('article')].filter((card) => card.checkVisibility()).map((card) => card.querySelector('h3')!.textContent.trim()));
const currentTitle = (page: Page) => page.evaluate(() => document.querySelector('[data-papersift-current] h3')?.textContent.trim());
const outlined = (page: Page) => page.locator('[data-papersift-current]').count();
const said = (page: Page) => page.locator('.papersift-announcer').textContent();
const marks = async () =>
  Object.fromEntries(Object.entries(await session.storage.get()).filter(([key]) => key.startsWith('mark:')).map(([key, { starred, hidden, read }]) => [key.slice(5), { starred, hidden, read }]));

async function open(path = '/papers', cards?: number): Promise<Page> {
  const page = await session.open(path, cards);
  await page.bringToFront();
  return page;
}

async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

describe('the current card', () => {
  it('is the first one in sight with the first key, then the next and the previous', async () => {
    const page = await open();
    const [first, second, third] = await titles(page);
    expect(await outlined(page)).toBe(0);
    await press(page, 'j');
    expect(await currentTitle(page)).toBe(first);
    await press(page, 'j', 'Alt+ArrowDown');
    expect(await currentTitle(page)).toBe(third);
    await press(page, 'k');
    expect(await currentTitle(page)).toBe(second);
    await press(page, 'Alt+ArrowUp', 'k', 'k');
    expect(await currentTitle(page)).toBe(first);
    expect(await outlined(page)).toBe(1);
  });

  it('is outlined by what no card clips, in both themes and in forced colors', async () => {
    for (const path of ['/papers', '/papers/trending', '/papers?sample-layout=2024']) {
      const page = await open(path);
      await press(page, 'j');
      const outline = () => page.locator('[data-papersift-current]').evaluate((cell) => {
        const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(cell);
        // Paint containment, and what is clipped, ends where the parent's does: no parent may clip the outline.
        const clips = (at: Element | null): boolean => at !== null && (/clip|hidden|auto/.test(getComputedStyle(at).overflowX + getComputedStyle(at).contentVisibility) || clips(at.parentElement));
        return [outlineStyle, outlineWidth, outlineColor, clips(cell.parentElement)].join(' ');
      });
      expect(await outline(), path).toBe('solid 2px rgb(29, 78, 216) false');
      await page.emulateMedia({ forcedColors: 'active' });
      expect(await outline(), path).toMatch(/^solid 2px rgba?\((?!29, 78, 216)[\d., ]+\) false$/);
      await page.emulateMedia({ forcedColors: 'none' });
      await page.close();
    }
  });

  it('is scrolled into view below a header that sticks, and above the foot of the page', async () => {
    const page = await open('/papers?sample-cards=60', 60);
    await page.evaluate(() => Object.assign(document.querySelector<HTMLElement>('.main-header')!.style, { position: 'sticky', top: '0', zIndex: '10', background: '#fff' }));
    for (let i = 0; i < 60; i += 1) {
      await press(page, 'j');
      await settledDown(page);
      const { top, bottom, header, height } = await edges(page);
      expect(top, `card ${i}`).toBeGreaterThanOrEqual(header + 8);
      expect(bottom, `card ${i}`).toBeLessThanOrEqual(height - 60);
    }
    for (let i = 0; i < 59; i += 1) {
      await press(page, 'k');
      await settledDown(page);
      const { top, header } = await edges(page);
      expect(top, `back to card ${58 - i}`).toBeGreaterThanOrEqual(header + 8);
    }
  });

  it('begins with what is in sight on a page that was scrolled', async () => {
    const page = await open('/papers?sample-cards=60', 60);
    await page.evaluate(() => scrollTo({ top: 3000, behavior: 'instant' }));
    await settledDown(page);
    await press(page, 'j');
    const { top, height } = await edges(page);
    expect(top).toBeGreaterThanOrEqual(0);
    expect(top).toBeLessThan(height);
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(2500);
  });

  it('is announced once, with its place and with what is known of it', async () => {
    await session.storage.set({ keywords: [{ id: 'k', source: 'BERT', color: 'yellow', on: true }] });
    const page = await open();
    await page.evaluate(() => {
      const log: string[] = [];
      Object.assign(window, { saidLog: log });
      new MutationObserver(() => log.push(document.querySelector('.papersift-announcer')!.textContent)).observe(document.querySelector('.papersift-announcer')!, { childList: true, characterData: true, subtree: true });
    });
    const log = () => page.evaluate(() => (window as unknown as { saidLog: string[] }).saidLog);
    await press(page, 'j');
    await expect.poll(log).toHaveLength(1);
    const [title] = await titles(page);
    expect((await log())[0]).toMatch(new RegExp(`^1 of 25: ${escape(title!)}\\.( \\d keywords? match(es)?\\.)?$`));
    // Fast presses: only what is arrived at is said.
    await page.evaluate(() => {
      for (const key of ['j', 'j', 'k']) document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    });
    await expect.poll(log).toHaveLength(2);
    await page.evaluate(() => window.sampleSite!.rerender());
    await settledDown(page);
    await settledDown(page);
    expect(await log()).toHaveLength(2);
    await press(page, 's');
    await expect.poll(async () => (await log()).at(-1)).toMatch(/^Starred: /);
    await press(page, 'j', 'k');
    await expect.poll(async () => (await log()).at(-1)).toMatch(/^2 of 25: .*\. Starred\./);
  });

  it('is the next one as they stand, where a list of others stands among them', async () => {
    const page = await open('/papers?sample-cards=6', 6);
    await page.evaluate(() => {
      const others = document.createElement('div');
      const card = (id: string) => `<article><h3><a href="/papers/${id}">Sponsored ${id}</a></h3></article>`;
      others.innerHTML = `<p>Sponsored</p><div>${card('2401.00001')}${card('2401.00002')}</div>`;
      document.querySelector('.paper-grid')!.children[2]!.before(others);
    });
    await expect.poll(() => page.locator('.papersift-star').count()).toBe(8);
    await settledDown(page);
    const visited: (string | undefined)[] = [];
    for (let i = 0; i < 8; i += 1) {
      await press(page, 'j');
      visited.push(await currentTitle(page));
    }
    expect(visited).toEqual(await titles(page));
  });

  it.each(['the list', 'each card'])('is the copy that is seen, where the host has hidden the first of two of %s', async (what) => {
    const page = await open('/papers?sample-cards=6', 6);
    await page.evaluate((hidesList) => {
      const list = document.querySelector<HTMLElement>('.paper-grid')!;
      const copy = list.cloneNode(true) as HTMLElement;
      copy.querySelectorAll('[data-papersift]').forEach((each) => each.remove());
      list.after(copy);
      for (const each of hidesList ? [list] : (list.children as Iterable<HTMLElement>)) each.style.display = 'none';
    }, what === 'the list');
    await expect.poll(() => page.locator('.papersift-star').count()).toBe(12);
    await settledDown(page);
    const filter = page.locator('.papersift-filter-box');
    const [first] = await titles(page);
    await filter.fill('zzzqqq');
    await expect.poll(() => titles(page)).toEqual([]);
    await filter.fill('');
    await expect.poll(() => titles(page)).toHaveLength(6);
    await filter.blur();
    await press(page, 'j');
    expect(await currentTitle(page)).toBe(first);
    expect(await page.locator('[data-papersift-current]').isVisible()).toBe(true);
  });

  it('stays with its paper when the host makes its nodes anew, moves them, or gives them to other papers', async () => {
    const page = await open();
    await press(page, 'j', 'j', 'j');
    const title = await currentTitle(page);
    for (const what of ['rerender', 'reorder', 'reuse', 'rerender'] as const) {
      await page.evaluate((name) => window.sampleSite![name](), what);
      await settledDown(page);
      await expect.poll(() => currentTitle(page), { message: what }).toBe(title);
      expect(await outlined(page)).toBe(1);
    }
  });

  it('is the one that takes its place when it goes out of sight, while the host makes its cards anew', async () => {
    const page = await open();
    const all = await titles(page);
    await press(page, 'j', 'j');
    await page.evaluate(() => setInterval(() => window.sampleSite!.rerender(), 150));
    await press(page, 'h');
    await expect.poll(() => currentTitle(page)).toBe(all[2]);
    await press(page, 'h');
    await expect.poll(() => currentTitle(page)).toBe(all[3]);
    await expect.poll(() => titles(page)).toEqual([all[0], ...all.slice(3)]);
  });

  it('becomes what is clicked or has the focus, which no outline shows before a key was used', async () => {
    const page = await open();
    const all = await titles(page);
    await cardOf(page, all[4]!).locator('.papersift-star').click();
    expect(await outlined(page)).toBe(0);
    await press(page, 'j');
    expect(await currentTitle(page)).toBe(all[5]);
    await cardOf(page, all[1]!).locator('.papersift-star').focus();
    await expect.poll(() => currentTitle(page)).toBe(all[1]);
  });

  it('has the Tab key go on in it', async () => {
    const page = await open();
    await press(page, 'j', 'j', 'Tab');
    const focusedIn = () => page.evaluate(() => document.activeElement?.closest('article')?.querySelector('h3')?.textContent.trim());
    const all = await titles(page);
    expect(await focusedIn()).toBe(all[1]);
    expect(await page.evaluate(() => document.activeElement?.matches('.papersift-bar button, .papersift-bar a'))).toBe(true);
    await press(page, 'j');
    expect(await focusedIn()).toBe(all[2]);
    await press(page, 'Tab');
    expect(await focusedIn()).toBe(all[2]);
  });

  it('has the Tab key go into the line that a muted card is folded to', async () => {
    await session.storage.set({ keywords: [{ ...keyword('video'), mute: {} }] });
    const page = await open();
    await page.locator('.papersift-muted').first().waitFor();
    const folded = () => page.evaluate(() => document.querySelector('[data-papersift-current] .papersift-muted') !== null);
    await press(page, 'j', 'Tab');
    for (let i = 0; i < 25 && !(await folded()); i += 1) await press(page, 'j');
    expect(await folded()).toBe(true);
    await press(page, 'Tab');
    const focused = () => page.evaluate(() => [document.activeElement!.closest('[data-papersift-current]') !== null, document.activeElement!.className]);
    expect(await focused()).toEqual([true, 'papersift-muted-show']);
    const title = await currentTitle(page);
    await press(page, 'Enter');
    await expect.poll(folded).toBe(false);
    expect(await currentTitle(page)).toBe(title);
    expect(await page.evaluate(() => document.activeElement!.closest('[data-papersift-current] h3') !== null)).toBe(true);
  });

  it('leaves no trace when the extension is switched off', async () => {
    const page = await open();
    await press(page, 'j');
    await session.storage.set({ settings: { enabled: false, topicsOff: [], versions: {} } });
    await expect.poll(() => outlined(page)).toBe(0);
    await press(page, 'j', '?');
    expect(await outlined(page)).toBe(0);
    await expect.poll(() => page.locator('dialog[open], .papersift-announcer').count()).toBe(0);
  });
});

describe('keys', () => {
  it('star, mark as read and hide the current card; z takes it all back', async () => {
    const page = await open();
    const [a, b] = await ids(page);
    await press(page, 'j', 's', 'r');
    await expect.poll(marks).toEqual({ [a!]: { starred: true, hidden: false, read: true } });
    await press(page, 'j', 'h');
    await page.locator('.papersift-toast-text', { hasText: /^Hidden: / }).waitFor();
    await expect.poll(async () => (await marks())[b!]).toEqual({ starred: false, hidden: true, read: false });
    await press(page, 'z');
    await page.getByText(/^Undone · Hidden: /).waitFor();
    expect(await idOfCurrent(page)).toBe(b);
    await press(page, 'z');
    await page.getByText(/^Undone · Marked as read: /).waitFor();
    expect(await idOfCurrent(page)).toBe(a);
    await press(page, 'z');
    await page.getByText(/^Undone · Starred: /).waitFor();
    await expect.poll(async () => Object.values(await marks())).toEqual([UNDECIDED, UNDECIDED]);
    await press(page, 's', 's');
    await expect.poll(() => said(page)).toMatch(/^Star removed: /);
  });

  it('follow the link, here or in a tab behind this one, which marks the paper as read', async () => {
    const page = await open();
    const [a, b] = await ids(page);
    await press(page, 'j');
    const opened = page.context().waitForEvent('page');
    await press(page, 'Shift+O');
    const tab = await opened;
    await tab.waitForURL(`**/papers/${a}`);
    expect(new URL(page.url()).pathname).toBe('/papers');
    await expect.poll(async () => (await marks())[a!]?.read).toBe(true);
    await press(page, 'j', 'o');
    await page.waitForURL(`**/papers/${b}`);
    await expect.poll(async () => (await marks())[b!]?.read).toBe(true);
  });

  it('open the help sheet, which says the keys in effect and closes in each way', async () => {
    await session.storage.set({ settings: { enabled: true, topicsOff: [], versions: {}, keys: { star: 'x', copy: '' } } });
    const page = await open();
    await press(page, '?');
    const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await sheet.waitFor();
    const rows = (await sheet.locator('.papersift-help-key').allInnerTexts()).map((text) => text.replace(/\s+/g, ' '));
    expect(rows).toContain('Star X');
    expect(rows).toContain('Copy BibTeX none');
    expect(rows).toContain('Next paper J or Alt ↓');
    expect(rows).toContain('Starred only G then S');
    // The keys have nothing to do behind it.
    await press(page, 'j');
    expect(await outlined(page)).toBe(0);
    const isOpen = () => sheet.isVisible();
    await press(page, '?');
    await expect.poll(isOpen).toBe(false);
    await press(page, '?', 'Escape');
    await expect.poll(isOpen).toBe(false);
    await press(page, '?');
    await sheet.getByRole('button', { name: 'Close' }).click();
    await expect.poll(isOpen).toBe(false);
    await press(page, '?');
    await page.mouse.click(5, 5);
    await expect.poll(isOpen).toBe(false);
    await cardOf(page, 'Phenaki').locator('.papersift-star').focus();
    await press(page, '?', 'Escape');
    expect(await page.evaluate(() => document.activeElement?.className)).toContain('papersift-star');
  });

  it('are those that the reader has chosen, at once', async () => {
    const page = await open();
    await press(page, 'j');
    await session.storage.set({ settings: { enabled: true, topicsOff: [], versions: {}, keys: { next: 'n', star: 'w w' } } });
    const all = await titles(page);
    await expect.poll(async () => {
      await press(page, 'n', 'k', 'n');
      return currentTitle(page);
    }).toBe(all[1]);
    await press(page, 'j', 's', 'w');
    expect(await currentTitle(page)).toBe(all[1]);
    await press(page, 'w');
    await expect.poll(async () => Object.values(await marks())).toMatchObject([{ starred: true }]);
  });

  it('can be switched off and on again', async () => {
    const off = { enabled: true, topicsOff: [], versions: {}, keyboard: false };
    await session.storage.set({ settings: off });
    const page = await open();
    await press(page, 'j', '?', 's');
    expect(await outlined(page)).toBe(0);
    await expect.poll(() => page.locator('dialog[open]').count()).toBe(0);
    await session.storage.set({ settings: { ...off, keyboard: true } });
    await expect.poll(async () => {
      await press(page, 'j');
      return outlined(page);
    }).toBe(1);
  });

  it('held down move on, and decide once', async () => {
    const page = await open();
    await page.keyboard.down('j');
    await page.keyboard.down('j');
    await page.keyboard.down('j');
    await page.keyboard.up('j');
    const all = await titles(page);
    expect(await currentTitle(page)).toBe(all[2]);
    for (let i = 0; i < 5; i += 1) await page.keyboard.down('h');
    await page.keyboard.up('h');
    await expect.poll(() => titles(page)).toEqual(all.filter((title) => title !== all[2]));
    await expect.poll(async () => Object.keys(await marks())).toHaveLength(1);
  });

  it('wait a while for the second of two, and a slip does nothing', async () => {
    const page = await open();
    await press(page, 'j', 'g', 'h');
    await press(page, 's');
    await expect.poll(async () => Object.values(await marks())).toEqual([{ starred: true, hidden: false, read: false }]);
    expect((await titles(page)).length).toBe(25);
  });

  it.each(['Control', 'Meta', 'Alt'])('with %s are the browser\'s', async (modifier) => {
    const page = await open();
    await press(page, 'j');
    const prevented = await page.evaluate((name) => {
      const event = (key: string) => new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ctrlKey: name === 'Control', metaKey: name === 'Meta', altKey: name === 'Alt' });
      return ['j', 's', 'h', '/', '?'].filter((key) => !document.body.dispatchEvent(event(key)));
    }, modifier);
    expect(prevented).toEqual([]);
    expect(await currentTitle(page)).toBe((await titles(page))[0]);
  });

  it('that nobody has a use for go on to the browser; those that were used do not', async () => {
    const page = await open();
    const prevented = (keys: string[]) => page.evaluate((all) => all.filter((key) => !document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))), keys);
    // Without a current card there is nothing to star or to hide.
    expect(await prevented(['x', 's', 'h', 'r', 'o', 'c', 'Enter', ' ', 'ArrowDown', 'Tab', 'Escape'])).toEqual([]);
    expect(await prevented(['j', 's', 's', 'q', 'Enter'])).toEqual(['j', 's', 's']);
  });

  it.each([
    ['on the document', 'document'],
    ['on the window, added later', 'window'],
  ])('that the page handles itself are the page\'s: %s', async (_, where) => {
    const page = await open();
    await press(page, 'j');
    await page.evaluate((target) => {
      (target === 'window' ? window : document).addEventListener('keydown', (event) => {
        if ((event as KeyboardEvent).key === 'j') event.preventDefault();
      });
    }, where);
    const all = await titles(page);
    await press(page, 'j');
    expect(await currentTitle(page)).toBe(all[0]);
    await press(page, 's');
    await expect.poll(marks).not.toEqual({});
  });

  it('do nothing behind a dialog or a menu of the page', async () => {
    const page = await open();
    await press(page, 'j');
    const [first, second] = await titles(page);
    for (const markup of ['<dialog open>x</dialog>', '<div role="dialog" aria-modal="true">x</div>']) {
      const made = await page.evaluateHandle((html) => {
        document.body.insertAdjacentHTML('beforeend', html);
        return document.body.lastElementChild!;
      }, markup);
      await press(page, 'j');
      expect(await currentTitle(page), markup).toBe(first);
      await made.evaluate((element) => element.remove());
    }
    // One that is there and not shown is in nobody's way.
    await page.evaluate(() => document.body.insertAdjacentHTML('beforeend', '<div hidden aria-modal="true"></div>'));
    await press(page, 'j');
    expect(await currentTitle(page)).toBe(second);
  });
});

describe('keys for the card and the bar', () => {
  it('open and close the abstract of the current card, and all of them', async () => {
    const page = await open();
    const abstracts = page.locator('.papersift-abstract-text');
    await press(page, 'j', 'j', 'a');
    await expect.poll(() => abstracts.count()).toBe(1);
    await expect.poll(() => page.locator('[data-papersift-current] .papersift-abstract-text').count()).toBe(1);
    await press(page, 'a');
    await expect.poll(() => abstracts.count()).toBe(0);
    await press(page, 'Shift+A');
    await expect.poll(() => abstracts.count()).toBe(25);
    await press(page, 'Shift+A');
    await expect.poll(() => abstracts.count()).toBe(0);
  });

  it('copy the current paper as BibTeX', async () => {
    const page = await open();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await press(page, 'j', 'j', 'c');
    await page.locator('.papersift-toast-text', { hasText: 'Copied BibTeX' }).waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(/^@\w+\{/);
    expect(copied).toContain(`eprint`);
    expect(copied).toContain((await idOfCurrent(page))!);
  });

  it('go to the filter box, which has the keys until it is left', async () => {
    const page = await open();
    const all = await titles(page);
    await press(page, 'j', 'j', '/');
    await page.keyboard.type('bert');
    const fits = () => titles(page);
    await expect.poll(async () => (await fits()).length).toBeLessThan(all.length);
    await expect.poll(() => page.locator('.papersift-filter-box').inputValue()).toBe('bert');
    expect(await marks()).toEqual({});
    await press(page, 'Escape', 'Escape');
    await expect.poll(fits).toEqual(all);
    await press(page, 's');
    await expect.poll(async () => Object.keys(await marks())).toHaveLength(1);
  });

  it('show only what is starred or left, as the bar tells, and all again', async () => {
    const page = await open();
    const all = await titles(page);
    const toggle = (name: string) => page.locator('.papersift-triage').getByRole('button', { name, exact: true });
    await press(page, 'j', 's', 'j', 'r', 'g', 's');
    await expect.poll(() => titles(page)).toEqual([all[0]]);
    await expect.poll(() => toggle('Starred').getAttribute('aria-pressed')).toBe('true');
    expect(await currentTitle(page)).toBe(all[0]);
    await press(page, 'g', 's', 'g', 'l');
    await expect.poll(() => titles(page)).toEqual(all.slice(2));
    await expect.poll(() => toggle('Starred').getAttribute('aria-pressed')).toBe('false');
    await expect.poll(() => toggle('Left').getAttribute('aria-pressed')).toBe('true');
    await press(page, 'g', 'l');
    await expect.poll(() => titles(page)).toEqual(all);
    expect((await marks())[(await ids(page))[1]!]).toEqual({ starred: false, hidden: false, read: true });
  });
});

describe('typing', () => {
  const INPUTS = ['text', 'search', 'email', 'url', 'tel', 'password', 'number', 'date', 'time', 'month', 'week', 'datetime-local'];
  const FIELDS = [
    ...INPUTS.map((type) => [`input ${type}`, `<input type="${type}">`] as const),
    ['an input of an unknown type', '<input type="strange">'],
    ['textarea', '<textarea></textarea>'],
    ['select', '<select><option>star</option><option>hide</option></select>'],
    ['contenteditable', '<div contenteditable>x</div>'],
    ['inside contenteditable', '<div contenteditable><p><b tabindex="0">x</b></p></div>', 'b'],
    ['plaintext-only', '<div contenteditable="plaintext-only">x</div>'],
    ...['textbox', 'searchbox', 'combobox', 'spinbutton', 'listbox'].map((role) => [`role ${role}`, `<div role="${role}" tabindex="0">x</div>`] as const),
    ['a menu', '<div role="menu"><div role="menuitem" tabindex="0">x</div></div>', '[tabindex]'],
  ] as const;

  it.each(FIELDS)('in %s is left alone', async (_, markup, inner: string = '*') => {
    const page = await open();
    await press(page, 'j');
    await page.evaluate((html) => {
      document.body.insertAdjacentHTML('beforeend', `<div id="field">${html}</div>`);
    }, markup);
    await page.locator(`#field ${inner}`).first().focus();
    await expectTypingIsLeftAlone(page);
  });

  it.each([
    ['a custom element with an open shadow root', 'open', 'x-field'],
    ['a custom element with a closed shadow root', 'closed', 'x-field'],
    ['an element of another kind with a closed shadow root', 'closed', 'div'],
  ] as const)('in %s is left alone', async (_, mode, name) => {
    const page = await open();
    await press(page, 'j');
    await page.evaluate(([shadow, tag]) => {
      const host = document.createElement(tag);
      const input = document.createElement('input');
      host.attachShadow({ mode: shadow }).append(input);
      document.body.append(host);
      input.focus();
      Object.assign(window, { shadowInput: input });
    }, [mode, name] as const);
    await expectTypingIsLeftAlone(page);
    expect(await page.evaluate(() => (window as unknown as { shadowInput: HTMLInputElement }).shadowInput.value)).toBe('jshzg?s');
  });

  it('in the search box of the page is left alone, and searches', async () => {
    const page = await open();
    await press(page, 'j');
    await page.locator('input[type=search]').first().focus();
    await page.keyboard.type('gshock');
    await expect.poll(() => page.locator('input[name=daily-papers-search]').inputValue()).toBe('gshock');
    expect(await marks()).toEqual({});
  });

  it('with an input method is left alone', async () => {
    const page = await open();
    await press(page, 'j');
    const prevented = await page.evaluate(() => [
      new KeyboardEvent('keydown', { key: 'j', isComposing: true, bubbles: true, cancelable: true }),
      new KeyboardEvent('keydown', { key: 'j', keyCode: 229, bubbles: true, cancelable: true }),
    ].filter((event) => !document.body.dispatchEvent(event)).length);
    expect(prevented).toBe(0);
    expect(await currentTitle(page)).toBe((await titles(page))[0]);
  });

  it.each([
    ['a button', '<button>x</button>'],
    ['a link', '<a href="#x">x</a>'],
    ['a checkbox', '<input type="checkbox">'],
    ['what can have the focus', '<div tabindex="0">x</div>'],
  ])('is nothing that one does on %s: keys work there', async (_, markup) => {
    const page = await open();
    await press(page, 'j');
    await page.evaluate((html) => document.body.insertAdjacentHTML('afterbegin', `<div id="field">${html}</div>`), markup);
    await page.locator('#field > *').focus();
    await press(page, 'j');
    expect(await currentTitle(page)).toBe((await titles(page))[1]);
  });

  async function expectTypingIsLeftAlone(page: Page): Promise<void> {
    const before = await currentTitle(page);
    await page.keyboard.type('jshzg?s');
    await settledDown(page);
    expect(await currentTitle(page)).toBe(before);
    await expect.poll(() => page.locator('dialog[open]').count()).toBe(0);
    expect(await marks()).toEqual({});
  }
});

const ids = (page: Page) =>
  page.evaluate(() => [...document.querySelectorAll('article')].filter((card) => card.checkVisibility()).map((card) => card.querySelector('h3 a')!.getAttribute('href')!.slice('/papers/'.length)));
const idOfCurrent = (page: Page) => page.evaluate(() => document.querySelector('[data-papersift-current] h3 a')?.getAttribute('href')?.slice('/papers/'.length));

/** Two frames, as the current card waits, and one more. */
async function settledDown(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let i = 0; i < 4; i += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
  });
}

function edges(page: Page) {
  return page.evaluate(() => {
    const { top, bottom } = document.querySelector('[data-papersift-current]')!.getBoundingClientRect();
    return { top, bottom, header: document.querySelector('.main-header')!.getBoundingClientRect().bottom, height: innerHeight };
  });
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
