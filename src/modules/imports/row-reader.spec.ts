import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { financingContent } from '../offers/financing.schemas.js';
import { solutionContent } from '../offers/solution.schemas.js';
import { technologyContent } from '../offers/technology.schemas.js';
import { needContent } from '../seekers/need.schemas.js';
import { RowReader, type FieldsCheck, type ImportedRow, type RowFault } from './row-reader.js';
import { rowsOf } from './rows.js';

const schemas = { technology: technologyContent, solution: solutionContent, financing: financingContent, need: needContent };
const check: FieldsCheck = (kind, _language, fields) => {
  const parsed = schemas[kind].safeParse(fields);
  if (parsed.success) return { content: parsed.data };
  return { faults: parsed.error.issues.map(({ path: at, code, message }) => ({ path: at.join('.'), code, message })) };
};
const { need, ...offerSchemas } = schemas;
const offers = () => new RowReader(offerSchemas, { language: 'en' }, check);
const needs = () => new RowReader({ need }, { language: 'fr' }, check);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'gate-import-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function read(reader: RowReader, text: string | Buffer, ending = 'csv'): Promise<{ good: ImportedRow[]; faults: RowFault[] }> {
  const file = path.join(folder, `rows.${ending}`);
  writeFileSync(file, text);
  const good: ImportedRow[] = [];
  const faults: RowFault[] = [];
  for await (const row of rowsOf(file)) {
    const taken = reader.read(row);
    if (Array.isArray(taken)) faults.push(...taken);
    else good.push(taken);
  }
  return { good, faults };
}

it('says so of JSON Lines that hold nothing', async () => {
  expect((await read(offers(), '\n \n', 'jsonl')).faults).toMatchObject([{ line: 1, reason: expect.stringContaining('empty') }]);
});

test.each([
  ['bytes that are no UTF-8', Buffer.from('externalKey;kind;title\nA;technology;Caf\xe9\nB;technology;Pump\n', 'latin1'), 2, 'title'],
  ['a NUL', 'externalKey;kind;title\nA;technology;a\0b\nB;technology;Pump\n', 2, 'title'],
])('a row with %s is faulty, the others are not', async (_, text, line, column) => {
  const { good, faults } = await read(offers(), text);
  expect(faults).toEqual([{ line, column, reason: expect.stringContaining('UTF-8') }]);
  expect(good.map(({ externalKey }) => externalKey)).toEqual(['B']);
});

test.each([
  ['an empty file', '', /empty/],
  ['more columns than a table has', Array.from({ length: 60_000 }, (_, at) => `c${at}`).join(','), /60000 columns/],
  ['a column that stands twice', 'externalKey;kind;title;title\nA;technology;One;Two\n', /"title" twice/],
])('%s is said', async (_, text, reason) => {
  const { good, faults } = await read(offers(), text);
  expect(faults).toEqual([{ line: 1, column: '', reason: expect.stringMatching(reason) }]);
  expect(good).toEqual([]);
});

test('a table with byte order mark, semicolons and quoted line breaks', async () => {
  const { good, faults } = await read(
    offers(),
    '\ufeffexternalKey;kind;title;description;codes;specifications;countriesOffered;languages;interpreter;details.readiness;details.ip.status;details.costComparison\r\n' +
      'A-1;technology;Solar dryer;"Two lines\nof text";crs:31192* | sdg-target:12.3;"drying-capacity = 100..250 kg/d | off-grid = yes";KE|group:LDC;en|fr;oui;8;none;not-known-yet\r\n',
  );
  expect(faults).toEqual([]);
  expect(good).toMatchObject([
    {
      line: 2,
      externalKey: 'A-1',
      kind: 'technology',
      language: 'en',
      content: {
        title: 'Solar dryer',
        description: 'Two lines\nof text',
        codes: [
          { scheme: 'crs', code: '31192', main: true },
          { scheme: 'sdg-target', code: '12.3' },
        ],
        specifications: [
          { attribute: 'drying-capacity', min: 100, max: 250, unit: 'kg/d' },
          { attribute: 'off-grid', value: true },
        ],
        countriesOffered: ['KE', 'group:LDC'],
        languages: ['en', 'fr'],
        interpreter: true,
        details: { readiness: 8, ip: { status: 'none' }, costComparison: 'not-known-yet' },
      },
    },
  ]);
});

test('every fault of a row has its line and column, and the good rows stay good', async () => {
  const { good, faults } = await read(
    offers(),
    'externalKey,kind,title,details.readiness,codes,colour\nA,technology,One,eight,31192,\n,technology,,3,,\nC,gadget,Three,,,\nD,solution,Four,,,red\nE,solution,Five,,,\n',
  );
  expect(good.map((row) => row.externalKey)).toEqual(['E']);
  expect(faults.map(({ line, column }) => [line, column])).toEqual([
    [2, 'details.readiness'],
    [2, 'codes'],
    [3, 'externalKey'],
    [3, 'title'],
    [4, 'kind'],
    [5, 'colour'],
  ]);
  expect(faults[0]?.reason).toContain('1234.5');
});

test('needs: requirements with must and wish, open budgets, the file language as default', async () => {
  const { good, faults } = await read(
    needs(),
    'externalKey\ttitle\tkinds\trequirements\tbudget.max\tbudget.currency\tneededBy\nN1\tEau potable\ttechnology|financing\twater-output >= 12 m3/d ! | off-grid = oui\t90000\tUSD\tno-date\nN2\tEau\t\t\t\t\t\n',
  );
  expect(faults).toEqual([]);
  expect(good[0]).toMatchObject({
    language: 'fr',
    kind: 'need',
    content: {
      kinds: ['technology', 'financing'],
      budget: { max: 90000, currency: 'USD' },
      neededBy: 'no-date',
      requirements: [
        { attribute: 'water-output', comparator: '>=', value: 12, unit: 'm3/d', must: true },
        { attribute: 'off-grid', comparator: '=', value: true, must: false },
      ],
    },
  });
});

test('JSON lines, blank lines and a line that is not JSON', async () => {
  const { good, faults } = await read(
    offers(),
    '{"externalKey":"J1","kind":"solution","language":"es","title":"Juntas de agua"}\n\n{"externalKey":"J2"\n{"externalKey":"J3","kind":"solution","title":"X","colour":"red"}\n[1]\n',
    'jsonl',
  );
  expect(good).toMatchObject([{ line: 1, externalKey: 'J1', language: 'es' }]);
  expect(faults.map(({ line }) => line)).toEqual([3, 4, 5]);
});

test('a prototype name is an unknown column like any other', async () => {
  const { good, faults } = await read(offers(), 'externalKey,kind,title,__proto__.x,constructor\nA,solution,T,1,2\n');
  expect(good).toEqual([]);
  expect(faults.map((fault) => fault.column)).toEqual(['__proto__.x', 'constructor']);
  expect(({} as { x?: unknown }).x).toBeUndefined();
});

test('a broken quote is reported where it stands', async () => {
  const { good, faults } = await read(offers(), 'externalKey,kind,title\nA,solution,Good\nB,solution,"never closed\nC,solution,T\n');
  expect(good.map((row) => row.externalKey)).toEqual(['A']);
  expect(faults).toEqual([expect.objectContaining({ line: 3, column: '' })]);
});

test('a cell that is long and wrong is read at once, and told in brief', async () => {
  const long = `${'a'.repeat(300_000)}${' '.repeat(300_000)}b`;
  const { faults } = await read(needs(), `externalKey;title;requirements;${'x'.repeat(10_000)}\nA;A need;${long};y\n`);
  expect(faults.map(({ column, reason }) => [column.slice(0, 12), reason.length < 1_500])).toEqual([
    ['requirements', true],
    ['xxxxxxxxxxxx', true],
  ]);
});
