import type { Client } from '../support/client.js';
import { startApp, type TestApp } from '../support/e2e.js';
import { administrator } from '../support/journey.js';

let gate: TestApp;
let admin: Client;
beforeAll(async () => {
  gate = await startApp({ config: { role: 'web' } });
  admin = await administrator(gate);
});
afterAll(() => gate.close());

interface Item {
  code: string;
  name: string;
  from?: string;
  to?: string;
  members?: Item[];
}
const items = async (list: string): Promise<Item[]> => (await gate.visitor.get(`/api/v1/code-lists/${list}`)).body.items;

describe('code lists over HTTP', () => {
  it('are there under the names that scripts rely on, none of them empty', async () => {
    const lists = ['country', 'group', 'sdg-goal', 'sdg-target', 'crs', 'trl', 'currency', 'language', 'attribute', 'reason'];
    const sizes = await Promise.all(lists.map(async (list) => (await items(list)).length));
    expect(sizes.map((size) => size > 0)).toEqual(lists.map(() => true));
    expect((await items('attribute')).length).toBeGreaterThanOrEqual(80);
    const known = (await gate.visitor.get('/api/v1/code-lists')).body.items as { scheme: string; source: string }[];
    expect(known.map(({ scheme }) => scheme)).toEqual(
      expect.arrayContaining([...lists, 'organization-type', 'finance-type', 'flow-type', 'aid-type']),
    );
    expect(known.every(({ source }) => source !== '')).toBe(true);
    expect((await gate.visitor.get('/api/v1/code-lists/nothing')).status).toBe(404);
  });

  it('are searched by code and by name in any language, whatever its case and accents, and answer in the language asked for', async () => {
    expect(await items('country?q=KENYA&lang=fr')).toMatchObject([{ code: 'KE', name: 'Kenya', parent: '014' }]);
    expect(await items('country?q=bresil&lang=pt')).toMatchObject([{ code: 'BR', name: 'Brasil' }]);
    expect((await items('sdg-goal?q=6&lang=ar')).map(({ code }) => code)).toEqual(['6', '16']);
  });

  it('give groups with the dates of their members: 45 least developed countries on 30 November 2024, 44 on 1 January 2025', async () => {
    const codes = async (group: string, day: string) =>
      (await items(`group?on=${day}`)).find(({ code }) => code === group)?.members?.map(({ code }) => code) ?? [];
    expect([(await codes('LDC', '2024-11-30')).length, (await codes('LDC', '2025-01-01')).length]).toEqual([45, 44]);
    expect((await codes('G77', '2025-01-01')).length).toBe(134);
    const [lldc, g77] = [await codes('LLDC', '2025-01-01'), await codes('G77', '2025-01-01')];
    expect([lldc.includes('KZ'), g77.includes('KZ'), g77.includes('TV')]).toEqual([true, false, false]);
    const ldc = (await items('group')).find(({ code }) => code === 'LDC');
    expect(ldc?.members).toContainEqual({ code: 'ST', from: expect.any(String), to: '2024-12-13' });
  });

  it('are added to by administrators, and used from then on', async () => {
    const at = '/api/v1/code-lists/attribute/tank-volume';
    const body = { names: { en: 'Volume of the tank' }, source: 'a test', extra: { type: 'number', unit: 'm3', dimension: 'volume' } };
    expect((await admin.send('PUT', at, body)).status).toBe(204);
    expect(await items('attribute?q=volume of the tank')).toMatchObject([{ code: 'tank-volume', extra: body.extra }]);
    expect(await admin.send('PUT', at, { ...body, parent: 'nowhere' })).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'parent' }] },
    });
    const dated = { ...body, from: '2026-02-01', to: '2026-01-01' };
    expect(await admin.send('PUT', at, dated)).toMatchObject({ status: 400, body: { errors: [{ path: 'to' }] } });
  });

  it('take dated rates from administrators, and name every fault of a table', async () => {
    const rate = { currency: 'KES', from: '2026-11-01', usdPerUnit: 0.0077, source: 'a test' };
    expect((await admin.post('/api/v1/code-lists/currency/rates', { rates: [rate] })).status).toBe(204);
    const faulty = [
      { ...rate, currency: 'KSH' },
      { ...rate, usdPerUnit: 0, from: 'soon' },
    ];
    const { status, body } = await admin.post('/api/v1/code-lists/currency/rates', { rates: faulty });
    expect([status, body.errors.map(({ path }: { path: string }) => path)]).toEqual([400, ['rates.1.from', 'rates.1.usdPerUnit']]);
    const unknown = await admin.post('/api/v1/code-lists/currency/rates', { rates: [{ ...rate, currency: 'KSH' }] });
    expect(unknown).toMatchObject({ status: 400, body: { errors: [{ path: 'rates.0.currency', code: 'unknown-code' }] } });
  });
});
