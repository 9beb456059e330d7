import type { PersonActor } from '../../src/kernel/actor.js';
import { type Count, FiguresQueries } from '../../src/modules/reporting/index.js';
import { CountryGroups } from '../../src/modules/taxonomy/index.js';
import type { Client } from '../support/client.js';
import { signUp } from '../support/client.js';
import { startApp, type TestApp } from '../support/e2e.js';
import { administrator, draft, party, publish, waterNeed, waterOffers } from '../support/journey.js';

let gate: TestApp;
let admin: Client;
const reader: PersonActor = {
  kind: 'person',
  personId: '00000000-0000-4000-8000-000000000001',
  sessionId: null,
  keyId: null,
  organization: null,
  officerOf: [],
  administrator: true,
  auditor: false,
  language: 'en',
};
const today = new Date().toISOString().slice(0, 10);
const daysOn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const period = { from: daysOn(-7), to: daysOn(1) };

beforeAll(async () => {
  gate = await startApp();
  admin = await administrator(gate);
  const [seeker, provider] = [await party(gate, 'MZ', 'Water board'), await party(gate, 'KE', 'Pump works')];
  const need = await draft(seeker, 'needs', waterNeed('technology'));
  await publish(seeker, admin, need);
  await publish(provider, admin, await draft(provider, 'offers', waterOffers.technology));
  await gate.drainJobs();
  const { body } = await seeker.client.get('/api/v1/matches');
  const match = `/api/v1/matches/${body.items[0].id}/express-interest`;
  for (const { client } of [seeker, provider]) expect((await client.post(match)).status).toBe(200);
  await gate.drainJobs();
});
afterAll(() => gate.close());

const counts = (actor = reader, query: { from: string; to: string; country?: string } = period) =>
  gate.get(FiguresQueries).counts(actor, query);
const of = (all: readonly Count[], dimension: string, key = '') =>
  Object.fromEntries(all.filter((one) => one.dimension === dimension && one.key === key).map(({ measure, count }) => [measure, count]));
const graduate = (to: string | null) =>
  gate.get(CountryGroups).save(reader, 'LDC', 'MZ', { periods: [{ from: '1988-01-01', to }], source: 'a resolution' });

it('each first step is counted once, in whole and told apart', async () => {
  const all = await counts();
  const steps = { matched: 1, 'one-yes': 1, 'both-yes': 1 };
  expect(of(all, 'total')).toEqual({ received: 2, published: 2, ...steps });
  expect(of(all, 'kind', 'technology')).toEqual({ received: 1, published: 1, ...steps });
  expect(of(all, 'kind', 'need')).toEqual({ received: 1, published: 1 });
  expect(of(all, 'pair', 'KE MZ')).toEqual(steps);
  expect(of(all, 'goal', '6')).toEqual({ received: 2, published: 2, ...steps });
  expect(of(all, 'group', 'LDC')).toEqual({ received: 1, published: 1, ...steps });
  expect(await counts(reader, { from: '2001-01-01', to: '2001-12-31' })).toEqual([]);
});

it('a step has its days and whose it was', async () => {
  const waits = await gate.get(FiguresQueries).waits(reader, period);
  expect(waits.map(({ step, whose, count }) => [step, whose, count])).toEqual([
    ['first-yes', 'seeker', 1],
    ['review', 'global', 2],
    ['second-yes', 'provider', 1],
  ]);
});

it('officers read figures of their countries alone', async () => {
  const officer = { ...reader, administrator: false, officerOf: ['MZ'] };
  expect(of(await counts(officer), 'total')).toEqual({ received: 1, published: 1, matched: 1, 'one-yes': 1, 'both-yes': 1 });
  expect(await counts(officer, { ...period, country: 'KE' })).toEqual([]);
  expect(of(await counts(reader, { ...period, country: 'KE' }), 'total')).toMatchObject({ received: 1, matched: 1 });
});

it('figures of the past stay the same after a country has graduated', async () => {
  const before = await counts();
  await graduate(daysOn(10));
  await gate.shiftClock('30 days');
  expect(await counts()).toEqual(before);
  // They follow the day of each event: had it left before, nothing would count for the group.
  await graduate(today);
  const all = await counts();
  expect(of(all, 'group', 'LDC')).toEqual({});
  expect(of(all, 'total')).toEqual(of(before, 'total'));
  await gate.shiftClock('0');
});

it('the page says what each figure means, and gives a table', async () => {
  const query = `from=${period.from}&to=${period.to}&country=`;
  const { status, body } = await admin.get(`/en/admin/figures?${query}`, { accept: 'text/html' });
  expect(status).toBe(200);
  expect(body).toContain('Pairs for which the second side said yes too.');
  expect(body).toContain('Kenya to Mozambique');
  const csv = await admin.get(`/fr/admin/figures/figures.csv?${query}`);
  expect(csv.headers['content-type']).toContain('text/csv');
  expect(csv.body).toContain('Par paire de pays,Kenya vers Mozambique,Oui des deux parties,1');
  const { client } = await signUp(gate.visitor);
  expect((await client.get('/en/admin/figures', { accept: 'text/html' })).status).toBe(403);
});
