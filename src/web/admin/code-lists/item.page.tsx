import {
  type CodeItem,
  type CodeVersionView,
  type CurrencyRate,
  type Dated,
  findScheme,
  type GroupMember,
  NAME_LANGUAGES,
  type Scheme,
} from '../../../modules/taxonomy/index.js';
import { Button, Form, LinkButton, SummaryList, Tag } from '../../components/index.js';
import { type Reader, useReader } from '../../page/reader.js';
import { AdminPage, ListTable, mayChange } from '../frame/index.js';

const PART = '/admin/code-lists';

interface ItemPageProps {
  item: CodeItem & { scheme: Scheme };
  versions: readonly CodeVersionView[];
  /** Of a group of countries. */
  members: readonly GroupMember[];
  /** Of a currency. */
  rates: readonly CurrencyRate[];
}

export const ItemPage = ({ item, versions, members, rates }: ItemPageProps) => {
  const reader = useReader();
  const { t, href, name, actor } = reader;
  const { scheme, code } = item;
  const at = `${PART}/${scheme}/${code}`;
  const crumbs = [{ text: t(`scheme.${scheme}`), href: href(`${PART}/${scheme}`) }];
  return (
    <AdminPage title={name(scheme, code)} part={PART} crumbs={crumbs}>
      <SummaryList rows={factsOf(item, reader)} />
      {mayChange(actor) && <LinkButton href={href(`${at}/edit`)}>{t('code-lists.edit')}</LinkButton>}
      {scheme === 'group' && <Members group={code} members={members} />}
      {scheme === 'currency' && <Rates currency={code} rates={rates} />}
      <h2 class="govuk-heading-m">{t('code-lists.versions')}</h2>
      <Versions at={at} versions={versions} />
    </AdminPage>
  );
};

function factsOf({ scheme, code, parent, status, extra, source, names, ...dated }: ItemPageProps['item'], reader: Reader) {
  const { t, name, format } = reader;
  const parents = (findScheme(scheme)?.parentScheme ?? scheme) as Scheme;
  return [
    { key: t('code-lists.code'), value: <bdi dir="ltr">{code}</bdi> },
    ...NAME_LANGUAGES.map((language) => ({
      key: format.languageName(language),
      value: names[language] ? (
        <span lang={language} dir="auto">
          {names[language]}
        </span>
      ) : (
        <Tag colour="red">{t('admin.missing')}</Tag>
      ),
    })),
    ...(parent === null ? [] : [{ key: t('code-lists.parent'), value: name(parents, parent) }]),
    { key: t('admin.centre.standing'), value: status === 'active' ? t('code-lists.active') : t('code-lists.withdrawn') },
    ...(dated.from === null && dated.to === null ? [] : [{ key: t('code-lists.days'), value: periodIn(dated, reader) }]),
    ...Object.entries(extra).map(([key, value]) => ({ key: <bdi dir="ltr">{key}</bdi>, value: <bdi dir="ltr">{value}</bdi> })),
    { key: t('code-lists.source'), value: <bdi dir="auto">{source}</bdi> },
  ];
}

/** "From 1 January 2020", "Until …" or both; `to` is the first day on which it no longer holds. */
export function periodIn({ from, to }: Dated, { t, format }: Pick<Reader, 't' | 'format'>): string {
  if (from === null) return to === null ? t('admin.window.always') : t('code-lists.before', { date: format.date(to) });
  if (to === null) return t('admin.window.from', { date: format.date(from) });
  return `${t('admin.window.from', { date: format.date(from) })}, ${t('code-lists.before', { date: format.date(to) })}`;
}

const Members = ({ group, members }: { group: string; members: readonly GroupMember[] }) => {
  const reader = useReader();
  const { t, href, name, format, actor } = reader;
  const at = `${PART}/group/${group}/members`;
  const countries = [...new Set(members.map(({ country }) => country))];
  const rows = format
    .sorted(countries, (country) => name('country', country))
    .map((country) => [
      <a class="govuk-link" href={href(`${at}/${country}`)}>
        {name('country', country)}
      </a>,
      members.filter((member) => member.country === country).map((period) => <div>{periodIn(period, reader)}</div>),
    ]);
  return (
    <>
      <h2 class="govuk-heading-m">{t('code-lists.members', { count: countries.length })}</h2>
      {mayChange(actor) && (
        <p class="govuk-body">
          <a class="govuk-link" href={href(`${at}/new`)}>
            {t('code-lists.add-member')}
          </a>
        </p>
      )}
      <ListTable
        caption={t('code-lists.days')}
        columns={[{ text: t('scheme.country') }, { text: t('code-lists.days') }]}
        rows={rows}
        empty={t('code-lists.no-members')}
      />
    </>
  );
};

const Rates = ({ currency, rates }: { currency: string; rates: readonly CurrencyRate[] }) => {
  const { t, href, format, actor } = useReader();
  const rows = [...rates]
    .sort((a, b) => (a.from < b.from ? 1 : -1))
    .map(({ from, usdPerUnit, source }) => [
      format.date(from),
      format.number(usdPerUnit, { maximumSignificantDigits: 6 }),
      <bdi dir="auto">{source}</bdi>,
    ]);
  return (
    <>
      <h2 class="govuk-heading-m">{t('code-lists.rates')}</h2>
      {mayChange(actor) && (
        <p class="govuk-body">
          <a class="govuk-link" href={href(`${PART}/currency/${currency}/rate`)}>
            {t('code-lists.add-rate')}
          </a>
        </p>
      )}
      <ListTable
        caption={t('code-lists.rates')}
        columns={[{ text: t('code-lists.rate-from') }, { text: t('code-lists.usd'), isNumber: true }, { text: t('code-lists.source') }]}
        rows={rows}
        empty={t('code-lists.no-rates')}
      />
    </>
  );
};

const COLOURS = { future: 'blue', 'in-force': 'green', past: 'grey', withdrawn: 'grey' } as const;

export const VersionState = ({ status }: { status: keyof typeof COLOURS }) => {
  const { t } = useReader();
  return <Tag colour={COLOURS[status]}>{t(`admin.version.${status}`)}</Tag>;
};

const Versions = ({ at, versions }: { at: string; versions: readonly CodeVersionView[] }) => {
  const { t, href, format, actor } = useReader();
  const rows = versions.map(({ id, effective, status, item, setAt }) => [
    t('admin.window.from', { date: format.date(effective) }),
    <VersionState status={status} />,
    item.status === 'active' ? t('code-lists.active') : t('code-lists.withdrawn'),
    format.date(setAt),
    status === 'future' && mayChange(actor) ? (
      <Form action={href(`${at}/versions/${id}/withdraw`)}>
        <Button variant="secondary" preventDoubleClick>
          {t('code-lists.take-back')}
        </Button>
      </Form>
    ) : (
      ''
    ),
  ]);
  return (
    <ListTable
      caption={t('code-lists.versions')}
      columns={[
        { text: t('code-lists.days') },
        { text: t('admin.version') },
        { text: t('admin.centre.standing') },
        { text: t('admin.version.set') },
        { text: t('admin.action') },
      ]}
      rows={rows}
      empty={t('code-lists.no-versions')}
    />
  );
};
