import type { PersonActor } from '../../../src/kernel/actor.js';
import { ChangeRequests, REVIEW_TIMERS, ReviewClaims } from '../../../src/modules/listings/index.js';
import { RulesAdmin } from '../../../src/modules/rules/index.js';
import { DeskListsQueries, DeskQueries, ReviewsModule, ReviewsQueries } from '../../../src/modules/reviews/index.js';
import { ALL_KINDS, listingContext, type ListingContext, newPublished, newSubmitted, rowOf } from '../../support/factories/listings.js';
import { newOrganization, newPerson } from '../../support/factories/organizations.js';
import { Schedule } from '../../../src/platform/queue/schedule.js';
import { errorOf, outcomes, refusalOf } from '../../support/refusal.js';

describe('the desk of reviewers', () => {
  let context: ListingContext;
  let claims: ReviewClaims;
  let requests: ChangeRequests;
  let colleague: PersonActor;
  beforeAll(async () => {
    context = await listingContext([ReviewsModule]);
    [claims, requests] = [context.get(ReviewClaims), context.get(ChangeRequests)];
    colleague = await newPerson(context, { officerOf: ['KE'] });
  });
  afterAll(() => context.close());
  beforeEach(async () => {
    await context.shiftClock('0');
    await context.sql.query('DELETE FROM listing');
  });

  const queue = async (actor: PersonActor, query: object = {}) =>
    (await context.get(ReviewsQueries).page(actor, { limit: 20, ...query })).items;
  const idsOf = async (actor: PersonActor, query: object = {}) => (await queue(actor, query)).map(({ id }) => id);

  it('shows what waits, the soonest due first, to those whom it concerns', async () => {
    const uganda = (await newOrganization(context, { country: 'UG' })).manager;
    const first = await newSubmitted(context);
    const second = await newSubmitted(context, { language: 'fr' });
    const elsewhere = await newSubmitted(context, { owner: uganda });
    const revised = await newPublished(context);
    await context.drafts.edit(revised.owner, revised, { fields: { title: 'A better one' } });
    await context.submission.submit(revised.owner, revised);
    expect(await idsOf(context.officer)).toEqual([first.id, second.id, revised.id]);
    expect(await idsOf(context.administrator)).toEqual([first.id, second.id, elsewhere.id, revised.id]);
    expect(await idsOf(context.auditor, { stage: 'global_review' })).toEqual([elsewhere.id]);
    expect(await idsOf(first.owner)).toEqual([]);
    expect(await idsOf(context.officer, { readable: true })).toEqual([first.id, revised.id]);
    expect(await idsOf(context.officer, { language: 'fr' })).toEqual([second.id]);
    const [top, , last] = await queue(context.officer);
    expect(top).toMatchObject({ stage: 'centre_review', first: true, overdue: false, claimedBy: null });
    expect(last).toMatchObject({ title: 'A better one', first: false, revision: 2 });
    await context.shiftClock('9 days');
    expect((await queue(context.officer)).every(({ overdue }) => overdue)).toBe(true);
    const page = await context.get(ReviewsQueries).page(context.officer, { limit: 2 });
    expect(
      (await context.get(ReviewsQueries).page(context.officer, { limit: 2, after: page.next ?? '' })).items.map(({ id }) => id),
    ).toEqual([revised.id]);
  });

  it('counts what waits and names what its list can be narrowed to, for those whom it concerns', async () => {
    await newSubmitted(context, { language: 'fr' });
    const ending = await newPublished(context);
    await context.sql.query(`UPDATE listing SET state = 'expiring' WHERE id = $1`, [ending.id]);
    const foreign = await newPerson(context, { officerOf: ['UG'] });
    const count = async (actor: PersonActor, part: string) =>
      (await context.get(DeskQueries).lines(actor)).find((line) => line.part === part)?.count;
    expect([await count(context.officer, 'listings'), await count(context.officer, 'expiring')]).toEqual([1, 1]);
    expect([await count(foreign, 'listings'), await count(foreign, 'expiring')]).toEqual([0, 0]);
    expect([await count(context.officer, 'screening'), await count(context.administrator, 'screening')]).toEqual([undefined, 0]);
    const expiring = (actor: PersonActor) => context.get(DeskListsQueries).expiring(actor, { limit: 5 });
    expect((await expiring(context.officer)).items.map(({ id }) => id)).toEqual([ending.id]);
    expect((await expiring(foreign)).items).toEqual([]);
    expect(await context.get(ReviewsQueries).choices(context.officer)).toEqual({ countries: ['KE'], languages: ['fr'] });
    const [item] = await queue(context.officer);
    const reviewers = item ? await context.get(ReviewsQueries).reviewers(item) : [];
    expect(reviewers.map(({ personId }) => personId)).toEqual(expect.arrayContaining([colleague.personId, context.administrator.personId]));
    expect(reviewers.map(({ personId }) => personId)).not.toContain(foreign.personId);
  });

  it('lets one reviewer take a listing on, for two days, and administrators give it to another', async () => {
    const listing = await newSubmitted(context);
    await claims.claim(context.officer, listing.id);
    await claims.claim(context.officer, listing.id);
    expect(await idsOf(context.officer, { mine: true })).toEqual([listing.id]);
    expect(await idsOf(colleague, { mine: false })).toEqual([]);
    expect(await refusalOf(claims.claim(colleague, listing.id))).toBe('conflict review.claimed');
    expect(await refusalOf(context.review.approve(colleague, listing))).toBe('conflict review.claimed');
    expect(await refusalOf(claims.release(colleague, listing.id))).toBe('forbidden review.release-forbidden');
    expect(await refusalOf(claims.assign(colleague, listing.id, colleague.personId))).toBe('forbidden review.assign-forbidden');
    expect(await refusalOf(claims.assign(context.administrator, listing.id, listing.owner.personId))).toBe('invalid request.invalid');
    await claims.assign(context.administrator, listing.id, colleague.personId);
    await claims.release(colleague, listing.id);
    await claims.claim(context.officer, listing.id);
    await context.shiftClock('49 hours');
    await context.review.approve(colleague, listing);
    expect(await rowOf(context, listing)).toMatchObject({ state: 'published', claimed_by: null });
    expect(await refusalOf(claims.claim(colleague, listing.id))).toBe('conflict review.not-waiting');
  });

  it('is crossed by nobody: one of two claims, one of two decisions, and what is withdrawn stays so', async () => {
    for (let round = 0; round < 3; round++) {
      const listing = await newSubmitted(context);
      expect(await outcomes([context.officer, colleague].map((actor) => claims.claim(actor, listing.id)))).toEqual({
        done: 1,
        refused: ['conflict review.claimed'],
      });
      await claims.release(context.administrator, listing.id);
      const decided = await outcomes([
        context.review.approve(context.officer, listing),
        context.review.reject(colleague, listing, { reason: 'incomplete' }),
      ]);
      expect(decided).toEqual({ done: 1, refused: ['conflict listing.transition-not-allowed'] });
      const other = await newSubmitted(context);
      await outcomes([context.review.approve(context.officer, other), context.life.withdraw(other.owner, other)]);
      expect((await rowOf(context, other)).state).toBe('withdrawn');
    }
  });

  it('is free again when whoever took a listing on has let it lie', async () => {
    const listing = await newSubmitted(context);
    await claims.claim(context.officer, listing.id);
    await context.shiftClock('49 hours');
    await context.get(Schedule).runNow(REVIEW_TIMERS);
    expect(await idsOf(colleague, { mine: false })).toEqual([listing.id]);
  });

  it('does not show a change to what rests, until it is back', async () => {
    const listing = await newPublished(context);
    await context.drafts.edit(listing.owner, listing, { fields: { title: 'A better one' } });
    await context.submission.submit(listing.owner, listing);
    await context.life.suspend(context.administrator, listing, { reason: 'rules-broken' });
    expect(await idsOf(context.officer)).toEqual([]);
    expect((await context.get(DeskQueries).lines(context.officer)).find(({ part }) => part === 'listings')?.count).toBe(0);
    expect(await refusalOf(claims.claim(context.officer, listing.id))).toBe('conflict review.not-waiting');
    await context.life.resume(context.administrator, listing);
    expect(await idsOf(context.officer)).toEqual([listing.id]);
    await context.review.approve(context.officer, listing);
  });

  it('refuses who may not review, and does not show what she may not see', async () => {
    const listing = await newSubmitted(context);
    const foreign = await newPerson(context, { officerOf: ['UG'] });
    expect(await refusalOf(claims.claim(foreign, listing.id))).toBe('not-found listing.not-found');
    expect(await refusalOf(claims.claim(listing.owner, listing.id))).toBe('forbidden listing.transition-forbidden');
  });

  it('asks who read it for a reviewer who does not read its language', async () => {
    const listing = await newSubmitted(context, { language: 'fr' });
    expect((await errorOf(context.review.approve(context.officer, listing))).details.errors).toMatchObject([
      { path: 'readBy', code: 'required' },
    ]);
    await context.review.approve(context.officer, listing, { readBy: 'Ms Achieng of the ministry' });
    const { rows } = await context.sql.query('SELECT read_by FROM review_decision WHERE listing_id = $1', [listing.id]);
    expect(rows).toEqual([{ read_by: 'Ms Achieng of the ministry' }]);
    const translated = await newSubmitted(context, {
      language: 'fr',
      fields: { texts: [{ language: 'en', description: 'The same in English.' }] },
    });
    await context.review.approve(context.officer, translated);
  });

  it('keeps the checklist with the decision, and insists on it where the house does', async () => {
    const tick = Object.fromEntries(['public-text', 'codes', 'claims', 'intellectual-property', 'dual-use'].map((key) => [key, true]));
    const listing = await newSubmitted(context);
    expect((await errorOf(context.review.approve(context.officer, listing, { checklist: { colour: true } }))).details.errors).toMatchObject(
      [{ path: 'checklist.colour', code: 'unknown' }],
    );
    const flood = { checklist: Object.fromEntries(Array.from({ length: 5_000 }, (_, i) => [`k${i}`, true])) };
    expect((await errorOf(context.review.approve(context.officer, listing, flood))).details.errors).toHaveLength(100);
    const all = { required: true, items: { codes: 'Look at the codes.' } };
    await context
      .get(RulesAdmin)
      .set(context.administrator, 'review.checklist', { value: { technology: all, solution: all, financing: all, need: all } });
    expect((await errorOf(context.review.approve(context.officer, listing))).details.errors).toMatchObject([
      { path: 'checklist.codes', code: 'required' },
    ]);
    await context.review.approve(context.officer, listing, { checklist: { codes: true } });
    const loose = { required: false, items: Object.fromEntries(Object.keys(tick).map((key) => [key, key])) };
    await context
      .get(RulesAdmin)
      .set(context.administrator, 'review.checklist', { value: { technology: loose, solution: loose, financing: loose, need: loose } });
    const { rows } = await context.sql.query('SELECT checklist FROM review_decision WHERE listing_id = $1', [listing.id]);
    expect(rows).toEqual([{ checklist: { codes: true } }]);
  });

  it('has requests for single fields changed or answered, one by one, before it is submitted again', async () => {
    const listing = await newSubmitted(context, { fields: { title: 'Pumpp' } });
    const fields = [
      { path: 'title', note: 'A letter too many.' },
      { path: 'details.advantage', note: 'Compare with diesel.' },
    ];
    const nowhere = { fields: [{ path: 'details.colour', note: 'Which?' }] };
    expect((await errorOf(context.review.requestChanges(context.officer, listing, nowhere))).details.errors).toMatchObject([
      { path: 'fields.0.path', code: 'unknown' },
    ]);
    await context.review.requestChanges(context.officer, listing, { fields });
    const refused = await errorOf(context.submission.submit(listing.owner, listing));
    expect(refused).toMatchObject({
      code: 'listing.requests-open',
      details: { errors: [{ path: 'title' }, { path: 'details.advantage' }] },
    });
    await context.drafts.edit(listing.owner, listing, { fields: { title: 'Pump' } });
    expect((await errorOf(context.submission.submit(listing.owner, listing))).details.errors).toMatchObject([
      { path: 'details.advantage' },
    ]);
    const view = await context.views.one(listing.owner, listing.id, ALL_KINDS);
    const [, second] = view.changeRequests as { id: string }[];
    await requests.answer(listing.owner, listing, second!.id, 'There is no diesel there.');
    await context.submission.submit(listing.owner, listing);
    expect(await refusalOf(requests.answer(listing.owner, listing, second!.id, 'again'))).toBe('conflict listing.not-editable');
    expect(await context.views.one(context.officer, listing.id, ALL_KINDS)).toMatchObject({
      state: 'centre_review',
      changeRequests: [
        { path: 'title', changed: true, answer: null },
        { path: 'details.advantage', changed: false, answer: 'There is no diesel there.' },
      ],
    });
    await context.review.approve(context.officer, listing);
  });

  it('shows field by field what a waiting revision would change', async () => {
    const listing = await newPublished(context);
    const view = () => context.views.difference(listing.owner, listing.id, ALL_KINDS);
    expect(await refusalOf(view())).toBe('not-found listing.not-found');
    await context.drafts.edit(listing.owner, listing, {
      fields: { title: 'Another', details: { siteNeeds: 'A roof.', cooperation: ['sale'] } },
    });
    expect((await view()).items).toEqual([
      { path: 'title', from: 'A technology from the tests', to: 'Another' },
      { path: 'details.cooperation', from: ['licence'], to: ['sale'] },
      { path: 'details.siteNeeds', to: 'A roof.' },
    ]);
    const stranger = (await newOrganization(context)).manager;
    expect(await refusalOf(context.views.difference(stranger, listing.id, ALL_KINDS))).toBe('not-found listing.not-found');
  });
});
