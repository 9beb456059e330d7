import { type Answer, type Client, signUp } from '../../support/client.js';
import { startApp, type TestApp } from '../../support/e2e.js';
import { completeFields } from '../../support/factories/listings.js';
import { draft, party, type Party } from '../../support/journey.js';

let gate: TestApp;
let owner: Party;
let at: string;
beforeAll(async () => {
  gate = await startApp({ config: { role: 'web' } });
  owner = await party(gate, 'KE', 'Patient reader');
  at = (await draft(owner, 'needs', completeFields('need'))).path;
});
afterAll(() => gate.close());

const need = (change: object = {}) => ({ organizationId: owner.organizationId, language: 'en', ...completeFields('need', change) });
const post = (body: object): Promise<Answer> => owner.client.post('/api/v1/needs', body);

/** JSON as text, for what no object of this process can hold. */
async function send(text: string, client: Client = owner.client): Promise<Answer> {
  const { identity } = client as unknown as { identity: Record<string, string> };
  const { statusCode, headers, body } = await gate.app.inject({
    method: 'POST',
    url: '/api/v1/needs',
    headers: { 'content-type': 'application/json', ...identity },
    payload: text,
  });
  return { status: statusCode, headers, body: JSON.parse(body) };
}
const paths = ({ body }: Answer): string[] => body.errors.map(({ path }: { path: string }) => path);

describe('texts that no database holds', () => {
  it.each([
    ['NUL', 'a\0b'],
    ['half a surrogate pair', 'a\ud800b'],
    ['the other half', '\udc00'],
    ['two halves the wrong way round', '\udc00\ud800'],
  ])('are refused with their paths: %s', async (_, text) => {
    const refused = await post({ ...need(), title: text, details: { problem: text, cooperation: [text] }, languages: ['en', text] });
    expect([refused.status, paths(refused).sort()]).toEqual([400, ['details.cooperation.0', 'details.problem', 'languages.1', 'title']]);
    for (const { code } of refused.body.errors) expect(code).toBe('characters');
  });

  it('are refused in names, notes, headers and addresses as well', async () => {
    expect(paths(await post({ ...need(), details: { ['a\0b']: 1 } }))).toEqual(['details']);
    expect((await owner.client.post(`${at}/withdraw`, { note: 'a\0b' })).body.errors).toMatchObject([{ path: 'note', code: 'characters' }]);
    expect((await owner.client.post('/api/v1/needs', { ...need(), title: '\0' }, { 'idempotency-key': 'nul' })).status).toBe(400);
    expect((await owner.client.get('/api/v1/search?q=%00')).body.errors).toMatchObject([{ path: 'q', code: 'characters' }]);
    expect((await owner.client.get('/api/v1/code-lists/country?q=a%00')).status).toBe(400);
    expect((await owner.client.patch('/api/v1/me', { name: 'a\0b' })).status).toBe(400);
    expect((await owner.client.post('/api/v1/me/keys', { name: '\ud800' })).status).toBe(400);
  });

  it('are not all texts that look strange', async () => {
    const description = '水 ماء 💧 \u202eabc\u202c é e\u0301 \u{10ffff} \t';
    expect(await post({ ...need(), description })).toMatchObject({ status: 201, body: { description: description.trim() } });
  });

  it('are no titles when nobody sees them; a title is one line, and turns nothing around it', async () => {
    const unseen = await post({ ...need(), title: ' \u200b\u202e\u00ad ' });
    expect([unseen.status, paths(unseen)]).toEqual([400, ['title']]);
    const broken = await post({ ...need(), title: 'Water\r\n\u000b\u202efor\u2028all' });
    expect(broken).toMatchObject({ status: 201, body: { title: 'Water for all' } });
    expect((await owner.client.post(`${at}/withdraw`, { note: '\u200b' })).body.errors).toMatchObject([{ path: 'note' }]);
  });
});

describe('an answer', () => {
  it('does not outgrow its request: a hundred faults, each with a path of reasonable length', async () => {
    const name = 'n'.repeat(100_000);
    for (const text of [
      `{"${name}":[${Array(15_000).fill('"\\u0000"').join()}]}`,
      `{${Array.from({ length: 20_000 }, (_, i) => `"k${i}":1`).join()}}`,
    ]) {
      const refused = await send(text);
      expect([refused.status, refused.body.errors.length]).toEqual([400, 100]);
      expect(JSON.stringify(refused.body).length).toBeLessThan(100_000);
      for (const path of paths(refused)) expect(path.length).toBeLessThanOrEqual(500);
    }
  });
});

describe('depth and size', () => {
  it.each([
    ['lists', '['.repeat(100_000), ']'.repeat(100_000)],
    ['objects', '{"a":'.repeat(30_000), '}'.repeat(30_000)],
  ])('of %s is limited before anything walks them', async (_, open, close) => {
    const body = `{"details":${open}1${close}}`;
    expect(await send(body)).toMatchObject({ status: 400, body: { code: expect.stringMatching(/^request\.invalid/) } });
    expect((await send(body, gate.visitor)).status).toBe(401);
  });

  it('of a list is limited too: 10,000 codes are too many', async () => {
    const codes = Array.from({ length: 5_000 }, () => ({ scheme: 'crs', code: '14030' }));
    const refused = await post(need({ codes }));
    expect(refused.status).toBe(400);
    expect(refused.body.errors).toContainEqual(expect.objectContaining({ path: 'codes', code: 'too-long' }));
    expect((await post(need({ countriesPreferred: Array(10_000).fill('KE') }))).status).toBe(400);
    expect(
      (await post(need({ requirements: Array(2_000).fill({ attribute: 'off-grid', comparator: '=', value: true, must: true }) }))).status,
    ).toBe(400);
  });

  it.each(['1e400', '-1e400', '1e308', '123456789012345678901234567890', '0.1e-400', '-0'])(
    'of a number does not matter: %s is taken or refused',
    async (number) => {
      const fields = JSON.stringify(
        need({
          budget: { min: 'N', max: 'N', currency: 'USD' },
          requirements: [{ attribute: 'water-output', comparator: '>=', value: 'N', must: true }],
        }),
      );
      const { status } = await send(fields.replaceAll('"N"', number));
      expect([201, 400]).toContain(status);
    },
  );
});

describe('names that mean something to JavaScript', () => {
  it.each(['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', '__defineGetter__'])(
    '%s is a field like others, and unknown',
    async (name) => {
      const { status } = await send(`{"title":"x","${name}":{"administrator":true}}`);
      expect(status).toBe(400);
      expect((await send(`{"title":"x","details":{"${name}":{"administrator":true}}}`)).status).toBe(400);
      expect((await owner.client.get(`/api/v1/needs?${name}=1`)).status).toBe(400);
      expect(({} as { administrator?: boolean }).administrator).toBeUndefined();
    },
  );

  it.each(['toString', '__proto__', 'constructor', 'hasOwnProperty'])('%s is no code, kind, state or scheme', async (word) => {
    expect((await post(need({ codes: [{ scheme: word, code: word }] }))).status).toBe(400);
    expect((await post(need({ codes: [{ scheme: 'crs', code: word }] }))).status).toBe(400);
    expect((await post(need({ requirements: [{ attribute: word, comparator: '=', value: true, must: true }] }))).status).toBe(400);
    expect((await post(need({ budget: { max: 1, currency: word } }))).status).toBe(400);
    expect((await owner.client.post('/api/v1/offers', { ...need(), kind: word })).status).toBe(400);
    expect((await owner.client.get(`/api/v1/code-lists/${word}`)).status).toBe(404);
    expect((await owner.client.get(`/api/v1/needs?state=${word}`)).status).toBe(400);
    expect((await owner.client.post(`${at}/${word}`)).status).toBe(404);
    expect((await owner.client.post(`${at}/withdraw`, { reason: word })).status).toBe(400);
  });
});

it('an id in other clothes is the same id or none', async () => {
  const id = at.split('/').at(-1) ?? '';
  expect((await owner.client.get(`/api/v1/needs/${id.toUpperCase()}`)).body.id).toBe(id);
  for (const odd of [
    `{${id}}`,
    id.replaceAll('-', ''),
    ` ${id}`,
    `${id} `,
    `${id}%00`,
    `urn:uuid:${id}`,
    '00000000-0000-0000-0000-000000000000',
  ])
    expect([odd, (await owner.client.get(`/api/v1/needs/${encodeURI(odd)}`)).status]).toEqual([odd, 404]);
});

it('whoever answers is not told by what it says of itself', async () => {
  const { client } = await signUp(gate.visitor, `<img src=x onerror=alert(1)>`);
  const made = await client.post('/api/v1/organizations', {
    legalName: '"><script>alert(1)</script>',
    country: 'KE',
    type: '70',
    languages: ['en'],
  });
  expect(made.headers['content-type']).toBe('application/json; charset=utf-8');
  expect(made.headers['x-content-type-options']).toBe('nosniff');
});
