import type { Page } from '../../../kernel/pagination.js';
import type { PersonRow } from '../../../modules/identity/index.js';
import { Button, Form, Input, Select, Tag } from '../../components/index.js';
import { Downloads, queryOf } from '../../layout/downloads.js';
import { useReader } from '../../page/reader.js';
import { AdminPage, ListTable, NextPage } from '../frame/index.js';

export const PeoplePage = ({ page, q, only }: { page: Page<PersonRow>; q: string; only: string }) => {
  const { t, href, format } = useReader();
  const rows = page.items.map((person) => [
    <>
      <a class="govuk-link" href={href(`/admin/people/${person.id}`)} dir="auto">
        {person.name}
      </a>
      <br />
      <bdi dir="ltr" class="gate-quiet gate-break">
        {person.email}
      </bdi>
    </>,
    <Roles person={person} />,
    format.number(person.organizations.length),
    person.lastSeenAt === null ? t('admin.never') : format.date(person.lastSeenAt),
  ]);
  return (
    <AdminPage title={t('admin.part.people')} part="/admin/people">
      <Form action={href('/admin/people')} method="get" class="gate-filter">
        <Input name="q" type="search" label={t('admin.people.search')} value={q} spellcheck={false} />
        <Select
          name="only"
          label={t('admin.people.only')}
          value={only}
          items={[
            { value: '', text: t('admin.people.all') },
            { value: 'administrator', text: t('admin.people.administrators') },
            { value: 'auditor', text: t('admin.people.auditors') },
            { value: 'disabled', text: t('admin.people.disabled') },
          ]}
        />
        <Button variant="secondary">{t('admin.show')}</Button>
      </Form>
      <ListTable
        caption={t('admin.part.people')}
        columns={[
          { text: t('admin.people.person') },
          { text: t('admin.people.role') },
          { text: t('admin.people.organizations'), isNumber: true },
          { text: t('admin.people.last-seen') },
        ]}
        rows={rows}
        empty={t('admin.people.none')}
      />
      <NextPage after={page.next} />
      <Downloads list="people" query={queryOf({ q, ...(only !== '' && { [only]: 'true' }) })} />
    </AdminPage>
  );
};

/** What somebody is beside a member. */
export const Roles = ({ person }: { person: PersonRow }) => {
  const { t, name, format } = useReader();
  const countries = format.list(person.officerOf.map((code) => name('country', code)));
  return (
    <ul class="gate-tags">
      {person.disabledAt !== null && (
        <li>
          <Tag colour="red">{t('admin.person.disabled')}</Tag>
        </li>
      )}
      {person.administrator && (
        <li>
          <Tag>{t('admin.person.administrator')}</Tag>
        </li>
      )}
      {person.auditor && (
        <li>
          <Tag colour="purple">{t('admin.person.auditor')}</Tag>
        </li>
      )}
      {person.officerOf.length > 0 && <li>{t('admin.person.officer', { countries })}</li>}
      {person.disabledAt === null && !person.administrator && !person.auditor && person.officerOf.length === 0 && (
        <li>{t('admin.person.member')}</li>
      )}
    </ul>
  );
};
