import type { PersonActor } from '../../../src/kernel/actor.js';
import { ListingEndorsements } from '../../../src/modules/listings/listing-endorsements.service.js';
import type { NewEndorsement } from '../../../src/modules/listings/endorsement.schemas.js';
import { ALL_KINDS, listingContext, type ListingContext, newDraft, newPublished } from '../../support/factories/listings.js';
import { newMember, newOrganization, newPerson } from '../../support/factories/organizations.js';
import { refusalOf } from '../../support/refusal.js';

let context: ListingContext;
let endorsements: ListingEndorsements;
beforeAll(async () => {
  context = await listingContext();
  endorsements = context.get(ListingEndorsements);
});
afterEach(() => context.shiftClock('0 days'));
afterAll(() => context.close());

const dayIn = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const letter = (change: Partial<NewEndorsement> = {}): NewEndorsement => ({
  institution: 'Ministry of Water',
  person: 'Dr Wanjiru Njoroge',
  position: 'Principal Secretary',
  document: 'MW/7/2026',
  on: dayIn(-3),
  ...change,
});
const shown = async (id: string, reader: PersonActor): Promise<unknown> => (await context.views.one(reader, id, ALL_KINDS)).endorsements;

it('is recorded by an officer of the country; members read the institution, the house and the owner the whole letter', async () => {
  const { id, owner } = await newPublished(context);
  await endorsements.endorse(context.officer, id, letter({ until: dayIn(30) }));
  const reader = (await newOrganization(context, { country: 'UG' })).manager;
  expect(await shown(id, reader)).toEqual([{ institution: 'Ministry of Water', on: dayIn(-3), until: dayIn(30) }]);
  for (const one of [owner, context.officer, context.auditor])
    expect(await shown(id, one)).toMatchObject([{ state: 'in-force', person: 'Dr Wanjiru Njoroge', document: 'MW/7/2026' }]);
  expect(await context.views.one({ kind: 'visitor' }, id, ALL_KINDS)).not.toHaveProperty('endorsements');
  const { rows } = await context.sql.query(`SELECT action, data::text FROM audit_entry WHERE subject_id = $1 ORDER BY seq DESC LIMIT 1`, [
    id,
  ]);
  expect(rows).toMatchObject([{ action: 'listing.endorse' }]);
  expect(JSON.stringify(rows)).not.toMatch(/Wanjiru|Ministry|MW/);
  await context.shiftClock('31 days');
  expect(await shown(id, reader)).toEqual([]);
  expect(await shown(id, owner)).toMatchObject([{ state: 'expired' }]);
});

it('of an unnamed owner is for introduced parties alone', async () => {
  const { id } = await newPublished(context, { kind: 'need', fields: { anonymous: true } });
  await endorsements.endorse(context.officer, id, letter());
  const reader = (await newOrganization(context, { country: 'UG' })).manager;
  expect(await context.views.one(reader, id, ALL_KINDS)).not.toHaveProperty('endorsements');
});

it('is withdrawn once, with a reason, and stays on record', async () => {
  const { id, owner } = await newPublished(context);
  await endorsements.endorse(context.officer, id, letter());
  const [{ id: endorsement }] = (await shown(id, owner)) as [{ id: string }];
  const withdraw = (reason: string) => endorsements.withdraw(context.officer, id, endorsement, { reason, note: 'By letter MW/9.' });
  expect(await refusalOf(withdraw('no-such-reason'))).toBe('invalid request.invalid');
  await withdraw('timing');
  expect(await refusalOf(withdraw('timing'))).toBe('conflict endorsement.withdrawn');
  expect(await shown(id, owner)).toMatchObject([{ state: 'withdrawn', reason: 'timing', note: 'By letter MW/9.' }]);
  expect(await shown(id, (await newOrganization(context, { country: 'UG' })).manager)).toEqual([]);
});

it('is not for other countries, administrators, the owner or those who belong to it, nor for what is not there', async () => {
  const { id, owner } = await newPublished(context);
  const draft = await newDraft(context);
  const foreign = await newPerson(context, { officerOf: ['UG'] });
  const both = await newMember(context, owner.organization?.id ?? '', 'viewer', await newPerson(context, { officerOf: ['KE'] }));
  for (const actor of [foreign, context.administrator, owner, both])
    expect(await refusalOf(endorsements.endorse(actor, id, letter()))).toBe('forbidden listing.endorse-forbidden');
  expect(await refusalOf(endorsements.endorse(context.officer, draft.id, letter()))).toBe('not-found listing.not-found');
  expect(await refusalOf(endorsements.endorse(context.officer, id, letter({ on: dayIn(1) })))).toBe('invalid request.invalid');
  expect(await refusalOf(endorsements.endorse(context.officer, id, letter({ until: dayIn(-1) })))).toBe('invalid request.invalid');
  await context.life.withdraw(owner, { id, kinds: ALL_KINDS });
  expect(await refusalOf(endorsements.endorse(context.officer, id, letter()))).toBe('conflict listing.ended');
});
