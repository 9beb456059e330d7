import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { workbook, workbookOfTexts, zip } from '../../../../test/support/xlsx.js';
import type { TableRecord } from '../table-records.js';
import { xlsxRecords } from './xlsx-records.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'gate-xlsx-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function records(contents: Buffer, most?: number): Promise<TableRecord[]> {
  const file = path.join(folder, 'table.xlsx');
  writeFileSync(file, contents);
  const all: TableRecord[] = [];
  for await (const record of xlsxRecords(file, most)) all.push(record);
  return all;
}

const TEXTS =
  '<sst><si><t>title</t></si><si><r><t>Solar </t></r><r><rPr><b/></rPr><t>pump</t></r><rPh><t>yomi</t></rPh></si><si><t>a &lt; b</t></si></sst>';
const STYLES =
  '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>';

test('texts, figures and days of the first sheet, with the places of their rows', async () => {
  const sheet =
    '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t>year</t></is></c></row>' +
    '<row r="3"><c r="A3" t="s"><v>1</v></c><c r="C3" s="1"><v>46356</v></c></row>' +
    '<row r="4"><c r="A4" t="s"><v>2</v></c><c r="B4"><f>1+1</f><v>2</v></c></row><row r="5"><c r="A5" s="1"/></row>';
  expect(await records(workbook(sheet, { 'xl/sharedStrings.xml': TEXTS, 'xl/styles.xml': STYLES }))).toEqual([
    { line: 1, record: ['title', '', 'year'] },
    { line: 3, record: ['Solar pump', '', '2026-11-30'] },
    { line: 4, record: ['a < b', '2'] },
  ]);
});

test('names with prefixes, cells without places, and a sheet that is hidden', async () => {
  const parts = {
    'xl/workbook.xml':
      '<x:workbook><x:workbookPr date1904="1"/><x:sheets><x:sheet state="hidden" r:id="rId1"/><x:sheet r:id="rId4"/></x:sheets></x:workbook>',
    'xl/worksheets/sheet2.xml':
      '<x:worksheet><x:sheetData><x:row><x:c t="str"><x:v>one</x:v></x:c><x:c t="b"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>',
  };
  expect(await records(workbook('<row><c><v>1</v></c></row>', parts))).toEqual([{ line: 1, record: ['one', 'true'] }]);
});

test.each([
  ['no zip', Buffer.from('PK\x03\x04 nothing'), 1],
  ['no workbook', zip({ 'a.txt': 'a' }), 1],
  ['a sheet that is not there', workbook('', { 'xl/workbook.xml': '<workbook><sheets/></workbook>' }), 1],
  ['broken XML', workbook('<row><c t="str"><v>one</v></c></row><row></c>'), 1],
  ['an entity of its own', workbook('<row><c t="str"><v>&e;</v></c></row>', {}), 1],
  [
    'entities within entities',
    workbook('', { 'xl/worksheets/sheet1.xml': '<!DOCTYPE a [<!ENTITY e "eeee">]><worksheet><row><c><v>&e;</v></c></row></worksheet>' }),
    1,
  ],
])('%s is said, and nothing is read', async (_, contents, line) => {
  expect(await records(contents)).toEqual([{ line, fault: expect.stringMatching(/cannot be read/) }]);
});

test('a row with an error, or beyond the last column, is faulty; the others are not', async () => {
  const sheet =
    '<row r="1"><c r="A1" t="str"><v>one</v></c></row><row r="2"><c t="e"><v>#N/A</v></c></row><row r="3"><c r="ZZZ3"><v>1</v></c></row><row r="4"><c><v>5</v></c></row>';
  expect(await records(workbook(sheet))).toEqual([
    { line: 1, record: ['one'] },
    { line: 2, fault: expect.stringMatching(/#N\/A/) },
    { line: 3, fault: expect.stringMatching(/500 columns/) },
    { line: 4, record: ['5'] },
  ]);
});

test('rows that say they stand where others do are counted on', async () => {
  const sheet = ['7', '7', '2', '-1', '1e9', 'x'].map((r) => `<row r="${r}"><c><v>1</v></c></row>`).join('');
  expect((await records(workbook(sheet))).map(({ line }) => line)).toEqual([7, 8, 9, 10, 11, 12]);
});

test('no more is unpacked than the limit says', async () => {
  const rows = Array.from({ length: 20_000 }, () => ['aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa']);
  const read = await records(workbookOfTexts(rows), 1_000_000);
  expect(read.length).toBeGreaterThan(1);
  expect(read.length).toBeLessThan(20_000);
  expect(read.at(-1)).toMatchObject({ fault: expect.stringMatching(/holds too much/) });
  const hidden = workbook('', { 'xl/sharedStrings.xml': `<sst>${' '.repeat(3_000_000)}</sst>` });
  expect(await records(hidden, 1_000_000)).toEqual([{ line: 1, fault: expect.stringMatching(/holds too much/) }]);
});
