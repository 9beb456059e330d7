import type { ComponentChildren } from 'preact';
import { Bar } from '../charts/bar.js';
import { FlowMap } from '../charts/flow-map.js';
import { LEAST_SHOWN, type Flow } from '../charts/flows.js';
import { Legend } from '../charts/legend.js';
import { Sankey } from '../charts/sankey.js';
import { Table } from '../components/index.js';
import type { CodeCount } from '../../modules/listings/index.js';
import type { Scheme } from '../../modules/taxonomy/index.js';
import type { MessageKey } from '../i18n/areas.js';
import { Layout } from '../layout/layout.js';
import { useReader } from '../page/reader.js';
import { type InsightTable, tablePath } from './insight-tables.js';
import type { Insights } from './insights.service.js';

/** Lines of a picture, and rows of the table below it; the file has all. */
const SHOWN = 20;
const NAMED = 12;

export interface InsightsView {
  insights: Insights;
  /** The continent a country is coloured by. */
  continentOf: (country: string) => string;
}

export const InsightsPage = ({ insights, continentOf }: InsightsView) => {
  const { t, name } = useReader();
  const { countries, regions, introductions, goals, sectors } = insights;
  const flows = countries.slice(0, SHOWN);
  const continents = [...new Set(flows.map(({ from }) => continentOf(from)))];
  return (
    <Layout title={t('place.insights')} description={t('insights.lead', { least: LEAST_SHOWN })} isPublic>
      <div class="gate-article">
        <h1 class="govuk-heading-xl">{t('place.insights')}</h1>
        <p class="govuk-body-l">{t('insights.lead', { least: LEAST_SHOWN })}</p>
      </div>
      <Chart title="insights.countries.title" text="insights.countries.text" table="countries" isEmpty={flows.length === 0}>
        <FlowMap title={t('insights.countries.picture')} flows={flows} groupOf={continentOf} groups={continents} named={NAMED} />
        <Legend groups={continents} nameOf={(code) => name('region', code)} />
        <p class="gate-quiet gate-article">{t('insights.designations')}</p>
        <FlowTable flows={flows} scheme="country" counted="insights.pairs" />
      </Chart>
      <Chart title="insights.regions.title" text="insights.regions.text" table="regions" isEmpty={regions.length === 0}>
        <Sankey title={t('insights.regions.picture')} flows={regions.slice(0, SHOWN)} nameOf={(code) => name('region', code)} />
        <FlowTable flows={regions.slice(0, SHOWN)} scheme="region" counted="insights.pairs" />
      </Chart>
      <Chart
        title="insights.introductions.title"
        text="insights.introductions.text"
        table="introductions"
        isEmpty={introductions.length === 0}
      >
        <FlowTable flows={introductions.slice(0, SHOWN)} scheme="region" counted="insights.introductions" />
      </Chart>
      <Chart title="insights.goals.title" text="insights.goals.text" table="goals">
        <CountTable counts={goals} scheme="sdg-goal" heading="insights.goal" />
      </Chart>
      <Chart title="insights.sectors.title" text="insights.sectors.text" table="sectors" isEmpty={sectors.length === 0}>
        <CountTable counts={sectors} scheme="crs-group" heading="insights.sector" />
      </Chart>
    </Layout>
  );
};

interface ChartProps {
  title: MessageKey;
  text: MessageKey;
  table: InsightTable;
  isEmpty?: boolean;
  children: ComponentChildren;
}

const Chart = ({ title, text, table, isEmpty = false, children }: ChartProps) => {
  const { t, language } = useReader();
  return (
    <section class="gate-insight">
      <h2 class="govuk-heading-m">{t(title)}</h2>
      <p class="govuk-body gate-article">{t(text)}</p>
      {isEmpty ? <p class="govuk-inset-text">{t('insights.few', { least: LEAST_SHOWN })}</p> : children}
      {!isEmpty && (
        <p class="govuk-body">
          <a class="govuk-link" href={tablePath(table, language)} download>
            {t('insights.file')}
          </a>
        </p>
      )}
    </section>
  );
};

interface FlowTableProps {
  flows: readonly Flow[];
  scheme: Scheme;
  counted: MessageKey;
}

const FlowTable = ({ flows, scheme, counted }: FlowTableProps) => {
  const { t, format, name } = useReader();
  return (
    <Table
      class="gate-compact"
      head={[{ children: t('insights.from') }, { children: t('insights.to') }, { children: t(counted), format: 'numeric' }]}
      rows={flows.map(({ from, to, count }) => [
        { children: name(scheme, from) },
        { children: name(scheme, to) },
        { children: format.number(count), format: 'numeric' },
      ])}
    />
  );
};

const CountTable = ({ counts, scheme, heading }: { counts: readonly CodeCount[]; scheme: Scheme; heading: MessageKey }) => {
  const { t, format, name } = useReader();
  const most = Math.max(1, ...counts.flatMap(({ needs, offers }) => [needs, offers]));
  return (
    <Table
      class="gate-compact gate-counts"
      firstCellIsHeader
      head={[{ children: t(heading) }, { children: t('insights.needs') }, { children: t('insights.offers') }]}
      rows={counts.map(({ code, needs, offers }) => [
        { children: name(scheme, code) },
        { children: [format.number(needs), <Bar share={needs / most} />] },
        { children: [format.number(offers), <Bar share={offers / most} isSecond />] },
      ])}
    />
  );
};
