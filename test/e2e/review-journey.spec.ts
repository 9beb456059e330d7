import { LISTING_TIMERS } from '../../src/modules/listings/index.js';
import { Schedule } from '../../src/platform/queue/schedule.js';
import { type Client, signUp } from '../support/client.js';
import { startApp, type TestApp } from '../support/e2e.js';
import { administrator } from '../support/journey.js';

// A ministry with poor access, from the consent on paper to the end of what was entered for it; each step told to those whom it concerns.

let gate: TestApp;
let entering: Client;
let reviewing: Client;
let global: Client;
let ministry: string;
let path: string;

beforeAll(async () => {
  gate = await startApp();
  global = await administrator(gate);
  [entering, reviewing] = [await officer(), await officer()];
});
afterAll(() => gate.close());

async function officer(): Promise<Client> {
  const { client, id } = await signUp(gate.visitor, 'Officer of Malawi');
  await gate.sql.query(`INSERT INTO country_officer (person_id, country) VALUES ($1, 'MW')`, [id]);
  return client;
}

const dayIn = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const done = async (answer: Promise<{ status: number; body: any }>) => {
  const { status, body } = await answer;
  if (status >= 300) throw new Error(`answered ${status}: ${JSON.stringify(body)}`);
  return body;
};
const view = async (client: Client) =>
  (await done(client.get(path))) as { state: string; version: number; revision: number; title: string };

/** Kinds of what somebody has been told about the need, the oldest first. */
const toldTo = async (client: Client): Promise<string[]> => {
  await gate.drainJobs();
  const { items } = await done(client.get('/api/v1/notifications?limit=100'));
  const mine = (items as { kind: string; subject: { id: string } }[]).filter(({ subject }) => path.endsWith(subject.id));
  return mine.map(({ kind }) => kind).reverse();
};
const edit = async (client: Client, fields: object) => {
  const { headers } = await client.get(path);
  return done(client.patch(path, fields, { 'if-match': String(headers.etag) }));
};

it('an officer enters a ministry with the consent of one of its people, and its need', async () => {
  const consent = {
    kind: 'signed-form',
    person: { name: 'Thoko Banda', position: 'Director of Water', phone: '+265 1 234567' },
    givenOn: dayIn(0),
    scopes: ['register', 'list'],
  };
  const entered = await done(
    entering.post('/api/v1/organizations/on-behalf', {
      legalName: 'Ministry of Water',
      country: 'MW',
      type: '10',
      languages: ['en'],
      consent,
    }),
  );
  ministry = String(entered.id);
  const need = await done(
    entering.post('/api/v1/needs', {
      organizationId: ministry,
      language: 'en',
      title: 'Safe water for Nsanje',
      codes: [
        { scheme: 'crs', code: '14031' },
        { scheme: 'sdg-target', code: '6.1' },
      ],
      kinds: ['technology'],
      details: { problem: 'Wells along the river are salty.' },
      neededBy: 'no-date',
      budget: 'not-known',
    }),
  );
  path = `/api/v1/needs/${need.id}`;
  await done(entering.post(`${path}/submit`));
  expect(await view(entering)).toMatchObject({ state: 'centre_review', enteredBy: 'centre' });
  expect(await toldTo(reviewing)).toEqual(['submitted']);
});

it('she does not review it herself; her colleague asks for a change of one field, and she answers', async () => {
  expect((await entering.post(`${path}/approve`)).status).toBe(403);
  await done(reviewing.post(`/api/v1/reviews/${path.split('/').pop()}/claim`));
  const asked = [
    { path: 'title', note: 'Name the number of people.' },
    { path: 'details.problem', note: 'How salty?' },
  ];
  await done(reviewing.post(`${path}/request-changes`, { fields: asked }));
  expect(await toldTo(entering)).toContain('changes-requested');
  const refused = await entering.post(`${path}/submit`);
  expect([refused.status, refused.body.code]).toEqual([400, 'listing.requests-open']);
  await edit(entering, { title: 'Safe water for 40,000 people of Nsanje' });
  const [, salt] = (await done(entering.get(path))).changeRequests;
  await done(entering.post(`${path}/change-requests/${salt.id}/answer`, { answer: 'The ministry has not measured it.' }));
  await done(entering.post(`${path}/submit`));
  expect((await done(reviewing.get(path))).changeRequests).toMatchObject([
    { changed: true },
    { answer: 'The ministry has not measured it.' },
  ]);
});

it('both desks approve, because the centre entered it itself, and then it is there for everybody', async () => {
  await done(reviewing.post(`${path}/approve`, { checklist: { codes: true } }));
  expect(await view(reviewing)).toMatchObject({ state: 'global_review' });
  expect((await gate.visitor.get(path)).status).toBe(404);
  expect(await toldTo(global)).toEqual(['submitted']);
  await done(global.post(`${path}/approve`));
  expect((await gate.visitor.get(path)).body).toMatchObject({ state: 'published', title: 'Safe water for 40,000 people of Nsanje' });
  expect(await toldTo(entering)).toContain('published');
});

it('a change waits beside it, shown field by field, and the published one stays until both have approved', async () => {
  await edit(entering, { title: 'Safe water for 45,000 people of Nsanje' });
  await done(entering.post(`${path}/submit`));
  expect((await done(reviewing.get(`${path}/difference`))).items).toEqual([
    { path: 'title', from: 'Safe water for 40,000 people of Nsanje', to: 'Safe water for 45,000 people of Nsanje' },
  ]);
  await done(reviewing.post(`${path}/approve`));
  expect((await gate.visitor.get(path)).body.title).toContain('40,000');
  await done(global.post(`${path}/approve`));
  expect((await gate.visitor.get(path)).body).toMatchObject({ title: 'Safe water for 45,000 people of Nsanje', revision: 3 });
});

it('it is renewed when its year nears the end, and ends when nobody does so again', async () => {
  await gate.shiftClock('310 days');
  await gate.get(Schedule).runNow(LISTING_TIMERS);
  expect(await view(entering)).toMatchObject({ state: 'expiring' });
  expect((await toldTo(entering)).filter((kind) => kind === 'expiring')).toHaveLength(1);
  await done(entering.post(`${path}/renew`));
  expect(await view(entering)).toMatchObject({ state: 'published' });
  await gate.shiftClock('700 days');
  await gate.get(Schedule).runNow(LISTING_TIMERS);
  expect(await view(entering)).toMatchObject({ state: 'expired' });
  expect((await gate.visitor.get(path)).status).toBe(404);
  const { rows } = await gate.sql.query<{ action: string }>(
    `SELECT action FROM audit_entry WHERE subject_id = $1 AND action ~ '^listing[.](submit|approve|request-changes|renew|expire)' ORDER BY seq`,
    [path.split('/').pop()],
  );
  const steps = ['submit', 'request-changes', 'submit', 'approve', 'approve', 'submit', 'approve', 'approve', 'renew', 'expire'];
  expect(rows.map(({ action }) => action)).toEqual(steps.map((step) => `listing.${step}`));
});
