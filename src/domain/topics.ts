/**
 * The topics that a paper can be tagged with: one entry each, to be extended by adding words.
 *
 * Words are written in keyword syntax (`a | b | c`, `word*`, `"RAG"` for exact case; plurals, hyphens and joined forms
 * are found anyway), in four lists:
 * - `aliases` speak for the topic wherever they stand;
 * - `title` words are as good in a title, and do not count in a text;
 * - `weak` words are half as good everywhere: they need company;
 * - `not` are phrases in which the words above mean something else.
 * `yields` names topics beside which this one is only worth a chip when it is in the title, or as strong as that.
 */
export interface Topic {
  readonly id: string;
  /** What the chip says: at most 18 characters. */
  readonly label: string;
  readonly aliases: string;
  readonly title?: string;
  readonly weak?: string;
  readonly not?: string;
  readonly yields?: string;
  /**
   * The score that earns the chip, where the usual one (`tagging/weights.ts`) does not fit: higher for what
   * many papers mention, lower for what few mention that are not about it.
   */
  readonly bar?: number;
}

// prettier-ignore
export const topics = [
  // Models and how they think
  { id: 'llm', label: 'LLM', aliases: 'LLM | large language model | language model | dLLM | SLM', not: 'multimodal LLM | multimodal large language model | multimodal language model | video LLM | vision language model | visual language model | video large language model | video language model | audio language model | speech language model | LLM judge | LLM as a judge', yields: 'multimodal agents', bar: 1.5 },
  { id: 'multimodal', label: 'Multimodal', aliases: 'multimodal | MLLM | VLM | LVLM | LMM | vision language | visual language model | omni modal | cross modal | audio language model | visual question answering | VQA | image captioning | omni model', title: 'image text | thinking with images | captioning', weak: 'CLIP | visual token | visual understanding | visual reasoning', not: 'vision language action | VLM judge | multimodal diffusion transformer', bar: 2.6 },
  { id: 'reasoning', label: 'Reasoning', aliases: 'chain of thought | CoT | reasoning model | LLM reasoning | mathematical reasoning | latent reasoning | visual reasoning | multimodal reasoning | scientific reasoning | logical reasoning | multi step reasoning | reasoning trace | reasoning chain | reasoning ability | reasoning capability | efficient reasoning | latent thought | reasoning performance', title: 'reasoner', weak: 'reasoning | thinking | RLVR', bar: 2.6 },
  { id: 'agents', label: 'Agents', aliases: 'agentic | LLM agent | AI agent | language agent | autonomous agent | GUI agent | web agent | search agent | coding agent | agent framework | agent system', weak: 'agent | tool call', not: 'embodied agent | multi agent reinforcement learning', bar: 2.6 },
  { id: 'multi-agent', label: 'Multi-agent', aliases: 'multi agent | MARL | agent swarm | agent collaboration | agent society' },
  { id: 'gui-agents', label: 'GUI agents', aliases: 'GUI | graphical user interface | computer use | mobile agent | web agent | OSWorld | browser use', title: 'UI' },
  { id: 'tool-use', label: 'Tool use', aliases: 'tool use | tool calling | function calling | tool integrated | tool augmented | tool invocation | tool call | Model Context Protocol | "MCP"', bar: 2.6 },
  { id: 'deep-research', label: 'Deep research', aliases: 'deep research | deep search | research agent | search agent | agentic search | information seeking | BrowseComp', bar: 2.6 },
  { id: 'memory', label: 'Memory', aliases: 'agent memory | agentic memory | long term memory | episodic memory | memory mechanism | memory system | memory bank | memory framework | memory module | memory augmented', weak: 'memory', not: 'GPU memory | memory usage | memory footprint | memory consumption | memory overhead | memory cost | memory efficient | peak memory', bar: 2.6 },
  { id: 'test-time-scaling', label: 'Test-time scaling', aliases: 'test time scaling | inference time scaling | test time compute | inference time compute | parallel thinking', weak: 'best of N | majority voting | self consistency | parallel sampling' },

  // Training
  { id: 'rl', label: 'RL', aliases: 'reinforcement learning | RL | RLVR | GRPO | PPO | policy optimization | policy gradient | verifiable reward', title: 'reinforced', weak: 'reward | credit assignment', not: 'reward model | reward modeling', bar: 1.4 },
  { id: 'alignment', label: 'Alignment', aliases: 'RLHF | preference optimization | DPO | preference alignment | preference tuning | preference learning | reward model | reward modeling | human feedback | value alignment | AI alignment | safety alignment | reward hacking | sycophancy', title: 'human preference | human values | misalignment', weak: 'human preference | preference data', not: 'process reward model', bar: 2.6 },
  { id: 'pretraining', label: 'Pretraining', aliases: 'continual pretraining | pretraining data | pretraining corpus | mid training | scaling law', weak: 'pretraining', bar: 2.6 },
  { id: 'fine-tuning', label: 'Fine-tuning', aliases: 'LoRA | low rank adaptation | PEFT | instruction tuning', title: 'fine tuning | finetune', weak: 'supervised fine tuning | SFT | adapter | parameter efficient', bar: 2.6 },
  { id: 'distillation', label: 'Distillation', aliases: 'distillation | distilling', weak: 'distill | teacher model | few step', bar: 2.6 },
  { id: 'synthetic-data', label: 'Synthetic data', aliases: 'synthetic data | data synthesis | synthesized data | data engine | task synthesis | synthesis pipeline', weak: 'data generation | synthetic | synthesizing', bar: 2.6 },
  { id: 'self-supervised', label: 'Self-supervised', aliases: 'self supervised learning | masked autoencoder | JEPA', weak: 'self supervised | representation learning | DINO | DINOv2 | DINOv3', title: 'self supervised', bar: 2.6 },

  // Machinery
  { id: 'efficiency', label: 'Efficiency', aliases: 'speculative decoding | token pruning | token compression | model compression | KV cache | accelerate inference | efficient inference | early exit | sparse attention | inference efficiency', weak: 'speedup | inference cost | computational cost | computational overhead | memory footprint | latency | throughput | FLOPs | acceleration | efficient | faster | pruning | compression | accelerate | accelerating | fast | lightweight | low cost | caching', not: 'data efficient | parameter efficient | sample efficient | fast weight', bar: 2 },
  { id: 'quantization', label: 'Quantization', aliases: 'quantization | PTQ | low bit | low precision | FP8 | FP4 | NVFP4 | 4 bit | 1 bit', not: 'vector quantization | vector quantized | representation quantization | residual quantization', weak: 'quantized' },
  { id: 'long-context', label: 'Long context', aliases: 'long context | context length | length extrapolation | length generalization | million token', weak: 'context window | long sequence', bar: 2.6 },
  { id: 'attention', label: 'Attention', aliases: 'sparse attention | linear attention | hybrid attention | attention mechanism | sliding window attention', title: 'attention', weak: 'attention head | self attention' },
  { id: 'moe', label: 'MoE', aliases: '"MoE" | mixture of experts | expert routing | expert parallelism' },
  { id: 'state-space', label: 'State space', aliases: 'state space | SSM | Mamba' },
  { id: 'tokenization', label: 'Tokenization', aliases: 'tokenizer | tokenization | tokenisation | BPE | subword | byte level', weak: 'codebook | discrete token | vector quantization | discrete representation' },

  // Seeing and making
  { id: 'diffusion', label: 'Diffusion', aliases: 'diffusion | flow matching | rectified flow | dLLM | flow model | classifier free guidance | consistency model', title: '"DiT"', weak: '"DiT" | denoising | flow based', bar: 2.6 },
  { id: 'image-generation', label: 'Image generation', aliases: 'text to image | image generation | image synthesis | T2I | visual generation | image diffusion | subject driven generation', weak: 'GenEval | FLUX | FID', bar: 1.7 },
  { id: 'editing', label: 'Visual editing', aliases: 'image editing | video editing | face swapping | inpainting | virtual try on | style transfer | relighting | object removal | stylization', weak: 'editing', not: 'knowledge editing | model editing' },
  { id: 'video-generation', label: 'Video generation', aliases: 'video generation | text to video | image to video | T2V | I2V | video diffusion | video synthesis | video generator | generative video | video creation', title: 'video model | video world model', weak: 'VBench | video model' },
  { id: 'video-understanding', label: 'Video understanding', aliases: 'video understanding | video question answering | video QA | VideoQA | video reasoning | video LLM | video language model | temporal grounding | video captioning | video comprehension | action recognition', title: 'egocentric video | long form video', weak: 'long video', not: 'long video generation | egocentric video generation', bar: 2.6 },
  { id: 'world-models', label: 'World models', aliases: 'world model | world modeling | world simulation | world simulator | interactive world | world generation' },
  { id: '3d', label: '3D', aliases: '3D reconstruction | Gaussian splatting | 3DGS | 3D Gaussian | 3D generation | NeRF | radiance field | depth estimation | point cloud | stereo matching | 4D reconstruction | 4D generation | 3D scene | 3D shape | scene reconstruction | SLAM | structure from motion | 3D asset | view synthesis | dynamic scene | 3D object', weak: '3D | 4D | stereo | mesh | multi view | camera pose', bar: 2.6 },
  { id: 'humans', label: 'Humans & avatars', aliases: 'human motion | motion generation | avatar | talking head | human animation | face swapping | human pose | pose estimation | SMPL | character animation | human object interaction | human mesh | lip sync | motion capture | character replacement | character image animation | digital human', title: 'portrait | human body | human video', weak: 'facial | portrait', bar: 2.6 },
  { id: 'segmentation', label: 'Segmentation', aliases: 'semantic segmentation | image segmentation | video segmentation | referring segmentation | segment anything | segmentation model', title: 'segmentation | segmenting', weak: 'segmentation' },
  { id: 'restoration', label: 'Restoration', aliases: 'super resolution | image restoration | video restoration | deblurring | dehazing | low light | image enhancement | bokeh | image signal processing | low level vision | reflection removal', title: 'restoration', weak: 'refocusing | restoration' },
  { id: 'documents', label: 'Documents & OCR', aliases: 'OCR | document parsing | document understanding | document question answering | document image | text recognition | chart understanding | DocQA', title: 'PDF', weak: 'document', bar: 2.6 },
  { id: 'spatial', label: 'Spatial reasoning', aliases: 'spatial reasoning | spatial understanding | spatial intelligence | spatial ability | spatial cognition | visuospatial' },

  // Hearing and acting
  { id: 'speech', label: 'Speech', aliases: 'speech recognition | text to speech | speech synthesis | spoken | voice cloning | speech translation | speech to text | "ASR"', weak: 'speech | voice | speaker | TTS | transcription', not: 'hate speech', title: 'speech | TTS | voice' },
  { id: 'audio', label: 'Audio & music', aliases: 'audio generation | music generation | audio understanding | audio language model | text to audio | audio video | audio visual | audiovisual | foley', title: 'music', weak: 'audio | music', bar: 2.6 },
  { id: 'robotics', label: 'Robotics', aliases: 'robot | robotic | robotics | visuomotor | embodied AI | embodied agent | locomotion | vision language action | VLA | dexterous manipulation', weak: 'embodied | humanoid | imitation learning', bar: 2.6 },
  { id: 'vla', label: 'VLA', aliases: 'vision language action | VLA' },
  { id: 'driving', label: 'Driving', aliases: 'autonomous driving | self driving | autonomous vehicle', title: 'driving' },

  // Fields
  { id: 'code', label: 'Code', aliases: 'code generation | software engineering | SWE bench | coding agent | program synthesis | text to SQL | code LLM | code completion | vibe coding', title: 'coder | software | SQL | GPU kernel', weak: 'code | coding | programming', not: 'code switching | entropy coding | arithmetic coding', bar: 2.6 },
  { id: 'math', label: 'Math', aliases: 'theorem proving | mathematical discovery | autoformalization | mathematician | formal proof', title: 'math | mathematics | mathematical', weak: 'mathematics | math | mathematical | theorem | proof' },
  { id: 'retrieval', label: 'Retrieval', aliases: 'retrieval augmented generation | "RAG" | information retrieval | dense retrieval | image retrieval | retriever | reranking | reranker', title: 'retrieval', weak: 'retrieval', not: 'memory retrieval | retrieval head' },
  { id: 'embeddings', label: 'Embeddings', aliases: 'embedding model | text embedding | sentence embedding | multimodal embedding | dual encoder | dense embedding', title: 'embeddings for', bar: 2.6 },
  { id: 'recommendation', label: 'Recommendation', aliases: 'recommender | recommendation system | sequential recommendation | generative recommendation | recommendation model | click through rate', weak: 'user behavior | recommendation', title: 'recommendation' },
  { id: 'graphs', label: 'Graphs', aliases: 'graph neural network | GNN | graph learning | GraphRAG | link prediction', weak: 'knowledge graph' },
  { id: 'time-series', label: 'Time series', aliases: 'time series | forecasting model', weak: 'forecasting', title: 'forecasting' },
  { id: 'multilingual', label: 'Multilingual', aliases: 'multilingual | cross lingual | low resource language | machine translation | code switching', title: 'translation | Arabic | Persian | Turkish | Hindi | Indic | African language | Japanese | Korean | Vietnamese | Indonesian | Bengali | Urdu | Ukrainian | Thai | Hebrew | Polish | Portuguese | Swahili | Tibetan | Romanian | Greek | dialect', weak: 'translation', not: 'image translation | video translation' },
  { id: 'medical', label: 'Medical', aliases: 'medical | clinical | radiology | histopathology | chest X ray | biomedical | surgical | medicine | EHR', title: 'health | healthcare | patient | cancer | disease | MRI | ECG | clinician', weak: 'patient | healthcare | disease | diagnosis' },
  { id: 'science', label: 'AI for science', aliases: 'scientific discovery | scientific research | AI for science | scientific reasoning | scientific literature | AI scientist | protein | molecule | molecular | drug discovery | materials science | hypothesis generation | weather forecasting', title: 'scientific | chemistry | biology | genomic | peer review', weak: 'scientific | chemistry | biology', bar: 2.6 },

  // Trust
  { id: 'safety', label: 'Safety', aliases: 'jailbreak* | red teaming | adversarial attack | prompt injection | guardrail | backdoor | unlearning | AI safety | safety alignment | safety risk | membership inference | data poisoning | deepfake', title: 'safety | privacy | attack | security | refusal | trustworthy | watermarking', weak: 'harmful | refusal | privacy | attack | safety | safe | vulnerability | malicious', not: 'safety critical' },
  { id: 'hallucination', label: 'Hallucination', aliases: 'object hallucination | hallucination mitigation | hallucination detection | factuality', title: 'hallucination | faithfulness', weak: 'hallucination' },
  { id: 'interpretability', label: 'Interpretability', aliases: 'interpretability | explainability | mechanistic | sparse autoencoder | linear probe | activation steering | steering vector | causal tracing', weak: 'internal representation | hidden state | activation | steering', bar: 2.6 },
  { id: 'theory', label: 'Theory', aliases: 'generalization bound | sample complexity | convergence rate | minimax', title: 'theory | theoretical | provably', weak: 'we prove | theorem | theoretical | formalize | lower bound | upper bound | provable | convergence', not: 'theory of mind | theorem proving', bar: 2.6 },

  // Kinds of paper
  { id: 'benchmark', label: 'Benchmark', aliases: 'a benchmark | new benchmark | novel benchmark | first benchmark | comprehensive benchmark | benchmark suite | evaluation suite | evaluation benchmark | "benchmark for" | benchmark designed | "benchmark of" | "benchmark that" | "benchmark to" | "benchmark dataset" | bench | large scale benchmark', title: 'benchmark | benchmarking | evaluating | evaluation | arena', weak: '"benchmark" | "Benchmark"', bar: 1.9 },
  { id: 'datasets', label: 'Data & datasets', aliases: 'new dataset | novel dataset | large scale dataset | first dataset | high quality dataset | dataset comprising | dataset of | data curation | data engineering', title: 'dataset | corpus | data selection | data mixing | data quality', weak: 'dataset', yields: 'benchmark', bar: 2.6 },
  { id: 'survey', label: 'Survey', aliases: 'this survey | we survey | a survey | comprehensive survey | systematic review | literature review', title: 'survey | overview | roadmap', weak: 'taxonomy', bar: 1.9 },
] as const satisfies readonly Topic[];

export type TopicId = (typeof topics)[number]['id'];
