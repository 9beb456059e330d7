import { randomUUID } from 'node:crypto';
import type { PersonActor } from '../../../src/kernel/actor.js';
import { CentresModule } from '../../../src/modules/centres/index.js';
import { ConsentRecords } from '../../../src/modules/centres/consent-records.service.js';
import {
  ListingDrafts,
  ListingLife,
  ListingReview,
  ListingsQueries,
  ListingSubmission,
  ListingViews,
} from '../../../src/modules/listings/index.js';
import { OffersModule } from '../../../src/modules/offers/index.js';
import { OfficersService, OrganizationViewsQueries } from '../../../src/modules/organizations/index.js';
import { SeekersModule } from '../../../src/modules/seekers/index.js';
import { ALL_KINDS, completeFields } from '../../support/factories/listings.js';
import { newConsent, newMember, newOrganization, newPerson } from '../../support/factories/organizations.js';
import { mediumContext, type MediumContext } from '../../support/medium.js';
import { refusalOf } from '../../support/refusal.js';

let ctx: MediumContext;
let records: ConsentRecords;
let drafts: ListingDrafts;
let submission: ListingSubmission;
let review: ListingReview;
let views: ListingViews;
let officer: PersonActor;
let colleague: PersonActor;
let administrator: PersonActor;
let second: PersonActor;

beforeAll(async () => {
  ctx = await mediumContext({ modules: [OffersModule, SeekersModule, CentresModule] });
  [records, drafts, review, views] = [ctx.get(ConsentRecords), ctx.get(ListingDrafts), ctx.get(ListingReview), ctx.get(ListingViews)];
  submission = ctx.get(ListingSubmission);
  officer = await newPerson(ctx, { officerOf: ['KE'] });
  colleague = await newPerson(ctx, { officerOf: ['KE'] });
  administrator = await newPerson(ctx, { administrator: true });
  second = await newPerson(ctx, { administrator: true });
});
afterAll(() => ctx.close());

const today = new Date().toISOString().slice(0, 10);

/** An organization without users, and what it has consented to. */
async function kept(): Promise<{ organizationId: string; consentId: string }> {
  const { id } = await records.enterOrganization(officer, {
    ...{ legalName: `Water committee ${randomUUID()}`, country: 'KE', type: '22', languages: ['sw'] },
    consent: {
      kind: 'signed-form',
      person: { name: 'Amina Deng', phone: '+254 20 1234567' },
      givenOn: today,
      scopes: ['register', 'list'],
    },
  });
  const { rows } = await ctx.sql.query<{ id: string }>('SELECT id FROM consent WHERE organization_id = $1', [id]);
  return { organizationId: id, consentId: rows[0]!.id };
}

/** What an officer has entered passes both desks. */
async function approve(listing: { id: string; kinds: typeof ALL_KINDS }): Promise<void> {
  await review.approve(administrator, listing);
  await review.approve(second, listing);
}

async function entered(organizationId: string) {
  const { id } = await drafts.create(officer, { kind: 'need', organizationId, language: 'en', fields: completeFields('need') });
  return { id, kinds: ALL_KINDS };
}

it('what one officer enters another goes on with, a third person reviews, and the record says who entered it', async () => {
  const { organizationId } = await kept();
  const listing = await entered(organizationId);
  expect(await views.one(colleague, listing.id, ALL_KINDS)).toMatchObject({ state: 'draft', enteredBy: 'centre' });
  await drafts.edit(colleague, listing, { fields: { title: 'Water for the valley' } });
  await submission.submit(colleague, listing);
  for (const one of [officer, colleague]) expect(await refusalOf(review.approve(one, listing))).toMatch(/^forbidden listing\./);
  await review.approve(administrator, listing);
  const reader = (await newOrganization(ctx, { country: 'UG' })).manager;
  expect(await views.one(reader, listing.id, ALL_KINDS)).toMatchObject({ enteredBy: 'centre', state: 'published' });
  expect(await views.one({ kind: 'visitor' }, listing.id, ALL_KINDS)).not.toHaveProperty('enteredBy');
});

it('without a consent nothing is entered, edited, submitted or renewed for it, but it may be taken back', async () => {
  const { organizationId, consentId } = await kept();
  const listing = await entered(organizationId);
  await records.withdraw(officer, organizationId, consentId);
  expect(await refusalOf(entered(organizationId))).toBe('forbidden consent.required');
  expect(await refusalOf(drafts.edit(colleague, listing, { fields: { title: 'x' } }))).toBe('forbidden consent.required');
  expect(await refusalOf(submission.submit(officer, listing))).toBe('forbidden consent.required');
  const { allowed } = await views.one(officer, listing.id, ALL_KINDS);
  expect(allowed).toEqual(['withdraw']);
  await ctx.get(ListingLife).withdraw(officer, listing);
});

it('the end of the consent pauses what rested on it; with a new one it is opened again', async () => {
  const { organizationId, consentId } = await kept();
  const listing = await entered(organizationId);
  await submission.submit(officer, listing);
  await approve(listing);
  await records.withdraw(administrator, organizationId, consentId);
  expect(await views.one(officer, listing.id, ALL_KINDS)).toMatchObject({ state: 'paused', stateReason: 'consent-lapsed' });
  expect(await refusalOf(ctx.get(ListingLife).resume(officer, listing))).toBe('forbidden consent.required');
  await newConsent(ctx, organizationId, ['list']);
  await ctx.get(ListingLife).resume(officer, listing);
  expect(await views.one(officer, listing.id, ALL_KINDS)).toMatchObject({ state: 'published' });
});

it('nothing is published for an owner without users once the consent has ended, and nothing of owners with users is paused', async () => {
  const { organizationId, consentId } = await kept();
  const listing = await entered(organizationId);
  await submission.submit(officer, listing);
  await records.withdraw(officer, organizationId, consentId);
  expect(await refusalOf(review.approve(administrator, listing))).toBe('conflict listing.consent-lapsed');

  const { id, manager } = await newOrganization(ctx);
  const made = await newConsent(ctx, id, ['list']);
  const theirs = await entered(id);
  await submission.submit(manager, theirs);
  await approve(theirs);
  await records.withdraw(manager, id, made);
  expect(await views.one(manager, theirs.id, ALL_KINDS)).toMatchObject({ state: 'published' });
});

it('the contact of an organization without users is an officer who serves, whoever leaves', async () => {
  const [leaving, staying] = [await newPerson(ctx, { officerOf: ['UG'] }), await newPerson(ctx, { officerOf: ['UG'] })];
  const { id } = await records.enterOrganization(leaving, {
    ...{ legalName: `School ${randomUUID()}`, country: 'UG', type: '22', languages: ['en'] },
    consent: { kind: 'noted-call', person: { name: 'Okello', phone: '+256 41 123456' }, givenOn: today, scopes: ['register', 'list'] },
  });
  const { id: listingId } = await drafts.create(leaving, {
    kind: 'need',
    organizationId: id,
    language: 'en',
    fields: completeFields('need'),
  });
  await ctx.get(OfficersService).end(administrator, leaving.personId, 'UG');
  expect(await ctx.get(OrganizationViewsQueries).one(id, administrator)).toMatchObject({ contactPersonId: staying.personId });
  expect(await ctx.get(ListingsQueries).cards([listingId])).toMatchObject([{ contactPersonId: staying.personId }]);
  await ctx.get(OfficersService).end(administrator, staying.personId, 'UG');
  const coming = await newPerson(ctx);
  await ctx.get(OfficersService).appoint(administrator, { personId: coming.personId, country: 'UG' });
  expect(await ctx.get(OrganizationViewsQueries).one(id, administrator)).toMatchObject({ contactPersonId: coming.personId });
});

it('members do for themselves what they like, with consents or without', async () => {
  const { id, manager } = await newOrganization(ctx);
  await newConsent(ctx, id, ['list']);
  const listing = await entered(id);
  await ctx.sql.query('UPDATE consent SET ended_at = now(), ending = $2 WHERE organization_id = $1', [id, 'withdrawn']);
  const editor = await newMember(ctx, id, 'editor');
  await drafts.edit(editor, listing, { fields: { title: 'Ours' } });
  await submission.submit(manager, listing);
});
