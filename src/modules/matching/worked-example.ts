import { TextStatistics, type Weights } from '../catalogue/index.js';
import { technologyContent } from '../offers/index.js';
import { needContent } from '../seekers/index.js';
import type { CodeBook } from '../taxonomy/index.js';
import { explain, headingOf } from './match-words.js';
import {
  RULE_KEYS,
  scorePair,
  type FactorKey,
  type Message,
  type PublishedNeed,
  type PublishedTechnology,
  type RuleKey,
} from './scoring/index.js';

export interface ExampleFactor {
  key: FactorKey;
  name: string;
  weight: number;
  points: number;
  reason: string;
}

/** A pair that is made up, scored by the engine itself: how a score comes about, in the reader's language. */
export interface WorkedExample {
  score: number;
  factors: ExampleFactor[];
  rules: { key: RuleKey; name: string; reason: string }[];
}

// A score is kept as a whole number of hundredths.
const HUNDREDTHS = 100;

export function workedExample(weights: Weights, book: CodeBook, language: string): WorkedExample {
  const engine = { version: 'example', weights, statistics: TextStatistics.of([NEED, OFFER]), book };
  const { score, factors, rules } = scorePair(NEED, OFFER, engine, DAY);
  const say = (reason: Message): string => explain(reason, language, book).text ?? '';
  return {
    score: score / HUNDREDTHS,
    factors: factors.map(({ key, weight, points, reason }) => ({
      key,
      name: headingOf(`factor.${key}`, language) ?? key,
      weight,
      points: points / HUNDREDTHS,
      reason: say(reason),
    })),
    rules: RULE_KEYS.map((key) => {
      const result = rules.find((one) => one.key === key);
      return { key, name: headingOf(`rule.${key}`, language) ?? key, reason: result ? say(result.reason) : '' };
    }),
  };
}

const DAY = '2026-11-24';
const PUBLISHED = new Date('2026-10-05T00:00:00Z');
const FACTS = {
  revision: 1,
  language: 'en',
  publishedAt: PUBLISHED,
  assuredAt: PUBLISHED,
  expiresAt: new Date('2027-10-05T00:00:00Z'),
  anonymous: false,
  isExample: true,
  filledLots: [],
  closed: [],
} as const;
const CODES = [
  { scheme: 'crs', code: '14021', main: true },
  { scheme: 'sdg-target', code: '6.1' },
];

/** An island council looks for drinking water from the sea. */
const NEED: PublishedNeed = {
  ...FACTS,
  id: 'example-need',
  reference: 'N-0',
  kind: 'need',
  owner: { id: 'seeker', country: 'KI', type: '10', level: 'verified' },
  content: needContent.parse({
    title: 'Drinking water from the sea for an outer island of 1,900 people',
    description: 'Wells have turned salty. We look for a desalination plant that runs without diesel, with training for two operators.',
    country: 'KI',
    kinds: ['technology'],
    codes: [...CODES, { scheme: 'sdg-goal', code: '13' }],
    languages: ['en'],
    requirements: [
      { attribute: 'water-output', comparator: '>=', value: 60, must: true },
      { attribute: 'off-grid', comparator: '=', value: true, must: true },
      { attribute: 'energy-per-water', comparator: '<=', value: 4, must: false },
    ],
    budget: { max: 500_000, currency: 'USD' },
    neededBy: '2027-11-30',
    details: { cooperation: ['turn-key', 'training', 'sale'], readinessFrom: 8 },
  }),
};

/** A maker has such plants in containers; one wish is not met, and training is not offered. */
const OFFER: PublishedTechnology = {
  ...FACTS,
  id: 'example-offer',
  reference: 'O-0',
  kind: 'technology',
  owner: { id: 'provider', country: 'IN', type: '70', level: 'verified' },
  content: technologyContent.parse({
    title: 'Seawater desalination in a container for small islands, without diesel',
    description:
      'A plant in a container turns seawater into drinking water. It runs on solar panels; spare parts for three years are in the container.',
    codes: CODES,
    specifications: [
      { attribute: 'water-output', min: 50, max: 200 },
      { attribute: 'energy-per-water', max: 4.6 },
      { attribute: 'off-grid', value: true },
    ],
    languages: ['en'],
    details: {
      readiness: 9,
      developedIn: 'IN',
      usedIn: [
        { country: 'MV', year: 2022 },
        { country: 'TV', year: 2024 },
      ],
      cooperation: ['sale', 'turn-key'],
      terms: { price: { min: 180_000, max: 520_000, currency: 'USD' } },
      deliveryWeeks: 26,
      dualUse: false,
    },
  }),
};
