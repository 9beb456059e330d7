import { type Client, signUp } from './client.js';
import type { TestApp } from './e2e.js';

/** A person with the organization she acts for. */
export interface Party {
  client: Client;
  personId: string;
  email: string;
  organizationId: string;
}

/** A listing as its owner's answer described it. */
export interface Listed {
  id: string;
  path: string;
}

export async function administrator(gate: TestApp): Promise<Client> {
  const person = await signUp(gate.visitor, 'Adele Administrator');
  await gate.sql.query('UPDATE person SET administrator = true WHERE id = $1', [person.id]);
  return person.client;
}

/** Signs somebody up, who confirms her address, and registers her organization. */
export async function party(gate: TestApp, country: string, legalName: string): Promise<Party> {
  const { client, id, email } = await signUp(gate.visitor, `Manager of ${legalName}`);
  await gate.sql.query('UPDATE auth."user" SET "emailVerified" = true WHERE id = $1', [id]);
  const made = await client.post('/api/v1/organizations', { legalName, country, type: '70', languages: ['en'] });
  if (made.status !== 201) throw new Error(`registering answered ${made.status}: ${JSON.stringify(made.body)}`);
  return { client, personId: id, email, organizationId: String(made.body.id) };
}

/** Posts a draft. */
export async function draft({ client, organizationId }: Party, collection: 'offers' | 'needs', fields: object): Promise<Listed> {
  const made = await client.post(`/api/v1/${collection}`, { organizationId, language: 'en', ...fields });
  if (made.status !== 201) throw new Error(`a draft answered ${made.status}: ${JSON.stringify(made.body)}`);
  return { id: String(made.body.id), path: `/api/v1/${collection}/${made.body.id}` };
}

/** Submits and has it approved. */
export async function publish(owner: Party, reviewer: Client, { path }: Listed): Promise<void> {
  const submitted = await owner.client.post(`${path}/submit`);
  if (submitted.status >= 300) throw new Error(`submit answered ${submitted.status}: ${JSON.stringify(submitted.body)}`);
  const approved = await reviewer.post(`${path}/approve`);
  if (approved.body.state !== 'published') throw new Error(`approve answered ${approved.status}: ${JSON.stringify(approved.body)}`);
}

const WATER = [
  { scheme: 'crs', code: '14031', main: true },
  { scheme: 'sdg-target', code: '6.1' },
];

/** A complete offer of each kind that answers `waterNeed`. */
export const waterOffers = {
  technology: {
    kind: 'technology',
    title: 'Solar desalination unit for village wells',
    description: 'A small reverse osmosis unit that makes drinking water from salty village wells with solar panels.',
    codes: WATER,
    specifications: [
      { attribute: 'water-output', min: 5, max: 30 },
      { attribute: 'off-grid', value: true },
    ],
    languages: ['en'],
    details: {
      advantage: 'No fuel and no batteries.',
      costComparison: 'not-known-yet',
      readiness: 9,
      usedIn: [{ country: 'KE', year: 2024 }],
      ip: { status: 'none' },
      cooperation: ['sale', 'training'],
      terms: { price: { min: 20000, max: 60000, currency: 'USD' } },
      dualUse: false,
    },
  },
  solution: {
    kind: 'solution',
    title: 'Village committees that keep desalination units working',
    description: 'Committees with a tariff and a shared mechanic keep drinking water units at village wells working.',
    codes: WATER,
    specifications: [{ attribute: 'off-grid', value: true }],
    languages: ['en'],
    details: {
      challenge: 'Units at salty village wells stand still after two years.',
      approach: 'A committee, a tariff and a mechanic shared by twelve villages keep drinking water flowing.',
      results: [
        { indicator: 'Units in service after five years', baseline: 40, value: 90, unit: 'per cent', evidence: 'external-evaluation' },
      ],
      conditions: 'A law that recognises committees.',
      support: ['training', 'study-visit'],
      replications: [{ country: 'TZ', year: 2023, outcome: '12 villages' }],
    },
  },
  financing: {
    kind: 'financing',
    title: 'Grants for drinking water from village wells',
    description: 'Grants for units that make drinking water from salty village wells with solar panels.',
    codes: WATER,
    countriesOffered: ['UG', 'group:LDC'],
    languages: ['en'],
    details: {
      instrument: '110',
      amount: { min: 10000, max: 100000, currency: 'USD' },
      applicants: ['private-company', 'ngo', 'government'],
      window: 'always-open',
      documentsAsked: ['Registration certificate'],
    },
  },
} as const;

export const waterNeed = (kind: string) => ({
  title: 'Drinking water from salty wells in three villages',
  description:
    'The wells of three villages are salty and the grid is far. We look for a small solar unit that makes drinking water, run by a village committee.',
  kinds: [kind],
  codes: WATER,
  country: 'UG',
  languages: ['en'],
  requirements: [{ attribute: 'off-grid', comparator: '=', value: true, must: kind === 'technology' }],
  budget: { min: 10000, max: 80000, currency: 'USD' },
  fundingSought: { amount: 50000, currency: 'USD' },
  neededBy: 'no-date',
  details: { problem: 'Water is trucked in by tankers.', cooperation: ['sale', 'training', 'technical-cooperation'] },
});
