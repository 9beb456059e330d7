import type { Client } from '../support/client.js';
import { startApp, type TestApp } from '../support/e2e.js';
import { administrator, draft, party, publish, waterNeed, waterOffers } from '../support/journey.js';
import { until } from '../support/until.js';

let gate: TestApp;
let admin: Client;
beforeAll(async () => {
  gate = await startApp();
  admin = await administrator(gate);
});
afterAll(() => gate.close());

const found = async (words: string): Promise<string[]> =>
  ((await gate.visitor.get(`/api/v1/search?q=${encodeURIComponent(words)}`)).body.items as { id: string }[]).map(({ id }) => id);

it('the published revision is found and matched until the new one is approved, and then the index and the matches follow', async () => {
  const provider = await party(gate, 'KE', 'Provider who changes her mind');
  const seeker = await party(gate, 'UG', 'Seeker who waits');
  const offer = await draft(provider, 'offers', waterOffers.technology);
  const need = await draft(seeker, 'needs', waterNeed('technology'));
  await publish(provider, admin, offer);
  await publish(seeker, admin, need);
  await gate.drainJobs();
  const matched = async () =>
    (
      (await seeker.client.get(`/api/v1/matches?needId=${need.id}`)).body.items as {
        offer: { id: string; title: string };
        offerRevision: number;
      }[]
    )
      .filter((match) => match.offer.id === offer.id)
      .map((match) => [match.offer.title, match.offerRevision]);
  const old = waterOffers.technology.title;
  expect(await matched()).toEqual([[old, 1]]);

  const changed = 'Zeppelin pump for village wells';
  const { version } = (await provider.client.get(offer.path)).body;
  expect((await provider.client.patch(offer.path, { title: changed }, { 'if-match': `"${version}"` })).status).toBe(200);
  expect((await provider.client.post(`${offer.path}/submit`)).body).toMatchObject({ pendingState: 'global_review' });
  await gate.drainJobs();
  expect([await found('desalination'), await found('zeppelin')]).toEqual([[offer.id], []]);
  expect(await matched()).toEqual([[old, 1]]);

  expect((await admin.post(`${offer.path}/approve`)).body).toMatchObject({ title: changed, revision: 2 });
  await until('the index follows', async () => (await found('zeppelin')).includes(offer.id) && (await found('desalination')).length === 0);
  await until('the matches follow', async () => JSON.stringify(await matched()) === JSON.stringify([[changed, 2]]));
});
