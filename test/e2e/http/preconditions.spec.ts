import { type Client, signUp } from '../../support/client.js';
import { startApp, type TestApp } from '../../support/e2e.js';
import { completeFields } from '../../support/factories/listings.js';
import { administrator, draft, party, type Party } from '../../support/journey.js';

let gate: TestApp;
let owner: Party;
let reviewer: Client;
beforeAll(async () => {
  gate = await startApp({ config: { role: 'web' } });
  owner = await party(gate, 'KE', 'Keeper of versions');
  reviewer = await administrator(gate);
});
afterAll(() => gate.close());

describe('If-Match', () => {
  it('is due where a listing is edited', async () => {
    const { path } = await draft(owner, 'needs', completeFields('need'));
    for (const headers of [{}, { 'if-match': '' }, { 'if-match': '*' }])
      expect(await owner.client.patch(path, { title: 'x' }, headers as Record<string, string>)).toMatchObject({
        status: 428,
        body: { code: 'request.if-match-required' },
      });
  });

  it.each(['banana', '"one"', '-1', '1.5', '"1', '"1", "2"', 'W/', '"99999999999"', "1'; DROP TABLE listing", '""'])(
    'has to be a version: %s is 400',
    async (value) => {
      const { path } = await draft(owner, 'needs', completeFields('need'));
      expect(await owner.client.patch(path, { title: 'x' }, { 'if-match': value })).toMatchObject({
        status: 400,
        body: { code: 'request.if-match', errors: [{ path: 'headers.if-match' }] },
      });
    },
  );

  it.each(['"1"', '1', 'W/"1"', ' "1" '])('takes the version as %s', async (value) => {
    const { path } = await draft(owner, 'needs', completeFields('need'));
    expect(await owner.client.patch(path, { title: 'Changed' }, { 'if-match': value })).toMatchObject({
      status: 200,
      headers: { etag: '"2"' },
    });
  });

  it('lets one of two edits of the same version through', async () => {
    const { path } = await draft(owner, 'needs', completeFields('need'));
    const answers = await Promise.all(['One', 'Two', 'Three'].map((title) => owner.client.patch(path, { title }, { 'if-match': '"1"' })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412]);
  });

  it('holds for transitions too, before their state is looked at', async () => {
    const { path } = await draft(owner, 'needs', completeFields('need'));
    expect((await owner.client.post(`${path}/submit`, {}, { 'if-match': '"7"' })).status).toBe(412);
    expect((await owner.client.post(`${path}/resume`, {}, { 'if-match': '"7"' })).status).toBe(412);
    expect((await owner.client.post(`${path}/resume`, {}, { 'if-match': '"1"' })).status).toBe(409);
    expect((await owner.client.post(`${path}/submit`, {}, { 'if-match': '"1"' })).status).toBe(200);
  });

  it('comes after what one may not see and may not do', async () => {
    const { path } = await draft(owner, 'needs', completeFields('need'));
    const stale = { 'if-match': '"7"' };
    const outsider = (await signUp(gate.visitor)).client;
    expect((await gate.visitor.patch(path, { title: 'x' }, stale)).status).toBe(401);
    expect((await outsider.patch(path, { title: 'x' }, stale)).status).toBe(404);
    expect((await reviewer.patch(path, { title: 'x' }, stale)).status).toBe(403);
    expect((await owner.client.patch(path, { title: 'x' }, stale)).status).toBe(412);
  });

  it.each<[string, (by: Party) => string, object]>([
    ['a profile of a person', () => '/api/v1/me', { timeZone: 'UTC' }],
    ['an organization', ({ organizationId }) => `/api/v1/organizations/${organizationId}`, { website: null }],
    ['a provider', ({ organizationId }) => `/api/v1/providers/${organizationId}`, { statement: 'We build.' }],
    ['a seeker', ({ organizationId }) => `/api/v1/seekers/${organizationId}`, { statement: 'We look.' }],
  ])('holds for %s', async (_, path, change) => {
    expect((await owner.client.patch(path(owner), change, { 'if-match': '"999"' })).status).toBe(412);
    expect((await owner.client.patch(path(owner), change, { 'if-match': 'banana' })).status).toBe(400);
    expect((await owner.client.patch(path(owner), change)).status).toBe(200);
  });
});

/** Every list that is read page by page, and who reads it. */
const LISTS: [path: string, as: 'owner' | 'reviewer'][] = [
  ['/api/v1/offers', 'owner'],
  ['/api/v1/needs?mine=true', 'owner'],
  ['/api/v1/matches', 'owner'],
  ['/api/v1/notifications', 'owner'],
  ['/api/v1/search?q=water', 'owner'],
  ['/api/v1/providers', 'owner'],
  ['/api/v1/organizations', 'owner'],
  ['/api/v1/organizations/OWN/invitations', 'owner'],
  ['/api/v1/admin/people', 'reviewer'],
  ['/api/v1/admin/officers', 'reviewer'],
  ['/api/v1/admin/jobs?state=waiting', 'reviewer'],
];
const cursor = (...key: unknown[]): string => Buffer.from(JSON.stringify(key)).toString('base64url');
const ID = '00000000-0000-4000-8000-000000000001';
const FORGED: [string, string][] = [
  ['nonsense', 'nonsense'],
  ['no JSON', Buffer.from('{').toString('base64url')],
  ['an object', Buffer.from('{"a":1}').toString('base64url')],
  ['nothing', cursor()],
  ['too much', cursor(1, 2, 3, 4, 5)],
  ['words', cursor('x')],
  ['two words', cursor('x', 'y')],
  ['three words', cursor('x', 'y', 'z')],
  ['the end of time', cursor('infinity', 'ID')],
  ['an id that is none', cursor('2026-01-01T00:00:00Z', 'y')],
  ['a number too large', cursor(1e300)],
  ['a large score', cursor(99_999_999_999, ID)],
  ['half a number', cursor(1.5)],
  ['nulls', cursor(null, null)],
  ['one null', cursor(null)],
  ['a text no database holds', cursor('\0', '\0')],
];
/** Of the right form for some lists: there they lead to some page. */
const PLAUSIBLE: [string, string][] = [
  ['a number for a time', cursor(1, ID)],
  ['a time that is none', cursor('2026-99-99T00:00:00Z', ID)],
  ['a time far away', cursor('999999-01-01', ID)],
  ['SQL', cursor("1'; DROP TABLE person; --", ID)],
];

describe('pages', () => {
  const read = (path: string, as: 'owner' | 'reviewer', query: Record<string, string>) => {
    const [place = '', given = ''] = path.replace('OWN', owner.organizationId).split('?');
    return (as === 'owner' ? owner.client : reviewer).get(
      `${place}?${new URLSearchParams([...new URLSearchParams(given), ...Object.entries(query)])}`,
    );
  };

  it.each(LISTS)('of %s begin again when a cursor is damaged or forged', async (path, as) => {
    for (const [what, after] of FORGED) {
      const { status, body } = await read(path, as, { after });
      expect([what, status, body.code]).toEqual([what, 400, 'cursor.expired']);
    }
    for (const [what, after] of PLAUSIBLE) {
      const { status, body } = await read(path, as, { after });
      expect([what, status, body.code]).toEqual([what, ...(status === 200 ? [200, undefined] : [400, 'cursor.expired'])]);
    }
    expect((await read(path, as, { after: 'a'.repeat(2_001) })).body.errors).toMatchObject([{ path: 'after' }]);
  });

  it.each(LISTS)('of %s hold 1 to 100 rows', async (path, as) => {
    for (const limit of ['0', '-1', '101', '1e9', '1.5', 'ten', '', 'NaN', 'Infinity', ' '])
      expect([limit, (await read(path, as, { limit })).status]).toEqual([limit, 400]);
    for (const limit of ['1', '100']) expect([limit, (await read(path, as, { limit })).status]).toEqual([limit, 200]);
  });

  it('follow one another without a gap or a repetition, also when rows come in between', async () => {
    for (let i = 0; i < 7; i++) await draft(owner, 'needs', { title: `Row ${i}` });
    const all = (await read('/api/v1/needs?mine=true', 'owner', { limit: '100' })).body.items.map(({ id }: { id: string }) => id);
    const seen: string[] = [];
    for (let after: string | null = ''; after !== null;) {
      const page = await read('/api/v1/needs?mine=true', 'owner', { limit: '3', ...(after && { after }) });
      seen.push(...page.body.items.map(({ id }: { id: string }) => id));
      after = page.body.next;
      await draft(owner, 'needs', { title: 'In between' });
    }
    expect(seen).toEqual(all);
  });
});
