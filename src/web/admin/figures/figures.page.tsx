import {
  type Count,
  DIMENSIONS,
  type Dimension,
  type FiguresQuery,
  type Measure,
  MEASURES,
  type Wait,
} from '../../../modules/reporting/index.js';
import { Button, Form, Input, Select } from '../../components/index.js';
import { useReader } from '../../page/reader.js';
import { AdminPage, ListTable, withQuery } from '../frame/index.js';
import { keyName, stepName } from './figure-words.js';

interface FiguresPageProps {
  query: FiguresQuery;
  counts: readonly Count[];
  waits: readonly Wait[];
  /** Those to choose from. */
  countries: readonly string[];
}

/** What breakdowns show: a table of all measures would be wider than a page. */
const OF_MATCHES: readonly Measure[] = ['matched', 'both-yes', 'introduced', 'converted'];
const SHOWN: Record<Exclude<Dimension, 'code'>, readonly Measure[]> = {
  kind: ['received', 'published', ...OF_MATCHES],
  pair: OF_MATCHES,
  goal: ['received', 'published', ...OF_MATCHES],
  group: ['received', 'published', ...OF_MATCHES],
};
/** Longer tables are whole in the file. */
const MOST_ROWS = 30;

export const FiguresPage = ({ query, counts, waits, countries }: FiguresPageProps) => {
  const { t, href, path, format } = useReader();
  const period = t('figures.period', { from: format.date(query.from), to: format.date(query.to) });
  return (
    <AdminPage title={t('admin.part.figures')} part="/admin/figures" lead={period}>
      <Filters query={query} countries={countries} />
      <p class="govuk-body gate-screen">
        <a class="govuk-link" href={href(withQuery(path, {}).replace('/admin/figures', '/admin/figures/figures.csv'))}>
          {t('figures.csv')}
        </a>
      </p>
      <Totals counts={counts} />
      <Waits waits={waits} />
      {DIMENSIONS.map((dimension) => (
        <Breakdown key={dimension} dimension={dimension} counts={counts.filter((count) => count.dimension === dimension)} />
      ))}
    </AdminPage>
  );
};

const Filters = ({ query, countries }: Pick<FiguresPageProps, 'query' | 'countries'>) => {
  const { t, href, name, format } = useReader();
  const items = format.sorted(countries, (code) => name('country', code)).map((code) => ({ value: code, text: name('country', code) }));
  return (
    <Form action={href('/admin/figures')} method="get" class="gate-filter">
      <Input name="from" type="date" label={t('figures.from')} value={query.from} />
      <Input name="to" type="date" label={t('figures.to')} value={query.to} />
      <Select
        name="country"
        label={t('scheme.country')}
        value={query.country ?? ''}
        items={[{ value: '', text: t('figures.all-countries') }, ...items]}
      />
      <Button variant="secondary">{t('admin.show')}</Button>
    </Form>
  );
};

const Totals = ({ counts }: { counts: readonly Count[] }) => {
  const { t, format } = useReader();
  const total = (measure: Measure): number => counts.find((count) => count.dimension === 'total' && count.measure === measure)?.count ?? 0;
  return (
    <ListTable
      caption={t('admin.part.figures')}
      columns={[{ text: t('figures.measure') }, { text: t('figures.count'), isNumber: true }, { text: t('figures.definition') }]}
      rows={MEASURES.map((measure) => [
        <strong>{t(`figures.measure.${measure}`)}</strong>,
        format.number(total(measure)),
        t(`figures.definition.${measure}`),
      ])}
      empty={t('figures.none')}
    />
  );
};

const Waits = ({ waits }: { waits: readonly Wait[] }) => {
  const reader = useReader();
  const { t, format } = reader;
  return (
    <>
      <h2 class="govuk-heading-m">{t('figures.waits')}</h2>
      <p class="govuk-body">{t('figures.waits-definition')}</p>
      <ListTable
        caption={t('figures.waits')}
        columns={[
          { text: t('figures.step') },
          { text: t('figures.whose') },
          { text: t('figures.days'), isNumber: true },
          { text: t('figures.steps'), isNumber: true },
        ]}
        rows={waits.map((wait) => [
          ...stepName(wait, reader),
          format.number(wait.days, { maximumFractionDigits: 1 }),
          format.number(wait.count),
        ])}
        empty={t('figures.none')}
      />
    </>
  );
};

const Breakdown = ({ dimension, counts }: { dimension: Dimension; counts: readonly Count[] }) => {
  const reader = useReader();
  const { t, format } = reader;
  const measures =
    dimension === 'code' ? MEASURES.filter((measure) => counts.some((count) => count.measure === measure)) : SHOWN[dimension];
  const sumOf = (key: string): number => counts.reduce((sum, count) => sum + (count.key === key ? count.count : 0), 0);
  const named = new Map(counts.map((count) => [count.key, keyName(count, reader)]));
  const keys = [...named.keys()].sort((a, b) => sumOf(b) - sumOf(a) || (a < b ? -1 : 1));
  const cell = (key: string, measure: Measure): string =>
    format.number(counts.find((count) => count.key === key && count.measure === measure)?.count ?? 0);
  return (
    <>
      <h2 class="govuk-heading-m">{t(`figures.dimension.${dimension}`)}</h2>
      <p class="govuk-body">{t(`figures.dimension-definition.${dimension}`)}</p>
      <ListTable
        caption={t(`figures.dimension.${dimension}`)}
        columns={[{ text: t('figures.value') }, ...measures.map((measure) => ({ text: t(`figures.measure.${measure}`), isNumber: true }))]}
        rows={keys.slice(0, MOST_ROWS).map((key) => [named.get(key), ...measures.map((measure) => cell(key, measure))])}
        empty={t('figures.none')}
      />
      {keys.length > MOST_ROWS && <p class="gate-quiet">{t('figures.more', { count: keys.length - MOST_ROWS })}</p>}
    </>
  );
};
