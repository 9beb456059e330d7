import { signUp } from '../support/client.js';
import { startApp, type TestApp } from '../support/e2e.js';

describe('the application', () => {
  let gate: TestApp;
  beforeAll(async () => (gate = await startApp({ listen: true })));
  afterAll(() => gate.close());

  it('describes itself, to visitors as well', async () => {
    const { status, body } = await gate.visitor.get('/api/openapi.json');
    expect(status).toBe(200);
    expect(body.openapi).toMatch(/^3\.1/);
  });

  it('knows who signed up', async () => {
    const { client, email } = await signUp(gate.visitor);
    expect((await client.get('/api/v1/me')).body).toMatchObject({ email });
    expect((await gate.visitor.get('/api/v1/me')).status).toBe(401);
  });

  it('answers over a socket too', async () => {
    const answer = await fetch(`${gate.baseUrl}/api/openapi.json`);
    expect(answer.status).toBe(200);
  });
});

describe('a worker', () => {
  it('answers for its health and nothing of the exchange', async () => {
    const worker = await startApp({ config: { role: 'worker' } });
    expect((await worker.visitor.get('/api/openapi.json')).status).toBe(404);
    expect((await worker.visitor.get('/api/v1/me')).status).toBe(404);
    await worker.close();
  });
});
