import { AwaitedMatches, MATCH_WAITS, MatchInterestService, MatchReviewService, type MatchSide, MatchesService, matchWaiting } from '../../../src/modules/matching/index.js';
import { MatchQuestions } from '../../../src/modules/matching/match-questions.service.js';
import { MatchUndo } from '../../../src/modules/matching/match-undo.service.js';
import { OrganizationsService } from '../../../src/modules/organizations/index.js';
import { RulesAdmin } from '../../../src/modules/rules/index.js';
import { DomainEvents } from '../../../src/platform/events/domain-events.js';
import { Schedule } from '../../../src/platform/queue/schedule.js';
import { actorOf, matchingContext, matchRow, newPair, type MatchingContext, type Pair } from '../../support/factories/matching.js';
import { refusalOf } from '../../support/refusal.js';

let context: MatchingContext;
let organizations: OrganizationsService;
const told: { matchId: string; waitsFor: string; nudge: string }[] = [];
beforeAll(async () => {
  context = await matchingContext();
  organizations = context.get(OrganizationsService);
  context.get(DomainEvents).on(matchWaiting, async ({ matchId, waitsFor, nudge }) => told.push({ matchId, waitsFor, nudge }));
});
afterAll(() => context.close());
beforeEach(async () => {
  told.length = 0;
  await context.shiftClock('0');
  await context.sql.query('DELETE FROM match_event');
  await context.sql.query('DELETE FROM match');
});

const yes = (pair: Pair, side: MatchSide) => context.get(MatchInterestService).expressInterest(actorOf(pair, side), pair.id, { seen: null });
const run = () => context.get(Schedule).runNow(MATCH_WAITS);
const later = async (days: number) => {
  await context.shiftClock(`${days} days`);
  await run();
  await run();
};
const viewOf = (pair: Pair, side: MatchSide) => context.get(MatchesService).one(actorOf(pair, side), pair.id);

describe('when nobody answers', () => {
  it('the awaited side is reminded, its desk is told, and the match ends; each once, and both sides see until when', async () => {
    const pair = await newPair(context);
    await yes(pair, 'provider');
    const { version } = await matchRow(context, pair.id);
    for (const side of ['seeker', 'provider'] as const) expect((await viewOf(pair, side)).waitsFor).toMatchObject({ who: 'seeker' });
    await later(8);
    expect(told).toEqual([{ matchId: pair.id, waitsFor: 'seeker', nudge: 'remind' }]);
    await later(15);
    expect(told[1]).toEqual({ matchId: pair.id, waitsFor: 'seeker', nudge: 'tell-desk' });
    expect(await matchRow(context, pair.id)).toMatchObject({ state: 'interest_provider', version });
    await later(43);
    expect(told).toHaveLength(2);
    expect(await matchRow(context, pair.id)).toMatchObject({ state: 'lapsed', ended_side: 'seeker', end_reason: 'no-answer' });
    expect((await viewOf(pair, 'provider')).waitsFor).toBeNull();
    expect(await refusalOf(yes(pair, 'seeker'))).toMatch(/^conflict /);
    const stale = context.get(MatchInterestService).expressInterest(pair.seeker, pair.id, { seen: version });
    expect(await refusalOf(stale)).toBe('precondition match.changed-since');
  });

  it('an answer begins the wait of somebody else anew', async () => {
    const pair = await newPair(context);
    await yes(pair, 'provider');
    await later(15);
    await yes(pair, 'seeker');
    expect(await matchRow(context, pair.id)).toMatchObject({ state: 'under_review', nudged: 0 });
    expect((await viewOf(pair, 'seeker')).waitsFor).toMatchObject({ who: 'administrators' });
    told.length = 0;
    await later(24);
    expect(told).toEqual([{ matchId: pair.id, waitsFor: 'administrators', nudge: 'tell-administrators' }]);
    await later(200);
    expect(told).toHaveLength(1);
    expect(await matchRow(context, pair.id)).toMatchObject({ state: 'under_review' });
  });

  it('a side that has to be verified first is awaited, not the administrators', async () => {
    const pair = await newPair(context);
    for (const side of ['provider', 'seeker'] as const) await yes(pair, side);
    await context.sql.query(`UPDATE organization SET level = 'basic' WHERE id = $1`, [pair.offer.organizationId]);
    expect((await viewOf(pair, 'seeker')).waitsFor).toMatchObject({ who: 'provider', because: 'verification' });
    await later(29);
    expect(await matchRow(context, pair.id)).toMatchObject({ state: 'under_review' });
    await later(31);
    expect(await matchRow(context, pair.id)).toMatchObject({ state: 'lapsed', ended_side: 'provider' });
  });

  it('once that side is verified it is the turn of the administrators, who have all their days from then on and are told when they are late', async () => {
    const pair = await newPair(context);
    for (const side of ['provider', 'seeker'] as const) await yes(pair, side);
    await context.sql.query(`UPDATE organization SET level = 'basic' WHERE id = $1`, [pair.offer.organizationId]);
    const decidable = async () => (await context.get(AwaitedMatches).atTheDesk()).count;
    await later(20);
    expect(await decidable()).toBe(0);
    await organizations.verify(context.administrator, pair.offer.organizationId);
    expect(await decidable()).toBe(1);
    told.length = 0;
    await later(22);
    expect((await viewOf(pair, 'seeker')).waitsFor).toMatchObject({ who: 'administrators', because: null });
    expect(told).toEqual([]);
    await later(31);
    expect(told).toEqual([{ matchId: pair.id, waitsFor: 'administrators', nudge: 'tell-administrators' }]);
    expect(await matchRow(context, pair.id)).toMatchObject({ state: 'under_review' });
  });

  it('a suggestion that nobody answers ends without a word', async () => {
    const pair = await newPair(context);
    await later(59);
    expect(await matchRow(context, pair.id)).toMatchObject({ state: 'suggested' });
    await later(61);
    expect(await matchRow(context, pair.id)).toMatchObject({ state: 'lapsed', ended_side: null });
    expect(told).toEqual([]);
  });

  it('days, reminders and questions are those of the home facility of the need', async () => {
    await context.sql.query(`INSERT INTO facility (code, names) VALUES ('atolls', '{"en": "Atolls"}') ON CONFLICT DO NOTHING`);
    const [quick, usual, asked] = [await newPair(context), await newPair(context), await newPair(context)];
    for (const { need } of [quick, asked]) await context.sql.query(`UPDATE listing SET facility = 'atolls' WHERE id = $1`, [need.id]);
    const set = (key: string, value: number | number[]) => context.get(RulesAdmin).set(context.administrator, key, { value, facility: 'atolls' });
    await set('match.quiet-lapse-days', 20);
    await set('match.outcome-days', [10]);
    await set('match.questions-max', 0);
    await set('match.undo-minutes', 1_440);
    for (const side of ['provider', 'seeker'] as const) await yes(asked, side);
    await context.get(MatchReviewService).approve(context.administrator, asked.id, { seen: null });
    expect(await refusalOf(context.get(MatchQuestions).ask(quick.seeker, quick.id, { question: 'How deep?' }))).toBe('conflict match.questions-used-up');
    await context.get(MatchInterestService).decline(usual.seeker, usual.id, { seen: null, reason: 'price' });
    await context.get(MatchInterestService).decline(quick.seeker, quick.id, { seen: null, reason: 'price' });
    await context.shiftClock('2 hours');
    expect((await viewOf(quick, 'seeker')).allowed).toContain('undo');
    expect(await refusalOf(context.get(MatchUndo).undo(usual.seeker, usual.id, { seen: null }))).toBe('conflict match.undo-not-possible');
    await context.get(MatchUndo).undo(quick.seeker, quick.id, { seen: null });
    await context.sql.query(`UPDATE match SET state = 'suggested' WHERE id = $1`, [usual.id]);
    await later(21);
    expect(told.map(({ matchId, nudge }) => [matchId, nudge])).toEqual([[asked.id, 'ask-outcome']]);
    expect([await matchRow(context, quick.id), await matchRow(context, usual.id)]).toMatchObject([{ state: 'lapsed' }, { state: 'suggested' }]);
  });

  it('while an organization is suspended or held nothing ends and neither side does anything; afterwards all have their days anew', async () => {
    const pair = await newPair(context);
    await yes(pair, 'provider');
    await organizations.suspend(context.administrator, pair.offer.organizationId, { reason: 'rules-broken' });
    await later(43);
    expect(told).toEqual([]);
    expect(await matchRow(context, pair.id)).toMatchObject({ state: 'interest_provider' });
    expect(await refusalOf(yes(pair, 'seeker'))).toBe('conflict match.frozen');
    await organizations.resume(context.administrator, pair.offer.organizationId);
    await later(44);
    expect(told).toEqual([]);
    await later(52);
    expect(told).toEqual([{ matchId: pair.id, waitsFor: 'seeker', nudge: 'remind' }]);
    await context.sql.query('UPDATE organization SET held = true WHERE id = $1', [pair.offer.organizationId]);
    expect(await refusalOf(yes(pair, 'seeker'))).toBe('conflict match.frozen');
    await context.sql.query('UPDATE organization SET held = false WHERE id = $1', [pair.offer.organizationId]);
    await yes(pair, 'seeker');
    expect(await matchRow(context, pair.id)).toMatchObject({ state: 'under_review' });
  });

  it('after an introduction both are asked at 30, 90, 180 and 365 days, each time once', async () => {
    const pair = await newPair(context);
    for (const side of ['provider', 'seeker'] as const) await yes(pair, side);
    await context.get(MatchReviewService).approve(context.administrator, pair.id, { seen: null });
    for (const [day, asked] of [[29, 0], [31, 1], [89, 1], [91, 2], [400, 3], [800, 3]] as const) {
      await later(day);
      expect(told.filter(({ nudge }) => nudge === 'ask-outcome')).toHaveLength(asked);
    }
  });
});
