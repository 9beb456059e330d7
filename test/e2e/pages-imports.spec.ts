import { startApp, type TestApp } from '../support/e2e.js';
import { party, type Party } from '../support/journey.js';
import { until } from '../support/until.js';

let gate: TestApp;
let owner: Party;
let other: Party;
beforeAll(async () => {
  gate = await startApp();
  owner = await party(gate, 'KE', 'Jua Pumps');
  other = await party(gate, 'KE', 'Another one');
});
afterAll(() => gate.close());

const post = (path: string, payload: string, type: string, { client }: Party = owner) =>
  gate.app.inject({
    method: 'POST',
    url: `/en${path}`,
    authority: new URL(gate.baseUrl).host,
    headers: { ...client.headers, 'content-type': type, accept: 'text/html' },
    payload,
  });
const send = (path: string, fields: Record<string, string>, by: Party = owner) =>
  post(path, new URLSearchParams(fields).toString(), 'application/x-www-form-urlencoded', by);
const read = async (path: string, { client }: Party = owner): Promise<string> =>
  String((await client.get(`/en${path}`, { accept: 'text/html' })).body);

const BOUNDARY = 'gate-test-boundary';
const sendTable = (text: string, name = 'table.csv', collection = 'offers', type = 'text/csv') =>
  post(
    '/my/imports/new',
    `--${BOUNDARY}\r\ncontent-disposition: form-data; name="collection"\r\n\r\n${collection}\r\n` +
      `--${BOUNDARY}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: ${type}\r\n\r\n${text}\r\n--${BOUNDARY}--\r\n`,
    `multipart/form-data; boundary=${BOUNDARY}`,
  );
const pathOf = (answer: { headers: Record<string, unknown> }): string => String(answer.headers['location']).replace(/^\/en/, '');

const TABLE = 'externalKey;Art;Name;Notes\nA;solution;Good wells;x\nB;solution;;y\n';

describe('a table brought in by pages', () => {
  it('is sent, its columns told and remembered, checked, and its good rows go in', async () => {
    const columns = pathOf(await sendTable(TABLE));
    const mapping = await read(columns);
    expect(mapping).toContain('>Notes<');
    const told = {
      'column.0': 'externalKey',
      'column.1': 'kind',
      'column.2': 'title',
      organizationId: owner.organizationId,
      mapping: 'Our wells',
    };
    const twice = await send(columns, { ...told, 'column.3': 'title' });
    expect(twice.statusCode).toBe(422);
    expect(twice.body).toContain('Two columns have the same meaning');
    const run = pathOf(await send(columns, told));
    await until('the table to be checked', async () => ((await read(run)).includes('Checked') ? true : undefined));
    const page = await read(run);
    expect(page).not.toContain('http-equiv="refresh"');
    expect(page).toContain('Import 1 good row');
    expect(page).toMatch(/<bdi>Name<\/bdi>/);
    expect((await other.client.get(`/en${run}`)).status).toBe(404);
    expect((await send(`${run}/start`, {}, other)).statusCode).toBe(404);
    expect(pathOf(await send(`${run}/start`, {}))).toBe(run);
    await until('the rows to go in', async () => ((await read(run)).includes('Finished') ? true : undefined));
    expect((await send(`${run}/start`, {})).statusCode).toBe(409);
    expect(await read('/my/listings')).toContain('Good wells');
    expect(await read('/my/imports')).toContain('table.csv');
    const next = pathOf(await sendTable(TABLE));
    expect(await read(`${next}&mapping=Our+wells`)).toMatch(/<option value="title" selected/);
  });

  it('of JSON Lines has no columns to tell', async () => {
    const columns = pathOf(
      await sendTable('{"externalKey":"J","kind":"solution","title":"Wells by JSON"}\n', 'wells.jsonl', 'offers', 'application/jsonl'),
    );
    expect(await read(columns)).toContain('with the fields that the API names');
    const run = pathOf(await send(columns, { organizationId: owner.organizationId }));
    await until('the table to be checked', async () => ((await read(run)).includes('Import 1 good row') ? true : undefined));
  });

  it('that cannot be read says so, and other files are refused', async () => {
    expect(await read(pathOf(await sendTable('a;a\n1;2\n')))).toContain('Nothing of this table can be read');
    const refused = await sendTable('MZ', 'table.exe');
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain('Files of this type are not taken');
    expect((await sendTable(TABLE, 'table.csv', 'nonsense')).statusCode).toBe(422);
    const columns = pathOf(await sendTable(TABLE));
    expect((await other.client.get(`/en${columns}`)).status).toBe(404);
  });
});
