import { ORGANIZATION_LEVELS, ORGANIZATION_RIGHTS, type OrganizationRight } from '../../src/modules/organizations/index.js';
import { type Entitled, rightsOf } from '../../src/modules/organizations/organization.rights.js';
import type { Client } from '../support/client.js';
import { startApp, type TestApp } from '../support/e2e.js';
import { completeFields } from '../support/factories/listings.js';
import { administrator, draft, type Listed, party, type Party, publish, waterNeed, waterOffers } from '../support/journey.js';

let gate: TestApp;
let reviewer: Client;
let owner: Party;
let offer: Listed;
let foreign: Listed;
let match: string;
/** The row when both sides had said yes. */
let agreed: object;

beforeAll(async () => {
  gate = await startApp({ config: { role: 'web' } });
  reviewer = await administrator(gate);
  owner = await party(gate, 'KE', 'Owner of some rights');
  const other = await party(gate, 'UG', 'The other side');
  await gate.sql.query(`UPDATE organization SET level = 'verified'`);
  offer = await draft(owner, 'offers', waterOffers.technology);
  const technology = waterOffers.technology;
  const details = { ...technology.details, howItWorks: 'Reverse osmosis.' };
  foreign = await draft(other, 'offers', { ...technology, levels: { workings: 2 }, details });
  const need = await draft(other, 'needs', waterNeed('technology'));
  await publish(owner, reviewer, offer);
  await publish(other, reviewer, foreign);
  await publish(other, reviewer, need);
  match = (await other.client.post('/api/v1/matches', { needId: need.id, offerId: offer.id })).body.id;
  expect((await owner.client.post(`/api/v1/matches/${match}/express-interest`)).body.state).toBe('under_review');
  agreed = (await gate.sql.query<{ row: object }>('SELECT to_jsonb(m) AS row FROM match m WHERE id = $1', [match])).rows[0]!.row;
});
afterAll(() => gate.close());

const submits = async (kind: 'technology' | 'financing'): Promise<boolean> => {
  const { path } = await draft(owner, 'offers', { kind, ...completeFields(kind) });
  return (await owner.client.post(`${path}/submit`)).status === 200;
};
const sees = async (read: (body: { description?: string; details?: { howItWorks?: string } }) => unknown): Promise<boolean> =>
  read((await owner.client.get(foreign.path)).body) !== undefined;
async function isIntroduced(): Promise<boolean> {
  await gate.sql.query('DELETE FROM match WHERE id = $1', [match]);
  await gate.sql.query('INSERT INTO match SELECT * FROM jsonb_populate_record(NULL::match, $1)', [JSON.stringify(agreed)]);
  return (await reviewer.post(`/api/v1/matches/${match}/approve`)).status === 200;
}

/** How each right shows. No route asks for the last one yet: an organization reads that it has it. */
const SHOWN_BY: Record<OrganizationRight, () => Promise<boolean>> = {
  'submit-listings': () => submits('technology'),
  'be-listed': async () => (await gate.visitor.get(offer.path)).status === 200,
  'read-as-member': () => sees(({ description }) => description),
  'read-as-verified': () => sees(({ details }) => details?.howItWorks),
  'offer-financing': () => submits('financing'),
  'be-introduced': isIntroduced,
  'deal-above-sum': async () =>
    (await owner.client.get(`/api/v1/organizations/${owner.organizationId}`)).body.rights.includes('deal-above-sum'),
};
const RIGHTS = Object.keys(ORGANIZATION_RIGHTS) as OrganizationRight[];

const STATES: Entitled[] = [
  ...ORGANIZATION_LEVELS.map((level) => ({ level, standing: 'good' as const, held: false })),
  { level: 'due_diligence', standing: 'suspended', held: false },
  { level: 'due_diligence', standing: 'good', held: true },
];

it.each(STATES)(
  'an organization of level $level and standing $standing, held: $held, may do over HTTP what its rights say',
  async (state) => {
    const { level, standing, held } = state;
    await gate.sql.query('UPDATE organization SET level = $2, standing = $3, held = $4 WHERE id = $1', [
      owner.organizationId,
      level,
      standing,
      held,
    ]);
    const may: OrganizationRight[] = [];
    for (const right of RIGHTS) if (await SHOWN_BY[right]()) may.push(right);
    const { body } = await owner.client.get(`/api/v1/organizations/${owner.organizationId}`);
    expect({ may, told: body.rights }).toEqual({ may: rightsOf(state), told: rightsOf(state) });
  },
);
