import { readFileSync } from 'node:fs';
import { publishedListing } from '../../../../test/support/factories/published-listing.js';
import { TextStatistics } from '../../catalogue/index.js';
import type { OfferKind } from '../../listings/index.js';
import { loadCodeBookFromFiles } from '../../taxonomy/index.js';
import { rankNeed, type RankedPair } from './rank-need.js';
import { scorePair } from './score-pair.js';
import type { Engine, PublishedNeed, PublishedOffer } from './scoring.types.js';
import { DEFAULT_WEIGHTS, THRESHOLD } from './weights.js';

// The example exchange and the pairs in it were written before the scorer.
const data = new URL('../../examples/data/', import.meta.url);
const text = (name: string) => readFileSync(new URL(name, data), 'utf8');
const rows = (name: string) =>
  text(name)
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
const organizations = new Map<string, any>(JSON.parse(text('organizations.json')).map((o: any) => [o.key, o]));
const pairs: { found: [string, string][]; lookAlikes: [string, string, string][] } = JSON.parse(text('pairs.json'));

const listing = (kind: OfferKind | 'need', { key, organization, language, ...content }: any) => {
  const { country, type, level } = organizations.get(organization);
  return publishedListing(kind, content, { id: key, language, owner: { id: organization, country, type, level } });
};
const offers = (['technology', 'solution', 'financing'] as const).flatMap((kind) =>
  rows(kind === 'technology' ? 'technologies.jsonl' : kind === 'solution' ? 'solutions.jsonl' : 'financing.jsonl').map((row) =>
    listing(kind, row),
  ),
) as PublishedOffer[];
const needs = rows('needs.jsonl').map((row) => listing('need', row)) as PublishedNeed[];
const engine: Engine = {
  version: 'test',
  weights: DEFAULT_WEIGHTS,
  statistics: TextStatistics.of([...needs, ...offers]),
  book: loadCodeBookFromFiles(),
};
const DAY = '2026-11-24';
const byId = <T extends { id: string }>(list: readonly T[], id: string): T => {
  const found = list.find((one) => one.id === id);
  if (!found) throw new Error(`no listing ${id} in the example exchange`);
  return found;
};
const ranking = (needId: string, offerId: string): { ranked: RankedPair[]; place: number } => {
  const { kind } = byId(offers, offerId);
  const ranked = rankNeed(byId(needs, needId), offers, engine, DAY)[kind];
  return { ranked, place: ranked.findIndex((pair) => pair.offer.id === offerId) };
};

describe('pairs that ought to be found', () => {
  it.each(pairs.found)('%s meets %s', (needId, offerId) => {
    const { place } = ranking(needId, offerId);
    expect(place).toBeGreaterThanOrEqual(0);
    expect(place).toBeLessThan(3);
  });
});

describe('pairs that look alike', () => {
  it.each(pairs.lookAlikes)('%s is not taken in by %s: %s', (needId, offerId) => {
    const { eligible, score } = scorePair(byId(needs, needId), byId(offers, offerId), engine, DAY);
    if (!eligible || score < THRESHOLD) return;
    const { kind } = byId(offers, offerId);
    const right = pairs.found.find(([need, offer]) => need === needId && byId(offers, offer).kind === kind);
    expect(right).toBeDefined();
    expect(ranking(needId, right![1]).place).toBeLessThan(ranking(needId, offerId).place);
  });
});

it('docs/matching.md works out the first pair as the scorer does', () => {
  const example = readFileSync('docs/matching.md', 'utf8').split('## A worked example')[1] ?? '';
  const written = [...example.matchAll(/^\| (\w+) \| (\d+) \| ([\d.]+) \| ([\d.]+) \|/gm)].map(([, key, ...numbers]) => [
    key,
    ...numbers.map(Number),
  ]);
  const { factors, score } = scorePair(byId(needs, 'n-kiribati-desal'), byId(offers, 't-ro-island'), engine, DAY);
  expect(written).toEqual(factors.map(({ key, weight, value, points }) => [key, weight, value, points / 100]));
  expect(example).toContain(`| **${(score / 100).toFixed(2)}** |`);
});
