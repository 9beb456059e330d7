import type { Actor, PersonActor } from '../../../src/kernel/actor.js';
import { system } from '../../../src/kernel/actor.js';
import { ListingViews } from '../../../src/modules/listings/index.js';
import {
  MATCH_STATES,
  MATCH_WAITS,
  MatchClaims,
  MatchesService,
  MatchInterestService,
  MatchOutcomesService,
  MatchReviewService,
  MatchScreens,
  type MatchState,
  type MatchView,
} from '../../../src/modules/matching/index.js';
import { maySee } from '../../../src/modules/matching/match.policy.js';
import { Schedule } from '../../../src/platform/queue/schedule.js';
import { matchView } from '../../../src/modules/matching/matches.schemas.js';
import { matchingContext, newListed, newPair, runJobs, type MatchingContext, type Pair } from '../../support/factories/matching.js';
import { newMember, newOrganization, newPerson } from '../../support/factories/organizations.js';
import { outcomes, refusalOf } from '../../support/refusal.js';

let context: MatchingContext;
let matches: MatchesService;
beforeAll(async () => {
  context = await matchingContext();
  matches = context.get(MatchesService);
});
afterAll(() => context.close());

const ALL = { limit: 100 };
const both = (pair: Pair) => ({ ...ALL, needId: pair.need.id, offerId: pair.offer.id });

async function everyone(pair: Pair): Promise<Record<string, PersonActor>> {
  return {
    seeker: pair.seeker,
    seekersViewer: await newMember(context, pair.need.organizationId, 'viewer'),
    provider: pair.provider,
    outsider: (await newOrganization(context)).manager,
    nobody: await newPerson(context),
    officerHere: await newPerson(context, { officerOf: ['MZ'] }),
    officerElsewhere: await newPerson(context, { officerOf: ['FJ'] }),
    administrator: context.administrator,
    auditor: context.auditor,
  };
}

async function introduced(pair: Pair): Promise<void> {
  for (const actor of [pair.seeker, pair.provider]) await context.get(MatchInterestService).expressInterest(actor, pair.id, { seen: null });
  await context.get(MatchReviewService).approve(context.administrator, pair.id, { seen: null });
}

it('what waits for a decision is read by its age, page by page', async () => {
  const pairs = [await newPair(context), await newPair(context), await newPair(context)];
  for (const [i, pair] of pairs.entries()) {
    for (const actor of [pair.seeker, pair.provider])
      await context.get(MatchInterestService).expressInterest(actor, pair.id, { seen: null });
    await context.sql.query(`UPDATE match SET under_review_at = gate_now() - make_interval(days => $2) WHERE id = $1`, [pair.id, i + 1]);
  }
  const read: string[] = [];
  for (let after: string | undefined; ;) {
    const page = await matches.page(context.administrator, { limit: 2, order: 'oldest', ...(after && { after }) });
    read.push(...page.items.map(({ id }) => id));
    if (page.next === null) break;
    after = page.next;
  }
  expect(read).toEqual(pairs.map(({ id }) => id).reverse());
});

describe('the review of a match', () => {
  const claims = () => context.get(MatchClaims);
  const claimOf = async (pair: Pair, actor: Actor = context.auditor) => (await matches.one(actor, pair.id)).claim;
  async function waiting(): Promise<Pair> {
    const pair = await newPair(context);
    for (const actor of [pair.seeker, pair.provider])
      await context.get(MatchInterestService).expressInterest(actor, pair.id, { seen: null });
    return pair;
  }
  const reject = (actor: PersonActor, pair: Pair) =>
    context.get(MatchReviewService).reject(actor, pair.id, { seen: null, reason: 'incomplete' });

  it('is taken on by one administrator, and no colleague decides meanwhile', async () => {
    const pair = await waiting();
    const { administrator, secondAdministrator: second } = context;
    const taken = await outcomes([administrator, second].map((actor) => claims().claim(actor, pair.id)));
    expect(taken).toEqual({ done: 1, refused: ['conflict review.claimed'] });
    const first = (await claimOf(pair))?.by === administrator.personId ? administrator : second;
    const other = first === administrator ? second : administrator;
    expect(await refusalOf(reject(other, pair))).toBe('conflict review.claimed');
    expect(await refusalOf(context.get(MatchReviewService).approve(other, pair.id, { seen: null }))).toBe('conflict review.claimed');
    expect((await matches.page(first, { ...both(pair), mine: true })).items).toHaveLength(1);
    expect((await matches.page(other, { ...both(pair), mine: false })).items).toEqual([]);
    expect([await claimOf(pair, pair.seeker), (await matches.page(pair.seeker, { ...both(pair), mine: true })).items.length]).toEqual([
      null,
      1,
    ]);
    await reject(first, pair);
    expect(await claimOf(pair)).toBeNull();
  });

  it('is released by administrators, given to one who may decide, and free again when she lets it lie', async () => {
    const pair = await waiting();
    const { administrator, secondAdministrator: second } = context;
    const conflicted = await newMember(context, pair.need.organizationId, 'viewer', await newPerson(context, { administrator: true }));
    expect(await refusalOf(claims().claim(conflicted, pair.id))).toBe('forbidden review.claim-forbidden');
    for (const actor of [pair.seeker, context.auditor]) {
      expect(await refusalOf(claims().claim(actor, pair.id))).toBe('forbidden review.claim-forbidden');
      expect(await refusalOf(claims().release(actor, pair.id))).toBe('forbidden review.release-forbidden');
      expect(await refusalOf(claims().assign(actor, pair.id, second.personId))).toBe('forbidden review.assign-forbidden');
    }
    for (const { personId } of [conflicted, pair.provider, await newPerson(context)])
      expect(await refusalOf(claims().assign(administrator, pair.id, personId))).toBe('invalid request.invalid');
    await claims().assign(administrator, pair.id, second.personId);
    expect(await refusalOf(claims().claim(administrator, pair.id))).toBe('conflict review.claimed');
    await claims().release(administrator, pair.id);
    await claims().release(administrator, pair.id);
    await claims().claim(second, pair.id);
    await context.sql.query(`UPDATE match SET claimed_at = gate_now() - interval '49 hours' WHERE id = $1`, [pair.id]);
    await context.get(Schedule).runNow(MATCH_WAITS);
    expect(await claimOf(pair)).toBeNull();
    await claims().claim(administrator, pair.id);
    const { rows } = await context.sql.query(
      `SELECT action FROM audit_entry WHERE subject_id = $1 AND action LIKE 'match-review.%' ORDER BY seq`,
      [pair.id],
    );
    expect(rows.map(({ action }) => action)).toEqual(['assign', 'release', 'claim', 'claim'].map((act) => `match-review.${act}`));
    const open = await newPair(context);
    expect(await refusalOf(claims().claim(administrator, open.id))).toBe('conflict review.not-waiting');
  });
});

describe('what has happened', () => {
  it('is told with who acted: by name on one’s own side and to the house, by their part to others', async () => {
    const pair = await newPair(context);
    await context.get(MatchInterestService).expressInterest(pair.seeker, pair.id, { seen: null });
    expect(await context.get(MatchScreens).history(context.auditor, pair.id)).toMatchObject([{ by: 'seeker', person: null }]);
    await context.get(MatchInterestService).expressInterest(pair.provider, pair.id, { seen: null });
    await context.get(MatchReviewService).approve(context.administrator, pair.id, { seen: null });
    await context.sql.query(`UPDATE person SET name = 'Ana' WHERE id = $1`, [pair.seeker.personId]);
    const told = async (actor: Actor) =>
      (await context.get(MatchScreens).history(actor, pair.id)).map(({ name, by, person }) => [name, by, person]);
    const viewer = await newMember(context, pair.need.organizationId, 'viewer');
    expect((await told(viewer))[0]).toEqual(['express-interest', 'seeker', 'Ana']);
    expect(await told(pair.seeker)).toEqual([
      ['express-interest', 'you', null],
      ['express-interest', 'provider', null],
      ['approve', 'administrator', null],
    ]);
    expect((await told(context.auditor)).map(([, by, person]) => [by, person !== null])).toEqual([
      ['seeker', true],
      ['provider', true],
      ['administrator', true],
    ]);
  });

  it('holds words of an approval for the house, and of an appeal for its side as well', async () => {
    const pair = await newPair(context);
    for (const actor of [pair.seeker, pair.provider])
      await context.get(MatchInterestService).expressInterest(actor, pair.id, { seen: null });
    const review = context.get(MatchReviewService);
    await review.reject(context.administrator, pair.id, { seen: null, reason: 'incomplete' });
    await review.appeal(pair.seeker, pair.id, { seen: null, note: 'The report was attached.' });
    await review.approve(context.secondAdministrator, pair.id, { seen: null, note: 'It was.' });
    const notes = async (actor: Actor) => (await context.get(MatchScreens).history(actor, pair.id)).flatMap(({ note }) => note ?? []);
    expect(await notes(context.auditor)).toEqual(['The report was attached.', 'It was.']);
    expect([await notes(pair.seeker), await notes(pair.provider)]).toEqual([['The report was attached.'], []]);
  });

  it('after an introduction is read by the side that told it, and of both by those who oversee them', async () => {
    const pair = await newPair(context);
    await introduced(pair);
    const report = {
      status: 'talking',
      note: 'We met.',
      value: 1200.5,
      currency: 'USD',
      quantities: [{ value: 3, unit: 'pump' }],
    } as const;
    await context.get(MatchOutcomesService).report(pair.seeker, pair.id, { ...report, quantities: [...report.quantities], seen: null });
    const told = (actor: Actor) => context.get(MatchScreens).outcomes(actor, pair.id);
    const officer = await newPerson(context, { officerOf: ['KE'] });
    for (const actor of [pair.seeker, context.administrator, officer])
      expect(await told(actor)).toEqual([{ ...report, side: 'seeker', at: expect.any(String) }]);
    expect(await told(pair.provider)).toEqual([]);
    expect(await refusalOf(told((await newOrganization(context)).manager))).toBe('not-found match.not-found');
  });
});

describe('the checklist of the desk', () => {
  const ofDesk = async (pair: Pair, actor: Actor = context.administrator) =>
    Object.fromEntries(((await matches.one(actor, pair.id)).checklist ?? []).map(({ key, ok }) => [key, ok]));

  it('is what the system can tell, for the house alone', async () => {
    const pair = await newPair(context);
    expect(await ofDesk(pair)).toEqual({
      levels: true,
      'standing-and-screening': true,
      'not-sensitive': true,
      'no-conflict-of-interest': true,
      'authority-of-who-said-yes': null,
      'scored-as-published': true,
    });
    expect((await matches.one(pair.seeker, pair.id)).checklist).toBeNull();
    for (const actor of [pair.seeker, pair.provider])
      await context.get(MatchInterestService).expressInterest(actor, pair.id, { seen: null });
    expect(await ofDesk(pair)).toMatchObject({ 'authority-of-who-said-yes': true });
    await context.sql.query(`UPDATE membership SET role = 'viewer' WHERE person_id = $1`, [pair.seeker.personId]);
    await context.sql.query(`UPDATE organization SET level = 'basic', held = true WHERE id = $1`, [pair.offer.organizationId]);
    expect(await ofDesk(pair)).toMatchObject({ levels: false, 'standing-and-screening': false, 'authority-of-who-said-yes': false });
    const conflicted = await newMember(context, pair.need.organizationId, 'viewer', await newPerson(context, { administrator: true }));
    expect(await ofDesk(pair, conflicted)).toMatchObject({ 'no-conflict-of-interest': false });
    expect(await ofDesk(pair, context.auditor)).toMatchObject({ 'no-conflict-of-interest': null });
  });
});

describe('who sees a match', () => {
  it('is the same in lists, on its page and in the policy, in every state', async () => {
    const pair = await newPair(context);
    const actors = await everyone(pair);
    const facts = {
      needOrganizationId: pair.need.organizationId,
      offerOrganizationId: pair.offer.organizationId,
      needCountry: 'MZ',
      offerCountry: 'KE',
      openedBy: null,
      brokeredBy: null,
      reviewerId: null,
      appealedAt: null,
    };
    await context.sql.query(
      `UPDATE match SET seeker_yes_at = now(), provider_yes_at = now(), introduced_at = now(), reviewer_id = $2 WHERE id = $1`,
      [pair.id, context.administrator.personId],
    );
    for (const state of MATCH_STATES)
      for (const openedSide of [null, 'seeker'] as const) {
        await context.sql.query('UPDATE match SET state = $2, opened_side = $3 WHERE id = $1', [pair.id, state, openedSide]);
        for (const [name, actor] of Object.entries(actors)) {
          const expected = maySee(actor, { ...facts, state, openedSide });
          const listed = (await matches.page(actor, { ...both(pair), state })).items.length === 1;
          const shown = await matches.one(actor, pair.id).then(
            () => true,
            () => false,
          );
          expect({ name, state, openedSide, listed, shown }).toEqual({ name, state, openedSide, listed: expected, shown: expected });
        }
      }
  });

  it('and nobody else is told from who asks for what is not there', async () => {
    const pair = await newPair(context);
    const { outsider, nobody } = await everyone(pair);
    for (const actor of [outsider, nobody] as Actor[])
      expect(await refusalOf(matches.one(actor, pair.id))).toBe('not-found match.not-found');
  });
});

describe('the contact persons', () => {
  it('are shown once introduced, to the two sides, their centres, administrators and auditors; a reading by office is audited', async () => {
    const contact = await newPerson(context, { name: 'Ana Machel', email: 'ana@machel.test' });
    const pair = await newPair(context, { need: { contactPersonId: contact.personId } });
    const actors = await everyone(pair);
    const before = await Promise.all([actors.seeker, actors.administrator].map((actor) => matches.one(actor!, pair.id)));
    expect(before.map((view) => view.contacts)).toEqual([null, null]);
    await introduced(pair);
    const read = async (name: string): Promise<MatchView['contacts']> => (await matches.one(actors[name]!, pair.id)).contacts;
    const expected = {
      need: { id: contact.personId, name: 'Ana Machel', email: 'ana@machel.test' },
      offer: expect.objectContaining({ id: pair.provider.personId }),
    };
    for (const name of ['seeker', 'seekersViewer', 'provider', 'officerHere', 'administrator', 'auditor'])
      expect(await read(name)).toEqual(expected);
    for (const name of ['outsider', 'officerElsewhere', 'nobody']) expect(await refusalOf(read(name))).toBe('not-found match.not-found');
    expect((await matches.page(context.administrator, both(pair))).items[0]?.contacts).toBeNull();
    const { rows } = await context.sql.query(
      `SELECT actor_id FROM audit_entry WHERE action = 'match.read-contacts' AND subject_id = $1 ORDER BY seq`,
      [pair.id],
    );
    expect(rows.map((row) => row.actor_id)).toEqual(
      [actors.officerHere, context.administrator, context.auditor].map((actor) => actor?.personId),
    );
  });
});

describe('what is shown', () => {
  it('keeps an anonymous seeker to itself until the introduction', async () => {
    const pair = await newPair(context, { need: { anonymous: true } });
    const see = async (actor: Actor) => (await matches.one(actor, pair.id)).need.organization?.id ?? null;
    const officerOfProvider = await newPerson(context, { officerOf: ['KE'] });
    expect([await see(pair.provider), await see(officerOfProvider)]).toEqual([null, null]);
    expect([await see(pair.seeker), await see(context.auditor)]).toEqual([pair.need.organizationId, pair.need.organizationId]);
    await introduced(pair);
    expect(await see(pair.provider)).toBe(pair.need.organizationId);
  });

  it('explains the score in the reader’s language, and its parts sum to it', async () => {
    const pair = await newPair(context);
    const french = { ...pair.seeker, language: 'fr' };
    const view = matchView.parse(await matches.one(french, pair.id));
    expect(view.factors.reduce((sum, factor) => sum + factor.points, 0)).toBeCloseTo(view.score, 6);
    expect(view.factors.find(({ key }) => key === 'sector')?.reason.text).toMatch(/^Même secteur\u00a0: /);
    expect(view.factors.find(({ key }) => key === 'requirements')?.value).toBeNull();
    expect(view.rules.every((rule) => rule.passed !== false && rule.reason.text !== null)).toBe(true);
    expect(view.score).toBeLessThanOrEqual(100);
  });

  it('keeps words of a refusal from the other side, not its reason', async () => {
    const pair = await newPair(context);
    await context.get(MatchInterestService).decline(pair.seeker, pair.id, { reason: 'price', note: 'Far too dear.', seen: null });
    const end = async (actor: Actor) => (await matches.one(actor, pair.id)).end;
    expect(await end(pair.provider)).toMatchObject({ side: 'seeker', reason: 'price', note: null });
    expect(await end(pair.seeker)).toMatchObject({ note: 'Far too dear.' });
    expect(await end(context.administrator)).toMatchObject({ note: 'Far too dear.' });
  });

  it('offers the steps that are open to the reader', async () => {
    const pair = await newPair(context);
    const allowed = async (actor: Actor) => (await matches.one(actor, pair.id)).allowed;
    expect(await allowed(pair.seeker)).toEqual(['express-interest', 'decline']);
    expect(await allowed(context.administrator)).toEqual(['reject']);
    expect(await allowed(context.auditor)).toEqual([]);
    await context.get(MatchInterestService).expressInterest(pair.seeker, pair.id, { seen: null });
    expect(await allowed(pair.seeker)).toEqual(['withdraw']);
    await context.get(MatchInterestService).expressInterest(pair.provider, pair.id, { seen: null });
    expect(await allowed(context.administrator)).toEqual(['approve', 'reject']);
  });
});

describe('lists', () => {
  it('give the best first, page by page, filtered, without what was superseded', async () => {
    const provider = (await newOrganization(context)).manager;
    const need = await newListed(context, { kind: 'need' });
    for (let i = 0; i < 5; i++)
      await newListed(context, { kind: 'technology', owner: provider, content: { details: { readiness: 1 + i } } });
    await newListed(context, { kind: 'solution', owner: provider });
    await runJobs(context);
    const seen: MatchView[] = [];
    for (let after: string | undefined; ;) {
      const page = await matches.page(need.owner, { limit: 2, needId: need.id, ...(after && { after }) });
      seen.push(...page.items);
      if (page.next === null) break;
      after = page.next;
    }
    const everything = (await matches.page(need.owner, { ...ALL, needId: need.id })).items;
    expect(seen).toEqual(everything);
    expect(seen.map((view) => view.score)).toEqual([...seen.map((view) => view.score)].sort((a, b) => b - a));
    expect((await matches.page(provider, { ...ALL, needId: need.id, kind: 'solution' })).items).toHaveLength(1);
    await context.sql.query(`UPDATE match SET state = 'superseded' WHERE id = $1`, [seen[0]?.id]);
    expect((await matches.page(need.owner, { ...ALL, needId: need.id })).items).toHaveLength(everything.length - 1);
    const state: MatchState = 'superseded';
    expect((await matches.page(need.owner, { ...ALL, needId: need.id, state })).items.map(({ id }) => id)).toEqual([seen[0]?.id]);
    expect((await matches.page(system('test'), { ...ALL, needId: need.id })).items).toHaveLength(everything.length - 1);
  });
});

it('of a seeker who stays unnamed others read how fast she answers, and whether her centre knows her', async () => {
  const pair = await newPair(context, { need: { anonymous: true } });
  const owner = pair.seeker;
  for (const [days, answer] of [
    [1, `seeker_yes_at = gate_now()`],
    [4, `state = 'declined', ended_side = 'seeker', ended_at = gate_now()`],
    [30, `seeker_yes_at = gate_now()`],
    [2, `state = 'declined', ended_side = 'provider', ended_at = gate_now()`],
  ] as const) {
    const { id } = await newPair(context, { need: { owner } });
    await context.sql.query(
      `UPDATE match SET touched = true, created_at = gate_now() - make_interval(days => $2), ${answer} WHERE id = $1`,
      [id, days],
    );
  }
  const unnamed = async () => (await context.get(ListingViews).one(pair.provider, pair.need.id, ['need'])).unnamed;
  expect(await unnamed()).toMatchObject({ medianAnswerDays: 4, knownToCentre: false });
  const officer = await newPerson(context, { officerOf: ['MZ'] });
  await context.sql.query(
    `INSERT INTO review_decision (listing_id, revision, stage, decision, reviewer_id) VALUES ($1, 1, 'centre_review', 'approve', $2)`,
    [pair.need.id, officer.personId],
  );
  expect(await unnamed()).toMatchObject({ knownToCentre: true });
});
