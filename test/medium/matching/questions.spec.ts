import { MATCH_WAITS, MatchInterestService, MatchQuestions, MatchReviewService, type MatchSide, MatchesService } from '../../../src/modules/matching/index.js';
import { Schedule } from '../../../src/platform/queue/schedule.js';
import { actorOf, matchingContext, matchRow, newPair, type MatchingContext, type Pair } from '../../support/factories/matching.js';
import { newOrganization } from '../../support/factories/organizations.js';
import { errorOf, refusalOf } from '../../support/refusal.js';

let context: MatchingContext;
let questions: MatchQuestions;
beforeAll(async () => {
  context = await matchingContext();
  questions = context.get(MatchQuestions);
});
afterAll(() => context.close());
beforeEach(() => context.shiftClock('0'));

const NOW = { seen: null };
const yes = (pair: Pair, side: MatchSide) => context.get(MatchInterestService).expressInterest(actorOf(pair, side), pair.id, NOW);
const ask = (pair: Pair, side: MatchSide, question = 'How deep are the wells?') => questions.ask(actorOf(pair, side), pair.id, { question });
const waitsFor = async (pair: Pair) => (await context.get(MatchesService).one(actorOf(pair, 'seeker'), pair.id)).waitsFor?.who;
const listOf = (pair: Pair, side: MatchSide) => questions.list(actorOf(pair, side), pair.id);
const agreed = async (): Promise<Pair> => {
  const pair = await newPair(context);
  for (const side of ['provider', 'seeker'] as const) await yes(pair, side);
  return pair;
};

describe('questions before an answer', () => {
  it('are three a side, for both sides and reviewers to read, and answered by the side that was asked', async () => {
    const pair = await newPair(context);
    for (let i = 0; i < 3; i++) await ask(pair, 'seeker', `Question ${i}?`);
    expect(await refusalOf(ask(pair, 'seeker'))).toBe('conflict match.questions-used-up');
    await ask(pair, 'provider');
    const { items, left } = await listOf(pair, 'provider');
    expect([items.length, left]).toEqual([4, 2]);
    expect((await questions.list(context.auditor, pair.id)).items).toHaveLength(4);
    const [first] = items;
    expect(await refusalOf(questions.answer(actorOf(pair, 'seeker'), pair.id, first!.id, 'Mine'))).toBe('forbidden match.answer-forbidden');
    await questions.answer(actorOf(pair, 'provider'), pair.id, first!.id, 'Two hundred.');
    expect(await refusalOf(questions.answer(actorOf(pair, 'provider'), pair.id, first!.id, 'Again'))).toBe('conflict match.question-answered');
    expect((await listOf(pair, 'seeker')).items[0]).toMatchObject({ from: 'seeker', to: 'provider', answer: 'Two hundred.' });
    const stranger = (await newOrganization(context)).manager;
    expect(await refusalOf(questions.list(stranger, pair.id))).toBe('not-found match.not-found');
    expect(await refusalOf(questions.ask(stranger, pair.id, { question: 'Who are you?' }))).toBe('not-found match.not-found');
  });

  it('carry no contacts, nor do answers', async () => {
    const pair = await newPair(context);
    for (const text of ['Write to me@example.org', 'Call +258 84 123 4567', 'See www.example.org'])
      expect((await errorOf(ask(pair, 'seeker', text))).details.errors).toMatchObject([{ path: 'question', code: 'contact' }]);
    await ask(pair, 'seeker');
    const [{ id }] = (await listOf(pair, 'provider')).items as unknown as [{ id: string }];
    expect(await refusalOf(questions.answer(actorOf(pair, 'provider'), pair.id, id, 'me@example.org'))).toBe('invalid request.invalid');
  });

  it('stop the clock: whoever is asked is awaited, and with the answer the days begin anew', async () => {
    const pair = await newPair(context);
    await yes(pair, 'provider');
    await context.shiftClock('20 days');
    await ask(pair, 'seeker');
    expect(await waitsFor(pair)).toBe('provider');
    await context.shiftClock('50 days');
    const [{ id }] = (await listOf(pair, 'provider')).items as unknown as [{ id: string }];
    await questions.answer(actorOf(pair, 'provider'), pair.id, id, 'Twelve metres.');
    expect(await waitsFor(pair)).toBe('seeker');
    await context.shiftClock('85 days');
    await context.get(Schedule).runNow(MATCH_WAITS);
    expect(await matchRow(context, pair.id)).toMatchObject({ state: 'interest_provider' });
    await context.shiftClock('95 days');
    await context.get(Schedule).runNow(MATCH_WAITS);
    expect(await matchRow(context, pair.id)).toMatchObject({ state: 'lapsed', ended_side: 'seeker' });
  });

  it('of reviewers go to one side, under review, and are hidden from the other', async () => {
    const early = await newPair(context);
    const asked = { question: 'Who signs for you?', to: 'seeker' as const };
    expect(await refusalOf(questions.ask(context.administrator, early.id, asked))).toBe('conflict match.question-not-possible');
    const pair = await agreed();
    expect(await refusalOf(questions.ask(context.administrator, pair.id, { question: 'Who signs?' }))).toBe('invalid request.invalid');
    await questions.ask(context.administrator, pair.id, asked);
    expect(await waitsFor(pair)).toBe('seeker');
    expect([(await listOf(pair, 'seeker')).items.length, (await listOf(pair, 'provider')).items.length]).toEqual([1, 0]);
    const [{ id }] = (await listOf(pair, 'seeker')).items as unknown as [{ id: string }];
    expect(await refusalOf(questions.answer(actorOf(pair, 'provider'), pair.id, id, 'I know.'))).toBe('not-found question.not-found');
    await questions.answer(actorOf(pair, 'seeker'), pair.id, id, 'The director does.');
    expect(await waitsFor(pair)).toBe('administrators');
    expect(await refusalOf(questions.ask(context.auditor, pair.id, asked))).toBe('forbidden match.ask-forbidden');
  });
});

describe('an appeal', () => {
  const review = () => context.get(MatchReviewService);
  const rejected = async (): Promise<Pair> => {
    const pair = await agreed();
    await review().reject(context.administrator, pair.id, { ...NOW, reason: 'incomplete' });
    return pair;
  };

  it('brings a rejection before another administrator, once', async () => {
    const pair = await rejected();
    await review().appeal(actorOf(pair, 'seeker'), pair.id, NOW);
    expect(await matchRow(context, pair.id)).toMatchObject({ state: 'under_review', end_reason: null });
    for (const name of ['approve', 'reject'] as const)
      expect(await refusalOf(review()[name](context.administrator, pair.id, { ...NOW, reason: 'incomplete' }))).toBe('forbidden match.four-eyes');
    await review().reject(context.secondAdministrator, pair.id, { ...NOW, reason: 'incomplete' });
    expect(await refusalOf(review().appeal(actorOf(pair, 'provider'), pair.id, NOW))).toBe('conflict match.appeal-not-possible');
  });

  it('may end in an introduction', async () => {
    const pair = await rejected();
    await review().appeal(actorOf(pair, 'provider'), pair.id, NOW);
    await review().approve(context.secondAdministrator, pair.id, NOW);
    expect(await matchRow(context, pair.id)).toMatchObject({ state: 'introduced' });
  });

  it('comes within thirty days, and after two yeses', async () => {
    const pair = await rejected();
    await context.shiftClock('31 days');
    expect(await refusalOf(review().appeal(actorOf(pair, 'seeker'), pair.id, NOW))).toBe('conflict match.appeal-not-possible');
    await context.shiftClock('0');
    const early = await newPair(context);
    await yes(early, 'seeker');
    await review().reject(context.administrator, early.id, { ...NOW, reason: 'incomplete' });
    expect(await refusalOf(review().appeal(actorOf(early, 'seeker'), early.id, NOW))).toBe('conflict match.appeal-not-possible');
  });
});
