import { startApp, type TestApp } from '../../support/e2e.js';
import { draft, publish, waterNeed, waterOffers } from '../../support/journey.js';
import { type Cast, castOf } from './cast.js';

let gate: TestApp;
let cast: Cast;
let offerId: string;
beforeAll(async () => {
  gate = await startApp({ config: { role: 'web' } });
  cast = await castOf(gate);
  const offer = await draft(cast.owner, 'offers', waterOffers.technology);
  await publish(cast.owner, cast.administrators[0], offer);
  offerId = offer.id;
});
afterAll(() => gate.close());

async function newNeed(): Promise<string> {
  const need = await draft(cast.other, 'needs', waterNeed('technology'));
  await publish(cast.other, cast.administrators[0], need);
  return need.id;
}

it('a member opens a match himself, with a note of at most 1,000 characters that the other side reads', async () => {
  const needId = await newNeed();
  const open = (note: string) => cast.owner.client.post('/api/v1/matches', { needId, offerId, note });
  expect(await open('x'.repeat(1_001))).toMatchObject({ status: 400, body: { errors: [{ path: 'note' }] } });
  const opened = await open('x'.repeat(1_000));
  expect(opened).toMatchObject({ status: 201, body: { state: 'interest_provider', source: 'member' } });
  const at = `/api/v1/matches/${opened.body.id}`;
  expect((await cast.other.client.get(at)).body.interest.provider.note).toHaveLength(1_000);
  expect(await cast.other.client.post(`${at}/express-interest`, { note: 'x'.repeat(1_001) })).toMatchObject({ status: 400 });
  expect(await cast.other.client.post(`${at}/express-interest`, { note: 'Gladly.' })).toMatchObject({
    status: 200,
    body: { state: 'under_review' },
  });
});

it('a no has a reason of the list; "not now" has a day to ask again', async () => {
  const opened = await cast.owner.client.post('/api/v1/matches', { needId: await newNeed(), offerId });
  const decline = (body: object) => cast.other.client.post(`/api/v1/matches/${opened.body.id}/decline`, body);
  expect(await decline({})).toMatchObject({ status: 400, body: { code: 'match.reason-required', errors: [{ path: 'reason' }] } });
  expect(await decline({ reason: 'because' })).toMatchObject({ status: 400, body: { errors: [{ path: 'reason' }] } });
  expect(await decline({ reason: 'not-now' })).toMatchObject({ status: 400, body: { errors: [{ path: 'until' }] } });
  expect(await decline({ reason: 'not-now', until: '2099-01-01' })).toMatchObject({
    status: 200,
    body: { state: 'declined', end: { side: 'seeker', reason: 'not-now', until: '2099-01-01' } },
  });
});

it('what was read too long ago is 412, what is no longer possible 409', async () => {
  const opened = await cast.owner.client.post('/api/v1/matches', { needId: await newNeed(), offerId });
  const act = (name: string, headers = {}) =>
    cast.other.client.post(`/api/v1/matches/${opened.body.id}/${name}`, { reason: 'price' }, headers);
  const seen = { 'if-match': `"${opened.body.version}"` };
  expect((await act('decline', seen)).status).toBe(200);
  expect(await act('express-interest', seen)).toMatchObject({ status: 412, body: { code: 'match.changed-since' } });
  expect(await act('express-interest')).toMatchObject({ status: 409, body: { code: 'match.transition-not-allowed' } });
});

it('what became of an introduction is told in five words, with a note, a sum and quantities', async () => {
  const opened = await cast.owner.client.post('/api/v1/matches', { needId: await newNeed(), offerId });
  const at = `/api/v1/matches/${opened.body.id}`;
  const report = (body: object) => cast.other.client.post(`${at}/report-outcome`, body);
  expect((await report({ status: 'talking' })).status).toBe(409);
  await cast.other.client.post(`${at}/express-interest`);
  await cast.administrators[0].post(`${at}/approve`);
  for (const status of ['no-contact-yet', 'other-side-silent', 'talking', 'ended']) expect((await report({ status })).status).toBe(200);
  const full = { status: 'agreed', note: 'Twelve pumps.', value: 40_000, currency: 'USD', quantities: [{ value: 12, unit: 'pump' }] };
  expect(await report(full)).toMatchObject({ status: 200, body: { state: 'in_dialogue' } });
  expect(await report({ status: 'agreed', value: 5 })).toMatchObject({ status: 400, body: { errors: [{ path: 'currency' }] } });
  expect((await report({ status: 'married' })).status).toBe(400);
  const { rows } = await gate.sql.query(
    `SELECT status, note, value::int, currency, quantities FROM match_outcome WHERE match_id = $1 AND status = 'agreed'`,
    [opened.body.id],
  );
  expect(rows).toEqual([full]);
});
