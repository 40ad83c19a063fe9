import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseKeyword } from '../../src/domain/matching/keyword-syntax';
import { tagPaper, type TaggedText } from '../../src/domain/tagging/tag-paper';
import { passingSpans, readSentences } from '../../src/domain/tagging/sentences';
import { topics, type Topic, type TopicId } from '../../src/domain/topics';
import { readLabels } from '../tags/labels';

const topicsOf = (paper: TaggedText): TopicId[] => tagPaper(paper).map(({ topic }) => topic);

describe('tagPaper', () => {
  it('tags from the title alone', () => {
    expect(topicsOf({ title: 'Efficient Video Generation with a Diffusion Transformer' })).toEqual(
      expect.arrayContaining(['video-generation', 'diffusion']),
    );
  });

  it('tags from what the abstract proposes, with a title that says nothing', () => {
    const abstract = 'Machines are slow. We present Heron, a method for post-training quantization. Heron picks a scale per row.';
    expect(topicsOf({ title: 'Heron', abstract })).not.toContain('quantization');
    const more = `${abstract} We then extend it to low-bit weights.`;
    expect(topicsOf({ title: 'Heron', abstract: more })).toContain('quantization');
  });

  it.each([
    ['unlike', 'Unlike diffusion models, Heron draws in one pass.'],
    ['in contrast to', 'In contrast to diffusion models, we propose to draw in one pass.'],
    ['compared with', 'We propose Heron, which is cheap compared with diffusion models.'],
    ['such as', 'We present Heron, which serves many models, such as transformers and diffusion models.'],
    ['e.g.', 'We present Heron, which serves generative models (e.g., diffusion models).'],
    ['inspired by', 'We introduce Heron, inspired by diffusion models.'],
    ['outperforms', 'We propose Heron, and it outperforms diffusion models.'],
    ['instead of', 'We use flows of colour instead of diffusion models.'],
    ['could be applied to', 'Our method could be applied to diffusion models.'],
  ])('takes "%s" as a passing mention', (_, sentence) => {
    const plain = 'We study how to draw. We propose a pen. Our pen is fine.';
    expect(topicsOf({ title: 'Heron', abstract: `${plain} ${sentence} ${sentence} ${sentence}` })).not.toContain('diffusion');
  });

  it('counts the same words when they are not said in passing', () => {
    const sentence = 'We propose Heron, which trains diffusion models.';
    expect(topicsOf({ title: 'Heron', abstract: `${sentence} ${sentence}` })).toContain('diffusion');
  });

  it('takes the clause after a passing mention for what it is', () => {
    const abstract = 'Unlike language models, we train a diffusion model. We present a diffusion model for chess.';
    expect(topicsOf({ title: 'Heron', abstract })).toEqual(['diffusion']);
  });

  it('counts the title more than the first proposal, and that more than the last sentence', () => {
    const scoreOf = (paper: TaggedText) => tagPaper(paper).find(({ topic }) => topic === 'agents')?.score ?? 0;
    const filler = 'Work goes on. We propose a plan.';
    const inTitle = scoreOf({ title: 'Agentic Work', abstract: filler });
    const inProposal = scoreOf({ title: 'Work', abstract: 'Work goes on. We propose an agentic plan. It is an agentic plan.' });
    const atTheEnd = scoreOf({ title: 'Work', abstract: `${filler} Experiments show agentic gains.` });
    expect(inTitle).toBeGreaterThan(inProposal);
    expect(inProposal).toBeGreaterThan(0);
    expect(atTheEnd).toBe(0);
  });

  it('adds up mentions in several sentences', () => {
    const once = 'Memory banks fill. We propose a plan.';
    const often = `${once} The memory bank is read first. Then the memory bank is pruned. A memory bank may be shared.`;
    expect(topicsOf({ title: 'Heron', abstract: once })).not.toContain('memory');
    expect(topicsOf({ title: 'Heron', abstract: often })).toContain('memory');
  });

  it("takes the site's keywords as evidence, which one alone does not suffice for", () => {
    const paper = { title: 'Heron', abstract: 'Birds are many. We propose a model. It uses a state-space layer.' };
    expect(topicsOf({ ...paper, siteKeywords: ['birds'] })).not.toContain('state-space');
    expect(topicsOf({ title: 'Heron', siteKeywords: ['state space model'] })).toEqual([]);
    expect(topicsOf({ ...paper, siteKeywords: ['state space model', 'Mamba'] })).toContain('state-space');
  });

  it('does not take a phrase for a topic whose words it only holds', () => {
    expect(topicsOf({ title: 'Multimodal Large Language Models See' })).toEqual(['multimodal']);
    expect(topicsOf({ title: 'A Vector Quantization Layer' })).not.toContain('quantization');
    expect(topicsOf({ title: 'Less GPU Memory', abstract: 'We cut GPU memory. Our method saves GPU memory.' })).not.toContain('memory');
    expect(topicsOf({ title: 'Vision-Language-Action Models' })).not.toContain('multimodal');
  });

  it('drops a topic beside one that makes it superfluous, unless the title says it', () => {
    const abstract = 'Large language models read. We present a vision-language model. The vision-language model is small.';
    expect(topicsOf({ title: 'Heron', abstract })).toEqual(['multimodal']);
    expect(topicsOf({ title: 'Language Models That See', abstract })).toEqual(expect.arrayContaining(['llm', 'multimodal']));
  });

  it('gives the words as they stand in the text, once each, few, weightiest first', () => {
    const title = 'Reinforcement Learning for LLMs';
    const abstract =
      'LLMs are big. We propose GRPO-X, a reinforcement-learning method for an LLM with policy\noptimization, verifiable rewards, PPO and RLVR.';
    const tags = tagPaper({ title, abstract });
    const rl = tags.find(({ topic }) => topic === 'rl')!;
    expect(rl.reasons[0]).toBe('Reinforcement Learning');
    expect(rl.reasons.length).toBeLessThanOrEqual(4);
    const text = `${title} ${abstract}`.replace(/\s+/g, ' ');
    for (const reason of tags.flatMap(({ reasons }) => reasons)) expect(text).toContain(reason);
    expect(tags.find(({ topic }) => topic === 'llm')!.reasons).toEqual(['LLMs']);
  });

  it('sorts by score and gives the label of the topic', () => {
    const tags = tagPaper({ title: 'A Survey of Robotics', abstract: 'We review robots. Robots are many.' });
    expect(tags.map(({ score }) => score)).toEqual(tags.map(({ score }) => score).sort((a, b) => b - a));
    expect(tags.find(({ topic }) => topic === 'robotics')?.label).toBe('Robotics');
  });

  it('leaves out topics that are switched off, and these hold nothing back', () => {
    const abstract = 'Large language models read. We present a vision-language model. The vision-language model is small.';
    const off = new Set<TopicId>(['multimodal']);
    expect(tagPaper({ title: 'Heron', abstract }, { off }).map(({ topic }) => topic)).toEqual(['llm']);
  });

  it('does not read addresses', () => {
    const abstract = 'We propose a pen. Our code: https://robot.example/robot/robotics www.robot.example/robot.';
    expect(topicsOf({ title: 'Heron', abstract })).toEqual([]);
  });

  it('never throws, and its reasons are never empty', () => {
    const words = fc.constantFrom('LLM', 'diffusion', '. We propose', 'unlike', '(e.g.', ')', 'GPU memory', '\n', 'İ', 'ﬁ', '🙂', '"', '|', '$x$');
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.array(words, { maxLength: 40 }).map((parts) => parts.join(' ')));
    fc.assert(
      // A verdict instead of expectations: a thousand of those cost seconds on a busy machine.
      fc.property(text, text, fc.array(text, { maxLength: 4 }), (title, abstract, siteKeywords) =>
        tagPaper({ title, abstract, siteKeywords }).every(({ reasons, score }) => reasons.length > 0 && score > 0),
      ),
    );
  });
});

describe('readSentences', () => {
  it('covers the text without gaps', () => {
    fc.assert(
      fc.property(fc.string(), (text) => readSentences(text).map(({ start, end }) => text.slice(start, end)).join('') === text),
    );
  });

  it('tells what each sentence does', () => {
    const text =
      'Pens are old (e.g. Romans had them). Ink is older. We introduce Heron, a pen. It has a nib. We further build a case. Experiments show that it writes.';
    expect(readSentences(text).map(({ role }) => role)).toEqual(['opening', 'background', 'proposal', 'method', 'further', 'result']);
  });

  it('does not let a mention in passing reach over the comma', () => {
    const text = 'Unlike pens, pencils write';
    expect(passingSpans(text)).toEqual([{ start: 0, end: 'Unlike pens'.length }]);
  });
});

describe('the topics', () => {
  it('are 45 to 60, with ids and labels of their own, labels that fit a chip', () => {
    expect(topics.length).toBeGreaterThanOrEqual(45);
    expect(topics.length).toBeLessThanOrEqual(60);
    expect(new Set(topics.map(({ id }) => id)).size).toBe(topics.length);
    expect(new Set(topics.map(({ label }) => label.toLowerCase())).size).toBe(topics.length);
    for (const { id, label } of topics) {
      expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(label.length).toBeLessThanOrEqual(19);
    }
  });

  it.each(topics.map((topic: Topic) => [topic.id, topic] as const))('%s: every alias parses, none is there twice', (_, topic) => {
    const lists = [topic.aliases, topic.title, topic.weak, topic.not].filter((list) => list !== undefined);
    for (const list of lists) {
      const aliases = list.split('|').map((alias) => alias.trim());
      expect(parseKeyword(list)).toHaveLength(aliases.length);
      expect(new Set(aliases).size).toBe(aliases.length);
    }
  });

  it('yield to topics that exist', () => {
    const ids = new Set<string>(topics.map(({ id }) => id));
    for (const { yields } of topics as readonly Topic[]) for (const id of yields?.split(' ') ?? []) expect(ids).toContain(id);
  });

  it.each(topics.map(({ id, aliases }) => [id, aliases.split(' | ')[0]!.replace(/["*]/g, '')] as const))(
    '%s is given for a title that is its first alias',
    (id, alias) => expect(topicsOf({ title: alias })).toContain(id),
  );
});

describe('readLabels', () => {
  it('reports broken lines and unknown tags by line, and reads the rest', () => {
    const lines = ['{"id":"1","title":"A","tags":["llm","nonsense"]}', '', 'broken', '{"id":"2","tags":"llm"}', '{"id":"3","title":"C","abstract":"x","tags":[]}'];
    const { papers, problems } = readLabels(lines.join('\n'));
    expect(papers).toEqual([
      { id: '1', title: 'A', tags: ['llm'] },
      { id: '3', title: 'C', abstract: 'x', tags: [] },
    ]);
    expect(problems).toEqual([
      'line 1: unknown tag "nonsense"',
      'line 3: not a JSON object',
      'line 4: "tags" is not a list',
    ]);
  });
});
