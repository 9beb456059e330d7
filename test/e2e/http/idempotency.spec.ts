import { newConsent } from '../../support/factories/organizations.js';
import { type Answer, type Client, signUp } from '../../support/client.js';
import { startApp, type TestApp } from '../../support/e2e.js';
import { completeFields } from '../../support/factories/listings.js';
import { administrator, draft, party, type Party } from '../../support/journey.js';

let gate: TestApp;
let owner: Party;
let reviewer: Client;
beforeAll(async () => {
  gate = await startApp({ config: { role: 'web' } });
  owner = await party(gate, 'KE', 'Sender of twins');
  reviewer = await administrator(gate);
});
afterAll(() => gate.close());

let keys = 0;
const fresh = (): { 'idempotency-key': string } => ({ 'idempotency-key': `key-${++keys}` });
const need = (change: object = {}) => ({ organizationId: owner.organizationId, language: 'en', ...completeFields('need', change) });
const statuses = (answers: readonly Answer[]): number[] => answers.map(({ status }) => status);
const count = async (sql: string, ...values: unknown[]): Promise<number> =>
  (await gate.sql.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${sql}`, values)).rows[0]!.n;
const times = <T>(n: number, act: (i: number) => Promise<T>): Promise<T[]> => Promise.all(Array.from({ length: n }, (_, i) => act(i)));

describe('requests under one key', () => {
  it('have one effect and one answer, however many come at once', async () => {
    const [before, key] = [await count('listing'), fresh()];
    // More of them than the process has connections: those who wait must not starve the one who works.
    const answers = await times(40, () => owner.client.post('/api/v1/needs', need(), key));
    expect(statuses(answers)).toEqual(Array(40).fill(201));
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(answers.filter(({ headers }) => headers['idempotent-replayed'] === 'true')).toHaveLength(39);
    expect(await count('listing')).toBe(before + 1);
    expect(await count(`audit_entry WHERE subject_id = $1`, answers[0]!.body.id)).toBe(1);
  });

  it('that are transitions move it once, and all of them see where it went', async () => {
    const { id, path } = await draft(owner, 'needs', completeFields('need'));
    const [submit, approve] = [fresh(), fresh()];
    const submitted = await times(5, () => owner.client.post(`${path}/submit`, {}, submit));
    expect(submitted.map(({ status, body }) => [status, body.state])).toEqual(Array(5).fill([200, 'global_review']));
    const approved = await times(5, () => reviewer.post(`${path}/approve`, { note: 'Good.' }, approve));
    expect(approved.map(({ status, body }) => [status, body.state])).toEqual(Array(5).fill([200, 'published']));
    expect(await count('review_decision WHERE listing_id = $1', id)).toBe(1);
    expect(await count(`audit_entry WHERE subject_id = $1 AND action = 'listing.approve'`, id)).toBe(1);
  });

  it('without a key the second is a conflict', async () => {
    const { path } = await draft(owner, 'needs', completeFields('need'));
    const answers = await times(4, () => owner.client.post(`${path}/submit`));
    expect(statuses(answers).sort()).toEqual([200, 409, 409, 409]);
  });

  it('are told from others by what they say, not by how it is written', async () => {
    const key = fresh();
    const { title, ...rest } = need() as Record<string, unknown>;
    const first = await owner.client.post('/api/v1/needs', { title, ...rest }, key);
    expect((await owner.client.post('/api/v1/needs', { ...rest, title }, key)).body.id).toBe(first.body.id);
    const other = await owner.client.post('/api/v1/needs', { ...rest, title: 'Another one' }, key);
    expect(other).toMatchObject({ status: 422, body: { code: 'request.idempotency-key-reused' } });
    expect((await owner.client.post('/api/v1/needs', { ...rest, title, colour: 'blue' }, key)).status).toBe(422);
  });

  it('are forgotten when they failed: the same key may try again, with a better body', async () => {
    const key = fresh();
    expect((await owner.client.post('/api/v1/needs', { ...need(), title: '' }, key)).status).toBe(400);
    expect((await owner.client.post('/api/v1/needs', { ...need(), organizationId: crypto.randomUUID() }, key)).status).toBe(404);
    expect((await owner.client.post('/api/v1/needs', need(), key)).status).toBe(201);
    expect(await count('idempotency_key WHERE key = $1', key['idempotency-key'])).toBe(1);
  });

  it('let the next one through when the first of them failed', async () => {
    const { path } = await draft(owner, 'needs', { title: 'Incomplete' });
    const key = fresh();
    expect(statuses(await times(4, () => owner.client.post(`${path}/submit`, {}, key)))).toEqual([400, 400, 400, 400]);
  });

  it('are done again after 48 hours', async () => {
    const key = fresh();
    const first = await owner.client.post('/api/v1/needs', need(), key);
    await gate.sql.query(`UPDATE idempotency_key SET created_at = now() - interval '49 hours' WHERE key = $1`, [key['idempotency-key']]);
    const later = await owner.client.post('/api/v1/needs', need({ title: 'Two days later' }), key);
    expect(later.status).toBe(201);
    expect(later.body.id).not.toBe(first.body.id);
  });
});

describe('a key is another key', () => {
  it('for another person, another organization, another method and another address', async () => {
    const key = fresh();
    const ids = new Set<string>();
    const colleague = await signUp(gate.visitor);
    await gate.sql.query(`INSERT INTO membership (organization_id, person_id, role) VALUES ($1, $2, 'editor')`, [
      owner.organizationId,
      colleague.id,
    ]);
    for (const client of [owner.client, colleague.client]) ids.add((await client.post('/api/v1/needs', need(), key)).body.id);
    const second = await owner.client.post('/api/v1/organizations', { legalName: 'Second', country: 'KE', type: '70', languages: ['en'] });
    ids.add((await owner.client.post('/api/v1/needs', { ...need(), organizationId: second.body.id }, key)).body.id);
    await owner.client.post('/api/v1/me/organization', { organizationId: owner.organizationId });
    const offer = { ...completeFields('technology'), kind: 'technology', organizationId: owner.organizationId, language: 'en' };
    ids.add((await owner.client.post('/api/v1/offers', offer, key)).body.id);
    expect(ids.size).toBe(4);
    expect(ids).not.toContain(undefined);
  });

  it('only when it is a key: anything else is refused before it has an effect', async () => {
    const before = await count('listing');
    for (const key of ['', ' ', 'a b', 'a'.repeat(201), 'schlüssel', 'tab\there'])
      expect(await owner.client.post('/api/v1/needs', need(), { 'idempotency-key': key })).toMatchObject({
        status: 400,
        body: { code: 'request.idempotency-key', errors: [{ path: 'headers.idempotency-key' }] },
      });
    expect(await count('listing')).toBe(before);
    expect((await owner.client.post('/api/v1/needs', need(), { 'idempotency-key': `!~${'a'.repeat(198)}` })).status).toBe(201);
  });
});

describe('a replay', () => {
  it('shows how things stand today', async () => {
    const key = fresh();
    const made = await owner.client.post('/api/v1/needs', need(), key);
    await owner.client.patch(`/api/v1/needs/${made.body.id}`, { title: 'Changed since' }, { 'if-match': '"1"' });
    const again = await owner.client.post('/api/v1/needs', need(), key);
    expect(again).toMatchObject({ status: 201, headers: { etag: '"2"' }, body: { id: made.body.id, title: 'Changed since' } });
  });

  it('passes the policy of today: who left the organization gets nothing of it', async () => {
    const member = await signUp(gate.visitor);
    const set = (sql: string) => gate.sql.query(sql, [owner.organizationId, member.id]);
    await set(`INSERT INTO membership (organization_id, person_id, role) VALUES ($1, $2, 'editor')`);
    const key = fresh();
    const made = await member.client.post('/api/v1/needs', need(), key);
    expect(made.status).toBe(201);
    await set('DELETE FROM membership WHERE organization_id = $1 AND person_id = $2');
    const again = await member.client.post('/api/v1/needs', need(), key);
    expect([again.status, again.body.id]).toEqual([403, undefined]);
  });

  it('of staff ends with the office, by the route and by the row', async () => {
    const officer = await signUp(gate.visitor);
    await gate.sql.query(`INSERT INTO country_officer (person_id, country) VALUES ($1, 'KE')`, [officer.id]);
    await newConsent(gate, owner.organizationId, ['list']);
    const key = fresh();
    const made = await officer.client.post('/api/v1/needs', need(), key);
    expect(made.status).toBe(201);
    await gate.sql.query('UPDATE country_officer SET active = false WHERE person_id = $1', [officer.id]);
    expect((await officer.client.post('/api/v1/needs', need(), key)).status).toBe(404);

    const former = await signUp(gate.visitor);
    await gate.sql.query('UPDATE person SET administrator = true WHERE id = $1', [former.id]);
    const { id } = await signUp(gate.visitor);
    const disable = () => former.client.post(`/api/v1/admin/people/${id}/disable`, {}, key);
    expect((await disable()).status).toBe(200);
    await gate.sql.query('UPDATE person SET administrator = false WHERE id = $1', [former.id]);
    expect(await disable()).toMatchObject({ status: 403, body: { code: 'auth.not-allowed' } });
  });
});
