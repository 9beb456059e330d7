import { Bitmap, Column } from './growable.js';
import { closingOf, codeKeys, exactKeys, FACETS, facetValues, languagesOf } from './listing-facts.js';
import { TextPostings } from './text-postings.js';
import type { PublishedListing } from '../../listings/index.js';
import { textsOf } from '../text/listing-text.js';

const LEVELS = [0, 1] as const;
export type TextLevel = (typeof LEVELS)[number];

/**
 * Append-only storage behind the index: each listing takes a row, each of its languages a text number. A changed listing takes a new
 * row, the old one is only marked; CatalogueIndex starts a new shelf when too much of one is dead.
 */
export class Shelf {
  readonly alive = new Bitmap();
  readonly published = new Column((n) => new Float64Array(n));
  readonly expires = new Column((n) => new Float64Array(n));
  /** When it closes for those who read its details; at the latest when it expires. */
  readonly closes = new Column((n) => new Float64Array(n));
  readonly rowOfText = new Column((n) => new Uint32Array(n));
  rows = 0;
  private texts = 0;
  private readonly listings: (PublishedListing | undefined)[] = [];
  private readonly bitmaps = new Map<string, Bitmap>();
  private readonly textsOfRow = new Map<number, number[]>();
  private readonly postings = { 0: new TextPostings(), 1: new TextPostings() };

  add(listing: PublishedListing): number {
    const row = this.rows++;
    this.listings[row] = listing;
    this.alive.add(row);
    this.published.set(row, listing.publishedAt.getTime());
    this.expires.set(row, listing.expiresAt.getTime());
    this.closes.set(row, closingOf(listing));
    for (const key of keysOf(listing)) this.bitmapFor(key).add(row);
    const numbers: number[] = [];
    for (const text of textsOf(listing)) {
      const number = this.texts++;
      numbers.push(number);
      this.rowOfText.set(number, row);
      for (const level of LEVELS) this.postings[level].add(number, text.language, termsUpTo(level, text));
    }
    this.textsOfRow.set(row, numbers);
    return row;
  }

  remove(row: number): void {
    const listing = this.listings[row];
    if (!listing) return;
    const numbers = this.textsOfRow.get(row) ?? [];
    textsOf(listing).forEach((text, i) => {
      for (const level of LEVELS) this.postings[level].remove(numbers[i]!, text.language, termsUpTo(level, text));
    });
    for (const key of keysOf(listing)) this.bitmapFor(key).delete(row);
    this.alive.delete(row);
    this.textsOfRow.delete(row);
    this.listings[row] = undefined;
  }

  listing(row: number): PublishedListing {
    const listing = this.listings[row];
    if (!listing) throw new Error(`row ${row} holds no listing`);
    return listing;
  }

  /** Rows under a key such as `kind:need`, `sdg:6.1`, `crs:140`, `country:KE`, `lang:fr`; empty when there are none. */
  bitmap(key: string): Bitmap {
    return this.bitmaps.get(key) ?? EMPTY;
  }

  /** Values of a facet that ever had a row. */
  facetBitmaps(facet: string): [value: string, rows: Bitmap][] {
    const prefix = `facet:${facet}:`;
    return [...this.bitmaps].filter(([key]) => key.startsWith(prefix)).map(([key, rows]) => [key.slice(prefix.length), rows]);
  }

  /** Relevance of rows to terms by language: BM25 of the text, level 0 only or 0 and 1; of several languages the best. */
  relevance(level: TextLevel, termsByLanguage: ReadonlyMap<string, readonly string[]>): Map<number, number> {
    const byRow = new Map<number, number>();
    for (const [language, terms] of termsByLanguage) {
      const byText = new Map<number, number>();
      this.postings[level].score(language, terms, byText);
      for (const [text, score] of byText) {
        const row = this.rowOfText.get(text);
        if (score > (byRow.get(row) ?? 0)) byRow.set(row, score);
      }
    }
    return byRow;
  }

  private bitmapFor(key: string): Bitmap {
    let bitmap = this.bitmaps.get(key);
    if (!bitmap) this.bitmaps.set(key, (bitmap = new Bitmap()));
    return bitmap;
  }
}

const EMPTY = new Bitmap();

const termsUpTo = (level: TextLevel, text: ReturnType<typeof textsOf>[number]): string[] =>
  text.passages.flatMap((passage) => (passage.level <= level ? [...passage.terms] : []));

function keysOf(listing: PublishedListing): Set<string> {
  const values = facetValues(listing);
  return new Set([
    ...FACETS.flatMap((facet) => values[facet].map((value) => `facet:${facet}:${value}`)),
    ...codeKeys(listing),
    ...exactKeys(listing),
    ...languagesOf(listing).map((language) => `lang:${language}`),
    ...values.kind.map((kind) => `kind:${kind}`),
    ...values.country.map((country) => `country:${country}`),
    ...values.readiness.map((level) => `readiness:${level}`),
    ...values.instrument.map((code) => `instrument:${code}`),
  ]);
}
