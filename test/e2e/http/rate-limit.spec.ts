import { settings } from '../../../src/platform/config/settings.schemas.js';
import { type Answer, type Client, signUp } from '../../support/client.js';
import { startApp, type TestApp } from '../../support/e2e.js';

const PER_MINUTE = 12;
let gate: TestApp;
beforeAll(async () => (gate = await startApp({ config: { role: 'web', rateLimit: PER_MINUTE, trustProxy: '127.0.0.1' } })));
afterAll(() => gate.close());

let addresses = 0;
const elsewhere = () => ({ 'x-forwarded-for': `10.2.0.${++addresses}` });

/** Asks for what is not there, which costs the database nothing. */
async function ask(times: number, headers: Record<string, string>, client: Client = gate.visitor): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (let i = 0; i < times; i++) answers.push(await client.get('/api/v1/nowhere', headers));
  return answers;
}
const statuses = (answers: readonly Answer[]): number[] => [...new Set(answers.map(({ status }) => status))];

describe('requests a minute', () => {
  it('are 600 unless told otherwise', () => {
    expect(settings.parse({}).GATE_RATE_LIMIT).toBe(600);
  });

  it('are counted down, and one too many is told when to come again', async () => {
    const here = elsewhere();
    const answers = await ask(PER_MINUTE, here);
    expect(answers.map(({ headers }) => Number(headers['ratelimit-remaining']))).toEqual(
      Array.from({ length: PER_MINUTE }, (_, i) => PER_MINUTE - 1 - i),
    );
    expect(statuses(answers)).toEqual([404]);
    const [refused] = await ask(1, here);
    expect(refused).toMatchObject({
      status: 429,
      headers: { 'content-type': 'application/problem+json; charset=utf-8', 'retry-after': expect.stringMatching(/^([1-9]|[1-5]\d|60)$/) },
      body: { code: 'request.too-many' },
    });
    expect((await ask(1, elsewhere()))[0]?.status).toBe(404);
  });

  it('are counted for each session and each key, not for the office they sit in', async () => {
    const here = elsewhere();
    const [one, two] = await Promise.all([signUp(gate.visitor, 'One'), signUp(gate.visitor, 'Two')]);
    const { body } = await one.client.post('/api/v1/me/keys', { name: 'k' });
    const used = Number((await ask(1, here, one.client))[0]?.headers['ratelimit-remaining']);
    expect(statuses(await ask(used, here, one.client))).toEqual([404]);
    expect(statuses(await ask(1, here, one.client))).toEqual([429]);
    expect(statuses(await ask(5, here, two.client))).toEqual([404]);
    expect(statuses(await ask(PER_MINUTE, here, gate.visitor.withKey(body.key)))).toEqual([404]);
    expect(statuses(await ask(1, here, gate.visitor.withKey(body.key)))).toEqual([429]);
  });

  it('are not multiplied by inventing keys or sessions: an address has ten times as many', async () => {
    for (const invent of [
      (i: number) => ({ authorization: `Bearer gate_invented-for-this-${i}` }),
      (i: number) => ({ cookie: `gate.session_token=x${i}.y` }),
    ]) {
      const here = elsewhere();
      const answers: Answer[] = [];
      for (let i = 0; i < PER_MINUTE * 10 + 1; i++) answers.push(...(await ask(1, { ...here, ...invent(i) })));
      expect(statuses(answers.slice(0, -1))).toEqual([404]);
      expect(answers.at(-1)?.status).toBe(429);
    }
  });

  it('are refused before anything is read or written', async () => {
    const here = elsewhere();
    await ask(PER_MINUTE, here);
    const answer = await gate.visitor.post(
      '/api/auth/sign-up/email',
      { email: 'late@test.invalid', name: 'Late', password: 'correct horse battery' },
      here,
    );
    expect(answer.status).toBe(429);
    expect((await gate.sql.query(`SELECT FROM auth."user" WHERE email = 'late@test.invalid'`)).rows).toEqual([]);
  });

  it('do not count for those who watch over the process', async () => {
    const here = elsewhere();
    await ask(PER_MINUTE + 1, here);
    expect((await gate.visitor.get('/health/live', here)).status).toBe(200);
    expect((await gate.visitor.get('/metrics', here)).status).toBe(200);
  });
});
