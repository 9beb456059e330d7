import { type Client, signUp } from '../../support/client.js';
import { startApp, type TestApp } from '../../support/e2e.js';

describe('dead jobs over HTTP', () => {
  let gate: TestApp;
  beforeAll(async () => {
    // No workers: jobs stay where the test puts them.
    gate = await startApp({ config: { role: 'web' } });
  });
  afterAll(() => gate.close());

  async function staff(column: 'administrator' | 'auditor'): Promise<Client> {
    const { client, id } = await signUp(gate.visitor);
    await gate.sql.query(`UPDATE person SET ${column} = true WHERE id = $1`, [id]);
    return client;
  }

  async function dead(name: string): Promise<string> {
    const { rows } = await gate.sql.query<{ id: string }>(
      `INSERT INTO outbox (queue, name, payload, state, starts, last_error) VALUES ('mail', $1, '{"id": "1"}', 'dead', 3, 'Error mail.refused') RETURNING id`,
      [name],
    );
    return rows[0]!.id;
  }

  it('lists them page by page, newest first', async () => {
    const ids = [await dead('x.one'), await dead('x.two'), await dead('x.three')];
    const client = await staff('administrator');
    const first = await client.get('/api/v1/admin/jobs?state=dead&queue=mail&limit=2');
    expect(first).toMatchObject({
      status: 200,
      body: {
        items: [
          { id: ids[2], name: 'x.three', state: 'dead', starts: 3, lastError: 'Error mail.refused', payload: { id: '1' } },
          { id: ids[1] },
        ],
      },
    });
    const second = await client.get(`/api/v1/admin/jobs?state=dead&queue=mail&limit=2&after=${first.body.next}`);
    expect(second.body).toMatchObject({ items: [{ id: ids[0] }], next: null });
    expect((await client.get('/api/v1/admin/jobs?state=lost')).status).toBe(400);
  });

  it('are sent again by an administrator, once', async () => {
    const id = await dead('x.again');
    const client = await staff('administrator');
    const path = `/api/v1/admin/jobs/${id}/requeue`;
    const key = { 'idempotency-key': 'again' };
    expect(await client.post(path, {}, key)).toMatchObject({ status: 200, body: { id, state: 'waiting', starts: 0 } });
    expect(await client.post(path, {}, key)).toMatchObject({ status: 200, body: { id } });
    expect(await client.post(path)).toMatchObject({ status: 409, body: { code: 'job.not-dead' } });
    const { rows } = await gate.sql.query(`SELECT action, actor_kind FROM audit_entry WHERE subject_id = $1`, [id]);
    expect(rows).toEqual([{ action: 'job.requeue', actor_kind: 'person' }]);
    expect((await client.post('/api/v1/admin/jobs/00000000-0000-4000-8000-000000000000/requeue')).status).toBe(404);
  });

  it('may be read by auditors and requeued by administrators only', async () => {
    const id = await dead('x.whose');
    const auditor = await staff('auditor');
    expect((await auditor.get('/api/v1/admin/jobs')).status).toBe(200);
    expect((await auditor.post(`/api/v1/admin/jobs/${id}/requeue`)).status).toBe(403);
    const { client } = await signUp(gate.visitor);
    expect((await client.get('/api/v1/admin/jobs')).status).toBe(403);
    expect((await gate.visitor.get('/api/v1/admin/jobs')).status).toBe(401);
  });

  it('answers monitors, and keeps figures from callers who come from far', async () => {
    expect(await gate.visitor.get('/health/live')).toMatchObject({ status: 200, body: { status: 'live' } });
    const ready = await gate.visitor.get('/health/ready');
    expect(ready.body.parts).toContainEqual(expect.objectContaining({ name: 'database', ready: true }));
    expect((await gate.visitor.get('/metrics')).body).toContain('gate_jobs_dead{queue="mail"}');
    expect(await gate.visitor.get('/metrics', { 'x-forwarded-for': '8.8.8.8' })).toMatchObject({ status: 404 });
  });
});
