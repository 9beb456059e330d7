import { OrganizationsQueries } from '../../../src/modules/organizations/index.js';
import { newMember, newOrganization, newPerson, newConsent } from '../../support/factories/organizations.js';
import {
  ALL_KINDS,
  changesOf,
  completeFields,
  listingContext,
  type ListingContext,
  newDraft,
  newPublished,
  newSubmitted,
  rowOf,
} from '../../support/factories/listings.js';
import { outcomes, refusalOf } from '../../support/refusal.js';

describe('review of listings', () => {
  let context: ListingContext;
  beforeAll(async () => (context = await listingContext()));
  afterAll(() => context.close());

  const auditOf = async (id: string): Promise<unknown[]> =>
    (await context.sql.query(`SELECT action, data FROM audit_entry WHERE subject_id = $1 ORDER BY seq`, [id])).rows;

  it.each(ALL_KINDS)('publishes a %s on approval by the officer of its country', async (kind) => {
    const listing = await newSubmitted(context, { kind });
    await context.review.approve(context.officer, { ...listing, seen: 2 }, { note: 'Well described.' });
    const row = await rowOf(context, listing);
    expect(row).toMatchObject({ state: 'published', version: 3, published_revision: 1, submitted_by: listing.owner.personId });
    expect(row.contact_person_id).toBe(listing.owner.personId);
    expect(Number(row.expires_at) - Number(row.published_at)).toBeGreaterThan(364 * 86_400_000);
    expect(await changesOf(context, listing)).toBe(1);
    expect(await context.views.one(listing.owner, listing.id, ALL_KINDS)).toMatchObject({
      reviews: [{ stage: 'centre_review', decision: 'approve', note: 'Well described.', standIn: false }],
    });
    expect(await auditOf(listing.id)).toMatchObject([
      { action: 'listing.create' },
      { action: 'listing.submit', data: { from: 'draft', to: 'centre_review', skipped: null } },
      { action: 'listing.approve', data: { from: 'centre_review', to: 'published', revision: 1, standIn: false } },
    ]);
  });

  it('normalises texts and codes of what is published', async () => {
    const owner = (await newOrganization(context, { country: 'KE' })).manager;
    const texts = [
      { language: 'fr', title: 'Pompe', checkedBy: owner.personId },
      { language: 'fr', teaser: 'Une pompe.', details: { advantage: 'Sans carburant.' }, origin: 'machine' },
    ];
    const { id } = await newPublished(context, { owner, fields: { texts, title: 'Pump' } });
    const rows = async (table: string): Promise<unknown[]> =>
      (await context.sql.query(`SELECT * FROM ${table} WHERE listing_id = $1 ORDER BY 2, 3`, [id])).rows;
    const normal = ((await rows('listing_text')) as { language: string; field: string }[]).sort((a, b) => (a.field < b.field ? -1 : 1));
    const inSource = normal.filter(({ language }) => language === 'en').map(({ field }) => field);
    expect(inSource).toEqual(['description', 'details.advantage', 'teaser', 'title']);
    expect(normal.filter(({ language }) => language === 'fr')).toMatchObject([
      { field: 'details.advantage', value: 'Sans carburant.', origin: 'machine', checked_by: null },
      { field: 'teaser', value: 'Une pompe.', origin: 'machine', checked_by: null },
      { field: 'title', value: 'Pompe', origin: 'author', checked_by: owner.personId },
    ]);
    expect(await rows('listing_code')).toMatchObject([
      { scheme: 'crs', code: '14030', main: false },
      { scheme: 'sdg-goal', code: '6' },
    ]);
  });

  it('goes to the global desk where the centre has nobody who may review', async () => {
    const without = await newSubmitted(context, { owner: (await newOrganization(context, { country: 'TV' })).manager });
    expect(await rowOf(context, without)).toMatchObject({ state: 'global_review' });
    const { manager, id } = await newOrganization(context, { country: 'WS' });
    await newMember(context, id, 'editor', await newPerson(context, { officerOf: ['WS'] }));
    const involved = await newSubmitted(context, { owner: manager });
    expect(await rowOf(context, involved)).toMatchObject({ state: 'global_review' });
    expect(await auditOf(without.id)).toMatchObject([{}, { data: { skipped: 'no-active-officer' } }]);
    expect(await auditOf(involved.id)).toMatchObject([{}, { data: { skipped: 'officers-involved' } }]);
    await context.review.approve(context.administrator, without);
    expect(await rowOf(context, without)).toMatchObject({ state: 'published' });
  });

  it('logs an administrator who stands in for the centre', async () => {
    const listing = await newPublished(context);
    expect((await auditOf(listing.id)).at(-1)).toMatchObject({ action: 'listing.approve', data: { standIn: true } });
  });

  it('wants four eyes', async () => {
    const { manager, id } = await newOrganization(context);
    const both = await newPerson(context, { administrator: true, officerOf: ['KE'] });
    const member = await newMember(context, id, 'viewer', both);
    const listing = await newSubmitted(context, { owner: manager });
    for (const name of ['approve', 'requestChanges', 'reject'] as const)
      expect(await refusalOf(context.review[name](member, listing, { reason: 'other' }))).toBe('forbidden listing.four-eyes');
    const entered = await newPerson(context, { officerOf: ['KE'] });
    await newConsent(context, id, ['list']);
    const draft = await context.drafts.create(entered, {
      kind: 'need',
      organizationId: id,
      language: 'en',
      fields: { title: 'Entered for a member' },
    });
    const target = { id: draft.id, kinds: ALL_KINDS };
    await context.drafts.edit(manager, target, { fields: completeFields('need') });
    await context.submission.submit(manager, target);
    expect(await refusalOf(context.review.approve(entered, target))).toBe('forbidden listing.four-eyes');
    await context.review.approve(context.officer, target);
    expect(await rowOf(context, target)).toMatchObject({ state: 'global_review' });
    await context.review.approve(context.administrator, target);
    expect(await rowOf(context, target)).toMatchObject({ state: 'published' });
  });

  it('is the business of its own country and of administrators', async () => {
    const listing = await newSubmitted(context);
    const elsewhere = await newPerson(context, { officerOf: ['UG'] });
    expect(await refusalOf(context.review.approve(elsewhere, listing))).toBe('not-found listing.not-found');
    expect(await refusalOf(context.review.approve(context.auditor, listing))).toBe('forbidden listing.transition-forbidden');
    expect(await refusalOf(context.review.approve(listing.owner, listing))).toBe('forbidden listing.transition-forbidden');
    expect(await refusalOf(context.review.approve(context.officer, { ...listing, seen: 1 }))).toBe('precondition listing.changed-since');
  });

  it('takes one effect of two administrators and of two clicks', async () => {
    const other = await newPerson(context, { administrator: true });
    const listing = await newDraft(context);
    const submits = await outcomes([context.submission.submit(listing.owner, listing), context.submission.submit(listing.owner, listing)]);
    expect(submits).toEqual({ done: 1, refused: ['conflict listing.transition-not-allowed'] });
    const approvals = await outcomes([context.administrator, other].map((actor) => context.review.approve(actor, listing)));
    expect(approvals).toEqual({ done: 1, refused: ['conflict listing.transition-not-allowed'] });
    expect(await changesOf(context, listing)).toBe(1);
  });

  it('gives it back with a reason, keeps what was reviewed, and takes it again', async () => {
    const listing = await newSubmitted(context);
    expect(await refusalOf(context.drafts.edit(listing.owner, listing, { fields: { title: 'x' } }))).toBe('conflict listing.not-editable');
    expect(await refusalOf(context.review.requestChanges(context.officer, listing, {}))).toBe('invalid listing.reason-required');
    expect(await refusalOf(context.review.requestChanges(context.officer, listing, { reason: 'no-such-reason' }))).toBe(
      'invalid request.invalid',
    );
    await context.review.requestChanges(context.officer, listing, { reason: 'unclear', note: 'Which depth?' });
    await context.drafts.edit(listing.owner, listing, { fields: { title: 'For wells of 60 m' } });
    await context.drafts.edit(listing.owner, listing, { fields: { title: 'For wells of 80 m' } });
    expect(await context.views.one(listing.owner, listing.id, ALL_KINDS)).toMatchObject({
      state: 'changes_requested',
      revision: 2,
      title: 'For wells of 80 m',
      reviews: [{ revision: 1, decision: 'request-changes', reason: 'unclear', note: 'Which depth?' }],
    });
    await context.submission.submit(listing.owner, listing);
    await context.review.approve(context.officer, listing);
    expect(await rowOf(context, listing)).toMatchObject({ state: 'published', published_revision: 2 });
  });

  it('rejects with a reason code, for good', async () => {
    const listing = await newSubmitted(context);
    expect(await refusalOf(context.review.reject(context.officer, listing, { note: 'No.' }))).toBe('invalid listing.reason-required');
    await context.review.reject(context.officer, listing, { reason: 'out-of-scope' });
    expect(await rowOf(context, listing)).toMatchObject({ state: 'rejected' });
    expect(await refusalOf(context.submission.submit(listing.owner, listing))).toBe('conflict listing.transition-not-allowed');
    expect(await changesOf(context, listing)).toBe(0);
  });

  it('checks the first listing and its organization as one', async () => {
    const { manager, id } = await newOrganization(context, { level: 'registered' });
    const listing = await newSubmitted(context, { owner: manager });
    await context.review.approve(context.officer, listing);
    expect(await context.get(OrganizationsQueries).brief([id])).toMatchObject([{ level: 'basic' }]);
    expect(await rowOf(context, listing)).toMatchObject({ state: 'published' });
  });

  it('wants a verified organization behind financing, and good standing behind anything', async () => {
    const basic = await newOrganization(context, { level: 'basic' });
    const financing = await newDraft(context, { kind: 'financing', owner: basic.manager });
    expect(await refusalOf(context.submission.submit(basic.manager, financing))).toBe('conflict listing.owner-not-verified');
    const suspended = await newOrganization(context, { standing: 'suspended' });
    const draft = await newDraft(context, { owner: suspended.manager });
    expect(await refusalOf(context.submission.submit(suspended.manager, draft))).toBe('conflict listing.owner-not-in-good-standing');
    const later = await newSubmitted(context);
    await context.sql.query(`UPDATE organization SET standing = 'suspended' WHERE id = $1`, [later.owner.organization?.id]);
    expect(await refusalOf(context.review.approve(context.officer, later))).toBe('conflict listing.owner-not-in-good-standing');
  });
});
