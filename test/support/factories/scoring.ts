import { DEFAULT_WEIGHTS, TextStatistics, type Engine } from '../../../src/modules/catalogue/index.js';
import type { PublishedListing } from '../../../src/modules/listings/index.js';
import { CodeBook, loadCodeBookFromFiles } from '../../../src/modules/taxonomy/index.js';
import { publishedListing } from './published-listing.js';

export const DAY = '2026-11-24';

const files = loadCodeBookFromFiles().data;
const rate = (currency: string, usdPerUnit: number) => ({ currency, from: '2026-01-01', usdPerUnit, source: 'test' });
/** The shipped lists with two round rates, so that a test can be reckoned in the head. */
const book = CodeBook.fromData({ ...files, rates: [rate('EUR', 1.25), rate('XOF', 0.002)] });

export const testEngine = (listings: readonly PublishedListing[] = []): Engine => ({
  version: 'test',
  weights: DEFAULT_WEIGHTS,
  statistics: TextStatistics.of(listings),
  book,
});

type Facts = Parameters<typeof publishedListing>[2];

/** A need that asks for all kinds, in Mozambique, in English and Portuguese. */
export const aNeed = (content: Parameters<typeof publishedListing<'need'>>[1] = {}, facts: Facts = {}) =>
  publishedListing('need', { kinds: ['technology', 'solution', 'financing'], languages: ['en', 'pt'], ...content }, facts);
export const aTechnology = (content: Parameters<typeof publishedListing<'technology'>>[1] = {}, facts: Facts = {}) =>
  publishedListing('technology', { languages: ['en'], ...content }, facts);
export const aSolution = (content: Parameters<typeof publishedListing<'solution'>>[1] = {}, facts: Facts = {}) =>
  publishedListing('solution', { languages: ['en'], ...content }, facts);
export const aFinancing = (content: Parameters<typeof publishedListing<'financing'>>[1] = {}, facts: Facts = {}) =>
  publishedListing('financing', { languages: ['en'], ...content }, facts);
