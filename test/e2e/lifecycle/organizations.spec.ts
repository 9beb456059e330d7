import {
  allowedTransitions,
  hasLevel,
  levelLifecycle,
  type OrganizationRole,
  type OrganizationState,
  standingLifecycle,
  takeTransition,
} from '../../../src/modules/organizations/organization.lifecycle.js';
import { VERIFICATION_PERIODS, VERIFICATION_TIMERS } from '../../../src/modules/verification/index.js';
import { RouteInventory } from '../../../src/platform/http/index.js';
import { Schedule } from '../../../src/platform/queue/schedule.js';
import type { Client } from '../../support/client.js';
import { startApp, type TestApp } from '../../support/e2e.js';
import { party, type Party } from '../../support/journey.js';
import { actsOf, type Cast, castOf, statuses, timesDone } from './cast.js';

let gate: TestApp;
let cast: Cast;
beforeAll(async () => {
  gate = await startApp({ config: { role: 'web' } });
  cast = await castOf(gate);
}, 60_000);
afterAll(() => gate.close());

const WORDS = { reason: 'other', note: 'So it is.' };

/** What people decide by a route; the check comes with the first listing, and papers do the rest. */
const ACTS = [...new Set([...levelLifecycle.definition.transitions, ...standingLifecycle.definition.transitions].map(({ name }) => name))]
  .filter((name) => !['check', 'hand-in', 'fall-short', 'renew', 'run-out'].includes(name))
  .sort();

/** Every state the two tables lead to. */
const STATES: OrganizationState[] = levelLifecycle.definition.states.flatMap((level) =>
  standingLifecycle.definition.states.flatMap((standing) =>
    standing === 'rejected' && hasLevel(level, 'verified') ? [] : [{ level, standing }],
  ),
);

const L1 = ['founding-act', 'signatory-authority'];
const L2 = ['financial-statement', 'ownership', 'reference', 'reference', 'reference'];

let made = 0;
let founder: Party | undefined;
async function organizationIn({ level, standing }: OrganizationState): Promise<Party & { path: string }> {
  // One founder of them all: she acts for the one she has registered last.
  founder ??= await party(gate, 'KE', 'The first organization');
  const fields = { legalName: `Organization ${++made}`, country: 'KE', type: '70', languages: ['en'] };
  const { body } = await founder.client.post('/api/v1/organizations', fields);
  const registered: Party = { ...founder, organizationId: String(body.id) };
  await gate.sql.query('UPDATE organization SET level = $2, standing = $3 WHERE id = $1', [registered.organizationId, level, standing]);
  const papers = level === 'documents_submitted' ? L1 : hasLevel(level, 'verified') ? L2 : [];
  await gate.sql.query(
    `INSERT INTO organization_document (organization_id, kind, title, language, issued_on, uploaded_by, outcome)
     SELECT $1, kind, kind, 'en', '2020-01-01', $2, $4 FROM unnest($3::text[]) AS kind`,
    [registered.organizationId, founder.personId, papers, papers === L2 ? 'accepted' : null],
  );
  return { ...registered, path: `/api/v1/organizations/${registered.organizationId}` };
}

const stateOf = async ({ organizationId }: Party): Promise<OrganizationState & { version: number }> =>
  (
    await gate.sql.query<OrganizationState & { version: number }>('SELECT level, standing, version FROM organization WHERE id = $1', [
      organizationId,
    ])
  ).rows[0]!;

const people = (): { roles: OrganizationRole[]; two: [Client, Client] }[] => [
  { roles: ['administrator'], two: cast.administrators },
  { roles: ['officer'], two: cast.officers },
];
const mayEver = (name: (typeof ACTS)[number], roles: OrganizationRole[]): boolean =>
  levelLifecycle.mayEver(name as 'verify', roles) || standingLifecycle.mayEver(name as 'reject', roles);

/** What is posted to an organization and moves it nowhere: lists of its own. */
const LISTS = ['claim-links', 'consents', 'documents', 'invitations'];

it('has a route for each act of the tables, and for nothing else', () => {
  const routes = actsOf(gate.get(RouteInventory).routes, 'organizations').filter((name) => !LISTS.includes(name));
  expect(routes.sort()).toEqual(ACTS);
});

describe.each(STATES)('an organization of level $level and standing $standing', (state) => {
  it('refuses what the tables do not allow: 409 with what is possible, or 403 to whom it never is', async () => {
    const organization = await organizationIn(state);
    const before = await stateOf(organization);
    for (const { roles, two } of people()) {
      const open = allowedTransitions(state, roles);
      for (const act of ACTS.filter((name) => !open.includes(name))) {
        const { status, body } = await two[0].post(`${organization.path}/${act}`, WORDS);
        const expected = mayEver(act, roles)
          ? { status: 409, code: 'organization.transition-not-allowed', allowed: open }
          : { status: 403, code: 'organization.transition-forbidden' };
        expect({ act, roles, status, code: body.code, ...(body.allowed && { allowed: body.allowed }) }).toEqual({
          act,
          roles,
          ...expected,
        });
      }
    }
    expect(await stateOf(organization)).toEqual(before);
  });

  it('is decided by nobody else: 401, 403 for its own manager, 404 for who does not see it', async () => {
    const organization = await organizationIn(state);
    const before = await stateOf(organization);
    const isSeen = state.standing === 'good' && hasLevel(state.level, 'basic');
    for (const act of ACTS) {
      const answers = await Promise.all(
        [gate.visitor, cast.outsider, organization.client].map((client) => client.post(`${organization.path}/${act}`, WORDS)),
      );
      expect({ act, answers: answers.map(({ status }) => status) }).toEqual({ act, answers: [401, isSeen ? 403 : 404, 403] });
    }
    expect((await gate.visitor.get(organization.path)).status).toBe(401);
    expect((await cast.outsider.get(organization.path)).status).toBe(isSeen ? 200 : 404);
    expect(await stateOf(organization)).toEqual(before);
  });

  it('goes where the tables lead, once: for two people at the same moment, and for one who clicks twice', async () => {
    for (const { roles, two } of people())
      for (const act of allowedTransitions(state, roles)) {
        const after = takeTransition(act, state, roles, WORDS.reason);
        const [organization, clicked] = [await organizationIn(state), await organizationIn(state)];
        const { version } = await stateOf(organization);
        const answers = await Promise.all(two.map((client) => client.post(`${organization.path}/${act}`, WORDS)));
        expect({ act, answers: statuses(answers) }).toEqual({ act, answers: [200, 409] });
        expect(await stateOf(organization)).toEqual({ ...after, version: version + 1 });
        expect(await timesDone(gate, organization.organizationId, `organization.${act}`)).toBe(1);
        const key = { 'idempotency-key': `${act}-${clicked.organizationId}` };
        const clicks = await Promise.all([1, 2].map(() => two[0].post(`${clicked.path}/${act}`, WORDS, key)));
        expect({ act, answers: statuses(clicks) }).toEqual({ act, answers: [200, 200] });
        expect(await stateOf(clicked)).toEqual({ ...after, version: version + 1 });
      }
  });
});

it('goes where its papers lead: handed in, one of them taken back, accepted, looked at again before the end, run out', async () => {
  const organization = await organizationIn({ level: 'basic', standing: 'good' });
  const papers = `${organization.path}/documents`;
  const paperOf = async (kind: string): Promise<string> => {
    const { status, body } = await organization.client.post(papers, { kind, title: kind, language: 'en', issuedOn: '2020-01-01' });
    expect(status).toBe(201);
    return `${papers}/${body.items.at(-1).id}`;
  };
  const accept = async (paper: string): Promise<void> => expect((await cast.officers[0].post(`${paper}/accept`, {})).status).toBe(200);
  const later = async (days: number): Promise<void> => {
    await gate.shiftClock(`${days} days`);
    for (const task of [VERIFICATION_PERIODS, VERIFICATION_TIMERS]) await gate.get(Schedule).runNow(task);
  };
  const done = async (): Promise<string[]> => {
    const { rows } = await gate.sql.query<{ data: { from: string; to: string }; action: string }>(
      `SELECT action, data FROM audit_entry WHERE subject_id = $1 AND data ? 'to' ORDER BY seq`,
      [organization.organizationId],
    );
    return rows.map(({ action, data: { from, to } }) => `${action.replace('organization.', '')}: ${from} -> ${to}`);
  };

  const [act, authority] = [await paperOf('founding-act'), await paperOf('signatory-authority')];
  expect(await stateOf(organization)).toMatchObject({ level: 'documents_submitted' });
  expect((await organization.client.delete(authority)).status).toBe(204);
  const again = await paperOf('signatory-authority');
  for (const paper of [act, again]) await accept(paper);
  await later(700);
  for (const paper of [act, again]) {
    const { status, body } = await organization.client.post(`${paper}/hand-in-again`, {});
    expect(status).toBe(201);
    await accept(`${papers}/${body.items.at(-1).id}`);
  }
  await later(735);
  expect(await stateOf(organization)).toMatchObject({ level: 'verified' });
  await later(700 + 735);
  await gate.shiftClock('0');
  expect(await done()).toEqual([
    'hand-in: basic -> documents_submitted',
    'fall-short: documents_submitted -> basic',
    'hand-in: basic -> documents_submitted',
    'verify: documents_submitted -> verified',
    'renew: verified -> verified',
    'run-out: verified -> basic',
  ]);
});
