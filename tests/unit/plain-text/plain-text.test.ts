import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainText } from '../../../src/domain/plain-text/plain-text';

const REAL = new URL('../../../../shared/real/papers-2025-12-to-2026-03.jsonl', import.meta.url);
const NBSP = '\u00A0';

describe('reads LaTeX as a reader would write it', () => {
  it.each([
    ['quotes', "a ``quoted'' word, ''another'', a `single' one, ``don't'' and ``mixed\"", 'a “quoted” word, “another”, a ‘single’ one, “don\'t” and “mixed”'],
    ['dashes', 'human--AI, so---or so -- and 40--65\\%', 'human–AI, so—or so – and 40–65%'],
    ['escapes', '80\\% \\& \\$5 \\#1 a\\_b \\{x\\}', '80% & $5 #1 a_b {x}'],
    ['ties', 'RTX~5090, Fig.~3, process.~This, a~\\cite{x}, ~5', `RTX${NBSP}5090, Fig.${NBSP}3, process.${NBSP}This, a, ~5`],
    ['abbreviations', '(\\ie, one; \\eg two; \\eg{} three, Li \\etal. say \\etc.)', '(i.e., one; e.g. two; e.g. three, Li et al. say etc.)'],
    ['fonts', '\\textbf{S}weet \\emph{so \\textit{nested} is} {\\bf bold} \\textsc{Light Forcing} \\textcolor{red}{x}', 'Sweet so nested is bold Light Forcing x'],
    ['references', 'as shown \\cite[p. 3]{li2020}, in \\citep{a,b}.', 'as shown, in.'],
    ['links', 'at \\url{https://x.org/a\\_b} or \\href{https://x.org/}{here}, \\href{https://x.org/~me} {}', 'at https://x.org/a_b or here, https://x.org/~me'],
    ['footnotes', 'available\\footnote{https://x.org/a--b}.', 'available (https://x.org/a--b).'],
    ['accents', 'Schr\\"odinger, Erd\\H{o}s, \\v{S}koda, Fran\\c{c}ois, Mu\\~noz, \\`a la, S\\o ren, na\\"{\\i}ve, K{\\"o}nig, \\AA{}ngstr\\"om, Stra\\ss e', 'Schrödinger, Erdős, Škoda, François, Muñoz, à la, Søren, naïve, König, Ångström, Straße'],
    ['formulas', '$O(n^2)$, 3.3$\\times$, $<$4 lines, $\\sim 75\\%$, $κ= 0.9$, \\(x\\), $4-16$', 'O(n²), 3.3×, <4 lines, ∼75%, κ= 0.9, x, 4-16'],
    ['scripts', '$x_{i}^{2}$ $n^{k+1}$ $x^{a,b}$ AP$_{50}$ SelfCap$_{\\text{LR}}$ R^2 10^5 $90^\\circ$ $\\pi_\\theta$', 'xᵢ² nᵏ⁺¹ x^(a,b) AP₅₀ SelfCap_LR R² 10⁵ 90° π_θ'],
    ['symbols', '$\\alpha \\Omega \\cdot \\le \\ge \\neq \\approx \\in \\to \\rightarrow \\infty \\pm \\ell$ SF$\\to$RL 3.6\\times faster', 'αΩ · ≤ ≥ ≠ ≈ ∈ → → ∞ ± ℓ SF→RL 3.6× faster'],
    ['spacing of formulas', '$\\mathbb{R}^{n\\times d}$ $\\tilde{\\mathcal{O}}(n\\log n)$ $\\mathcal{O} \\left( nC \\cdot n! \\right)$ $n{=}4181$', 'ℝ^(n×d) Õ(n log n) O ( nC · n! ) n=4181'],
    ['paths in formulas', '$C:\\times$so and \\textbf{C:\\to}so', 'C:\\timesso and C:\\toso'],
    ['fractions', '$\\frac{a}{b}$ $\\frac{a+b}{2}$ $\\sqrt{x}$ $\\sqrt{x+1}$', 'a/b (a+b)/2 √x √(x+1)'],
  ])('%s', (_, latex, plain) => {
    expect(plainText(latex)).toBe(plain);
  });
});

describe('leaves alone what is no LaTeX', () => {
  it.each([
    'It costs $5 to $10, and $5M against $10M; $200, then US$5 (or A$7).',
    'cd $HOME && echo $PATH',
    'C:\\users\\times\\alpha and \\\\server\\to\\in',
    'the regex \\d+\\w{3}\\. matches \\n and \\"so\\"',
    'run it with --all or (--verbose), <!-- so -->, `code` and ```more```',
    'snake_case, a ~5x speedup (~3B), 3~5 times, https://x.org/~me/a--b_c',
    "a triplet {a, a', b}, b' and 5'",
    '\\method, \\BenchName{} and \\unknown{x}',
    'an opening \\textbf{bold, a lone \\frac{1, and x^{2',
    'it\\\'s so',
    '----------',
  ])('%s', (text) => {
    expect(plainText(text)).toBe(text.replace("\\'s", "'s"));
  });
});

const parts = fc.constantFrom(
  '\\', '{', '}', '$', '^', '_', '`', "'", '"', '~', '-', '--', ' ', 'a', 'B', '5', '\\textbf{', '\\frac', '\\times', '\\c{c}', '\\"o', '\\cite{', '\\(', '\\)',
  '\\href{', '\\left(', '{\\bf ', '\\ell', '\\ie', '\\\\', 'C:', 'https://', '[', ']', '.', '²', '\\i', '%',
);
const latex = fc.oneof(fc.array(parts, { maxLength: 24 }).map((all) => all.join('')), fc.string({ unit: 'binary' }));

describe('of any text', () => {
  it('never throws, and gives what it gave when it is given that', () => {
    fc.assert(fc.property(latex, (text) => void expect(plainText(plainText(text))).toBe(plainText(text))), { numRuns: 20_000 });
  });

  it('keeps every word, whatever braces do not close', () => {
    const words = fc.array(fc.oneof(parts.filter((part) => !/cite|href|^https|^[[\]]/.test(part)), fc.constant('漢漢 ')), { maxLength: 24 });
    const count = (text: string) => text.split('漢漢').length;
    fc.assert(fc.property(words, (all) => void expect(count(plainText(all.join('')))).toBe(count(all.join('')))), { numRuns: 5000 });
  });

  it.each(['\\', '{', '}', '$', '`', '``', '-', '^{', '~', '\\textbf{', '\\frac{', '{\\bf ', '$x', '\\(', '\\"', '\\cite[', "`a'", '$\\', 'C:\\'])('is quick: 100,000 characters of %s', (part) => {
    const text = part.repeat(100_000 / part.length);
    // Linear: some 10 ms. Quadratic: minutes, which the limit ends.
    expect(plainText(text).length).toBeLessThanOrEqual(text.length);
  }, 60_000);
});

// Third-party texts, which are not part of this project.
describe.skipIf(!existsSync(REAL))('the abstracts of four months', () => {
  const texts = existsSync(REAL)
    ? readFileSync(REAL, 'utf8').trim().split('\n').map((line) => JSON.parse(line) as { title: string; abstract: string }).flatMap(({ title, abstract }) => [title, abstract])
    : [];

  it('have no LaTeX left but the macros of their authors', () => {
    const left = texts.flatMap((text) => plainText(text).match(/\\.[A-Za-z]*|``|''|_\{|\^\{/g) ?? []);
    const own = ['\\thisbench', '\\revision', '\\BenchName', '\\modelname', '\\method', '\\ourname', '\\CFE', '\\mfmd', '\\mfmdscen', '\\MethodName', '\\footnote'];
    // The footnote's braces do not close.
    expect(left.filter((each) => !own.includes(each))).toEqual([]);
    expect(texts.filter((text) => plainText(text) !== text).length).toBeGreaterThan(200);
  });

  it('do not grow, and stay as they are without LaTeX', () => {
    for (const text of texts) {
      const plain = plainText(text);
      expect(plain.length).toBeLessThanOrEqual(text.length * 1.2);
      if (!/[\\$`~^]|--|_\{|''/.test(text)) expect(plain).toBe(text);
    }
  });
});
