/** What derived papers are made of. Each field of research brings its own words, so that titles and abstracts agree. */
export interface Field {
  readonly task: string;
  readonly model: string;
  readonly trouble: string;
  readonly benchmarks: readonly [string, string];
  readonly keywords: readonly string[];
}

export const FIELDS: readonly Field[] = [
  { task: 'Text-to-Video Generation', model: 'latent diffusion model', trouble: 'flicker between frames', benchmarks: ['VBench', 'UCF-101'], keywords: ['video diffusion', 'temporal consistency', 'text-to-video'] },
  { task: 'Mathematical Reasoning', model: 'reasoning language model', trouble: 'long chains of thought that wander', benchmarks: ['AIME 2025', 'MATH-500'], keywords: ['chain-of-thought', 'reinforcement learning', 'verifiable rewards'] },
  { task: 'Web Agents', model: 'multimodal agent', trouble: 'plans that break after a few clicks', benchmarks: ['WebArena', 'Mind2Web'], keywords: ['GUI agents', 'planning', 'tool use'] },
  { task: 'Robotic Manipulation', model: 'vision-language-action model', trouble: 'the scarcity of demonstrations', benchmarks: ['LIBERO', 'SimplerEnv'], keywords: ['robotics', 'imitation learning', 'action tokens'] },
  { task: '3D Scene Reconstruction', model: 'Gaussian splatting pipeline', trouble: 'floaters in sparsely seen regions', benchmarks: ['Mip-NeRF 360', 'ScanNet++'], keywords: ['3D Gaussian splatting', 'novel view synthesis'] },
  { task: 'Speech Recognition', model: 'streaming acoustic encoder', trouble: 'accents that training data lacks', benchmarks: ['LibriSpeech', 'FLEURS'], keywords: ['ASR', 'self-supervised speech', 'word error rate'] },
  { task: 'Code Generation', model: 'code LLM', trouble: 'repositories larger than the context window', benchmarks: ['SWE-bench Verified', 'LiveCodeBench'], keywords: ['program synthesis', 'repository-level context', 'unit tests'] },
  { task: 'Retrieval-Augmented Generation', model: 'dense retriever', trouble: 'distracting passages', benchmarks: ['BRIGHT', 'HotpotQA'], keywords: ['RAG', 'dense retrieval', 'reranking'] },
  { task: 'Weight Quantization', model: '70B-parameter LLM', trouble: 'activation outliers', benchmarks: ['WikiText-2', 'MMLU'], keywords: ['quantization', 'GPTQ', 'low-bit inference'] },
  { task: 'Preference Alignment', model: 'reward model', trouble: 'reward hacking', benchmarks: ['AlpacaEval 2', 'RewardBench'], keywords: ['RLHF', 'DPO', 'reward modeling'] },
  { task: 'Medical Image Segmentation', model: 'promptable segmenter', trouble: 'labels that differ between hospitals', benchmarks: ['BraTS', 'MSD'], keywords: ['medical imaging', 'segmentation', 'domain shift'] },
  { task: 'Jailbreak Detection', model: 'safety classifier', trouble: 'attacks that are spread over many turns', benchmarks: ['HarmBench', 'WildGuard'], keywords: ['red teaming', 'LLM safety', 'guardrails'] },
  { task: 'Long-Context Understanding', model: 'state-space language model', trouble: 'recall that fades in the middle', benchmarks: ['RULER', 'LongBench v2'], keywords: ['long context', 'state space models', 'Mamba'] },
  { task: 'Image Editing', model: 'flow-matching editor', trouble: 'edits that leak into the background', benchmarks: ['EditBench', 'MagicBrush'], keywords: ['image editing', 'flow matching', 'diffusion'] },
  { task: 'Document Understanding', model: 'vision-language model', trouble: 'tables that span pages', benchmarks: ['DocVQA', 'OmniDocBench'], keywords: ['OCR', 'vision-language models', 'document parsing'] },
  { task: 'Molecular Design', model: 'equivariant generative model', trouble: 'candidates that nobody can synthesise', benchmarks: ['QM9', 'CrossDocked'], keywords: ['drug discovery', 'equivariance', 'generative chemistry'] },
];

export const NAME_STARTS = ['Arc', 'Bora', 'Ceda', 'Dune', 'Echo', 'Fila', 'Gala', 'Hexa', 'Iris', 'Juno', 'Kite', 'Luma', 'Mira', 'Nova', 'Opal', 'Pico', 'Quanta', 'Rune', 'Sola', 'Tessa', 'Umbra', 'Vela', 'Xeno', 'Zephyr'];
export const NAME_ENDS = ['Former', 'Bench', 'Flow', 'Net', 'Agent', 'Mix', 'Prune', 'Lens', 'RL', 'Mem', 'Cast', 'Weave', 'Scale', 'Path', 'Token', 'Edit', 'Sim', 'Loop', 'Drive', 'VL', '-1', '++', 'Δ'];

export const APPROACHES = [
  'Self-Distilled Rewards', 'Hierarchical Token Routing', 'Curriculum-Free Pretraining', 'Low-Rank Adapters', 'Test-Time Search', 'Sparse Expert Mixing',
  'Verifier-Guided Sampling', 'Synthetic Data at Scale', 'Causal Memory Tokens', 'Contrastive Warm-Up', 'One-Step Distillation', 'Group-Relative Policy Updates',
];

export const GIVEN_NAMES = ['Ada', 'Bilal', 'Chiara', 'Davit', 'Eun-ji', 'Farid', 'Greta', 'Hiro', 'Ilse', 'João', 'Katalin', 'Léa', 'Mehmet', 'Nadia', 'Øyvind', 'Paula', 'Qi', 'Ravi', 'Sanne', 'Tariq', 'Uma', 'Vít', 'Wanjiru', 'Ximena', '子涵', '悠真'];
export const FAMILY_NAMES = ['Abe', 'Baran', 'Cho', 'Diallo', 'Ekström', 'Fang', 'Gómez', 'Hoang', 'Ito', 'Jensen', 'Kaya', 'Lindgren', 'Ma', 'Ndiaye', 'Ortega', 'Pham', 'Qureshi', 'Ramos', 'Singh', 'Tóth', 'Ueda', 'Vogel', 'Wu', 'Yoon', 'Zimmer'];

export const ORGANIZATIONS = [
  { name: 'northlight-ai', fullname: 'Northlight AI' },
  { name: 'delta-university', fullname: 'Delta University Machine Learning Group' },
  { name: 'openloom', fullname: 'OpenLoom' },
  { name: 'HarbourLab', fullname: 'Harbour Lab' },
] as const;
