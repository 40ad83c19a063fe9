import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { SEED_PAPERS } from '../site/papers';
import type { SamplePaper } from '../site/sample-paper';
import { cardOf, enhanced, keyword, useSession } from './session';

const session = useSession();
const PHENAKI = '2210.02399';
const COMBINER = '2107.05768';
const ALL = SEED_PAPERS.map(({ id }) => id);

const mark = (flags: Record<string, boolean>) => ({ version: 16, starred: false, hidden: false, read: false, ...flags });
const idsOf = (fits: (paper: SamplePaper) => boolean) => SEED_PAPERS.filter(fits).map(({ id }) => id);
const hasCode = (paper: SamplePaper) => 'githubRepo' in paper || 'githubStars' in paper;
const says = (word: RegExp) => (paper: SamplePaper) => word.test(`${paper.title} ${paper.abstract}`);

/** Ids of the papers that are seen, in the order in which the eye meets them. */
function seen(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('article')]
      .filter((card) => card.checkVisibility())
      .map((card) => ({ id: card.querySelector('h3 a, a[href^="/papers/"]')!.getAttribute('href')!.slice(8), box: card.getBoundingClientRect() }))
      .sort((a, b) => Math.round(a.box.top - b.box.top) || a.box.left - b.box.left)
      .map(({ id }) => id),
  );
}

const sees = (page: Page, ids: readonly string[]) => expect.poll(() => seen(page)).toEqual(ids);
/** The counts, without what is not to be seen. */
const counts = (page: Page) => page.locator('.papersift-line').innerText().then((text) => text.replace(/\s+/g, ' ').trim());
const countsAre = (page: Page, text: string) => expect.poll(() => counts(page)).toBe(text);
const press = (page: Page, name: string) => page.locator('.papersift-triage').getByRole('button', { name, exact: true }).click();
const box = (page: Page) => page.getByRole('searchbox', { name: /^Filter these papers/ });
const topic = (page: Page, label: string) => page.locator('.papersift-topic', { hasText: label });
const sortBy = (page: Page, label: string) => page.locator('.papersift-select').selectOption({ label });

describe('the counts', () => {
  it('follow what is decided here, in another tab, and what is taken back', async () => {
    const [here, there] = [await session.open('/papers', 25), await session.open('/papers', 25)];
    await countsAre(here, '25 papers · 25 left');
    await cardOf(here, 'Phenaki').locator('.papersift-star').click();
    await cardOf(here, 'Combiner').locator('.papersift-hide').click();
    for (const page of [here, there]) await countsAre(page, '25 papers · 1 starred · 1 hidden Show · 23 left');
    const progress = there.getByRole('progressbar', { name: 'Papers decided about' });
    await expect.poll(() => progress.getAttribute('aria-valuetext')).toBe('2 of 25 papers decided about');
    expect([await progress.getAttribute('aria-valuenow'), await progress.getAttribute('aria-valuemax')]).toEqual(['2', '25']);
    const share = () => progress.evaluate((bar) => bar.firstElementChild!.getBoundingClientRect().width / bar.getBoundingClientRect().width);
    await expect.poll(share).toBeCloseTo(2 / 25, 2);
    await press(there, 'Show hidden papers');
    await cardOf(there, 'Combiner').waitFor({ state: 'visible' });
    await here.getByRole('button', { name: 'Undo' }).click();
    for (const page of [here, there]) await countsAre(page, '25 papers · 1 starred · 24 left');
  });

  it('tell of muted papers, and show all of them', async () => {
    await session.storage.set({ keywords: [{ ...keyword('survey'), mute: {} }] });
    const page = await session.open('/papers', 25);
    const muted = idsOf(says(/\bsurvey\b/i)).length;
    expect(muted).toBeGreaterThan(1);
    await countsAre(page, `25 papers · ${muted} muted Show all · 25 left`);
    await press(page, 'Show all muted papers');
    await countsAre(page, `25 papers · ${muted} muted · 25 left`);
    await expect.poll(() => page.locator('.papersift-muted:visible').count()).toBe(0);
  });

  it.each([
    [1, '1 paper · 1 left'],
    [100, '100 papers · 100 left'],
  ])('are right with %i cards', async (cards, text) => {
    const page = await session.open(`/papers?sample-cards=${cards}`, cards);
    await countsAre(page, text);
    await expect.poll(() => page.locator('.papersift-triage').count()).toBe(1);
    // Above the cards, and as wide as their list.
    const [bar, list] = await page.evaluate(() =>
      ['.papersift-triage', '.papersift-triage + *'].map((part) => document.querySelector(part)!.getBoundingClientRect()).map(({ left, right, top, bottom }) => ({ left, right, top, bottom })),
    );
    expect([bar!.left, bar!.right]).toEqual([list!.left, list!.right]);
    expect(bar!.bottom).toBeLessThanOrEqual(list!.top);
  });

  it('leave the buttons of the cards as they are', async () => {
    const page = await session.open('/papers', 25);
    const marks = await page.evaluate(() => [...new Set([...document.querySelectorAll('.papersift-bar button')].map((each) => getComputedStyle(each, '::after').content))]);
    expect(marks).toEqual(['none']);
  });

  it('are not there where no card is', async () => {
    const page = await session.open('/papers?sample-cards=0', 0);
    await page.waitForFunction(() => document.readyState === 'complete');
    await expect.poll(() => page.locator('.papersift-triage').count()).toBe(0);
  });
});

describe('what is new since the last visit', () => {
  const FRESH = [PHENAKI, COMBINER];
  const minute = () => Math.floor(Date.now() / 60_000);
  const met = () => {
    const items: Record<string, Record<string, number>> = {};
    for (const id of ALL.filter((each) => !FRESH.includes(each))) {
      const [month, number] = id.split('.') as [string, string];
      (items[`seen:${month}`] ??= {})[number] = minute() - 1500;
    }
    return { ...items, visit: { since: minute() - 1500, last: minute() - 1490 } };
  };

  it('has a dot, and is counted', async () => {
    await session.storage.set(met());
    const page = await session.open('/papers', 25);
    await countsAre(page, '25 papers · 2 new · 25 left');
    const dots = page.getByRole('img', { name: 'New since your last visit' });
    await expect.poll(() => dots.count()).toBe(2);
    for (const title of ['Phenaki', 'Combiner']) await expect.poll(() => cardOf(page, title).getByRole('img', { name: 'New since your last visit' }).isVisible()).toBe(true);
    await page.evaluate(() => window.sampleSite!.rerender());
    await enhanced(page, 25);
    await expect.poll(() => dots.count()).toBe(2);
  });

  it('is nothing in the very first visit', async () => {
    const page = await session.open('/papers', 25);
    await expect.poll(async () => (await session.storage.get())['visit']).toMatchObject({ isFirst: true });
    await page.waitForTimeout(100);
    expect(await counts(page)).toBe('25 papers · 25 left');
    await expect.poll(() => page.locator('.papersift-new').count()).toBe(0);
  });

  it.each([1440, 390, 320])('moves nothing when it becomes known, %i pixels wide', async (width) => {
    await session.storage.set({ ...met(), [`mark:${COMBINER}`]: mark({ hidden: true }), [`mark:${PHENAKI}`]: mark({ starred: true }), keywords: [{ ...keyword('survey'), mute: {} }] });
    const page = await session.newPage();
    await page.setViewportSize({ width, height: 900 });
    await page.goto('https://huggingface.co/papers');
    await enhanced(page, 25);
    const top = () => page.evaluate(() => document.querySelector('.papersift-triage + *')!.getBoundingClientRect().top + scrollY);
    const before = await top();
    expect(await counts(page)).not.toContain('new');
    await expect.poll(() => counts(page)).toContain('2 new');
    expect(await top()).toBe(before);
  });
});

describe('a filter', () => {
  it('shows exactly what is left, starred, has code, or has a keyword, and all of these at once', async () => {
    await session.storage.set({
      keywords: [keyword('quantization'), keyword('video', 'pink')],
      [`mark:${PHENAKI}`]: mark({ starred: true }),
      [`mark:${COMBINER}`]: mark({ read: true }),
      [`mark:${ALL[0]}`]: mark({ hidden: true }),
    });
    const page = await session.open('/papers', 25);
    const shown = ALL.slice(1);
    await sees(page, shown);
    const code = idsOf(hasCode);
    const found = idsOf(says(/\b(quantization|video)\b/i));
    const only: Record<string, string[]> = {
      Left: shown.filter((id) => id !== PHENAKI && id !== COMBINER),
      Starred: [PHENAKI],
      'With code': shown.filter((id) => code.includes(id)),
      'My keywords': shown.filter((id) => found.includes(id)),
    };
    for (const [name, ids] of Object.entries(only)) {
      expect(ids.length, name).toBeGreaterThan(0);
      await press(page, name);
      await sees(page, ids);
      await expect.poll(() => page.locator('.papersift-result-text').innerText()).toBe(`${ids.length} of 25 shown`);
      await expect.poll(() => page.getByRole('button', { name, exact: true }).getAttribute('aria-pressed')).toBe('true');
      await press(page, name);
      await sees(page, shown);
      await expect.poll(() => page.locator('.papersift-result-text').isVisible()).toBe(false);
    }
    for (const name of ['Left', 'With code', 'My keywords']) await press(page, name);
    await sees(page, shown.filter((id) => ['Left', 'With code', 'My keywords'].every((name) => only[name]!.includes(id))));
  });

  it('follows what is decided while it is set', async () => {
    const page = await session.open('/papers', 25);
    await press(page, 'Left');
    await cardOf(page, 'Phenaki').locator('.papersift-star').click();
    await sees(page, ALL.filter((id) => id !== PHENAKI));
  });

  it('by a topic requires it, excludes it, and lets it be', async () => {
    const page = await session.open('/papers', 25);
    const withChip = await page.evaluate(() =>
      [...document.querySelectorAll('article')]
        .filter((card) => [...card.querySelectorAll('.papersift-chips .papersift-chip')].some((chip) => chip.textContent.trim() === 'Survey'))
        .map((card) => card.querySelector('h3 a')!.getAttribute('href')!.slice(8)),
    );
    expect(withChip.length).toBeGreaterThan(1);
    const chip = topic(page, 'Survey');
    await expect.poll(() => chip.innerText()).toMatch(new RegExp(`^Survey\\s*${withChip.length}$`));
    await expect.poll(() => chip.getAttribute('aria-label')).toBe(`Survey ${withChip.length} papers`);
    await chip.click();
    await sees(page, ALL.filter((id) => withChip.includes(id)));
    await expect.poll(() => chip.getAttribute('aria-label')).toBe(`Survey ${withChip.length} papers, required`);
    const sign = () => chip.evaluate((each) => getComputedStyle(each, '::before').content);
    expect(await sign()).toContain('+');
    await chip.click();
    await sees(page, ALL.filter((id) => !withChip.includes(id)));
    await expect.poll(() => chip.getAttribute('aria-label')).toBe(`Survey ${withChip.length} papers, excluded`);
    expect(await sign()).toContain('−');
    await chip.click();
    await sees(page, ALL);
    await expect.poll(() => chip.getAttribute('aria-label')).toBe(`Survey ${withChip.length} papers`);
  });

  it('by a topic that stands behind “more” brings it into the row', async () => {
    const page = await session.open('/papers', 25);
    const more = page.locator('.papersift-topics-more');
    const last = page.locator('.papersift-topic').last();
    await expect.poll(() => last.isVisible()).toBe(false);
    await more.click();
    await last.waitFor({ state: 'visible' });
    const label = await last.locator('.papersift-topic-label').innerText();
    await last.click();
    await more.click();
    await expect.poll(() => page.locator('.papersift-topic:visible').count()).toBeLessThan(await page.locator('.papersift-topic').count());
    await expect.poll(() => topic(page, label).isVisible()).toBe(true);
  });

  it('by words looks through title and abstract, tells what came out, and is cleared by Escape', async () => {
    const page = await session.open('/papers', 25);
    await box(page).fill('quantization');
    const found = idsOf(says(/\bquantization\b/i));
    expect(found.length).toBeGreaterThan(1);
    await sees(page, found);
    await expect.poll(() => page.locator('.papersift-triage [aria-live]').textContent()).toBe(`${found.length} of 25 papers shown`);
    await page.bringToFront();
    await box(page).press('Escape');
    await sees(page, ALL);
    await expect.poll(() => box(page).inputValue()).toBe('');
    expect(await box(page).evaluate((each) => each === document.activeElement)).toBe(true);
  });

  it('is cleared with all others and the order in one click', async () => {
    const page = await session.open('/papers', 25);
    const clear = page.getByRole('button', { name: 'Clear all' });
    await expect.poll(() => clear.isVisible()).toBe(false);
    await sortBy(page, 'Upvotes');
    await clear.waitFor();
    await press(page, 'With code');
    await topic(page, 'Survey').click();
    await box(page).fill('a');
    await clear.click();
    await sees(page, ALL);
    await expect.poll(() => box(page).inputValue()).toBe('');
    await expect.poll(() => page.locator('.papersift-triage [aria-pressed=true], .papersift-topic:not([data-state=any])').count()).toBe(0);
    await expect.poll(() => page.locator('.papersift-select').inputValue()).toBe('site');
    await expect.poll(() => clear.isVisible()).toBe(false);
  });

  it('that leaves nothing is named, and can be cleared by itself', async () => {
    await session.storage.set({ [`mark:${PHENAKI}`]: mark({ starred: true }) });
    const page = await session.open('/papers', 25);
    await press(page, 'Starred');
    await box(page).fill('zebra');
    await page.getByText('No paper here fits “zebra”.').waitFor();
    await sees(page, []);
    await press(page, 'Clear “zebra”');
    await sees(page, [PHENAKI]);
    await expect.poll(() => page.locator('.papersift-empty').isVisible()).toBe(false);
    // Each leaves some, together they leave none.
    await box(page).fill('quantization');
    const others = idsOf(says(/\bquantization\b/i));
    await page.getByText(`No paper fits all filters. Without “Starred” there are ${others.length}.`).waitFor();
    await press(page, 'Clear “Starred”');
    await sees(page, others);
  });
});

describe('the order', () => {
  const by = (...figures: ((paper: SamplePaper) => number)[]) =>
    SEED_PAPERS.toSorted((a, b) => figures.map((figure) => figure(b) - figure(a)).find((difference) => difference) ?? 0).map(({ id }) => id);
  const times = (word: RegExp, { title, abstract }: SamplePaper) => `${title} ${abstract}`.match(word)?.length ?? 0;
  const QUANTIZATION = /\bquantization\b/gi;
  const CODEBOOK = /\bcodebook\b/gi;

  it.each([
    ['Upvotes', by(({ upvotes }) => upvotes)],
    ['GitHub stars', by(({ githubStars = -1 }) => githubStars)],
    ['Comments', by(({ comments }) => comments)],
    ['Newest', by(({ publishedAt }) => Date.parse(publishedAt))],
    [
      'Keyword matches',
      by(
        (paper) => [QUANTIZATION, CODEBOOK].filter((word) => times(word, paper) > 0).length,
        (paper) => times(QUANTIZATION, paper) + times(CODEBOOK, paper),
      ),
    ],
  ])('by %s is what is seen, and goes again', async (label, expected) => {
    await session.storage.set({ keywords: [keyword('quantization'), keyword('codebook', 'pink')] });
    const page = await session.open('/papers', 25);
    await sees(page, ALL);
    expect(expected).not.toEqual(ALL);
    await sortBy(page, label);
    await sees(page, expected);
    await press(page, 'With code');
    const code = idsOf(hasCode);
    await sees(page, expected.filter((id) => code.includes(id)));
    await press(page, 'With code');
    await sortBy(page, 'As on the site');
    await sees(page, ALL);
  });
});

describe('the lens', () => {
  const set = async (page: Page) => {
    await box(page).fill('quantization');
    await press(page, 'Left');
    await sortBy(page, 'Upvotes');
  };
  const isSet = async (page: Page) => {
    await expect.poll(() => box(page).inputValue()).toBe('quantization');
    await expect.poll(() => page.getByRole('button', { name: 'Left', exact: true }).getAttribute('aria-pressed')).toBe('true');
    await expect.poll(() => page.locator('.papersift-select').inputValue()).toBe('upvotes');
  };

  it('is kept over a reload and the way back, for this address alone', async () => {
    const page = await session.open('/papers', 25);
    await set(page);
    const before = await seen(page);
    expect(before.length).toBeLessThan(25);
    await page.reload();
    await enhanced(page, 25);
    await isSet(page);
    expect(await seen(page)).toEqual(before);
    await page.goto('https://huggingface.co/papers/trending');
    await enhanced(page, 25);
    expect(await seen(page)).toHaveLength(25);
    await page.goBack();
    await enhanced(page, 25);
    await isSet(page);
    await sees(page, before);
  });

  it('is clear on another day, and whatever stands where it was kept', async () => {
    const page = await session.open('/papers', 25);
    await set(page);
    const KEY = 'papersift-lens:/papers';
    const kept = await page.evaluate((key) => sessionStorage.getItem(key)!, KEY);
    const yesterday = JSON.stringify({ ...JSON.parse(kept), day: '2025-01-01' });
    for (const text of [yesterday, 'junk', '{"day":7,"flags":"x"}']) {
      await page.evaluate(([key, value]) => sessionStorage.setItem(key, value), [KEY, text] as const);
      await page.reload();
      await enhanced(page, 25);
      await sees(page, ALL);
      await expect.poll(() => box(page).inputValue()).toBe('');
    }
  });
});

describe('in one go', () => {
  const open = async (items: Record<string, unknown> = {}) => {
    await session.storage.set(items);
    const page = await session.open('/papers', 25);
    await press(page, 'More');
    return page;
  };
  const bulk = (page: Page) => page.locator('.papersift-bulk button:visible').allInnerTexts();

  it('hides all muted papers, and one Undo brings them back', async () => {
    const page = await open({ keywords: [{ ...keyword('survey'), mute: {} }] });
    const muted = idsOf(says(/\bsurvey\b/i));
    await press(page, `Hide all ${muted.length} muted`);
    await sees(page, ALL.filter((id) => !muted.includes(id)));
    expect(await bulk(page)).not.toContainEqual(expect.stringContaining('muted'));
    await page.getByText(`${muted.length} papers hidden`).waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await countsAre(page, `25 papers · ${muted.length} muted Show all · 25 left`);
  });

  it('hides what is left of what is shown, and nothing else', async () => {
    const page = await open({ [`mark:${PHENAKI}`]: mark({ starred: true }), [`mark:${COMBINER}`]: mark({ read: true }) });
    expect(await bulk(page)).toEqual(['Hide all 23 left', 'Mark all 24 as read']);
    await press(page, 'With code');
    const code = idsOf(hasCode).filter((id) => id !== PHENAKI && id !== COMBINER);
    await press(page, code.length === 1 ? 'Hide the one left' : `Hide all ${code.length} left`);
    await press(page, 'With code');
    await sees(page, ALL.filter((id) => !code.includes(id)));
    await page.getByRole('button', { name: 'Undo' }).click();
    await sees(page, ALL);
  });

  it('marks the page as read: all is done, and the day before is next', async () => {
    const page = await open();
    await press(page, 'Mark all 25 as read');
    await countsAre(page, '25 papers · All done Previous day');
    await page.getByRole('button', { name: 'Undo' }).click();
    await countsAre(page, '25 papers · 25 left');
    await press(page, 'Mark all 25 as read');
    await page.locator('.papersift-triage').getByRole('link', { name: 'Previous day' }).click();
    await page.waitForURL('https://huggingface.co/papers/date/2025-12-09');
    await enhanced(page);
    await expect.poll(() => counts(page)).toMatch(/^(\d+) papers · \1 left$/);
  });

  it.each([
    ['/papers/week/2025-W50', 'Previous week', '/papers/week/2025-W49'],
    ['/papers/month/2025-12', 'Previous month', '/papers/month/2025-11'],
    ['/papers/trending', 'Daily papers', '/papers'],
  ])('goes on from %s to the %s', async (path, name, next) => {
    const page = await session.open(path);
    await press(page, 'More');
    await page.locator('.papersift-bulk').getByRole('button', { name: /^Mark all/ }).click();
    await expect.poll(() => page.locator('.papersift-triage').getByRole('link', { name, exact: true }).getAttribute('href')).toBe(next);
  });
});

describe('on a narrow screen', () => {
  it('folds the filters away, and says how many are set', async () => {
    const page = await session.newPage();
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto('https://huggingface.co/papers');
    await enhanced(page, 25);
    const open = page.locator('.papersift-open-filters');
    const left = page.getByRole('button', { name: 'Left', exact: true });
    expect([await box(page).isVisible(), await left.isVisible(), await open.getAttribute('aria-expanded')]).toEqual([true, false, 'false']);
    await open.click();
    expect([await left.isVisible(), await open.getAttribute('aria-expanded')]).toEqual([true, 'true']);
    await left.click();
    await sortBy(page, 'Newest');
    await page.locator('.papersift-topic').first().click();
    await expect.poll(() => open.innerText()).toMatch(/^Filters \(3\)/);
    await open.click();
    await expect.poll(() => left.isVisible()).toBe(false);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  });
});

describe('while the host makes its nodes anew', () => {
  it('one types on in the filter box, at the same place', async () => {
    const page = await session.open('/papers', 25);
    await page.bringToFront();
    await box(page).focus();
    await page.keyboard.type('quanization');
    for (let i = 0; i < 'ization'.length; i += 1) await page.keyboard.press('ArrowLeft');
    await remount(page);
    await page.keyboard.type('t');
    await page.evaluate(() => window.sampleSite!.rerender());
    await enhanced(page, 25);
    await expect.poll(() => box(page).inputValue()).toBe('quantization');
    expect(await box(page).evaluate((each: HTMLInputElement) => [each === document.activeElement, each.selectionStart])).toEqual([true, 5]);
    await sees(page, idsOf(says(/\bquantization\b/i)));
  });

  it('the focus stays where the reader has gone', async () => {
    const page = await session.open('/papers', 25);
    await page.bringToFront();
    await box(page).focus();
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await remount(page);
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
  });
});

/** Throws all nodes of the host's listing away, ours in it too, and puts copies in their place. */
async function remount(page: Page): Promise<void> {
  await page.evaluate(() => {
    const island = document.querySelector('[data-target="DailyPapers"]')!;
    const copy = island.firstElementChild!.cloneNode(true) as Element;
    for (const own of copy.querySelectorAll('[data-papersift]')) own.remove();
    island.replaceChildren(copy);
  });
  await enhanced(page, 25);
}
