// @vitest-environment jsdom
// @vitest-environment-options { "url": "https://huggingface.co/papers" }
import { describe, expect, it } from 'vitest';
import { findCardPlaces } from '../../../src/site/card-places';
import { readDigestData } from '../../../src/site/digest-data';
import { readPage } from './read-page';
import { HAS_CAPTURES, NEEDS_CAPTURES, readCapture } from './support/captures';
import { paperId, showPage } from './support/page';

const ofSite = it.skipIf(!HAS_CAPTURES);

function showCapture(name: string): void {
  const page = new DOMParser().parseFromString(readCapture(name), 'text/html');
  document.body.replaceChildren(...document.importNode(page.body, true).childNodes);
}

describe('the day view of 2026-09-28', () => {
  ofSite(`is read${NEEDS_CAPTURES}`, () => {
    showCapture('day-2026-09-28.excerpt.html');
    const page = readPage(document, '2026-09-28');
    expect(page.failures).toEqual([]);
    // Of the third card, and of the comment link that stands alone, only links are left in the excerpt.
    expect(page.paperLinks).toBe(4);
    expect(page.cards.map((card) => card.paper)).toEqual([
      {
        id: '2609.31620', title: 'FuseReg: Regularizing Layer Fusion Mitigates the Reconstruction-Generation Gap in Representation Autoencoders',
        organization: { name: 'USC-PSI-Lab', fullname: 'USC Physical Superintelligence (PSI) Lab' }, upvotes: 110, comments: 2, githubStars: 12,
        submitter: 'Hongyang-Du', thumbnail: 'https://cdn-thumbnails.huggingface.co/social-thumbnails/papers/2609.31620.png',
      },
      {
        id: '2609.31394', title: 'InternW0-Δ: A World Action Model Bridging Predictive Dynamics and Actions with 20K+ Hours of Open Data',
        authorCount: 48, upvotes: 17, submitter: 'taesiri',
        thumbnail: 'https://cdn-uploads.huggingface.co/production/uploads/6039478ab3ecf716b1a5fd4d/kvjDd09y1NBNUuDCU2CJl.mp4',
      },
    ]);
    expect(page.cards.every((card) => card.root.localName === 'article' && card.cell === card.root)).toBe(true);
    expect(page.cards[0]?.texts.map((text) => text.field)).toEqual(['title', 'organization']);
  });

  ofSite(`has data that is read${NEEDS_CAPTURES}`, () => {
    showPage([], { props: readCapture('day-2026-09-28.props-2-entries.json') });
    const data = readDigestData(document);
    expect(data.size).toBe(2);
    const { abstract, ...facts } = data.facts(paperId('2604.02103')) ?? {};
    expect(abstract).toMatch(/^Realistic online handwriting/);
    expect(facts).toEqual({
      title: 'BoundInk: Boundary-Aware Online Handwriting Generation', authors: ['Jinsu Shin', 'Sungeun Hong', 'JinYeong Bak'], authorCount: 3,
      organization: { name: 'SUNGKYUNARCH', fullname: 'Sungkyunkwan University' }, publishedAt: '2026-09-20', upvotes: 0, comments: 1,
      githubRepo: 'https://github.com/jinsu0000/cashg-official', githubStars: 6, submitter: 'junshim',
      thumbnail: 'https://cdn-thumbnails.huggingface.co/social-thumbnails/papers/2604.02103.png',
    });
  });

  ofSite(`has the same data as the API${NEEDS_CAPTURES}`, () => {
    showPage([], { props: { dailyPapers: JSON.parse(readCapture('api-daily-papers-2026-07-31.first5.json')) } });
    const data = readDigestData(document);
    const read = ['2607.23193', '2607.27958', '2607.28582', '2607.28308', '2607.16922'].map((id) => data.facts(paperId(id)));
    expect(read.map((facts) => [facts?.publishedAt, facts?.authorCount, facts?.submitter, facts?.upvotes, facts?.comments])).toEqual([
      ['2026-07-28', 6, 'Consonnm', 3, 2], ['2026-07-30', 3, 'Jackbrocp', 11, 2], ['2026-07-30', 5, 'minghuiliu', 17, 2],
      ['2026-07-30', 3, 'Huiyuancs', 2, 2], ['2026-07-18', 9, 'jub-aer', 0, 2],
    ]);
    expect(read[2]?.projectPage).toBe('https://umd-huang-lab.github.io/beta-opsd/');
  });
});

describe('the trending view of 2026-10-07', () => {
  ofSite(`is read${NEEDS_CAPTURES}`, () => {
    showCapture('trending-2026-10-07.excerpt.html');
    const page = readPage(document, '2026-10-07');
    expect(page.failures).toEqual([]);
    const papers = page.cards.map(({ paper: { abstract, thumbnail, ...rest } }) => ({ ...rest, abstract: abstract?.split(' ')[0], thumbnail: thumbnail?.split('.').at(-1) }));
    expect(papers).toEqual([
      {
        id: '2610.05608', title: 'Kandinsky 6.0 Video: Foundation Models for Synchronized Video and Audio Generation', abstract: 'We', thumbnail: 'mp4',
        organization: { name: 'kandinskylab', fullname: 'Kandinsky Lab' }, publishedAt: '2026-10-04', upvotes: 117,
        githubRepo: 'https://github.com/kandinskylab/kandinsky-6', githubStars: 131, submitter: 'vvasilev',
      },
      // The excerpt puts one half each of two cards into one article.
      {
        id: '2508.16279', title: 'AgentScope 1.0: A Developer-Centric Framework for Building Agentic Applications', abstract: 'AgentScope', thumbnail: 'png',
        authorCount: 23, submitter: 'taesiri',
      },
      {
        id: '2407.16741', title: 'OpenDevin: An Open Platform for AI Software Developers as Generalist Agents', abstract: 'OpenDevin', thumbnail: 'png',
        authorCount: 24, publishedAt: '2024-07-23', upvotes: 90, submitter: 'akhaliq', githubRepo: 'https://github.com/opendevin/opendevin', githubStars: 90_100,
      },
    ]);
    expect(findCardPlaces(document)[0]?.root.localName).toBe('article');
  });
});
