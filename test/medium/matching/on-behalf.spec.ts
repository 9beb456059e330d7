import { MatchInterestService, MatchReviewService } from '../../../src/modules/matching/index.js';
import { MatchesService } from '../../../src/modules/matching/matches.service.js';
import { actorOf, matchingContext, matchRow, newPair, type MatchingContext } from '../../support/factories/matching.js';
import { newConsent, newMember, newPerson } from '../../support/factories/organizations.js';
import { errorOf, refusalOf } from '../../support/refusal.js';

let context: MatchingContext;
let interest: MatchInterestService;
beforeAll(async () => {
  context = await matchingContext();
  interest = context.get(MatchInterestService);
});
afterAll(() => context.close());

const NOW = { seen: null };
const ownerOf = async (listingId: string) => {
  const { rows } = await context.sql.query<{ id: string; country: string }>(
    'SELECT organization_id AS id, owner_country AS country FROM listing WHERE id = $1',
    [listingId],
  );
  return rows[0]!;
};

it('an officer answers for an organization that has consented to it, to that alone, and it is on record', async () => {
  const pair = await newPair(context);
  const owner = await ownerOf(pair.need.id);
  const officer = await newPerson(context, { officerOf: [owner.country] });
  const say = () => interest.expressInterest(officer, pair.id, NOW);
  expect((await errorOf(say()))?.details.detail).toContain('answer-matches');
  await newConsent(context, owner.id, ['register', 'list', 'receive-contacts']);
  expect(await refusalOf(say())).toBe('forbidden consent.required');
  await newConsent(context, owner.id, ['answer-matches']);
  expect((await context.get(MatchesService).one(officer, pair.id)).allowed).toContain('express-interest');
  await say();
  expect(await matchRow(context, pair.id)).toMatchObject({ state: 'interest_seeker', seeker_yes_by: officer.personId });
  const { rows } = await context.sql.query(`SELECT data FROM audit_entry WHERE subject_id = $1 ORDER BY seq DESC LIMIT 1`, [pair.id]);
  expect(rows).toMatchObject([{ data: { side: 'seeker', onBehalf: true } }]);
  await context.sql.query('UPDATE consent SET ended_at = now(), ending = $2 WHERE organization_id = $1', [owner.id, 'withdrawn']);
  expect(await refusalOf(interest.withdraw(officer, pair.id, NOW))).toBe('forbidden consent.required');
});

it('for one without users somebody must be there to receive the contacts', async () => {
  const pair = await newPair(context);
  const owner = await ownerOf(pair.need.id);
  const officer = await newPerson(context, { officerOf: [owner.country] });
  await context.sql.query('DELETE FROM membership WHERE organization_id = $1', [owner.id]);
  await newConsent(context, owner.id, ['answer-matches']);
  expect(await refusalOf(interest.expressInterest(officer, pair.id, NOW))).toBe('forbidden consent.required');
  await newConsent(context, owner.id, ['receive-contacts']);
  await interest.expressInterest(officer, pair.id, NOW);
});

it('whoever answers on behalf neither belongs to a party nor decides about the match', async () => {
  const pair = await newPair(context);
  const owner = await ownerOf(pair.need.id);
  await newConsent(context, owner.id, ['answer-matches']);
  const member = await newMember(context, owner.id, 'viewer', await newPerson(context, { officerOf: [owner.country] }));
  expect(await refusalOf(interest.expressInterest({ ...member, organization: null }, pair.id, NOW))).toMatch(/^forbidden/);
  const both = await newPerson(context, { officerOf: [owner.country], administrator: true });
  await interest.expressInterest(both, pair.id, NOW);
  await interest.expressInterest(actorOf(pair, 'provider'), pair.id, NOW);
  expect(await refusalOf(context.get(MatchReviewService).approve(both, pair.id, NOW))).toBe('forbidden match.four-eyes');
});
