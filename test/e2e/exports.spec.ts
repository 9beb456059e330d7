import { parse } from 'csv-parse/sync';
import { request } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { CatalogueFollower } from '../../src/modules/catalogue/index.js';
import { ImportService } from '../../src/modules/imports/index.js';
import { ListingViews } from '../../src/modules/listings/index.js';
import { startApp, type TestApp } from '../support/e2e.js';
import { newPublishedRow } from '../support/factories/published-rows.js';
import { administrator, draft, party, type Party, waterNeed, waterOffers } from '../support/journey.js';
import { until } from '../support/until.js';

const TOTAL = 230;

let gate: TestApp;
let owner: Party;
let folder: string;

beforeAll(async () => {
  gate = await startApp();
  folder = mkdtempSync(path.join(tmpdir(), 'gate-export-'));
  for (let i = 0; i < TOTAL; i++) await newPublishedRow(gate, { title: i === 0 ? '=HYPERLINK("x")' : `Offer ${i}`, country: 'KE' });
  owner = await party(gate, 'MZ', 'Exporter');
  await gate.get(CatalogueFollower).catchUp();
}, 60_000);
afterAll(async () => {
  await gate.close();
  rmSync(folder, { recursive: true, force: true });
});

const table = (csv: string): Record<string, string>[] => parse(csv, { bom: true, columns: true });
const lines = (jsonl: string): Record<string, unknown>[] =>
  jsonl
    .trimEnd()
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>);

describe('exports', () => {
  it('hold the whole of a list, over its pages, in both formats', async () => {
    const csv = await gate.visitor.get('/api/v1/exports/offers');
    expect(csv.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(csv.headers['content-disposition']).toBe('attachment; filename="gate-offers.csv"');
    const rows = table(String(csv.body));
    expect(new Set(rows.map(({ id }) => id)).size).toBe(TOTAL);
    expect(rows.filter(({ title }) => title?.startsWith("'="))).toHaveLength(1);
    const jsonl = await gate.visitor.get('/api/v1/exports/search?format=jsonl&country=KE');
    expect(new Set(lines(String(jsonl.body)).map(({ id }) => id)).size).toBe(TOTAL);
  });

  it('show no more than the list does', async () => {
    const [seen] = lines(String((await gate.visitor.get('/api/v1/exports/offers?format=jsonl&full=true')).body));
    expect(seen).toEqual((await gate.visitor.get(`/api/v1/offers/${String(seen?.id)}`)).body);
    expect(seen).not.toHaveProperty('organization');
    expect((await gate.visitor.get('/api/v1/exports/matches')).status).toBe(401);
    expect((await gate.visitor.get('/api/v1/exports/organizations')).status).toBe(401);
    const own = table(String((await owner.client.get('/api/v1/exports/organizations?mine=true')).body));
    expect(own.map(({ legalName }) => legalName)).toEqual(['Exporter']);
    expect(table(String((await owner.client.get('/api/v1/exports/matches')).body))).toEqual([]);
  });

  it('hold providers and the desk too, each as its reader sees it', async () => {
    const providers = lines(String((await gate.visitor.get('/api/v1/exports/providers?format=jsonl')).body));
    expect(providers).toHaveLength(TOTAL);
    expect(providers[0]).not.toHaveProperty('legalName');
    expect(table(String((await gate.visitor.get('/api/v1/exports/providers')).body))[0]).toMatchObject({ country: 'KE', legalName: '' });
    expect((await gate.visitor.get('/api/v1/exports/reviews')).status).toBe(401);
    expect(table(String((await owner.client.get('/api/v1/exports/reviews')).body))).toEqual([]);
  });

  it('hold what the house works with, for those who work with it', async () => {
    const house = await administrator(gate);
    const people = table(String((await house.get('/api/v1/exports/people')).body));
    const { body } = await house.get('/api/v1/admin/people?limit=100');
    expect(people.length).toBeGreaterThan(TOTAL);
    expect(people.slice(0, 100).map(({ id }) => id)).toEqual(body.items.map(({ id }: { id: string }) => id));
    expect(people.some(({ email }) => email === owner.email)).toBe(true);
    for (const list of ['screening-hits', 'centres', 'consents']) {
      expect(table(String((await house.get(`/api/v1/exports/${list}`)).body))).toEqual([]);
      expect((await owner.client.get(`/api/v1/exports/${list}`)).status).toBe(403);
    }
  });

  it('hold what a person and her organization have, for those who may read the list', async () => {
    await owner.client.post(`/api/v1/organizations/${owner.organizationId}/invitations`, { email: 'ana@machel.test', role: 'viewer' });
    await owner.client.post('/api/v1/searches', { name: '=1+1', query: 'q=pump' });
    const read = async (list: string) => table(String((await owner.client.get(`/api/v1/exports/${list}`)).body));
    expect(await read(`organizations/${owner.organizationId}/invitations`)).toMatchObject([{ email: 'ana@machel.test', state: 'open' }]);
    expect(await read(`organizations/${owner.organizationId}/members`)).toMatchObject([{ email: owner.email, role: 'manager' }]);
    expect(await read('searches')).toMatchObject([{ name: "'=1+1", query: 'q=pump' }]);
    for (const list of ['imports', 'shortlist']) expect(await read(list)).toEqual([]);
    const told = lines(String((await owner.client.get('/api/v1/exports/notifications?format=jsonl&unread=true')).body));
    expect(told).toEqual((await owner.client.get('/api/v1/notifications?unread=true')).body.items);
    const house = await administrator(gate);
    const acts = lines(String((await house.get('/api/v1/exports/audit?format=jsonl&action=search.')).body));
    expect(acts.every(({ action }) => String(action).startsWith('search.'))).toBe(true);
    for (const list of ['officers', 'jobs', 'all-imports'])
      expect([
        list,
        (await house.get(`/api/v1/exports/${list}`)).status,
        (await owner.client.get(`/api/v1/exports/${list}`)).status,
      ]).toEqual([list, 200, 403]);
  });

  it('refuse what the list refuses, before a byte is sent', async () => {
    expect((await gate.visitor.get('/api/v1/exports/offers?format=xls')).status).toBe(400);
    expect((await gate.visitor.get('/api/v1/exports/offers?limit=5')).status).toBe(400);
    expect((await gate.visitor.get('/api/v1/exports/needs?state=lost')).status).toBe(400);
  });

  it('of own listings can be imported again as they were', async () => {
    const made = await draft(owner, 'offers', {
      ...waterOffers.technology,
      description: '- begins with a dash\nand has a second line, "quoted"',
    });
    const others = [await draft(owner, 'offers', waterOffers.solution), await draft(owner, 'needs', waterNeed('technology'))];
    const heir = await party(gate, 'MZ', 'Heir');
    for (const [collection, count] of [
      ['offers', 2],
      ['needs', 1],
    ] as const) {
      const csv = await owner.client.get(`/api/v1/exports/${collection}?mine=true&full=true`);
      const file = path.join(folder, `${collection}.csv`);
      writeFileSync(file, String(csv.body));
      const report = await gate
        .get(ImportService)
        .run({ collection, file, organization: heir.organizationId, dryRun: false, publishAs: null });
      expect(report).toMatchObject({ rows: count, added: count, faultyRows: 0 });
    }
    const contents = async (organizationId: string) => {
      const { rows } = await gate.sql.query<{ content: { title: string } }>(
        `SELECT r.content FROM listing l JOIN listing_revision r ON r.listing_id = l.id WHERE l.organization_id = $1`,
        [organizationId],
      );
      return rows.map(({ content }) => content).sort((a, b) => (a.title < b.title ? -1 : 1));
    };
    expect(others).toHaveLength(2);
    expect(made.id).not.toBe('');
    expect(await contents(heir.organizationId)).toEqual(await contents(owner.organizationId));
  });

  it('stop reading when their reader goes away', async () => {
    const views = gate.get(ListingViews);
    const read = views.one.bind(views);
    let reads = 0;
    let goOn = (): void => undefined;
    const held = new Promise<void>((resolve) => (goOn = resolve));
    views.one = async (...args) => {
      reads++;
      if (reads === 2) await held;
      return read(...args);
    };
    await gate.app.listen(0, '127.0.0.1');
    const server = gate.app.getHttpServer();
    const { port } = server.address() as AddressInfo;
    const closed = new Promise<void>((resolve) => server.once('connection', (socket: Socket) => socket.once('close', () => resolve())));
    const call = request({ port, path: '/api/v1/exports/offers?full=true&format=jsonl' });
    call.on('error', () => undefined);
    call.on('response', (response) => response.once('data', () => call.destroy()));
    call.end();
    await closed;
    goOn();
    await until('the second read has come back', () => reads >= 2);
    expect((await gate.visitor.get('/api/v1/offers?limit=1')).status).toBe(200);
    expect(reads).toBeLessThan(5);
  });
});
