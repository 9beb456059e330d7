import { MatchesService, MatchInterestService, MatchOpeningService, MatchOutcomesService, MatchReviewService, type MatchSide } from '../../../src/modules/matching/index.js';
import { matchingContext, matchRow, moveListing, newPair, actorOf, revise, runJobs, type MatchingContext, type Pair } from '../../support/factories/matching.js';
import { newMember, newOrganization, newPerson } from '../../support/factories/organizations.js';
import { errorOf, outcomes, refusalOf } from '../../support/refusal.js';

let context: MatchingContext;
let interest: MatchInterestService;
let review: MatchReviewService;
beforeAll(async () => {
  context = await matchingContext();
  interest = context.get(MatchInterestService);
  review = context.get(MatchReviewService);
});
afterAll(() => context.close());

const NOW = { seen: null };
const yes = (pair: Pair, side: MatchSide, note?: string) => interest.expressInterest(actorOf(pair, side), pair.id, { ...NOW, note });
const state = async ({ id }: Pair) => (await matchRow(context, id)).state;

/** A pair that both sides said yes to. */
async function underReview(values: Parameters<typeof newPair>[1] = {}): Promise<Pair> {
  const pair = await newPair(context, values);
  await yes(pair, 'seeker');
  await yes(pair, 'provider');
  return pair;
}

describe('two yeses', () => {
  it('put the match under review in the same commit, whoever comes first', async () => {
    const pair = await newPair(context);
    await yes(pair, 'provider', 'We have forty of them in store.');
    expect(await state(pair)).toBe('interest_provider');
    expect(await refusalOf(yes(pair, 'provider'))).toBe('conflict match.already-said-yes');
    await yes(pair, 'seeker');
    expect(await matchRow(context, pair.id)).toMatchObject({
      state: 'under_review',
      touched: true,
      provider_yes_by: pair.provider.personId,
      provider_yes_note: 'We have forty of them in store.',
      seeker_yes_by: pair.seeker.personId,
      under_review_at: expect.any(Date),
    });
    const { rows } = await context.sql.query(`SELECT name, side, to_state FROM match_event WHERE match_id = $1 ORDER BY id`, [pair.id]);
    expect(rows).toEqual([
      { name: 'express-interest', side: 'provider', to_state: 'interest_provider' },
      { name: 'express-interest', side: 'seeker', to_state: 'under_review' },
    ]);
  });

  it('said at the same moment meet as well', async () => {
    const pair = await newPair(context);
    await Promise.all([yes(pair, 'seeker'), yes(pair, 'provider')]);
    expect(await state(pair)).toBe('under_review');
  });

  it('are said by editors and managers of the two sides alone', async () => {
    const pair = await newPair(context);
    const viewer = await newMember(context, pair.need.organizationId, 'viewer');
    expect(await refusalOf(interest.expressInterest(viewer, pair.id, NOW))).toBe('forbidden match.transition-forbidden');
    const outsider = (await newOrganization(context)).manager;
    expect(await refusalOf(interest.expressInterest(outsider, pair.id, NOW))).toBe('not-found match.not-found');
    expect(await refusalOf(interest.expressInterest(context.administrator, pair.id, NOW))).toBe('forbidden match.transition-forbidden');
    expect(await refusalOf(interest.expressInterest(pair.seeker, pair.id, { seen: 99 }))).toBe('precondition match.changed-since');
  });

  it('are not said to what is closed', async () => {
    const pair = await newPair(context);
    await moveListing(context, pair.offer, 'withdrawn');
    expect(await refusalOf(yes(pair, 'seeker'))).toBe('conflict match.listing-closed');
  });
});

describe('no', () => {
  it('takes a reason of the list; "not now" comes with a day in the future', async () => {
    const pair = await newPair(context);
    const decline = (reason?: string, until?: string) => interest.decline(pair.seeker, pair.id, { ...NOW, reason, until });
    expect(await refusalOf(decline())).toBe('invalid match.reason-required');
    expect(await refusalOf(decline('because'))).toBe('invalid request.invalid');
    expect(await refusalOf(decline('not-now'))).toBe('invalid request.invalid');
    expect(await refusalOf(decline('not-now', '2020-01-01'))).toBe('invalid request.invalid');
    expect(await refusalOf(decline('price', '2099-01-01'))).toBe('invalid request.invalid');
    await decline('not-now', '2099-01-01');
    expect(await matchRow(context, pair.id)).toMatchObject({ state: 'declined', end_reason: 'not-now', ended_side: 'seeker' });
  });

  it('is said by the side that has not said yes; the other takes its yes back', async () => {
    const pair = await newPair(context);
    await yes(pair, 'seeker');
    expect(await refusalOf(interest.decline(pair.seeker, pair.id, { ...NOW, reason: 'price' }))).toBe('conflict match.transition-not-allowed');
    expect(await refusalOf(interest.withdraw(pair.provider, pair.id, NOW))).toBe('conflict match.transition-not-allowed');
    await interest.withdraw(pair.seeker, pair.id, NOW);
    expect(await state(pair)).toBe('withdrawn');
  });
});

describe('an approval', () => {
  const approve = (pair: Pair, actor = context.administrator) => review.approve(actor, pair.id, NOW);

  it('introduces the two, once, however many administrators press the button', async () => {
    const pair = await underReview();
    const { done, refused } = await outcomes([approve(pair), approve(pair, context.secondAdministrator)]);
    expect([done, refused]).toEqual([1, ['conflict match.transition-not-allowed']]);
    expect(await matchRow(context, pair.id)).toMatchObject({ state: 'introduced', introduced_at: expect.any(Date) });
    const { rows } = await context.sql.query(`SELECT FROM match_event WHERE match_id = $1 AND name = 'approve'`, [pair.id]);
    expect(rows).toHaveLength(1);
  });

  it('is not for parties, nor before both said yes', async () => {
    const early = await newPair(context);
    expect(await refusalOf(approve(early))).toBe('conflict match.transition-not-allowed');
    const pair = await underReview();
    const member = await newPerson(context, { administrator: true });
    await newMember(context, pair.offer.organizationId, 'viewer', member);
    expect(await refusalOf(approve(pair, member))).toBe('forbidden match.four-eyes');
    expect(await refusalOf(approve(pair, pair.seeker))).toBe('forbidden match.transition-forbidden');
    expect(await refusalOf(approve(pair, await newPerson(context)))).toBe('not-found match.not-found');
  });

  it('waits for the verification of both sides', async () => {
    const owner = (await newOrganization(context, { country: 'MZ', level: 'basic' })).manager;
    const pair = await underReview({ need: { owner } });
    const error = await errorOf(approve(pair));
    expect(error).toMatchObject({ kind: 'conflict', code: 'match.level-missing', details: { errors: [{ path: 'seeker' }] } });
    await context.sql.query(`UPDATE organization SET level = 'verified' WHERE id = $1`, [pair.need.organizationId]);
    await approve(pair);
    expect(await state(pair)).toBe('introduced');
  });

  it('waits until a side says yes again to terms that have changed', async () => {
    const pair = await underReview();
    await revise(context, pair.offer, { description: 'In other words.' });
    await runJobs(context);
    expect(await matchRow(context, pair.id)).toMatchObject({ changed_since: true, seeker_asked_at: null, provider_asked_at: null });
    await revise(context, pair.offer, { details: { readiness: 9, cooperation: ['licence'] } });
    expect(await errorOf(approve(pair))).toMatchObject({ code: 'match.still-yes-needed', details: { errors: [{ path: 'seeker' }] } });
    await runJobs(context);
    expect(await matchRow(context, pair.id)).toMatchObject({ seeker_asked_at: expect.any(Date), provider_asked_at: null });
    await yes(pair, 'seeker');
    expect(await matchRow(context, pair.id)).toMatchObject({ state: 'under_review', seeker_asked_at: null, seeker_yes_revision: 3 });
    await approve(pair);
    expect(await state(pair)).toBe('introduced');
  });

  it('asks "still yes?" once, however often the job runs', async () => {
    const pair = await underReview();
    await revise(context, pair.need, { budget: { max: 5, currency: 'USD' } });
    await runJobs(context);
    await context.sql.query(`UPDATE outbox SET state = 'waiting', starts = 0 WHERE state = 'done' AND name = 'matching.new-revision'`);
    await runJobs(context);
    const { rows } = await context.sql.query(`SELECT side FROM match_event WHERE match_id = $1 AND name = 'ask-again'`, [pair.id]);
    expect(rows).toEqual([{ side: 'provider' }]);
  });
});

describe('a match opened by hand', () => {
  const opening = () => context.get<MatchOpeningService>(MatchOpeningService);
  const ids = ({ need, offer }: Pair) => ({ needId: need.id, offerId: offer.id });

  it('is taken up where the engine has suggested it', async () => {
    const pair = await newPair(context);
    expect(await opening().open(pair.provider, { ...ids(pair), note: 'We can.' })).toEqual({ id: pair.id });
    expect(await matchRow(context, pair.id)).toMatchObject({ state: 'interest_provider', source: 'engine', provider_yes_note: 'We can.' });
    expect(await refusalOf(opening().open(pair.provider, ids(pair)))).toBe('conflict match.already-said-yes');
  });

  it('is proposed by an officer, who does not approve it; an administrator who proposed it does not either', async () => {
    const pair = await newPair(context);
    await context.sql.query('DELETE FROM match WHERE id = $1', [pair.id]);
    const officer = await newPerson(context, { officerOf: ['MZ'], administrator: true });
    for (const note of [undefined, 'Write to ana@machel.test, she waits for you.'])
      expect(await refusalOf(opening().open(officer, { ...ids(pair), note }))).toBe('invalid request.invalid');
    const { id } = await opening().open(officer, { ...ids(pair), note: 'The same wells, the same depth.' });
    expect(await matchRow(context, id)).toMatchObject({ state: 'suggested', source: 'broker', brokered_by: officer.personId, touched: true });
    for (const reader of [pair.seeker, pair.provider, context.administrator])
      expect((await context.get<MatchesService>(MatchesService).one(reader, id)).proposal).toEqual({ by: 'administrator', note: 'The same wells, the same depth.' });
    const proposed = { ...pair, id };
    await yes(proposed, 'seeker');
    await yes(proposed, 'provider');
    expect(await refusalOf(review.approve(officer, id, NOW))).toBe('forbidden match.four-eyes');
    await review.approve(context.administrator, id, NOW);
  });

  it('is opened by its sides only, for what they may see', async () => {
    const pair = await newPair(context);
    const outsider = (await newOrganization(context)).manager;
    expect(await refusalOf(opening().open(outsider, ids(pair)))).toBe('forbidden match.open-forbidden');
    expect(await refusalOf(opening().open(pair.seeker, { needId: pair.offer.id, offerId: pair.need.id }))).toBe('not-found need.not-found');
  });

  it('is refused where a hard rule fails', async () => {
    const pair = await newPair(context);
    await context.sql.query('DELETE FROM match WHERE id = $1', [pair.id]);
    await revise(context, pair.offer, { countriesRefused: ['MZ'] });
    expect(await refusalOf(opening().open(pair.provider, ids(pair)))).toBe('conflict match.rules-failed');
  });

  it('waits for the release where administrators look first, and the yes counts from then', async () => {
    const pair = await newPair(context, { offer: { content: { details: { readiness: 9, cooperation: ['sale'], dualUse: true } } } });
    expect(await state(pair)).toBe('held');
    expect(await refusalOf(yes(pair, 'seeker'))).toBe('not-found match.not-found');
    await opening().open(pair.seeker, ids(pair));
    expect(await matchRow(context, pair.id)).toMatchObject({ state: 'held', opened_side: 'seeker' });
    expect(await refusalOf(opening().open(pair.seeker, ids(pair)))).toBe('conflict match.already-said-yes');
    await review.release(context.administrator, pair.id, NOW);
    expect(await state(pair)).toBe('interest_seeker');
  });
});

describe('an introduction', () => {
  it('becomes a dialogue, and is converted when both sides report an agreement', async () => {
    const pair = await underReview();
    await review.approve(context.administrator, pair.id, NOW);
    const report = (side: MatchSide, status: 'talking' | 'agreed' | 'no-contact-yet') =>
      context.get<MatchOutcomesService>(MatchOutcomesService).report(actorOf(pair, side), pair.id, { status, quantities: [{ value: 12, unit: 'pump' }], seen: null });
    await report('seeker', 'no-contact-yet');
    expect(await state(pair)).toBe('introduced');
    await report('provider', 'talking');
    expect(await state(pair)).toBe('in_dialogue');
    await report('seeker', 'agreed');
    await report('provider', 'agreed');
    expect(await state(pair)).toBe('converted');
    const { rows } = await context.sql.query('SELECT side, status, quantities FROM match_outcome WHERE match_id = $1 ORDER BY at, id', [pair.id]);
    expect(rows).toHaveLength(4);
    expect(await refusalOf(report('seeker', 'talking'))).toBe('conflict match.transition-not-allowed');
  });
});
