import { cellText, formatOf } from './cell-text.js';

test.each([
  ['', '1234.5', 'plain', '1234.5'],
  ['', '1.2E+5', 'plain', '120000'],
  ['n', '0.30000000000000004', 'plain', '0.3'],
  ['', '1E-7', 'plain', '0.0000001'],
  ['', '0.4', 'percent', '40%'],
  ['', '46356', 'day', '2026-11-30'],
  ['', '46356.75', 'day', '2026-11-30'],
  ['', '1', 'day', '1900-01-01'],
  ['', '61', 'day', '1900-03-01'],
  ['', '-5', 'day', '-5'],
  ['', '99999999', 'day', '99999999'],
  ['', '', 'day', ''],
  ['b', '1', 'plain', 'true'],
  ['b', '0', 'plain', 'false'],
  ['d', '2026-11-30T12:00:00', 'plain', '2026-11-30'],
  ['str', '=HYPERLINK()', 'plain', '=HYPERLINK()'],
  ['n', 'Infinity', 'plain', 'Infinity'],
] as const)('a cell of type "%s" that holds %s, shown as %s, reads %s', (type, text, format, expected) => {
  expect(cellText({ type, text, format }, 1900)).toBe(expected);
});

test('days of the other calendar begin four years later', () => {
  expect(cellText({ type: '', text: '44894', format: 'day' }, 1904)).toBe('2026-11-30');
});

test.each([
  [14, undefined, 'day'],
  [22, undefined, 'day'],
  [10, undefined, 'percent'],
  [0, undefined, 'plain'],
  [164, 'dd/mm/yyyy', 'day'],
  [165, '[$-40C]d mmmm yyyy;@', 'day'],
  [166, '#,##0 "days"', 'plain'],
  [167, '0.0%', 'percent'],
  [168, '[Red]0.00', 'plain'],
  [169, 'General', 'plain'],
] as const)('format %i, %s, shows a %s', (id, code, expected) => {
  expect(formatOf(id, code)).toBe(expected);
});
