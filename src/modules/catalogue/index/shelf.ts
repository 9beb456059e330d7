import { Bitmap, Column } from './growable.js';
import { closingOf, codeKeys, exactKeys, FACETS, type Facet, facetValues, languagesOf, sumOf } from './listing-facts.js';
import { Scores } from './scores.js';
import { type TermsByLevel, type TextLevel, TextPostings } from './text-postings.js';
import type { PublishedListing } from '../../listings/index.js';
import { textsOf } from '../text/listing-text.js';

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
  /** Of their sums; a row's number is one more than the place here, 0 for none. */
  readonly currencies: string[] = [];
  private readonly currencyOfSum = new Column((n) => new Uint16Array(n));
  private readonly sums = new Column((n) => new Float64Array(n));
  private readonly bitmaps = new Map<string, Bitmap>();
  private readonly facets = Object.fromEntries(FACETS.map((facet) => [facet, new Map<string, Bitmap>()])) as Record<
    Facet,
    Map<string, Bitmap>
  >;
  private readonly textsOfRow = new Map<number, number[]>();
  private readonly postings = new TextPostings();

  add(listing: PublishedListing): number {
    const row = this.rows++;
    this.listings[row] = listing;
    this.alive.add(row);
    this.published.set(row, listing.publishedAt.getTime());
    this.expires.set(row, listing.expiresAt.getTime());
    this.closes.set(row, closingOf(listing));
    this.addSum(row, sumOf(listing));
    for (const bitmap of this.bitmapsOf(listing)) bitmap.add(row);
    const numbers: number[] = [];
    for (const text of textsOf(listing)) {
      const number = this.texts++;
      numbers.push(number);
      this.rowOfText.set(number, row);
      this.postings.add(number, text.language, termsOf(text));
    }
    this.textsOfRow.set(row, numbers);
    return row;
  }

  remove(row: number): void {
    const listing = this.listings[row];
    if (!listing) return;
    const numbers = this.textsOfRow.get(row) ?? [];
    textsOf(listing).forEach((text, i) => this.postings.remove(numbers[i]!, text.language, termsOf(text)));
    for (const bitmap of this.bitmapsOf(listing)) bitmap.delete(row);
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
  facetBitmaps(facet: Facet): ReadonlyMap<string, Bitmap> {
    return this.facets[facet];
  }

  /** What the largest sum of a row is in dollars, by the rates of a day; null without a sum, or without a rate. */
  dollarsOf(row: number, rates: readonly (number | null)[]): number | null {
    const rate = rates[this.currencyOfSum.get(row) - 1];
    return rate === undefined || rate === null ? null : this.sums.get(row) * rate;
  }

  /** Relevance of rows to terms by language: BM25 of the text, level 0 only or 0 and 1; of several languages the best. */
  relevance(level: TextLevel, termsByLanguage: ReadonlyMap<string, readonly string[]>): Scores {
    const byRow = new Scores(this.rows);
    for (const [language, terms] of termsByLanguage) {
      const byText = new Scores(this.texts);
      this.postings.score(level, language, terms, byText);
      byText.numbers.forEach((text) => byRow.raise(this.rowOfText.get(text), byText.get(text)));
    }
    return byRow;
  }

  private addSum(row: number, sum: ReturnType<typeof sumOf>): void {
    if (!sum) return;
    let place = this.currencies.indexOf(sum.currency);
    if (place < 0) place = this.currencies.push(sum.currency) - 1;
    this.currencyOfSum.set(row, place + 1);
    this.sums.set(row, sum.amount);
  }

  /** Every set of rows that a listing belongs to. */
  private bitmapsOf(listing: PublishedListing): Bitmap[] {
    const values = facetValues(listing);
    return [
      ...FACETS.flatMap((facet) => values[facet].map((value) => bitmapIn(this.facets[facet], value))),
      ...[...keysOf(listing, values)].map((key) => bitmapIn(this.bitmaps, key)),
    ];
  }
}

const EMPTY = new Bitmap();

function bitmapIn(bitmaps: Map<string, Bitmap>, key: string): Bitmap {
  let bitmap = bitmaps.get(key);
  if (!bitmap) bitmaps.set(key, (bitmap = new Bitmap()));
  return bitmap;
}

const termsOf = ({ passages }: ReturnType<typeof textsOf>[number]): TermsByLevel => {
  const at = (level: TextLevel): string[] => passages.flatMap((passage) => (passage.level === level ? [...passage.terms] : []));
  return [at(0), at(1)];
};

const keysOf = (listing: PublishedListing, values: ReturnType<typeof facetValues>): Set<string> =>
  new Set([
    ...codeKeys(listing),
    ...exactKeys(listing),
    ...languagesOf(listing).map((language) => `lang:${language}`),
    ...values.kind.map((kind) => `kind:${kind}`),
    ...values.country.map((country) => `country:${country}`),
    ...values.readiness.map((level) => `readiness:${level}`),
    ...values.instrument.map((code) => `instrument:${code}`),
  ]);
