import type { CodeBook, Scheme } from '../../taxonomy/index.js';
import { analyse, ANALYSED_LANGUAGES } from '../text/analyser.js';

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
 * length of the name so that long targets do not win by length alone). Made once for each code book and day.
 */
export class CodeNames {
  private readonly postings = new Map<string, Map<string, number>>();
  private readonly lengths = new Map<string, number>();

  constructor(book: CodeBook, day: string) {
    for (const scheme of SUGGESTED_SCHEMES)
      for (const item of book.items(scheme)) {
        if (!book.isCode(scheme, item.code, day)) continue;
        const parent = item.parent === null ? null : book.item(scheme === 'crs' ? 'crs-category' : 'sdg-goal', item.parent);
        for (const language of ANALYSED_LANGUAGES) {
          this.add(`${scheme} ${item.code}`, language, item.names[language], 1);
          this.add(`${scheme} ${item.code}`, language, parent?.names[language], PARENT_WEIGHT);
        }
      }
  }

  /** The codes whose names share words with the text's terms, the best first. */
  fits(terms: readonly string[]): CodeFit[] {
    const found = new Map<string, { score: number; terms: string[] }>();
    for (const term of new Set(terms)) {
      const codes = this.postings.get(term);
      if (!codes) continue;
      const rarity = Math.log(1 + this.lengths.size / codes.size);
      for (const [key, weight] of codes) {
        const fit = found.get(key) ?? { score: 0, terms: [] };
        fit.score += (rarity * weight) / Math.sqrt(this.lengths.get(key) ?? 1);
        if (weight >= 1) fit.terms.push(term);
        found.set(key, fit);
      }
    }
    return [...found]
      .filter(([, { terms }]) => terms.length > 0)
      .map(([key, fit]) => ({ ...codeOf(key), ...fit }))
      .sort((a, b) => b.score - a.score || (a.code < b.code ? -1 : 1));
  }

  private add(key: string, language: string, name: string | undefined, weight: number): void {
    const terms = new Set(name ? analyse(language, name) : []);
    for (const term of terms) {
      let codes = this.postings.get(term);
      if (!codes) this.postings.set(term, (codes = new Map<string, number>()));
      codes.set(key, Math.max(weight, codes.get(key) ?? 0));
    }
    if (weight >= 1) this.lengths.set(key, Math.max(this.lengths.get(key) ?? 0, terms.size));
  }
}

function codeOf(key: string): { scheme: SuggestedScheme; code: string } {
  const [scheme, code] = key.split(' ') as [SuggestedScheme, string];
  return { scheme, code };
}
