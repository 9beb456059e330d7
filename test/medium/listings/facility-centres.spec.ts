import { randomUUID } from 'node:crypto';
import type { PersonActor } from '../../../src/kernel/actor.js';
import { REVIEW_TIMERS } from '../../../src/modules/listings/index.js';
import { CentreCountryEntity } from '../../../src/modules/centres/centre-country.entity.js';
import { CentreEntity } from '../../../src/modules/centres/centre.entity.js';
import { RulesAdmin } from '../../../src/modules/rules/index.js';
import { DeskListsQueries, DeskQueries, ReviewsModule } from '../../../src/modules/reviews/index.js';
import { ReviewsQueries } from '../../../src/modules/reviews/reviews.queries.js';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work.js';
import { Schedule } from '../../../src/platform/queue/schedule.js';
import { ALL_KINDS, listingContext, type ListingContext, newDraft, rowOf } from '../../support/factories/listings.js';
import { newOrganization, newPerson } from '../../support/factories/organizations.js';
import { refusalOf } from '../../support/refusal.js';

describe('a listing whose facility has a centre of its own', () => {
  let context: ListingContext;
  /** Of the centre in Kigali that looks after the facility, which serves Rwanda. */
  let theirs: PersonActor;
  let centre: string;
  beforeAll(async () => {
    context = await listingContext([ReviewsModule]);
    theirs = await newPerson(context, { officerOf: ['RW'] });
    centre = randomUUID();
    const [letter, contact] = [{ letterReference: 'NV 1', letterDate: '2026-01-15', letterExpires: null }, { email: 'c@example.org' }];
    await context.get(UnitOfWork).run(async () => {
      const { manager } = context.get(UnitOfWork);
      await manager.insert(CentreEntity, { id: centre, name: 'Centre in Kigali', host: 'Ministry', contact, ...letter });
      await manager.insert(CentreCountryEntity, { centreId: centre, country: 'RW' });
    });
    await context.sql.query(`INSERT INTO facility (code, names, centres) VALUES ('hills', '{"en": "Hills"}', ARRAY[$1::uuid])`, [centre]);
  });
  afterAll(() => context.close());
  beforeEach(async () => {
    await context.shiftClock('0');
    await context.sql.query(`DELETE FROM listing; UPDATE country_officer SET active = true`);
    await context.sql.query('UPDATE centre SET letter_expires = NULL');
  });

  const submitted = async (country: string, facility = 'hills') => {
    const { manager: owner } = await newOrganization(context, { country });
    const listing = { ...(await newDraft(context, { owner })), owner };
    await context.sql.query('UPDATE listing SET facility = $2 WHERE id = $1', [listing.id, facility]);
    await context.submission.submit(owner, listing);
    return listing;
  };
  const lastOf = async ({ id }: { id: string }) =>
    (await context.sql.query('SELECT action, data FROM audit_entry WHERE subject_id = $1 ORDER BY seq DESC LIMIT 1', [id])).rows[0];
  const deskOf = async (actor: PersonActor) =>
    (await context.get(ReviewsQueries).page(actor, { limit: 20 })).items.map(({ id, reviewCountry }) => ({ id, reviewCountry }));

  it('is reviewed there and not by its country, and published; both desks see its end', async () => {
    const listing = await submitted('KE');
    const count = async (part: string) => {
      const lines = await Promise.all([theirs, context.officer].map((actor) => context.get(DeskQueries).lines(actor)));
      return lines.map((desk) => desk.find((line) => line.part === part)?.count);
    };
    expect(await count('listings')).toEqual([1, 0]);
    const [waiting] = (await context.get(ReviewsQueries).page(theirs, { limit: 1 })).items;
    const sitting = waiting ? (await context.get(ReviewsQueries).reviewers(waiting)).map(({ personId }) => personId) : [];
    expect([sitting.includes(theirs.personId), sitting.includes(context.officer.personId)]).toEqual([true, false]);
    expect(await lastOf(listing)).toMatchObject({ action: 'listing.submit', data: { to: 'centre_review', skipped: null, country: 'RW' } });
    expect([await deskOf(theirs), await deskOf(context.officer)]).toEqual([[{ id: listing.id, reviewCountry: 'RW' }], []]);
    expect((await context.views.one(context.officer, listing.id, ALL_KINDS)).allowed).toEqual([]);
    expect((await context.views.list(theirs, ALL_KINDS, { state: ['centre_review'], limit: 5 })).items).toHaveLength(1);
    expect(await refusalOf(context.review.approve(context.officer, listing))).toBe('forbidden listing.transition-forbidden');
    await context.review.approve(theirs, listing);
    expect(await rowOf(context, listing)).toMatchObject({ state: 'published', review_country: 'RW' });
    const { rows } = await context.sql.query('SELECT reviewer_id, stand_in FROM review_decision WHERE listing_id = $1', [listing.id]);
    expect(rows).toEqual([{ reviewer_id: theirs.personId, stand_in: false }]);
    await context.sql.query(`UPDATE listing SET state = 'expiring' WHERE id = $1`, [listing.id]);
    expect(await count('expiring')).toEqual([1, 1]);
    for (const actor of [theirs, context.officer])
      expect((await context.get(DeskListsQueries).expiring(actor, { limit: 5 })).items).toMatchObject([{ id: listing.id }]);
  });

  it('goes to its own country where that is one of those the centre serves, and from another facility', async () => {
    for (const [country, facility, reviewer] of [
      ['RW', 'hills', 'RW'],
      ['KE', 'global', 'KE'],
    ] as const)
      expect(await rowOf(context, await submitted(country, facility))).toMatchObject({ state: 'centre_review', review_country: reviewer });
  });

  it('goes to its own country, else to the global desk, while that centre has nobody or no letter, and the log says why', async () => {
    await context.sql.query(`UPDATE centre SET letter_expires = '2026-01-20'`);
    expect(await lastOf(await submitted('KE'))).toMatchObject({
      data: { to: 'centre_review', skipped: 'no-active-officer', country: 'KE' },
    });
    expect(await lastOf(await submitted('TV'))).toMatchObject({ data: { to: 'global_review', skipped: 'no-active-officer' } });
  });

  it('does not go to a centre whose only officer belongs to its owner', async () => {
    const { manager: owner, id } = await newOrganization(context, { country: 'KE' });
    await context.sql.query(`INSERT INTO membership (organization_id, person_id, role) VALUES ($1, $2, 'viewer')`, [id, theirs.personId]);
    const listing = await newDraft(context, { owner });
    await context.sql.query(`UPDATE listing SET facility = 'hills' WHERE id = $1`, [listing.id]);
    await context.submission.submit(owner, listing);
    expect(await lastOf(listing)).toMatchObject({ data: { to: 'centre_review', skipped: 'officers-involved', country: 'KE' } });
  });

  it('moves on to its own country when that centre loses its officers, and to the global desk when nobody decides', async () => {
    const listing = await submitted('KE');
    await context.sql.query('UPDATE country_officer SET active = false WHERE person_id = $1', [theirs.personId]);
    await context.get(Schedule).runNow(REVIEW_TIMERS);
    expect(await lastOf(listing)).toMatchObject({
      action: 'listing.pass-on',
      data: { to: 'centre_review', because: 'no-active-officer', country: 'KE' },
    });
    expect((await deskOf(context.officer)).map(({ id }) => id)).toEqual([listing.id]);
    await context.shiftClock('15 days');
    await context.get(Schedule).runNow(REVIEW_TIMERS);
    expect(await rowOf(context, listing)).toMatchObject({ state: 'global_review' });
    expect(await lastOf(listing)).toMatchObject({ data: { because: 'not-decided' } });
  });

  it('is due by the working week of the country that reviews it', async () => {
    await context.get(RulesAdmin).set(context.administrator, 'calendar.working-week', {
      value: { weekend: [6, 0], countries: { RW: [], KE: [0, 1, 2, 3, 4, 5] } },
    });
    const { review_since: since, review_due: due } = await rowOf(context, await submitted('KE'));
    expect((Number(due) - Number(since)) / 86_400_000).toBeCloseTo(5, 1);
    await context.get(RulesAdmin).set(context.administrator, 'calendar.working-week', { value: { weekend: [6, 0], countries: {} } });
  });
});
