import { Injectable } from '@nestjs/common';
import { BusinessClock } from '../../../platform/database/business-clock.js';
import { type CodeBook, TaxonomyService } from '../../taxonomy/index.js';
import { CatalogueIndex } from '../index/catalogue-index.js';
import { analyse, baseLanguage } from '../text/analyser.js';
import { CodeNames, SUGGESTED_SCHEMES, type CodeFit } from './code-names.js';
import type { CodeSuggestion, CodeSuggestionsBody } from './drafting.schemas.js';

const NEIGHBOURS = 12;
const SUGGESTED = 4;
// A code whose names the text hardly meets, beside a clear first, is no suggestion.
const LEAST_SHARE = 0.35;
const NAMES_SHARE = 0.5;

/**
 * Codes that a text may deserve, for a person to confirm: by the words of their names, and by what published listings with a like text have.
 * Only codes and titles are told of those, which everybody may see.
 */
@Injectable()
export class CodeSuggestions {
  private names: { book: CodeBook; day: string; index: CodeNames } | undefined;

  constructor(
    private readonly taxonomy: TaxonomyService,
    private readonly index: CatalogueIndex,
    private readonly clock: BusinessClock,
  ) {}

  /** At most four of each scheme, the likeliest first; `share` is its part of the best one's fit, 0 to 1. */
  async for({ language, title, teaser = '', description = '' }: CodeSuggestionsBody): Promise<CodeSuggestion[]> {
    const day = (await this.clock.now()).toISOString().slice(0, 10);
    const book = this.taxonomy.current();
    const terms = analyse(language, `${title}\n${title}\n${teaser}\n${description}`);
    const named = this.codeNames(book, day).fits(terms);
    const used = this.usedByNeighbours(baseLanguage(language), terms);
    return SUGGESTED_SCHEMES.flatMap((scheme) => best(merged(named, used, scheme)))
      .filter(({ scheme, code }) => book.isCode(scheme, code, day))
      .map((found) => ({ ...found, name: book.name(found.scheme, found.code, language) }));
  }

  private codeNames(book: CodeBook, day: string): CodeNames {
    if (this.names?.book !== book || this.names.day !== day) this.names = { book, day, index: new CodeNames(book, day) };
    return this.names.index;
  }

  /** By code, the relevance of the most like listings that carry it. */
  private usedByNeighbours(language: string, terms: readonly string[]): Map<string, number> {
    const { shelf } = this.index;
    // Only the public text decides which ones are near.
    const relevance = shelf.relevance(0, new Map([[language, terms]]));
    const votes = new Map<string, number>();
    for (const row of relevance.best(NEIGHBOURS)) {
      const { codes } = shelf.listing(row).content as { codes: { scheme: string; code: string }[] };
      for (const { scheme, code } of codes) votes.set(`${scheme} ${code}`, (votes.get(`${scheme} ${code}`) ?? 0) + relevance.get(row));
    }
    return votes;
  }
}

type Found = Omit<CodeSuggestion, 'name'>;

/** Both ways weigh the same; each is taken as a part of its own best. */
function merged(named: readonly CodeFit[], used: ReadonlyMap<string, number>, scheme: CodeFit['scheme']): Found[] {
  const fits = named.filter((fit) => fit.scheme === scheme);
  const votes = [...used].flatMap(([key, vote]) => (key.startsWith(`${scheme} `) ? [[key.slice(scheme.length + 1), vote] as const] : []));
  const [topFit, topVote] = [Math.max(0, ...fits.map(({ score }) => score)), Math.max(0, ...votes.map(([, vote]) => vote))];
  const byCode = new Map<string, Found>();
  const at = (code: string): Found => byCode.get(code) ?? { scheme, code, share: 0, words: [], likeListings: false };
  const namesShare = topVote === 0 ? 1 : NAMES_SHARE;
  for (const { code, score, terms } of fits)
    byCode.set(code, { ...at(code), share: (namesShare * score) / topFit, words: terms.map((term) => term.slice(term.indexOf(':') + 1)) });
  for (const [code, vote] of votes) {
    const found = at(code);
    byCode.set(code, { ...found, share: found.share + ((topFit === 0 ? 1 : 1 - NAMES_SHARE) * vote) / topVote, likeListings: true });
  }
  return [...byCode.values()];
}

function best(found: readonly Found[]): Found[] {
  const sorted = [...found].sort((a, b) => b.share - a.share || (a.code < b.code ? -1 : 1));
  const least = (sorted[0]?.share ?? 0) * LEAST_SHARE;
  return sorted
    .slice(0, SUGGESTED)
    .filter(({ share }) => share > least)
    .map((one) => ({ ...one, share: Math.round(one.share * 100) / 100 }));
}
