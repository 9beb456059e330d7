import type { CodeBook, Scheme } from '../../taxonomy/index.js';
import { analyse, languageOfTerm } from '../text/analyser.js';

/** A code with how well a text fits it and the words that say so. */
export interface CodeFit {
  scheme: SuggestedScheme;
  code: string;
  /** From 0; comparable within one text. */
  score: number;
  /** Stems shared by the text and the names of the code. */
  terms: string[];
}

export const SUGGESTED_SCHEMES = ['crs', 'sdg-target'] as const satisfies readonly Scheme[];
export type SuggestedScheme = (typeof SUGGESTED_SCHEMES)[number];

// A word of the code's own name says more than one of the category above it.
const PARENT_WEIGHT = 0.3;

/**
 * The names of codes as an index: a text fits a code by the rare words they share (inverse document frequency, divided by the root of the
 * length of the name so that long targets do not win by length alone). Made for one code book and day; the names in a language are read
 * when the first text in it comes, since the words of a text meet those of its own language only.
 */
export class CodeNames {
  private readonly postings = new Map<string, Map<string, number>>();
  /** By language and code, how many words its name has. */
  private readonly lengths = new Map<string, Map<string, number>>();

  constructor(
    private readonly book: CodeBook,
    private readonly day: string,
  ) {}

  /** The codes whose names share words with the text's terms, the best first. */
  fits(terms: readonly string[]): CodeFit[] {
    const found = new Map<string, { score: number; terms: string[] }>();
    for (const term of new Set(terms)) {
      const lengths = this.lengthsIn(languageOfTerm(term));
      const codes = this.postings.get(term);
      if (!codes) continue;
      const rarity = Math.log(1 + lengths.size / codes.size);
      for (const [key, weight] of codes) {
        const fit = found.get(key) ?? { score: 0, terms: [] };
        fit.score += (rarity * weight) / Math.sqrt(lengths.get(key) ?? 1);
        if (weight >= 1) fit.terms.push(term);
        found.set(key, fit);
      }
    }
    return [...found]
      .filter(([, { terms }]) => terms.length > 0)
      .map(([key, fit]) => ({ ...codeOf(key), ...fit }))
      .sort((a, b) => b.score - a.score || (a.code < b.code ? -1 : 1));
  }

  private lengthsIn(language: string): ReadonlyMap<string, number> {
    const known = this.lengths.get(language);
    if (known) return known;
    const lengths = new Map<string, number>();
    this.lengths.set(language, lengths);
    for (const scheme of SUGGESTED_SCHEMES)
      for (const { code, parent, names } of this.book.items(scheme)) {
        if (!this.book.isCode(scheme, code, this.day)) continue;
        const above = parent === null ? null : this.book.item(scheme === 'crs' ? 'crs-category' : 'sdg-goal', parent);
        lengths.set(`${scheme} ${code}`, this.add(`${scheme} ${code}`, language, names[language], 1));
        this.add(`${scheme} ${code}`, language, above?.names[language], PARENT_WEIGHT);
      }
    return lengths;
  }

  /** How many different words the name has. */
  private add(key: string, language: string, name: string | undefined, weight: number): number {
    const terms = new Set(name ? analyse(language, name) : []);
    for (const term of terms) {
      let codes = this.postings.get(term);
      if (!codes) this.postings.set(term, (codes = new Map<string, number>()));
      codes.set(key, Math.max(weight, codes.get(key) ?? 0));
    }
    return terms.size;
  }
}

function codeOf(key: string): { scheme: SuggestedScheme; code: string } {
  const [scheme, code] = key.split(' ') as [SuggestedScheme, string];
  return { scheme, code };
}
