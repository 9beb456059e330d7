import { signUp } from '../support/client.js';
import { startApp, type TestApp } from '../support/e2e.js';
import { page } from '../support/forms.js';
import { administrator, draft, party, publish, waterNeed, waterOffers } from '../support/journey.js';

let gate: TestApp;
beforeAll(async () => (gate = await startApp()));
afterAll(() => gate.close());

const dashboard = async (client: Parameters<typeof page>[0]) => String((await page(client, '/en/dashboard')).body);

describe('what waits for me', () => {
  it('begins with first steps for somebody new, and goes on with an organization', async () => {
    const { client } = await signUp(gate.visitor);
    expect(await dashboard(client)).toMatch(/First steps[\s\S]*Register your organization/);
    await client.post('/api/v1/organizations', { legalName: 'Beginners', country: 'KE', type: '70', languages: ['en'] });
    expect(await dashboard(client)).toContain('/en/my/listings/new');
  });

  it('lists drafts, and for the desk what is to be reviewed and since when', async () => {
    const owner = await party(gate, 'KE', 'Drafters');
    const { id, path } = await draft(owner, 'offers', waterOffers.technology);
    expect(await dashboard(owner.client)).toMatch(new RegExp(`/en/my/listings/${id}[\\s\\S]*draft, not handed in yet`));
    await owner.client.post(`${path}/submit`);
    expect(await dashboard(owner.client)).not.toContain(id);
    const desk = await administrator(gate);
    expect(await dashboard(desk)).toMatch(/1 listing to review[\s\S]*The oldest since[\s\S]*waiting=due-diligence/);
    expect(await dashboard((await party(gate, 'UG', 'Others')).client)).not.toContain('to review');
  });

  it('shows a match on which the other side has said yes, and until when it waits', async () => {
    const desk = await administrator(gate);
    const provider = await party(gate, 'KE', 'Pumps');
    const seeker = await party(gate, 'TZ', 'Villages');
    const offer = await draft(provider, 'offers', waterOffers.technology);
    await publish(provider, desk, offer);
    const need = await draft(seeker, 'needs', waterNeed('technology'));
    await publish(seeker, desk, need);
    await gate.drainJobs();
    const found = await seeker.client.get(`/api/v1/matches?needId=${need.id}&offerId=${offer.id}`);
    const id = String(found.body.items[0].id);
    expect((await seeker.client.post(`/api/v1/matches/${id}/express-interest`)).status).toBe(200);
    expect(await dashboard(provider.client)).toMatch(
      new RegExp(`/en/matches/${id}[\\s\\S]*The other side has said yes[\\s\\S]*until \\d+ `),
    );
    expect(await dashboard(seeker.client)).not.toContain(`/en/matches/${id}`);
  });
});
