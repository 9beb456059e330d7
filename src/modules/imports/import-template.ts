import type { ListingKind } from '../listings/index.js';
import { cell } from './errors-file.js';

type Example = Readonly<Record<string, string>>;

const SHARED: Example = {
  language: 'en',
  codes: 'crs:14030* | sdg-goal:6',
  languages: 'en | fr',
};

/** A row of each kind as somebody might write it: complete, so that it could be handed in as it is. */
const EXAMPLES: Readonly<Record<ListingKind, Example>> = {
  technology: {
    ...SHARED,
    externalKey: 'PUMP-001',
    kind: 'technology',
    title: 'Solar pump for deep wells',
    description: 'A pump for wells of up to 80 metres that runs on sunlight alone.',
    countriesOffered: 'group:LDC',
    specifications: 'water-output = 50..200 m3/d',
    'details.advantage': 'No fuel, and parts that village mechanics know.',
    'details.costComparison': 'not-known-yet',
    'details.readiness': '8',
    'details.usedIn': 'UG:2023:40 wells',
    'details.cooperation': 'licence | training',
    'details.ip.status': 'not-sure',
    'details.dualUse': 'no',
  },
  solution: {
    ...SHARED,
    externalKey: 'WELLS-001',
    kind: 'solution',
    title: 'Village plans for wells',
    countriesOffered: 'group:LDC',
    'details.challenge': 'Wells fall dry before the rains.',
    'details.approach': 'Villages agree on hours and a tariff for each well.',
    'details.results': 'Wells with water in August',
    'details.conditions': 'A council that meets each month.',
    'details.support': 'training | documents',
  },
  financing: {
    externalKey: 'FUND-001',
    kind: 'financing',
    language: 'en',
    languages: 'en | fr',
    title: 'Grants for village water',
    countriesOffered: 'group:LDC',
    'details.instrument': '110',
    'details.amount.min': '10000',
    'details.amount.max': '200000',
    'details.amount.currency': 'USD',
    'details.applicants': 'government',
    'details.sectors': 'any',
    'details.window': 'always-open',
    'details.noDocuments': 'yes',
  },
  need: {
    ...SHARED,
    externalKey: 'NEED-001',
    title: 'Drinking water for a market town',
    kinds: 'technology | financing',
    requirements: 'water-output >= 60 m3/d !',
    neededBy: 'no-date',
    budget: 'not-known',
    'details.problem': 'The town has no water in the dry season.',
  },
};

/** A CSV table: every column of the kind in one row, an example in the next. A desk adds a column `organization`. */
export function templateOf(kind: ListingKind, columns: readonly string[]): string {
  const example = EXAMPLES[kind];
  const used = columns.filter((column) => column !== 'kind' || kind !== 'need');
  const row = used.map((column) => cell(Object.hasOwn(example, column) ? (example[column] ?? '') : ''));
  return `\ufeff${used.map(cell).join(',')}\r\n${row.join(',')}\r\n`;
}
