import type { PersonActor } from '../../../src/kernel/actor.js';
import { REVIEW_TIMERS, listingReviewWaiting } from '../../../src/modules/listings/index.js';
import { RulesAdmin } from '../../../src/modules/rules/index.js';
import { DomainEvents } from '../../../src/platform/events/domain-events.js';
import { Schedule } from '../../../src/platform/queue/schedule.js';
import {
  ALL_KINDS,
  completeFields,
  listingContext,
  type ListingContext,
  newPublished,
  newSubmitted,
  rowOf,
} from '../../support/factories/listings.js';
import { newMember, newOrganization, newPerson } from '../../support/factories/organizations.js';
import { outcomes, refusalOf } from '../../support/refusal.js';

describe('the two stages of review', () => {
  let context: ListingContext;
  let second: PersonActor;
  const waiting: { listingId: string; stage: string; blocked: boolean }[] = [];
  beforeAll(async () => {
    context = await listingContext();
    second = await newPerson(context, { administrator: true });
    context
      .get(DomainEvents)
      .on(listingReviewWaiting, async ({ listingId, stage, blocked }) => waiting.push({ listingId, stage, blocked }));
  });
  afterAll(() => context.close());
  beforeEach(async () => {
    waiting.length = 0;
    await context.shiftClock('0');
    await context.sql.query('DELETE FROM listing');
  });

  const lastOf = async ({ id }: { id: string }) =>
    (await context.sql.query('SELECT action, data FROM audit_entry WHERE subject_id = $1 ORDER BY seq DESC LIMIT 1', [id])).rows[0];
  const dualUse = { details: { ...(completeFields('technology').details as object), dualUse: true } };
  const timers = () => context.get(Schedule).runNow(REVIEW_TIMERS);

  it('go through both desks where it is sensitive, each with another pair of eyes', async () => {
    const both = await newPerson(context, { administrator: true, officerOf: ['KE'] });
    const listing = await newSubmitted(context, { fields: dualUse });
    await context.review.approve(both, listing);
    expect(await rowOf(context, listing)).toMatchObject({ state: 'global_review', published_revision: null });
    expect(await lastOf(listing)).toMatchObject({ action: 'listing.approve', data: { to: 'global_review', because: ['dual-use'] } });
    expect(await refusalOf(context.review.approve(both, listing))).toBe('forbidden listing.four-eyes');
    expect(await refusalOf(context.review.approve(context.officer, listing))).toBe('conflict listing.transition-not-allowed');
    await context.review.approve(second, listing);
    expect(await rowOf(context, listing)).toMatchObject({ state: 'published', review_since: null });
  });

  it('hold for a revision beside a published one, which stays as it is until both have approved', async () => {
    const listing = await newPublished(context);
    await context.drafts.edit(listing.owner, listing, { fields: { details: { dualUse: true } } });
    await context.submission.submit(listing.owner, listing);
    await context.review.approve(context.officer, listing);
    expect(await rowOf(context, listing)).toMatchObject({ state: 'published', pending_state: 'global_review', published_revision: 1 });
    await context.review.reject(second, listing, { reason: 'other' });
    expect(await rowOf(context, listing)).toMatchObject({ state: 'published', pending_state: null, published_revision: 1 });
  });

  it('sample as much as the house wishes', async () => {
    await context.get(RulesAdmin).set(context.administrator, 'review.sample-percent', { value: 100 });
    const listing = await newSubmitted(context);
    await context.review.approve(context.officer, listing);
    expect(await lastOf(listing)).toMatchObject({ data: { because: ['sampled'] } });
    await context.get(RulesAdmin).set(context.administrator, 'review.sample-percent', { value: 0 });
    const free = await newSubmitted(context);
    await context.review.approve(context.officer, free);
    expect(await rowOf(context, free)).toMatchObject({ state: 'published' });
  });

  it('remind a centre after five working days and pass on after ten, each once', async () => {
    const listing = await newSubmitted(context);
    await timers();
    expect(waiting).toEqual([]);
    await context.shiftClock('8 days');
    await timers();
    await timers();
    expect(waiting).toEqual([{ listingId: listing.id, stage: 'centre_review', blocked: false }]);
    expect(await rowOf(context, listing)).toMatchObject({ state: 'centre_review', version: 2 });
    await context.shiftClock('15 days');
    await timers();
    await timers();
    expect(await rowOf(context, listing)).toMatchObject({ state: 'global_review', version: 3 });
    expect(await lastOf(listing)).toMatchObject({ action: 'listing.pass-on', data: { because: 'not-decided', to: 'global_review' } });
    await context.review.approve(second, listing);
    expect(await rowOf(context, listing)).toMatchObject({ state: 'published' });
  });

  it('pass on at once when the centre has lost its last officer who may review', async () => {
    const officer = await newPerson(context, { officerOf: ['TO'] });
    const listing = await newSubmitted(context, { owner: (await newOrganization(context, { country: 'TO' })).manager });
    expect(await rowOf(context, listing)).toMatchObject({ state: 'centre_review' });
    await context.sql.query('DELETE FROM country_officer WHERE person_id = $1', [officer.personId]);
    await timers();
    expect(await rowOf(context, listing)).toMatchObject({ state: 'global_review' });
    expect(await lastOf(listing)).toMatchObject({ data: { because: 'no-active-officer' } });
  });

  it('publish nothing unseen when every administrator has a conflict, and say so once, aloud', async () => {
    const { manager, id } = await newOrganization(context, { country: 'TV' });
    const listing = await newSubmitted(context, { owner: manager });
    const { rows } = await context.sql.query<{ id: string }>('SELECT id FROM person WHERE administrator');
    for (const administrator of rows)
      await context.sql.query(`INSERT INTO membership (organization_id, person_id, role) VALUES ($1, $2, 'viewer')`, [
        id,
        administrator.id,
      ]);
    await timers();
    await timers();
    expect(waiting).toEqual([{ listingId: listing.id, stage: 'global_review', blocked: true }]);
    for (const actor of [context.administrator, second])
      expect(await refusalOf(context.review.approve(actor, listing))).toBe('forbidden listing.four-eyes');
    expect(await rowOf(context, listing)).toMatchObject({ state: 'global_review', published_revision: null });
    const appointed = await newPerson(context, { administrator: true });
    await context.review.approve(appointed, listing);
    expect(await rowOf(context, listing)).toMatchObject({ state: 'published' });
  });

  it('let one of fifty who decide at the same moment win', async () => {
    const listing = await newSubmitted(context, { fields: dualUse });
    const officers = await Promise.all(Array.from({ length: 10 }, () => newPerson(context, { officerOf: ['KE'] })));
    const acts = Array.from({ length: 50 }, (_, i) => {
      const officer = officers[i % officers.length]!;
      const target = { ...listing, kinds: ALL_KINDS, seen: 2 };
      return i % 3 === 0 ? context.review.reject(officer, target, { reason: 'other' }) : context.review.approve(officer, target);
    });
    const { done, refused } = await outcomes(acts);
    expect(done).toBe(1);
    expect(new Set(refused)).toEqual(new Set(['precondition listing.changed-since']));
    const { rows } = await context.sql.query('SELECT count(*)::int AS n FROM review_decision WHERE listing_id = $1', [listing.id]);
    expect(rows).toEqual([{ n: 1 }]);
  });

  it('skip an officer who belongs to the owner', async () => {
    const officer = await newPerson(context, { officerOf: ['WF'] });
    const { manager, id } = await newOrganization(context, { country: 'WF' });
    await newMember(context, id, 'viewer', officer);
    expect(await rowOf(context, await newSubmitted(context, { owner: manager }))).toMatchObject({ state: 'global_review' });
  });
});
