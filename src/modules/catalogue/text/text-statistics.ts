import type { PublishedListing } from '../../listings/index.js';
import { PASSAGES, textsOf, type ListingText, type Passage } from './listing-text.js';

/** Statistics of one language: texts counted, mean tokens a passage of each sort, and in how many texts each term occurs. */
export interface LanguageStatistics {
  readonly texts: number;
  readonly meanLength: Readonly<Record<Passage, number>>;
  readonly frequency: ReadonlyMap<string, number>;
}

/** As stored with an engine version. */
export type StoredStatistics = Record<
  string,
  { texts: number; meanLength: Readonly<Record<Passage, number>>; frequency: Record<string, number> }
>;

const TYPICAL_LENGTH: Readonly<Record<Passage, number>> = { title: 8, teaser: 30, body: 60 };
const NOTHING: LanguageStatistics = { texts: 0, meanLength: TYPICAL_LENGTH, frequency: new Map() };

/**
 * Frozen counts over the catalogue, part of an engine version: a score does not change because another listing appears.
 * A term that was not there when the counts were taken has the highest weight a term can have.
 */
export class TextStatistics {
  private constructor(private readonly languages: ReadonlyMap<string, LanguageStatistics>) {}

  static readonly empty = new TextStatistics(new Map());

  static of(listings: Iterable<PublishedListing>): TextStatistics {
    const counting = new Map<string, Counting>();
    for (const listing of listings)
      for (const text of textsOf(listing)) {
        let counts = counting.get(text.language);
        if (!counts) counting.set(text.language, (counts = new Counting()));
        counts.add(text);
      }
    return new TextStatistics(new Map([...counting].map(([language, counts]) => [language, counts.statistics()])));
  }

  static fromStored(stored: StoredStatistics): TextStatistics {
    const entries = Object.entries(stored).map(
      ([language, { texts, meanLength, frequency }]) =>
        [language, { texts, meanLength, frequency: new Map(Object.entries(frequency)) }] as const,
    );
    return new TextStatistics(new Map(entries));
  }

  toStored(): StoredStatistics {
    const entries = [...this.languages].map(
      ([language, { texts, meanLength, frequency }]) =>
        [language, { texts, meanLength, frequency: Object.fromEntries(frequency) }] as const,
    );
    return Object.fromEntries(entries);
  }

  language(language: string): LanguageStatistics {
    return this.languages.get(language) ?? NOTHING;
  }

  /** Inverse document frequency, ln(1 + (N - n + 0.5) / (n + 0.5)): always positive, highest for a term never seen. */
  idf(language: string, term: string): number {
    const { texts, frequency } = this.language(language);
    const n = frequency.get(term) ?? 0;
    return Math.log(1 + (texts - n + 0.5) / (n + 0.5));
  }
}

class Counting {
  private texts = 0;
  private readonly tokens: Record<Passage, number> = { title: 0, teaser: 0, body: 0 };
  private readonly passages: Record<Passage, number> = { title: 0, teaser: 0, body: 0 };
  private readonly frequency = new Map<string, number>();

  add(text: ListingText): void {
    this.texts++;
    const seen = new Set<string>();
    for (const { sort, terms } of text.passages) {
      this.tokens[sort] += terms.length;
      this.passages[sort]++;
      for (const term of terms) seen.add(term);
    }
    for (const term of seen) this.frequency.set(term, (this.frequency.get(term) ?? 0) + 1);
  }

  statistics(): LanguageStatistics {
    const mean = (sort: Passage) => (this.passages[sort] > 0 ? Math.max(1, this.tokens[sort] / this.passages[sort]) : TYPICAL_LENGTH[sort]);
    const meanLength = Object.fromEntries(PASSAGES.map((sort) => [sort, mean(sort)])) as Record<Passage, number>;
    return { texts: this.texts, meanLength, frequency: this.frequency };
  }
}
