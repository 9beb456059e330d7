import { encoded } from '../../modules/exports/index.js';
import type { CodeCount } from '../../modules/listings/index.js';
import type { Scheme } from '../../modules/taxonomy/index.js';
import type { Flow } from '../charts/flows.js';
import type { MessageKey } from '../i18n/areas.js';
import type { Insights } from './insights.service.js';

export const INSIGHT_TABLES = ['countries', 'regions', 'introductions', 'goals', 'sectors'] as const;
export type InsightTable = (typeof INSIGHT_TABLES)[number];

/** Where a table is to be had as a file. */
export const tablePath = (table: InsightTable, language: string): string => `/insights/${language}/${table}.csv`;

/** How a table's codes are named and its columns headed in a language. */
export interface Speaker {
  t: (key: MessageKey) => string;
  name: (scheme: Scheme, code: string) => string;
}

type Row = Record<string, string | number>;
type Columns = Record<string, MessageKey>;

const FLOW_COLUMNS: Columns = { fromCode: 'insights.from-code', from: 'insights.from', toCode: 'insights.to-code', to: 'insights.to' };
const COUNT_COLUMNS: Columns = { code: 'insights.code', name: 'insights.name', needs: 'insights.needs', offers: 'insights.offers' };

const COLUMNS: Record<InsightTable, Columns> = {
  countries: { ...FLOW_COLUMNS, count: 'insights.pairs' },
  regions: { ...FLOW_COLUMNS, count: 'insights.pairs' },
  introductions: { ...FLOW_COLUMNS, count: 'insights.introductions' },
  goals: COUNT_COLUMNS,
  sectors: COUNT_COLUMNS,
};

const SCHEMES: Record<InsightTable, Scheme> = {
  countries: 'country',
  regions: 'region',
  introductions: 'region',
  goals: 'sdg-goal',
  sectors: 'crs-group',
};

/** A table of the insights as CSV, with codes for programs beside names for people. */
export async function insightCsv(insights: Insights, table: InsightTable, { t, name }: Speaker): Promise<string> {
  const named = (code: string) => name(SCHEMES[table], code);
  const rows = insights[table].map((row: Flow | CodeCount): Row =>
    'from' in row
      ? { fromCode: row.from, from: named(row.from), toCode: row.to, to: named(row.to), count: row.count }
      : { ...row, name: named(row.code) },
  );
  const columns = Object.entries(COLUMNS[table]).map(([key, heading]) => ({
    name: t(heading),
    cell: (row: Record<string, unknown>) => row[key] as string,
  }));
  let text = '';
  for await (const piece of encoded(oneByOne(rows), 'csv', columns)) text += piece;
  return text;
}

async function* oneByOne(rows: readonly Row[]): AsyncGenerator<Row> {
  yield* rows;
}
