import { MatchInterestService } from '../../../src/modules/matching/match-interest.service.js';
import { MatchReviewService } from '../../../src/modules/matching/match-review.service.js';
import { MatchUndo } from '../../../src/modules/matching/match-undo.service.js';
import { MatchesService } from '../../../src/modules/matching/index.js';
import { newMember } from '../../support/factories/organizations.js';
import { matchingContext, matchRow, newPair, type MatchingContext, type Pair } from '../../support/factories/matching.js';
import { outcomes, refusalOf } from '../../support/refusal.js';

const NOW = { seen: null };

describe('a no that was a slip', () => {
  let context: MatchingContext;
  let interest: MatchInterestService;
  let review: MatchReviewService;
  let undo: MatchUndo;
  beforeAll(async () => {
    context = await matchingContext();
    [interest, review, undo] = [context.get(MatchInterestService), context.get(MatchReviewService), context.get(MatchUndo)];
  });
  afterAll(() => context.close());
  beforeEach(() => context.shiftClock('0'));

  const yes = (pair: Pair, side: 'seeker' | 'provider') => interest.expressInterest(pair[side], pair.id, NOW);
  const decline = (pair: Pair) => interest.decline(pair.provider, pair.id, { ...NOW, reason: 'price', note: 'Too cheap.' });
  const OPEN = { ended_at: null, ended_by: null, ended_side: null, end_reason: null, end_note: null };

  it('is taken back by who said it, and the yes of the other side stands', async () => {
    const pair = await newPair(context);
    await yes(pair, 'seeker');
    await decline(pair);
    const colleague = await newMember(context, pair.offer.organizationId, 'editor');
    expect(await refusalOf(undo.undo(colleague, pair.id, NOW))).toBe('conflict match.undo-not-possible');
    expect(await refusalOf(undo.undo(pair.seeker, pair.id, NOW))).toBe('conflict match.undo-not-possible');
    const { done, refused } = await outcomes(Array.from({ length: 10 }, () => undo.undo(pair.provider, pair.id, NOW)));
    expect([done, new Set(refused)]).toEqual([1, new Set(['conflict match.transition-not-allowed'])]);
    expect(await matchRow(context, pair.id)).toMatchObject({ ...OPEN, state: 'interest_seeker', seeker_yes_by: pair.seeker.personId });
    await yes(pair, 'provider');
    expect(await matchRow(context, pair.id)).toMatchObject({ state: 'under_review' });
  });

  it('leaves a suggestion as it was when nobody had said yes', async () => {
    const pair = await newPair(context);
    await decline(pair);
    await undo.undo(pair.provider, pair.id, NOW);
    expect(await matchRow(context, pair.id)).toMatchObject({ ...OPEN, state: 'suggested' });
  });

  it('of a reviewer puts the match under review again', async () => {
    const pair = await newPair(context);
    for (const side of ['seeker', 'provider'] as const) await yes(pair, side);
    await review.reject(context.administrator, pair.id, { ...NOW, reason: 'incomplete', ticks: { 'serves-the-need': true } });
    expect(await matchRow(context, pair.id)).toMatchObject({ ticks: { 'serves-the-need': true } });
    expect(await refusalOf(undo.undo(context.secondAdministrator, pair.id, NOW))).toBe('conflict match.undo-not-possible');
    await undo.undo(context.administrator, pair.id, NOW);
    expect(await matchRow(context, pair.id)).toMatchObject({ ...OPEN, state: 'under_review', reviewer_id: null, ticks: null });
    await review.approve(context.administrator, pair.id, NOW);
    expect(await refusalOf(undo.undo(context.administrator, pair.id, NOW))).toBe('conflict match.transition-not-allowed');
  });

  it('is one for ten minutes', async () => {
    const pair = await newPair(context);
    await decline(pair);
    const allowed = async () => (await context.get(MatchesService).one(pair.provider, pair.id)).allowed;
    expect(await allowed()).toEqual(['undo']);
    await context.shiftClock('11 minutes');
    expect(await allowed()).toEqual([]);
    expect(await refusalOf(undo.undo(pair.provider, pair.id, NOW))).toBe('conflict match.undo-not-possible');
  });
});

describe('what is told of a no', () => {
  let context: MatchingContext;
  beforeAll(async () => {
    context = await matchingContext();
  });
  afterAll(() => context.close());

  const endFor = async (pair: Pair, side: 'seeker' | 'provider') => (await context.get(MatchesService).one(pair[side], pair.id)).end;
  const declined = async (reason: string, shareReason?: boolean): Promise<Pair> => {
    const pair = await newPair(context);
    const interest = context.get(MatchInterestService);
    await interest.expressInterest(pair.seeker, pair.id, NOW);
    await interest.decline(pair.provider, pair.id, { ...NOW, reason, shareReason });
    return pair;
  };

  it.each([
    ['price', undefined, 'price'],
    ['price', false, null],
    ['conflict-of-interest', undefined, null],
    ['conflict-of-interest', true, 'conflict-of-interest'],
  ])('%s, shared %s: the other side learns %s', async (reason, share, told) => {
    const pair = await declined(reason, share);
    expect((await endFor(pair, 'seeker'))?.reason).toBe(told);
    expect((await endFor(pair, 'provider'))?.reason).toBe(reason);
  });
});

describe('what a reviewer confirms', () => {
  it('is on the list of the house, and required where that says so', async () => {
    const context = await matchingContext();
    try {
      const review = context.get(MatchReviewService);
      const pair = await newPair(context);
      for (const side of ['seeker', 'provider'] as const) await context.get(MatchInterestService).expressInterest(pair[side], pair.id, NOW);
      expect(await refusalOf(review.approve(context.administrator, pair.id, { ...NOW, ticks: { nonsense: true } }))).toBe(
        'invalid request.invalid',
      );
      await context.sql.query(
        `INSERT INTO rule_version (rule, value, valid_from, set_by) VALUES ('match.checklist', $1, current_date - 1, $2)`,
        [JSON.stringify([{ key: 'seen', text: 'Both sides were called.', required: true }]), context.administrator.personId],
      );
      expect(await refusalOf(review.approve(context.administrator, pair.id, NOW))).toBe('invalid match.checklist-open');
      await review.approve(context.administrator, pair.id, { ...NOW, ticks: { seen: true } });
      expect(await matchRow(context, pair.id)).toMatchObject({ state: 'introduced', ticks: { seen: true } });
    } finally {
      await context.close();
    }
  });
});
