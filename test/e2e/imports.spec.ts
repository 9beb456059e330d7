import { FILE_SWEEP } from '../../src/modules/files/index.js';
import { IMPORT_SWEEP } from '../../src/modules/imports/index.js';
import { LISTING_KINDS } from '../../src/modules/listings/index.js';
import { Schedule } from '../../src/platform/queue/schedule.js';
import { type Answer, type Client, signUp } from '../support/client.js';
import { startApp, type TestApp } from '../support/e2e.js';
import { party, type Party } from '../support/journey.js';
import { until } from '../support/until.js';
import { upload } from '../support/uploads.js';
import { workbookOfTexts } from '../support/xlsx.js';

const today = new Date().toISOString().slice(0, 10);

describe('tables that people bring in', () => {
  let gate: TestApp;
  let owner: Party;
  let other: Party;
  let reference: string;
  let officer: Client;
  beforeAll(async () => {
    gate = await startApp();
    owner = await party(gate, 'KE', 'The owner');
    other = await party(gate, 'KE', 'Another one');
    await gate.sql.query(`UPDATE organization SET level = 'verified'`);
    const { client, id } = await signUp(gate.visitor);
    officer = client;
    await gate.sql.query(`INSERT INTO country_officer (person_id, country) VALUES ($1, 'KE')`, [id]);
    reference = (await owner.client.get(`/api/v1/organizations/${owner.organizationId}`)).body.reference;
  });
  afterAll(() => gate.close());
  beforeEach(async () => {
    await gate.sql.query('DELETE FROM consent');
    await gate.sql.query('DELETE FROM import_run');
  });

  const table = async (client: Client, text: string): Promise<string> =>
    (await upload(client, text, { name: 'table.csv', type: 'text/csv' })).body.id;
  const settled = async (client: Client, id: string): Promise<Answer['body']> =>
    until('the import to end', async () => {
      const { body } = await client.get(`/api/v1/imports/${id}`);
      return ['checking', 'running'].includes(body.state) ? undefined : body;
    });
  const handIn = async (client: Client, text: string, input: object = {}): Promise<Answer['body']> => {
    const { status, body } = await client.post('/api/v1/imports', { file: await table(client, text), collection: 'offers', ...input });
    return status === 201 ? settled(client, body.id) : body;
  };
  const start = async (client: Client, id: string): Promise<Answer['body']> => {
    const { status, body } = await client.post(`/api/v1/imports/${id}/start`);
    return status === 200 ? settled(client, id) : body;
  };
  const listed = async (organizationId = owner.organizationId): Promise<string[]> =>
    (
      await gate.sql.query(
        `SELECT l.external_key || ' ' || l.state || CASE WHEN l.on_behalf THEN ' on behalf' ELSE '' END AS line FROM listing l
         WHERE l.organization_id = $1 AND l.external_key IS NOT NULL ORDER BY 1`,
        [organizationId],
      )
    ).rows.map(({ line }) => line);

  it('are checked first, cell by cell; then the good rows go in, once', async () => {
    const text =
      'externalKey;kind;title;codes\nA;solution;Good wells;crs:14030\nB;solution;;crs:14030\nC;solution;Wells;crs:99999\nA;solution;Again;\n';
    const checked = await handIn(owner.client, text, { organizationId: owner.organizationId });
    expect(checked).toMatchObject({ state: 'checked', rows: 4, faultyRows: 3, added: 0, fileName: 'table.csv' });
    expect(checked.faults.map(({ line, column }: { line: number; column: string }) => [line, column])).toEqual([
      [3, 'title'],
      [4, 'codes.0.code'],
      [5, 'externalKey'],
    ]);
    expect(await listed()).toEqual([]);
    expect(await start(owner.client, checked.id)).toMatchObject({ state: 'finished', added: 1, known: 0, submitted: 0 });
    expect(await listed()).toEqual(['A draft']);
    const errors = await owner.client.get(`/api/v1/imports/${checked.id}/errors`);
    expect(errors.headers['content-disposition']).toContain('attachment');
    expect(String(errors.body).split('\r\n')).toHaveLength(5);
    expect((await owner.client.post(`/api/v1/imports/${checked.id}/start`)).body.code).toBe('import.started');
    const again = await handIn(owner.client, text, { organizationId: owner.organizationId });
    expect(await start(owner.client, again.id)).toMatchObject({ added: 0, known: 1 });
    expect(await listed()).toEqual(['A draft']);
    expect((await other.client.get(`/api/v1/imports/${checked.id}`)).status).toBe(404);
  });

  it('may have names of their own, remembered under a name, and faults speak in these', async () => {
    const columns = { Clé: 'externalKey', Genre: 'kind', Titre: 'title', Remarque: null };
    const text = 'Clé,Genre,Titre,Remarque\nN1,solution,Puits,à voir\nN2,solution,,\n';
    const organizationId = owner.organizationId;
    const first = await handIn(owner.client, text, { organizationId, columns, mapping: 'notre tableau' });
    expect(first).toMatchObject({ rows: 2, faultyRows: 1, faults: [{ line: 3, column: 'Titre' }], columns });
    const second = await handIn(owner.client, text, { organizationId, mapping: 'notre tableau' });
    expect(second).toMatchObject({ rows: 2, faultyRows: 1, columns });
    const { body } = await owner.client.get('/api/v1/import-mappings');
    expect(body.items).toMatchObject([{ collection: 'offers', name: 'notre tableau', columns }]);
    expect((await other.client.get('/api/v1/import-mappings')).body.items).toEqual([]);
    expect((await handIn(other.client, text, { organizationId: other.organizationId, mapping: 'notre tableau' })).errors).toMatchObject([
      { path: 'mapping' },
    ]);
    expect((await handIn(owner.client, text, { organizationId, columns: { A: 'title', B: 'title' } })).errors).toMatchObject([
      { path: 'columns', code: 'doubled' },
    ]);
    expect((await handIn(owner.client, text, { organizationId, columns: { A: 'attachments' } })).errors).toMatchObject([
      { path: 'columns.A' },
    ]);
    expect((await other.client.delete(`/api/v1/import-mappings/${body.items[0].id}`)).status).toBe(404);
    expect((await owner.client.delete(`/api/v1/import-mappings/${body.items[0].id}`)).status).toBe(204);
  });

  it('may be JSON Lines, with fields as the API names them', async () => {
    const lines = [
      {
        externalKey: 'J1',
        kind: 'solution',
        title: 'Puits',
        codes: [{ scheme: 'crs', code: '14030' }],
        details: { challenge: 'Dry wells.' },
      },
      { externalKey: 'J2', kind: 'solution', title: 'x', nonsense: 1 },
      ['no object'],
    ];
    const text = `${lines.map((line) => JSON.stringify(line)).join('\n')}\n{broken\n`;
    const { status, body: file } = await upload(owner.client, text, { name: 'offers.jsonl', type: 'application/octet-stream' });
    expect(status).toBe(201);
    const { body } = await owner.client.post('/api/v1/imports', {
      file: file.id,
      collection: 'offers',
      organizationId: owner.organizationId,
    });
    const checked = await settled(owner.client, body.id);
    expect(checked).toMatchObject({ state: 'checked', rows: 4, faultyRows: 3 });
    expect(checked.faults.map(({ line }: { line: number }) => line)).toEqual([2, 3, 4]);
    expect(await start(owner.client, body.id)).toMatchObject({ state: 'finished', added: 1 });
    expect(await listed()).toContain('J1 draft');
  });

  it('may be a workbook of a spreadsheet', async () => {
    const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    const book = workbookOfTexts([
      ['externalKey', 'kind', 'title', 'codes'],
      ['X1', 'solution', 'Étangs & puits', 'crs:14030'],
      ['X2', 'solution', '', ''],
    ]);
    const { body: file } = await upload(owner.client, book, { name: 'Tableau.xlsx', type });
    const organizationId = owner.organizationId;
    const { body } = await owner.client.post('/api/v1/imports', { file: file.id, collection: 'offers', organizationId });
    expect(await settled(owner.client, body.id)).toMatchObject({ rows: 2, faultyRows: 1, faults: [{ line: 3, column: 'title' }] });
    expect(await start(owner.client, body.id)).toMatchObject({ state: 'finished', added: 1 });
    expect(await listed()).toContain('X1 draft');
  });

  it('come through a desk for organizations that have consented, each row naming its own', async () => {
    const text = `organization,externalKey,kind,title\n${reference},D1,solution,One\nORG-UG-999999,D2,solution,Two\n,D3,solution,Three\n`;
    const refused = await handIn(officer, text);
    expect(refused).toMatchObject({ rows: 3, faultyRows: 3 });
    expect(refused.faults[0].reason).toMatch(/consent/);
    expect((await officer.post(`/api/v1/imports/${refused.id}/start`)).body.code).toBe('import.nothing-good');
    await gate.sql.query(
      `INSERT INTO consent (id, organization_id, kind, person_name, person_phone, given_on, valid_until, scopes)
       VALUES (gen_random_uuid(), $1, 'noted-call', 'Amina Deng', '+254 20 1234567', $2, $2::date + 90, '{list}')`,
      [owner.organizationId, today],
    );
    const checked = await handIn(officer, text);
    expect(checked.faults.map(({ line, column }: { line: number; column: string }) => [line, column])).toEqual([
      [3, 'organization'],
      [4, 'organization'],
    ]);
    expect(await start(officer, checked.id)).toMatchObject({ state: 'finished', added: 1 });
    expect(await listed()).toContain('D1 draft on behalf');
  });

  it('are handed in for review where that is asked for, and then have to be complete', async () => {
    const organizationId = other.organizationId;
    const template = String((await other.client.get('/api/v1/import-templates/solution')).body);
    const lines = template.trimEnd().split('\r\n');
    const key = '"WELLS-001"';
    const text = [
      lines[0],
      lines[1],
      lines[1]!.replace(key, '"WELLS-002"').replace('"Villages agree on hours and a tariff for each well."', '""'),
    ].join('\r\n');
    const checked = await handIn(other.client, text, { organizationId, submit: true });
    expect(checked).toMatchObject({ rows: 2, faultyRows: 1, faults: [{ line: 3, column: 'details.approach' }] });
    expect(await start(other.client, checked.id)).toMatchObject({ state: 'finished', added: 1, submitted: 1 });
    expect(await listed(organizationId)).toEqual([expect.stringMatching(/^WELLS-001 (centre|global)_review$/)]);
    await gate.sql.query(`UPDATE organization SET level = 'basic' WHERE id = $1`, [organizationId]);
    const financing = String((await other.client.get('/api/v1/import-templates/financing')).body);
    const held = await handIn(other.client, financing, { organizationId, submit: true });
    expect(held).toMatchObject({ rows: 1, faultyRows: 0 });
    const ended = await start(other.client, held.id);
    expect(ended).toMatchObject({ state: 'finished', added: 0, submitted: 0, faultyRows: 1, faults: [{ line: 2, column: '' }] });
    expect(await listed(organizationId)).toHaveLength(1);
  });

  it.each(LISTING_KINDS)('have a template for each kind, whose example could be handed in as it is: %s', async (kind) => {
    const answer = await owner.client.get(`/api/v1/import-templates/${kind}`);
    expect(answer.headers['content-disposition']).toBe(`attachment; filename="gate-template-${kind}.csv"`);
    const collection = kind === 'need' ? 'needs' : 'offers';
    const checked = await handIn(owner.client, String(answer.body), { organizationId: owner.organizationId, collection, submit: true });
    expect(checked).toMatchObject({ state: 'checked', rows: 1, faults: [] });
  });

  it('end with a word to whoever started them: how many went in, and how many could not', async () => {
    const texts = async (client: Client): Promise<string[]> =>
      (await client.get('/api/v1/notifications')).body.items
        .filter(({ kind }: { kind: string }) => kind === 'import-ended')
        .map(({ text, link }: { text: string; link: string }) => `${text} ${link}`);
    const before = await texts(owner.client);
    const text = 'externalKey,kind,title\nT1,solution,One\nT2,solution,Two\nT3,solution,\n';
    const checked = await handIn(owner.client, text, { organizationId: owner.organizationId });
    await start(owner.client, checked.id);
    const told = await until('the notice', async () => {
      const [newest, ...older] = await texts(owner.client);
      return older.length === before.length ? newest : undefined;
    });
    expect(told).toBe(`Your import has ended: 2 listings were imported, 1 row could not be imported: see why. /my/imports/${checked.id}`);
    expect(await texts(other.client)).not.toContain(told);
  });

  it('are thrown away after a month, with the tables that nobody started; what went in stays', async () => {
    const organizationId = owner.organizationId;
    const waiting = await handIn(owner.client, 'externalKey,kind,title\nW1,solution,Waiting\n', { organizationId });
    const ended = await handIn(owner.client, 'externalKey,kind,title\nW2,solution,In\nW3,solution,\n', { organizationId });
    await start(owner.client, ended.id);
    const left = async (): Promise<string[]> =>
      (await gate.sql.query(`SELECT id FROM import_run WHERE id = ANY($1)`, [[waiting.id, ended.id]])).rows.map(({ id }) => id);
    const files = async (): Promise<number> =>
      (await gate.sql.query(`SELECT 1 FROM stored_file WHERE name = 'table.csv' AND holder_id = $1`, [waiting.id])).rows.length;
    await gate.get(Schedule).runNow(IMPORT_SWEEP);
    expect([(await left()).length, await files()]).toEqual([2, 1]);
    await gate.sql.query(
      `UPDATE import_run SET created_at = created_at - interval '31 days', finished_at = finished_at - interval '29 days'`,
    );
    await gate.get(Schedule).runNow(IMPORT_SWEEP);
    expect([await left(), await files()]).toEqual([[ended.id], 0]);
    await gate.sql.query(`UPDATE import_run SET finished_at = finished_at - interval '2 days'`);
    await gate.get(Schedule).runNow(IMPORT_SWEEP);
    await gate.get(Schedule).runNow(FILE_SWEEP);
    expect(await left()).toEqual([]);
    expect(await listed()).toContain('W2 draft');
  });

  it('are refused with the remedy', async () => {
    const { body: pdf } = await upload(owner.client, '%PDF-1.4\n%%EOF\n');
    const organizationId = owner.organizationId;
    const post = (input: object) => owner.client.post('/api/v1/imports', { collection: 'offers', organizationId, ...input });
    expect((await post({ file: pdf.id })).body.errors).toMatchObject([{ path: 'file', code: 'not-a-table' }]);
    const foreign = await table(other.client, 'externalKey\n');
    expect((await post({ file: foreign })).body.errors).toMatchObject([{ path: 'file', code: 'unknown-file' }]);
    const mine = await table(owner.client, 'externalKey\n');
    expect((await post({ file: mine, organizationId: other.organizationId })).body.errors).toMatchObject([{ path: 'organizationId' }]);
    expect((await post({ file: mine, organizationId: undefined })).body.errors).toMatchObject([{ path: 'organizationId' }]);
    const empty = await handIn(owner.client, 'externalKey,externalKey\nA,B\n', { organizationId });
    expect(empty).toMatchObject({ state: 'checked', rows: 1, faultyRows: 1 });
  });
});
