import { readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { CatalogueFollower } from '../../src/modules/catalogue/index.js';
import { SEARCH_LOOKS } from '../../src/modules/searches/index.js';
import { Schedule } from '../../src/platform/queue/schedule.js';
import { type Client, signUp } from '../support/client.js';
import { startApp, type TestApp } from '../support/e2e.js';
import { newPublishedRow } from '../support/factories/published-rows.js';
import { party } from '../support/journey.js';

let gate: TestApp;
let reader: Client;
let personId: string;
beforeAll(async () => {
  gate = await startApp();
  ({ client: reader, id: personId } = await signUp(gate.visitor));
});
afterAll(() => gate.close());

const save = async (client: Client, body: object): Promise<string> => String((await client.post('/api/v1/searches', body)).body.id);
const publish = async (title: string, description?: string): Promise<void> => {
  await newPublishedRow(gate, { title, description });
  await gate.get(CatalogueFollower).catchUp();
};
/** What she has been told, as texts, after looking twice. */
const told = async (client: Client): Promise<string[]> => {
  for (let i = 0; i < 2; i++) await gate.get(Schedule).runNow(SEARCH_LOOKS);
  await gate.drainJobs();
  const { body } = await client.get('/api/v1/notifications?limit=100');
  return (body.items as { kind: string; text: string }[]).filter(({ kind }) => kind === 'search-found').map(({ text }) => text);
};
const mails = (): string[] => {
  const folder = path.join(gate.config.dataDir, 'mail');
  return readdirSync(folder).map((file) =>
    readFileSync(path.join(folder, file), 'utf8')
      .replace(/=\r?\n/g, '')
      .replace(/=3D/g, '='),
  );
};

describe('saved searches', () => {
  it('tell of what is published from now on and fits, once, in the rhythm chosen, and never of nothing', async () => {
    await publish('Solar pump of before');
    const daily = await save(reader, { name: 'Pumps', query: '?q=pump&limit=5&kind=technology' });
    expect((await reader.get('/api/v1/searches')).body.items).toMatchObject([
      { id: daily, query: 'kind=technology&q=pump', rhythm: 'daily' },
    ]);
    await publish('Wind pump');
    await publish('Clay oven');
    expect(await told(reader)).toEqual([]);
    await gate.shiftClock('25 hours');
    expect(await told(reader)).toEqual(['Your search “Pumps” has found 1 new listing.']);
    await gate.shiftClock('50 hours');
    expect(await told(reader)).toHaveLength(1);
    await gate.shiftClock('0');
  });

  it('tell once a week of all that week has brought, in one mail', async () => {
    const { client: weekly, email } = await signUp(gate.visitor);
    await save(weekly, { name: 'Kilns', query: 'q=kiln', rhythm: 'weekly' });
    for (const title of ['Brick kiln', 'Lime kiln']) await publish(title);
    await gate.shiftClock('6 days');
    expect(await told(weekly)).toEqual([]);
    await gate.shiftClock('8 days');
    expect(await told(weekly)).toEqual(['Your search “Kilns” has found 2 new listings.']);
    expect(mails().filter((mail) => mail.includes(email) && mail.includes('Kilns'))).toHaveLength(1);
    await gate.shiftClock('16 days');
    expect(await told(weekly)).toHaveLength(1);
    await gate.shiftClock('0');
  });

  it('look as far as their owner may see', async () => {
    const member = await party(gate, 'KE', 'A reading organization');
    await gate.sql.query(`UPDATE organization SET level = 'basic' WHERE id = $1`, [member.organizationId]);
    for (const client of [reader, member.client]) await save(client, { name: 'Bamboo', query: 'q=bamboo', rhythm: 'immediate' });
    await publish('A dryer', 'Built of bamboo by hand.');
    expect(await told(member.client)).toEqual([expect.stringContaining('“Bamboo”')]);
    expect((await told(reader)).filter((text) => text.includes('Bamboo'))).toEqual([]);
  });

  it('stop by one click in the mail program, without a sign-in; reading the address changes nothing', async () => {
    const sent = mails().filter((mail) => mail.includes('List-Unsubscribe-Post: List-Unsubscribe=One-Click'));
    expect(sent.length).toBeGreaterThan(0);
    const mail = sent.find((one) => one.includes('Pumps'));
    const address =
      /^List-Unsubscribe: <([^>]+)>/m.exec((mail ?? '').replace(/\r?\n[ \t]+/g, ' ').replace(/< /g, '<'))?.[1]?.replaceAll(' ', '') ?? '';
    const { pathname, search } = new URL(address);
    const rhythm = async () => (await reader.get('/api/v1/searches')).body.items[0].rhythm;
    const page = await gate.visitor.get(`/en${pathname}${search}`);
    expect([page.status, await rhythm()]).toEqual([200, 'daily']);
    expect(page.body).toContain('<form method="post"');
    for (let i = 0; i < 2; i++) expect((await gate.visitor.post(pathname + search)).status).toBe(200);
    expect(await rhythm()).toBe('off');
    expect((await gate.visitor.post(`${pathname}?token=${search.slice(8)}`)).status).toBe(404);
  });

  it('are one’s own, as many as the house allows, and say what a search would refuse', async () => {
    const [first] = (await reader.get('/api/v1/searches')).body.items;
    const stranger = (await signUp(gate.visitor)).client;
    for (const call of [stranger.patch(`/api/v1/searches/${first.id}`, { name: 'Mine' }), stranger.delete(`/api/v1/searches/${first.id}`)])
      expect((await call).status).toBe(404);
    const refused = await reader.post('/api/v1/searches', { name: 'x', query: 'sdg=water&colour=red' });
    expect(refused.body.errors.map((fault: { path: string }) => fault.path).sort()).toEqual(['query.colour', 'query.sdg.0']);
    const unstorable = await reader.post('/api/v1/searches', { name: 'x', query: 'q=%00' });
    expect(unstorable.body.errors).toMatchObject([{ path: 'query.q', code: 'characters' }]);
    const kept = Number((await gate.sql.query('SELECT count(*)::int AS n FROM saved_search WHERE person_id = $1', [personId])).rows[0]?.n);
    for (let i = kept; i < 30; i++) await save(reader, { name: `Search ${i}`, query: 'q=x', rhythm: 'off' });
    expect((await reader.post('/api/v1/searches', { name: 'One more', query: 'q=y' })).body.code).toBe('search.too-many');
    expect((await reader.delete(`/api/v1/searches/${first.id}`)).status).toBe(204);
  });
});
