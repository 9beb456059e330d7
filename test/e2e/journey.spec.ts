import type { Client } from '../support/client.js';
import { startApp, type TestApp } from '../support/e2e.js';
import { describeWithRedis, startRedis, type TestRedis } from '../support/redis.js';
import { administrator, draft, party, publish, waterNeed, waterOffers, type Listed, type Party } from '../support/journey.js';

describe('with the queue in PostgreSQL', () => describeJourneys());
describeWithRedis('with the queue in Redis', () => describeJourneys(startRedis));

function describeJourneys(start?: () => Promise<TestRedis>): void {
  let gate: TestApp;
  let redis: TestRedis | undefined;
  let first: Client;
  let second: Client;

  beforeAll(async () => {
    redis = await start?.();
    gate = await startApp(redis ? { redis: redis.url } : {});
    first = await administrator(gate);
    second = await administrator(gate);
  });
  afterAll(async () => {
    await gate.close();
    await redis?.stop();
  });

  /** What somebody was told about a subject, by kind. */
  const told = async (reader: Client, id: string, kind: string): Promise<string[]> => {
    const { body } = await reader.get('/api/v1/notifications?limit=100');
    const items = body.items as { kind: string; subject: { id: string }; text: string }[];
    return items.filter((item) => item.subject.id === id && item.kind === kind).map(({ text }) => text);
  };

  describe.each(['technology', 'solution', 'financing'] as const)('a need meets a %s', (kind) => {
    let provider: Party;
    let seeker: Party;
    let offer: Listed;
    let need: Listed;
    let match: string;

    it('two new organizations list, and a person checks each with its first listing', async () => {
      provider = await party(gate, 'KE', `Provider of ${kind}`);
      seeker = await party(gate, 'UG', `Seeker of ${kind}`);
      if (kind === 'financing') {
        const early = await draft(provider, 'offers', waterOffers[kind]);
        expect(await provider.client.post(`${early.path}/submit`)).toMatchObject({
          status: 409,
          body: { code: 'listing.owner-not-verified' },
        });
        await first.post(`/api/v1/organizations/${provider.organizationId}/verify`);
      }
      offer = await draft(provider, 'offers', waterOffers[kind]);
      need = await draft(seeker, 'needs', waterNeed(kind));
      await publish(provider, first, offer);
      await publish(seeker, first, need);
      expect((await first.get(`/api/v1/organizations/${seeker.organizationId}`)).body.level).toBe('basic');
    });

    it('the engine finds the pair and explains it to both sides', async () => {
      await gate.drainJobs();
      const found = await seeker.client.get(`/api/v1/matches?needId=${need.id}`);
      expect(found.body.items).toMatchObject([
        { state: 'suggested', kind, source: 'engine', offer: { id: offer.id, title: waterOffers[kind].title } },
      ]);
      const [item] = found.body.items;
      match = item.id;
      expect(item.score).toBeGreaterThanOrEqual(45);
      const points = (item.factors as { points: number }[]).reduce((sum, factor) => sum + factor.points, 0);
      expect(points).toBeCloseTo(item.score, 1);
      expect((await provider.client.get(`/api/v1/matches?offerId=${offer.id}`)).body.items).toMatchObject([{ id: match }]);
      expect(await told(seeker.client, need.id, 'matches-found')).toEqual([`1 offer found for “${waterNeed(kind).title}”.`]);
      expect(await told(provider.client, offer.id, 'matches-found')).toEqual([`1 need found for “${waterOffers[kind].title}”.`]);
    });

    it('an outsider and a visitor see nothing of it, and nobody sees contacts yet', async () => {
      const outsider = await party(gate, 'TZ', `Outsider to ${kind}`);
      expect((await outsider.client.get('/api/v1/matches')).body.items).toEqual([]);
      expect((await outsider.client.get(`/api/v1/matches/${match}`)).status).toBe(404);
      expect((await outsider.client.post(`/api/v1/matches/${match}/express-interest`)).status).toBe(404);
      expect((await gate.visitor.get(`/api/v1/matches/${match}`)).status).toBe(401);
      const seen = await gate.visitor.get(need.path);
      expect(seen.status).toBe(200);
      expect(JSON.stringify(seen.body)).not.toContain('trucked in by tankers');
      expect(JSON.stringify((await seeker.client.get(`/api/v1/matches/${match}`)).body)).not.toContain(provider.email);
    });

    it('each side says yes once; the second yes puts it before an administrator', async () => {
      const interest = `/api/v1/matches/${match}/express-interest`;
      expect((await first.post(interest)).status).toBe(403);
      expect((await seeker.client.post(interest, { note: 'We would like to talk.' })).body).toMatchObject({ state: 'interest_seeker' });
      expect((await seeker.client.post(interest)).status).toBe(409);
      expect((await first.post(`/api/v1/matches/${match}/approve`)).status).toBe(409);
      await gate.drainJobs();
      expect(await told(provider.client, match, 'other-side-yes')).toEqual([expect.stringContaining('is interested in')]);
      expect(await told(seeker.client, match, 'other-side-yes')).toEqual([]);
      const key = { 'idempotency-key': `yes-${kind}` };
      const answers = await Promise.all([provider.client.post(interest, {}, key), provider.client.post(interest, {}, key)]);
      expect(answers.map(({ body }) => body.state)).toEqual(['under_review', 'under_review']);
      expect((await seeker.client.post(`/api/v1/matches/${match}/approve`)).status).toBe(403);
      await gate.drainJobs();
      // Papers are missing: nobody is promised a decision, and no administrator is asked for one.
      for (const { client } of [seeker, provider]) expect(await told(client, match, 'under-review')).toEqual([]);
      expect(await told(first, match, 'match-to-review')).toEqual([]);
    });

    it('approval waits for verified organizations, and takes effect once', async () => {
      const approve = `/api/v1/matches/${match}/approve`;
      expect(await first.post(approve)).toMatchObject({ status: 409, body: { code: 'match.level-missing' } });
      await first.post(`/api/v1/organizations/${seeker.organizationId}/verify`);
      if (kind !== 'financing') await first.post(`/api/v1/organizations/${provider.organizationId}/verify`);
      await gate.drainJobs();
      for (const { client } of [seeker, provider]) expect(await told(client, match, 'under-review')).toHaveLength(1);
      for (const reviewer of [first, second]) expect(await told(reviewer, match, 'match-to-review')).toHaveLength(1);
      const answers = await Promise.all([first.post(approve), second.post(approve)]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
      const { rows } = await gate.sql.query(
        `SELECT count(*)::int AS n FROM audit_entry WHERE subject_id = $1 AND data->>'to' = 'introduced'`,
        [match],
      );
      expect(rows).toEqual([{ n: 1 }]);
    });

    it('the two are introduced: each sees the other’s contact person, and says what became of it', async () => {
      await gate.drainJobs();
      const [bySeeker, byProvider] = [
        await seeker.client.get(`/api/v1/matches/${match}`),
        await provider.client.get(`/api/v1/matches/${match}`),
      ];
      expect(bySeeker.body.state).toBe('introduced');
      expect(JSON.stringify(bySeeker.body)).toContain(provider.email);
      expect(JSON.stringify(byProvider.body)).toContain(seeker.email);
      for (const { client } of [seeker, provider]) expect(await told(client, match, 'introduced')).toHaveLength(1);
      const report = `/api/v1/matches/${match}/report-outcome`;
      expect((await seeker.client.post(report, { status: 'talking' })).body).toMatchObject({ state: 'in_dialogue' });
      expect((await first.post(report, { status: 'agreed' })).status).toBe(403);
      for (const { client } of [seeker, provider]) await client.post(report, { status: 'agreed', value: 40000, currency: 'USD' });
      expect((await provider.client.get(`/api/v1/matches/${match}`)).body.state).toBe('converted');
    });
  });

  it('a need and an offer published in the same instant meet', async () => {
    const provider = await party(gate, 'KE', 'Provider in a hurry');
    const seeker = await party(gate, 'UG', 'Seeker in a hurry');
    const offer = await draft(provider, 'offers', waterOffers.technology);
    const need = await draft(seeker, 'needs', waterNeed('technology'));
    await Promise.all([publish(provider, first, offer), publish(seeker, second, need)]);
    await gate.drainJobs();
    const found = await seeker.client.get(`/api/v1/matches?needId=${need.id}`);
    expect((found.body.items as { offer: { id: string } }[]).map((item) => item.offer.id)).toContain(offer.id);
  });
}
