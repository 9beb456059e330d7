import { startApp, type TestApp } from '../../support/e2e.js';
import { administrator, draft, party, waterNeed } from '../../support/journey.js';

let gate: TestApp;
beforeAll(async () => (gate = await startApp()));
afterAll(() => gate.close());

test('a transition may announce JSON and send nothing', async () => {
  const seeker = await party(gate, 'UG', 'Seeker of few words');
  const need = await draft(seeker, 'needs', waterNeed('technology'));
  const submitted = await seeker.client.send('POST', `${need.path}/submit`, undefined, { 'content-type': 'application/json' });
  expect(submitted).toMatchObject({ status: 200, body: { state: 'global_review' } });
  const approved = await (
    await administrator(gate)
  ).send('POST', `${need.path}/approve`, undefined, { 'content-type': 'application/json' });
  expect(approved.body.state).toBe('published');
});
