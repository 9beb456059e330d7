import type { GroupVersionView } from '../../../modules/taxonomy/index.js';
import {
  Button,
  CheckboxesField,
  DateField,
  Fieldset,
  Form,
  type FormState,
  SelectField,
  TextField,
  valueOf,
} from '../../components/index.js';
import { type Reader, useReader } from '../../page/reader.js';
import { AdminPage, ListTable, mayChange } from '../frame/index.js';
import { periodIn, VersionState } from './item.page.js';
import { PERIODS } from './member-form.js';

const crumbsOf = (group: string, { t, href, name }: Reader) => [
  { text: t('scheme.group'), href: href('/admin/code-lists/group') },
  { text: name('group', group), href: href(`/admin/code-lists/group/${group}`) },
];

interface MemberPageProps {
  group: string;
  country: string;
  versions: readonly GroupVersionView[];
  form: FormState;
}

export const MemberPage = ({ group, country, versions, form }: MemberPageProps) => {
  const reader = useReader();
  const { t, href, name, actor, format } = reader;
  const at = `/admin/code-lists/group/${group}/members/${country}`;
  const rows = versions.map(({ id, status, periods, source, setAt }) => [
    periods.length === 0 ? t('admin.none') : periods.map((period) => <div>{periodIn(period, reader)}</div>),
    <VersionState status={status} />,
    <bdi dir="auto">{source}</bdi>,
    format.date(setAt),
    mayChange(actor) && status === 'in-force' ? (
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
    <AdminPage
      title={`${name('group', group)}: ${name('country', country)}`}
      part="/admin/code-lists"
      form={form}
      crumbs={crumbsOf(group, reader)}
    >
      {mayChange(actor) && <PeriodsForm at={at} form={form} />}
      <h2 class="govuk-heading-m">{t('code-lists.versions')}</h2>
      <ListTable
        caption={t('code-lists.versions')}
        columns={[
          { text: t('code-lists.days') },
          { text: t('admin.version') },
          { text: t('code-lists.source') },
          { text: t('admin.version.set') },
          { text: t('admin.action') },
        ]}
        rows={rows}
        empty={t('code-lists.no-versions')}
      />
    </AdminPage>
  );
};

/** As many periods as there are, and one more. */
const PeriodsForm = ({ at, form }: { at: string; form: FormState }) => {
  const { t, href } = useReader();
  const kept = PERIODS.filter((index) => valueOf(form, `periods.${index}.kept`));
  return (
    <Form action={href(at)} class="gate-narrow">
      {PERIODS.slice(0, kept.length + 1).map((index) => (
        <Fieldset legend={t('code-lists.period', { number: index + 1 })} legendClass="govuk-fieldset__legend--m">
          <CheckboxesField form={form} name={`periods.${index}.kept`} items={[{ value: 'true', text: t('code-lists.period-kept') }]} />
          <DateField form={form} name={`periods.${index}.from`} legend={t('code-lists.from')} hint={t('admin.window.open-hint')} />
          <DateField form={form} name={`periods.${index}.to`} legend={t('code-lists.to')} hint={t('code-lists.to-hint')} />
        </Fieldset>
      ))}
      <TextField form={form} name="source" label={t('code-lists.source')} hint={t('code-lists.source-hint')} />
      <Button preventDoubleClick>{t('admin.save')}</Button>
    </Form>
  );
};

export const NewMemberPage = ({ group, countries, form }: { group: string; countries: readonly string[]; form: FormState }) => {
  const reader = useReader();
  const { t, href, name, format } = reader;
  const items = format.sorted(countries, (code) => name('country', code)).map((code) => ({ value: code, text: name('country', code) }));
  return (
    <AdminPage title={t('code-lists.add-member')} part="/admin/code-lists" form={form} crumbs={crumbsOf(group, reader)}>
      <Form action={href(`/admin/code-lists/group/${group}/members/new`)}>
        <SelectField form={form} name="country" label={t('scheme.country')} items={[{ value: '', text: t('admin.choose') }, ...items]} />
        <Button>{t('words.next')}</Button>
      </Form>
    </AdminPage>
  );
};
