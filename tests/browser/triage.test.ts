import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { cardOf, keyword, useSession } from './session';

const session = useSession();
const CARDS = 40;
const DIGEST = `/papers?sample-cards=${CARDS}`;

/** 12 keywords and 3 mutes. */
const KEYWORDS = [
  ...['transformer', 'video', 'BERT', 'language model*', 'reinforcement learning', 'robot*', 'diffusion', 'attention', 'benchmark', 'retrieval', 'speech', 'code']
    .map((source) => keyword(source)),
  ...['survey', 'medical', 'tokenizer'].map((source) => ({ ...keyword(source), mute: {} })),
];

type Choice = 'star' | 'hide' | 'read';

/** What the reader decides about each paper: by its title, as a reader would, and so that each kind is there. */
const choose = (title: string): Choice => (['star', 'hide', 'read', 'hide'] as const)[title.length % 4]!;

/** What is stored of each paper, but for how often it was decided. */
async function decisions(): Promise<Record<string, Record<string, boolean>>> {
  const marks = Object.entries(await session.storage.get()).filter(([key]) => key.startsWith('mark:'));
  return Object.fromEntries(marks.map(([key, { starred, hidden, read }]) => [key, { starred, hidden, read }]));
}

const decided = async () => Object.values(await decisions()).filter((mark) => Object.values(mark).includes(true)).length;
const current = (page: Page) => page.evaluate(() => document.querySelector('[data-papersift-current] h3')?.textContent.trim());
const shown = (page: Page) =>
  page.evaluate(() => [...document.querySelectorAll('article')].filter((card) => card.checkVisibility()).map((card) => card.querySelector('h3')!.textContent.trim()));

async function open(): Promise<Page> {
  await session.storage.set({ keywords: KEYWORDS });
  const page = await session.open(DIGEST, CARDS);
  await page.bringToFront();
  return page;
}

const bar = (page: Page) => page.locator('.papersift-line').innerText().then((text) => text.replace(/\s+/g, ' '));

it('goes through 40 papers to the last by keyboard alone, ends as by mouse, and is undone to the start', async () => {
  const page = await open();
  const before = await shown(page);
  expect(await bar(page)).toMatch(/^40 papers ·.* · 40 left$/);
  await expect.poll(() => page.locator('.papersift-muted').count()).toBeGreaterThan(0);
  const tabs = page.context().pages().length;
  await page.keyboard.press('j');
  const choices = new Map<string, Choice>();
  while (choices.size < CARDS) {
    const title = (await current(page))!;
    expect(choices.has(title), title).toBe(false);
    const choice = choose(title);
    choices.set(title, choice);
    await page.keyboard.press(choice[0]!);
    // Hiding goes on by itself.
    if (choice !== 'hide') await page.keyboard.press('j');
  }
  expect(new Set(choices.values())).toEqual(new Set(['star', 'hide', 'read']));
  await expect.poll(decided).toBe(CARDS);
  await expect.poll(() => bar(page)).toMatch(/· All done Previous day$/);
  await expect.poll(() => page.getByRole('progressbar').getAttribute('aria-valuetext')).toBe('40 of 40 papers decided about');
  const byKeyboard = await decisions();
  expect(page.context().pages()).toHaveLength(tabs);
  expect(new URL(page.url()).pathname).toBe('/papers');

  for (let i = 0; i < CARDS; i += 1) await page.keyboard.press('z');
  await expect.poll(decided).toBe(0);
  await expect.poll(() => shown(page)).toEqual(before);
  // There is nothing left to undo.
  await page.keyboard.press('z');
  expect(await decided()).toBe(0);
  await expect.poll(() => bar(page)).toMatch(/ · 40 left$/);
  await page.close();

  const byHand = await open();
  for (const [title, choice] of choices) await clickOn(byHand, title, choice);
  await expect.poll(decisions).toEqual(byKeyboard);
}, 180_000);

it('undoes what was decided about all that is left, about the muted and about each, in one step each, back to the start', async () => {
  const page = await open();
  const before = await shown(page);
  const muted = await page.locator('.papersift-muted').count();
  const states: [bar: string, decisions: object][] = [];
  const note = async () => states.push([await bar(page), await decisions()]);
  const bulk = async (name: RegExp) => {
    await page.locator('.papersift-triage').getByRole('button', { name }).click();
    await page.locator('.papersift-toast-text', { hasText: /^\d+ papers (hidden|marked as read)$/ }).waitFor();
  };
  await page.locator('.papersift-triage').getByRole('button', { name: 'More', exact: true }).click();
  await note();
  await page.keyboard.press('j');
  await page.keyboard.press('s');
  await expect.poll(decided).toBe(1);
  await note();
  await page.keyboard.press('j');
  await page.keyboard.press('h');
  await expect.poll(decided).toBe(2);
  await note();
  await bulk(/^Hide all \d+ muted$/);
  await expect.poll(decided).toBe(2 + muted);
  await note();
  await bulk(/^Mark all \d+ as read$/);
  await expect.poll(decided).toBe(CARDS);
  await expect.poll(() => bar(page)).toContain('All done');

  for (const [words, stored] of states.reverse()) {
    await page.keyboard.press('z');
    await expect.poll(() => bar(page)).toBe(words);
    // What was decided and taken back is kept as such.
    const undecided = (all: object) => Object.fromEntries(Object.entries(all).filter(([, mark]) => Object.values(mark as object).includes(true)));
    await expect.poll(async () => undecided(await decisions())).toEqual(undecided(stored));
  }
  await expect.poll(() => shown(page)).toEqual(before);
});

async function clickOn(page: Page, title: string, choice: Choice): Promise<void> {
  const button = cardOf(page, title).locator(`.papersift-${choice}`).first();
  // A muted card is folded until it is asked for.
  if (!(await button.isVisible())) await cardOf(page, title).locator('.papersift-muted-show').click();
  await button.click();
}
