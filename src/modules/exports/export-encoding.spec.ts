import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { cellOf, column } from './export-columns.js';
import { encoded, type ExportFormat } from './export-encoding.js';

type Row = Record<string, unknown>;

async function written(rows: Row[], format: ExportFormat, names: string[]): Promise<string> {
  let text = '';
  const each = async function* (): AsyncGenerator<Row> {
    yield* await Promise.resolve(rows);
  };
  for await (const piece of encoded(each(), format, names.map(column))) text += piece;
  return text;
}

it('begins a table with the mark that spreadsheets look for, and its header', async () => {
  expect(await written([], 'csv', ['id', 'need.title'])).toBe('\ufeffid,need.title\r\n');
  expect(await written([], 'jsonl', ['id'])).toBe('');
});

it('writes a JSON object a line, with line breaks of texts inside it', async () => {
  const rows = [{ id: 1, text: 'a\nb' }, { id: 2 }];
  const lines = (await written(rows, 'jsonl', [])).trimEnd().split('\n');
  expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(rows);
});

it.each([
  ['=1+1', "'=1+1"],
  ['+41', "'+41"],
  ['-5', "'-5"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\tx', "'\tx"],
  ['＝1', "'＝1"],
  ['＠x', "'＠x"],
  [-5, '-5'],
  ['a=1', 'a=1'],
  [true, 'true'],
  [null, ''],
  [new Date('2026-11-24T00:00:00Z'), '2026-11-24T00:00:00.000Z'],
  [['en', 'fr'], 'en | fr'],
  [['a|b'], '["a|b"]'],
  [{ min: 1 }, '{"min":1}'],
  [[], ''],
])('writes %j as %j', async (value, cell) => {
  const [, row] = parse(await written([{ value }], 'csv', ['value', 'other']), { bom: true });
  expect(row).toEqual([cell, '']);
});

it('no cell begins like a formula, whatever the text, and every text comes back', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 5 }), async (texts) => {
      const rows = texts.map((text) => ({ text }));
      const cells = parse(await written(rows, 'csv', ['text', 'end']), { bom: true })
        .slice(1)
        .map(([cell = '']) => cell);
      expect(cells.filter((cell) => /^[=+\-@\t\r＝＋－＠]/u.test(cell))).toEqual([]);
      expect(cells.map((cell) => cell.replace(/^'(?=[-=+@\t\r＝＋－＠])/u, ''))).toEqual(texts);
    }),
  );
});

it('finds values at dotted paths and nothing where there is none', () => {
  expect(column('a.b').cell({ a: { b: 'c' } })).toBe('c');
  expect(column('a.b').cell({ a: null })).toBeNull();
  expect(cellOf(undefined)).toBeNull();
});
