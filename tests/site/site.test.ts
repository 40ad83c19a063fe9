import { createHash } from 'node:crypto';
import { get } from 'node:https';
import { JSDOM } from 'jsdom';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { isoWeek, mondayOf } from './app/dates';
import type { DigestEntry, DigestProps } from './app/page-data';
import { buildSite } from './build';
import { SEED_PAPERS } from './papers';
import { hasSeedDigest, readSeedDigest } from './seed-digest';
import { respond, startSampleSite } from './server';

const TODAY = '2025-12-10';
const ARXIV_ID = /^\d{2}(?:0[1-9]|1[0-2])\.\d{5}$/;
const needsSeed = hasSeedDigest ? '' : ' (skipped: ../shared/real/seed-digest.txt is not here)';

// The first start compiles the site, and 500 cards are a large document, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });
beforeAll(async () => {
  await buildSite();
});

const ask = (path: string) => respond({ url: `https://huggingface.co${path}`, method: 'GET' }, { today: TODAY });
const fold = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim();

async function open(path: string): Promise<Document> {
  const { status, body } = await ask(path);
  expect(status, path).toBe(200);
  return new JSDOM(String(body)).window.document;
}

async function json<Body>(path: string): Promise<Body> {
  return JSON.parse(String((await ask(path)).body)) as Body;
}

function propsText(page: Document): string | undefined {
  return page.querySelector<HTMLElement>('main [data-target="DailyPapers"]')?.dataset['props'];
}

const propsOf = (page: Document) => JSON.parse(propsText(page) ?? '') as DigestProps;

const idsOf = (page: Document): string[] =>
  [...page.querySelectorAll('article')].map((card) => card.querySelector('h3 > a')?.getAttribute('href')?.slice('/papers/'.length) ?? '');

describe('the seed papers', () => {
  it.skipIf(!hasSeedDigest)(`stand in the search view exactly as in the seed document${needsSeed}`, async () => {
    const page = await open('/papers?q=transformer');
    const shown = [...page.querySelectorAll('article')].map((card) => {
      const organization = card.querySelector('a > img[alt]:not([alt=""])');
      return {
        title: fold(card.querySelector('h3')?.textContent),
        makers: organization
          ? fold(`${organization.getAttribute('alt')} ${organization.parentElement?.textContent}`)
          : fold(card.querySelector('li:last-child')?.textContent).replace(/^• /, ''),
        date: fold(card.querySelector('.search-date')?.textContent),
        comments: Number(fold(card.querySelector('a[href$="#community"]')?.textContent)),
      };
    });
    const expected = readSeedDigest().map(({ title, makers, date, comments }) => ({ title, makers, date, comments }));
    expect(expected).toHaveLength(25);
    expect(expected.filter(({ comments }) => comments > 0)).toHaveLength(4);
    expect(shown).toEqual(expected);
  });

  it.skipIf(!hasSeedDigest)(`have abstracts in our own words${needsSeed}`, () => {
    const EIGHT_WORDS = 8;
    const runs = (text: string): string[] => {
      const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
      return words.slice(EIGHT_WORDS - 1).map((_, start) => words.slice(start, start + EIGHT_WORDS).join(' '));
    };
    const theirs = new Set(readSeedDigest().flatMap(({ abstract }) => runs(abstract)));
    expect(SEED_PAPERS.flatMap(({ abstract }) => runs(abstract)).filter((run) => theirs.has(run))).toEqual([]);
  });

  it('are 25, each with an arXiv id of its own, an abstract of several sentences, and at least one author', () => {
    expect(new Set(SEED_PAPERS.map(({ id }) => id)).size).toBe(25);
    for (const { id, abstract, authors } of SEED_PAPERS) {
      expect(id).toMatch(ARXIV_ID);
      expect(abstract.match(/[.?](\s|$)/g)?.length, id).toBeGreaterThanOrEqual(4);
      expect(new Set(authors).size, id).toBe(authors.length);
    }
    expect(SEED_PAPERS.filter(({ organization }) => organization)).toHaveLength(1);
  });
});

describe('views', () => {
  it.each([
    ['/papers', 25],
    ['/papers/date/2025-12-10', 25],
    ['/papers/date/2025-12-11', 0],
    ['/papers/week/2025-W50', 60],
    ['/papers/month/2025-12', 100],
    ['/papers/trending', 25],
    ['/papers?q=transformer', 25],
    ['/papers?q=no+such+paper', 0],
  ])('%s is rendered by the server with %i cards, the same as in its props', async (path, count) => {
    const page = await open(path);
    const props = propsOf(page);
    expect(idsOf(page)).toHaveLength(count);
    expect((props.searchResults ?? props.dailyPapers).map(({ paper }) => paper.id)).toEqual(idsOf(page));
  });

  it('day cards show neither abstract nor date, search cards show both', async () => {
    const abstract = fold(SEED_PAPERS[0]!.abstract);
    const [day, search] = [await open('/papers'), await open('/papers?q=bert')];
    expect(fold(day.querySelector('section')?.textContent)).not.toContain(abstract.slice(0, 40));
    expect(day.querySelector('section')?.textContent).not.toMatch(/Feb 18/);
    expect(fold(search.querySelector('article')?.textContent)).toContain(abstract);
    expect(search.querySelector('article')?.textContent).toContain('Feb 18, 2024');
  });

  it('trending articles hold two copies of the card', async () => {
    const page = await open('/papers/trending');
    expect(page.querySelectorAll('article h3')).toHaveLength(50);
    expect(page.querySelectorAll('article > div')).toHaveLength(50);
  });

  it('the pager is the last child of the grid, and leads to the last working day', async () => {
    const grid = (await open('/papers/date/2025-12-08')).querySelector('article')?.parentElement;
    expect(grid?.lastElementChild?.querySelector('a')?.getAttribute('href')).toBe('/papers/date/2025-12-05');
  });

  it('wraps the words of the query, and only them', async () => {
    const page = await open('/papers?q=bert');
    expect([...page.querySelectorAll('.query-word')].every((word) => /^bert$/i.test(word.textContent))).toBe(true);
    expect(page.querySelector('h3 .query-word')).not.toBeNull();
  });

  it('shows one paper on its own page', async () => {
    const page = await open('/papers/2505.23735');
    expect(page.querySelector('[data-target="PaperContent"] h1')?.textContent).toMatch(/^ATLAS/);
  });

  it('sends / and the addresses of 2024 on, and knows no other pages', async () => {
    expect((await ask('/?sample-cards=1')).headers['location']).toBe('/papers?sample-cards=1');
    expect((await ask('/papers?date=2025-12-09')).headers['location']).toBe('/papers/date/2025-12-09');
    expect((await ask('/papers/2505.99999')).status).toBe(404);
    expect((await ask('/papers/week/2025-W99')).status).toBe(404);
    expect((await ask('/models')).status).toBe(404);
    expect((await respond({ url: 'https://huggingface.co/papers', method: 'POST' })).status).toBe(405);
  });
});

describe('switches', () => {
  it.each([0, 1, 25, 100, 500])('sample-cards=%i makes that many cards, no two alike', async (count) => {
    const page = await open(`/papers?sample-cards=${count}`);
    const titles = [...page.querySelectorAll('h3')].map((title) => title.textContent);
    expect(new Set(idsOf(page)).size).toBe(count);
    expect(new Set(titles).size).toBe(count);
    expect(idsOf(page).every((id) => ARXIV_ID.test(id))).toBe(true);
  });

  it('are carried by links within the listing, not by those to papers', async () => {
    const page = await open('/papers?sample-cards=1');
    expect(page.querySelector('a[aria-label="Previous"]')?.getAttribute('href')).toBe('/papers/date/2025-12-09?sample-cards=1');
    expect(page.querySelector('h3 a')?.getAttribute('href')).toBe('/papers/2403.00784');
  });

  it('sample-props spoils the data and leaves the cards', async () => {
    const [broken, missing, stale] = await Promise.all(['broken', 'missing', 'stale'].map((state) => open(`/papers?sample-props=${state}`)));
    expect(() => propsOf(broken!)).toThrow(SyntaxError);
    expect(propsText(missing!)).toBeUndefined();
    const staleIds = propsOf(stale!).dailyPapers.map(({ paper }) => paper.id);
    expect(staleIds).toHaveLength(25);
    expect(staleIds.filter((id) => idsOf(stale!).includes(id))).toEqual([]);
    for (const page of [broken!, missing!, stale!]) expect(idsOf(page)).toEqual(SEED_PAPERS.map(({ id }) => id));
  });

  it('sample-layout=2024 wraps each article and has the keys of 2024', async () => {
    const page = await open('/papers?date=2025-12-09&sample-layout=2024');
    expect(Object.keys(propsOf(page)).sort()).toEqual(['canSubmit', 'dailyPapers', 'date', 'nextDate', 'prevDate', 'publisher']);
    const articles = [...page.querySelectorAll('article')];
    expect(articles.length).toBeGreaterThan(0);
    expect(articles.every((article) => article.parentElement?.childElementCount === 1)).toBe(true);
    expect(page.querySelector('a[aria-label="Previous"]')?.getAttribute('href')).toBe('/papers?date=2025-12-08&sample-layout=2024');
  });

  it('sample-drift=1 renames every class and adds what is no card', async () => {
    const classes = (page: Document) => new Set([...page.querySelectorAll('body, body *')].flatMap((element) => [...element.classList]));
    const [plain, drifted] = [classes(await open('/papers')), classes(await open('/papers?sample-drift=1'))];
    expect([...drifted].filter((name) => plain.has(name)).sort()).toEqual(['SVELTE_HYDRATER', 'contents']);
    const grid = (await open('/papers?sample-drift=1')).querySelector('article')?.parentElement;
    expect([...(grid?.children ?? [])].filter((child) => child.tagName !== 'ARTICLE')).toHaveLength(3);
    expect(String((await ask('/front/build/sample/style.css?sample-drift=1')).body)).not.toMatch(/\.card\b(?!-)/);
  });

  it('sample-unreadable=1 leaves links to papers and no heading', async () => {
    const page = await open('/papers?sample-unreadable=1');
    expect(page.querySelector('h3')).toBeNull();
    expect(page.querySelectorAll('article a[href^="/papers/"]').length).toBeGreaterThan(25);
  });
});

describe('the content security policy', () => {
  it('allows the two inline scripts of the page, and nothing else inline', async () => {
    const { headers, body } = await ask('/papers');
    const policy = headers['content-security-policy'] ?? '';
    const page = new JSDOM(String(body)).window.document;
    const inline = [...page.querySelectorAll('script:not([src])')].map((script) => script.textContent);
    expect(inline).toHaveLength(2);
    for (const script of inline) expect(policy).toContain(`'sha256-${createHash('sha256').update(script).digest('base64')}'`);
    expect(policy).toMatch(/^default-src 'self';/);
    expect(policy).not.toContain('unsafe');
    expect(page.querySelectorAll('[style], [onload], [onerror], [onclick], style')).toHaveLength(0);
  });

  it('can be left out', async () => {
    expect((await ask('/papers?sample-csp=off')).headers).not.toHaveProperty('content-security-policy');
  });
});

describe('the API', () => {
  it('answers with the entries of a day, a week and a search', async () => {
    expect(await json<DigestEntry[]>('/api/daily_papers?date=2025-12-10')).toHaveLength(25);
    expect(await json<DigestEntry[]>('/api/daily_papers?week=2025-W50')).toHaveLength(60);
    const found = await json<DigestEntry[]>('/api/papers/search?q=bert+retrieval');
    expect(found.map(({ paper }) => paper.id)).toContain('2403.00784');
    expect(found.length).toBeLessThan((await json<DigestEntry[]>('/api/papers/search?q=bert')).length);
    expect((await ask('/api/daily_papers?date=tomorrow')).status).toBe(400);
  });

  it('knows every paper of a page, derived ones too', async () => {
    for (const { paper } of await json<DigestEntry[]>('/api/daily_papers?sample-cards=40')) {
      expect(await json(`/api/papers/${paper.id}`)).toEqual(paper);
      expect((await ask(`/social-thumbnails/papers/${paper.id}.svg`)).body).toContain('<svg');
    }
    expect((await ask('/api/papers/0000.00000')).status).toBe(404);
  });

  it('gives the time of recent papers as the host does: shown a day before publishedAt', async () => {
    const entries = await json<DigestEntry[]>('/api/daily_papers?date=2025-12-09');
    expect(entries.every((entry) => entry.paper.publishedAt.slice(0, 10) > entry.publishedAt.slice(0, 10))).toBe(true);
  });
});

describe('calendar weeks', () => {
  it.each([
    ['2025-12-10', '2025-W50', '2025-12-08'],
    ['2024-12-30', '2025-W01', '2024-12-30'],
    ['2021-01-03', '2020-W53', '2020-12-28'],
  ])('%s is in %s, which begins on %s', (day, week, monday) => {
    expect(isoWeek(day)).toBe(week);
    expect(mondayOf(week)).toBe(monday);
  });
});

it('is served over HTTPS on this machine until it is closed', async () => {
  const site = await startSampleSite({ today: TODAY });
  const status = () => new Promise<number | undefined>((resolve, reject) => {
    get(`${site.url}/papers`, { rejectUnauthorized: false, agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode);
    }).on('error', reject);
  });
  expect(await status()).toBe(200);
  await site.close();
  await expect(status()).rejects.toThrow(/ECONNREFUSED/);
});
