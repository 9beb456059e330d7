import type { Client } from '../support/client.js';
import { startApp, type TestApp } from '../support/e2e.js';
import { draft, publish, waterNeed, waterOffers } from '../support/journey.js';
import { type Cast, castOf } from './lifecycle/cast.js';

let gate: TestApp;
let cast: Cast;
let match: string;

beforeAll(async () => {
  gate = await startApp({ config: { role: 'web' } });
  cast = await castOf(gate);
  const { owner, other, administrators } = cast;
  const mixed = { ...waterOffers.technology, title: 'Solar desalination 太阳能 تحلية' };
  const [offer, need] = [await draft(owner, 'offers', mixed), await draft(other, 'needs', waterNeed('technology'))];
  await publish(owner, administrators[0], offer);
  await publish(other, administrators[0], need);
  match = (await other.client.post('/api/v1/matches', { needId: need.id, offerId: offer.id })).body.id;
});
afterAll(() => gate.close());

const dossier = (client: Client, path: string, language = 'en') =>
  gate.app.inject({
    method: 'GET',
    url: `/${language}${path}/${match}/dossier.pdf`,
    headers: { ...client.headers, accept: 'application/pdf' },
  });

describe('the dossier of a match', () => {
  it.each(['en', 'ar', 'zh', 'ru'])(
    'is a document in %s, with the letters it needs',
    async (language) => {
      const { statusCode, headers, rawPayload } = await dossier(cast.owner.client, '/matches', language);
      expect([statusCode, headers['content-type']]).toEqual([200, 'application/pdf']);
      expect(headers['content-disposition']).toMatch(/^attachment; filename="match-[\w-]+\.pdf"$/);
      const text = rawPayload.toString('latin1');
      expect(text).toMatch(/^%PDF-1\.\d/);
      expect(text).toContain(`/Lang (${language})`);
      for (const family of ['NotoSans-', 'NotoSansArabic', 'NotoSansSC']) expect(text).toContain(family);
      expect(rawPayload.length).toBeLessThan(400_000);
    },
    60_000,
  );

  it('is for those who may read the match', async () => {
    expect((await dossier(cast.outsider, '/matches')).statusCode).toBe(404);
    expect((await dossier(cast.owner.client, '/desk/matches')).statusCode).toBe(403);
    expect((await dossier(cast.officers[0], '/desk/matches')).statusCode).toBe(200);
    expect((await dossier(cast.officers[0], '/matches')).statusCode).toBe(404);
  }, 60_000);
});
