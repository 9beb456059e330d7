import {
  MATCH_STATES,
  matchLifecycle,
  type MatchRole,
  type MatchState,
  type MatchTransition,
} from '../../../src/modules/matching/match.lifecycle.js';
import { RouteInventory } from '../../../src/platform/http/index.js';
import { type Client, signUp } from '../../support/client.js';
import { startApp, type TestApp } from '../../support/e2e.js';
import { draft, publish, waterNeed, waterOffers } from '../../support/journey.js';
import { actsOf, type Cast, castOf, statuses, timesDone } from './cast.js';

let gate: TestApp;
let cast: Cast;
let match: string;
/** The row when both sides had said yes. */
let agreed: object;
let people: { roles: MatchRole[]; two: [Client, Client] }[];

beforeAll(async () => {
  gate = await startApp({ config: { role: 'web' } });
  cast = await castOf(gate);
  const { owner, other, administrators } = cast;
  const [offer, need] = [await draft(owner, 'offers', waterOffers.technology), await draft(other, 'needs', waterNeed('technology'))];
  await publish(owner, administrators[0], offer);
  await publish(other, administrators[0], need);
  match = (await other.client.post('/api/v1/matches', { needId: need.id, offerId: offer.id })).body.id;
  expect((await owner.client.post(`/api/v1/matches/${match}/express-interest`)).body.state).toBe('under_review');
  agreed = (await gate.sql.query<{ row: object }>('SELECT to_jsonb(m) AS row FROM match m WHERE id = $1', [match])).rows[0]!.row;
  people = [
    { roles: ['provider'], two: [cast.editor, owner.client] },
    { roles: ['seeker'], two: [other.client, await colleagueOf(other.organizationId)] },
    { roles: ['administrator', 'reviewer'], two: administrators },
  ];
});
afterAll(() => gate.close());

async function colleagueOf(organizationId: string): Promise<Client> {
  const { client, id } = await signUp(gate.visitor);
  await gate.sql.query(`INSERT INTO membership (organization_id, person_id, role) VALUES ($1, $2, 'editor')`, [organizationId, id]);
  return client;
}

/** Which sides have said yes in a state, and whether the two know each other. */
const STANDS: Record<MatchState, { yes: MatchRole[]; introduced?: true }> = {
  suggested: { yes: [] },
  held: { yes: [] },
  interest_provider: { yes: ['provider'] },
  interest_seeker: { yes: ['seeker'] },
  under_review: { yes: ['provider', 'seeker'] },
  introduced: { yes: ['provider', 'seeker'], introduced: true },
  in_dialogue: { yes: ['provider', 'seeker'], introduced: true },
  converted: { yes: ['provider', 'seeker'], introduced: true },
  declined: { yes: ['provider'] },
  rejected: { yes: ['provider', 'seeker'] },
  lapsed: { yes: [] },
  withdrawn: { yes: ['provider', 'seeker'] },
  superseded: { yes: [] },
};

async function put(state: MatchState): Promise<void> {
  const { yes, introduced } = STANDS[state];
  const gone = ['provider', 'seeker'].filter((side) => !yes.includes(side as MatchRole));
  const row = Object.fromEntries(
    Object.entries(agreed).map(([name, value]) => [name, gone.some((side) => name.startsWith(`${side}_yes`)) ? null : value]),
  );
  const met = introduced && { reviewer_id: cast.owner.personId, introduced_at: new Date().toISOString() };
  await gate.sql.query('DELETE FROM match WHERE id = $1', [match]);
  await gate.sql.query('INSERT INTO match SELECT * FROM jsonb_populate_record(NULL::match, $1)', [
    { ...row, state, opened_by: null, opened_side: null, touched: true, ...met },
  ]);
}

const stateNow = async (): Promise<string> =>
  (await gate.sql.query<{ state: string }>('SELECT state FROM match WHERE id = $1', [match])).rows[0]!.state;
const call = (client: Client, act: string, headers: Record<string, string> = {}) =>
  client.post(`/api/v1/matches/${match}/${act}`, act === 'report-outcome' ? { status: 'talking' } : { reason: 'other' }, headers);

/** What sides and administrators do by themselves. */
const ACTS = [
  ...new Set(
    matchLifecycle.definition.transitions.flatMap(({ name, actors }) => (actors.some((actor) => actor !== 'system') ? [name] : [])),
  ),
].sort();

/** The table, without a second yes: that one is for terms that have changed. */
const openIn = (state: MatchState, roles: readonly MatchRole[]): MatchTransition[] =>
  matchLifecycle
    .allowed(state, roles)
    // Whoever has decided takes it back, and these ends were nobody's: test/medium/matching/undo.spec.ts.
    .filter((name) => name !== 'undo')
    .filter((name) => name !== 'express-interest' || !roles.some((role) => STANDS[state].yes.includes(role)));
const isHidden = (state: MatchState, roles: readonly MatchRole[]): boolean => state === 'held' && !roles.includes('administrator');

it('has a route for each act of the table, and for nothing else', () => {
  expect(
    actsOf(gate.get(RouteInventory).routes, 'matches')
      .filter((name) => name !== 'questions')
      .sort(),
  ).toEqual(ACTS);
});

describe.each(MATCH_STATES)('a match that is %s', (state) => {
  it('refuses what the table does not allow: 409, 403 to whom it never is, 404 to a side that does not see it', async () => {
    await put(state);
    for (const { roles, two } of people)
      for (const act of ACTS.filter((name) => isHidden(state, roles) || !openIn(state, roles).includes(name))) {
        const { status, body } = await call(two[0], act);
        const expected = isHidden(state, roles) ? 404 : matchLifecycle.mayEver(act, roles) ? 409 : 403;
        expect({ act, roles, status }).toEqual({ act, roles, status: expected });
        const again = act === 'express-interest' && matchLifecycle.allowed(state, roles).includes(act);
        if (status === 409)
          expect(body).toMatchObject(
            act === 'undo' && matchLifecycle.allowed(state, roles).includes(act)
              ? { code: 'match.undo-not-possible' }
              : again
                ? { code: 'match.already-said-yes' }
                : { code: 'match.transition-not-allowed', allowed: matchLifecycle.allowed(state, roles) },
          );
      }
    expect(await stateNow()).toBe(state);
  });

  it('is nobody else’s: 401, 404 for an outsider in pages and lists, 403 for who only reads it', async () => {
    await put(state);
    for (const act of ACTS) {
      const answers = [
        await call(gate.visitor, act),
        await call(cast.outsider, act),
        await call(cast.officers[0], act),
        await call(cast.viewer, act),
      ];
      expect({ act, answers: answers.map(({ status }) => status) }).toEqual({
        act,
        answers: [401, 404, 403, state === 'held' ? 404 : 403],
      });
    }
    expect((await cast.outsider.get(`/api/v1/matches/${match}`)).status).toBe(404);
    expect((await cast.outsider.get(`/api/v1/matches?state=${state}`)).body.items).toEqual([]);
    expect((await cast.administrators[0].get(`/api/v1/matches?state=${state}`)).body.items).toHaveLength(1);
    expect(await stateNow()).toBe(state);
  });

  it('goes where the table leads, once: for two people at the same moment, and for one who clicks twice', async () => {
    for (const { roles, two } of people.filter((one) => !isHidden(state, one.roles)))
      for (const act of openIn(state, roles)) {
        // What became of an introduction may be told again and again; talking begins the dialogue.
        const tale = act === 'report-outcome';
        const after = tale ? 'in_dialogue' : matchLifecycle.take(act, state, roles, 'other').to;
        const count = () => timesDone(gate, match, `match.${act}`);
        await put(state);
        let before = await count();
        const answers = await Promise.all(two.map((client) => call(client, act)));
        expect({ act, answers: statuses(answers) }).toEqual({ act, answers: tale ? [200, 200] : [200, 409] });
        expect([await stateNow(), (await count()) - before]).toEqual([after, tale ? 2 : 1]);
        await put(state);
        before = await count();
        const key = { 'idempotency-key': `${act}-${state}-${roles[0]}` };
        const clicks = await Promise.all([1, 2].map(() => call(two[0], act, key)));
        expect({ act, answers: statuses(clicks) }).toEqual({ act, answers: [200, 200] });
        expect([await stateNow(), (await count()) - before]).toEqual([after, 1]);
      }
  });
});
