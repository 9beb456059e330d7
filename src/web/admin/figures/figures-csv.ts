import type { Count, Wait } from '../../../modules/reporting/index.js';
import type { Reader } from '../../page/reader.js';
import { keyName, stepName } from './figure-words.js';

const cell = (value: string | number): string =>
  /[",\n]/.test(String(value)) ? `"${String(value).replaceAll('"', '""')}"` : String(value);

/** All figures as one table that opens in a spreadsheet. */
export function csvOf(reader: Reader, counts: readonly Count[], waits: readonly Wait[]): string {
  const { t } = reader;
  const rows: (string | number)[][] = [
    [t('figures.by'), t('figures.value'), t('figures.measure'), t('figures.count')],
    ...counts.map((count) => [
      t(`figures.dimension.${count.dimension}`),
      count.dimension === 'total' ? '' : keyName(count, reader),
      t(`figures.measure.${count.measure}`),
      count.count,
    ]),
    ...waits.map((wait) => [t('figures.days'), stepName(wait, reader).join(', '), t('figures.days'), wait.days]),
  ];
  return `\ufeff${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}
