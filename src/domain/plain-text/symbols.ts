/** `name value` pairs, two words each. */
function table(words: string): ReadonlyMap<string, string> {
  const all = words.split(' ');
  return new Map(all.flatMap((name, at) => (at % 2 === 0 ? [[name, all[at + 1]!] as const] : [])));
}

// In the order of Unicode, from alpha on.
const GREEK =
  'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho varsigma sigma tau upsilon phi chi psi omega'.split(' ');

const capitalized = (word: string) => word[0]!.toUpperCase() + word.slice(1);

/** Letters and signs by the name of their macro. A name that is a word by itself (`\log`) is its own value. */
export const SYMBOLS: ReadonlyMap<string, string> = new Map([
  ...GREEK.map((name, at) => [name, String.fromCodePoint(0x3b1 + at)] as const),
  ...GREEK.map((name, at) => [capitalized(name), String.fromCodePoint(0x391 + at)] as const),
  ...table(
    'varepsilon ε vartheta ϑ varphi φ times × cdot · le ≤ leq ≤ leqslant ≤ ge ≥ geq ≥ geqslant ≥ ne ≠ neq ≠ ll ≪ gg ≫ approx ≈ equiv ≡ ' +
      'sim ∼ simeq ≃ cong ≅ propto ∝ pm ± mp ∓ div ÷ in ∈ notin ∉ ni ∋ subset ⊂ subseteq ⊆ supset ⊃ cup ∪ cap ∩ setminus ∖ emptyset ∅ ' +
      'varnothing ∅ forall ∀ exists ∃ neg ¬ wedge ∧ land ∧ vee ∨ lor ∨ nabla ∇ partial ∂ sum ∑ prod ∏ int ∫ infty ∞ to → rightarrow → ' +
      'longrightarrow → leftarrow ← gets ← leftrightarrow ↔ Rightarrow ⇒ implies ⇒ Leftarrow ⇐ Leftrightarrow ⇔ iff ⇔ mapsto ↦ uparrow ↑ downarrow ↓ ' +
      'nearrow ↗ searrow ↘ ell ℓ hbar ℏ circ ∘ bullet • star ⋆ ast * dagger † ddagger ‡ checkmark ✓ cmark ✓ xmark ✗ oplus ⊕ otimes ⊗ odot ⊙ perp ⊥ ' +
      'parallel ∥ top ⊤ bot ⊥ mid | vert | Vert ‖ langle ⟨ rangle ⟩ lfloor ⌊ rfloor ⌋ lceil ⌈ rceil ⌉ dots … ldots … cdots … prime ′ surd √ ' +
      'Re ℜ Im ℑ S § copyright © textregistered ® texttrademark ™ pounds £ textasciitilde ~ textendash – textemdash — LaTeX LaTeX TeX TeX',
  ),
  ...'log ln exp min max sup inf lim arg argmin argmax det dim ker sin cos tan tanh deg gcd Pr'.split(' ').map((name) => [name, name] as const),
]);

/** Letters that are no letter of another alphabet with an accent. */
export const LETTERS = table('o ø O Ø l ł L Ł ss ß ae æ AE Æ oe œ OE Œ aa å AA Å i ı j ȷ dh ð th þ dj đ DJ Đ');

/** Macros of authors' style files, which are in use everywhere. `_` is a space. */
export const ABBREVIATIONS = table(
  'ie i.e. Ie I.e. eg e.g. Eg E.g. etal et_al. etc etc. cf cf. vs vs. wrt w.r.t. aka a.k.a. iid i.i.d.',
);

export const DOUBLE_STRUCK = table('C ℂ E 𝔼 N ℕ P ℙ Q ℚ R ℝ Z ℤ');
