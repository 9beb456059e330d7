import type { PersonRow } from '../../../modules/identity/index.js';
import { Button, Form, SummaryList } from '../../components/index.js';
import { useReader } from '../../page/reader.js';
import { AdminPage, mayChange } from '../frame/index.js';
import { Roles } from './people.page.js';

export const PersonPage = ({ person }: { person: PersonRow }) => {
  const { t, format, actor } = useReader();
  const rows = [
    { key: t('admin.person.email'), value: <bdi dir="ltr">{person.email}</bdi> },
    { key: t('admin.people.role'), value: <Roles person={person} /> },
    { key: t('admin.person.language'), value: format.languageName(person.language) },
    { key: t('admin.people.organizations'), value: format.number(person.organizations.length) },
    { key: t('admin.person.since'), value: format.date(person.createdAt) },
    { key: t('admin.people.last-seen'), value: person.lastSeenAt === null ? t('admin.never') : format.moment(person.lastSeenAt) },
    ...(person.disabledAt === null ? [] : [{ key: t('admin.person.disabled'), value: format.moment(person.disabledAt) }]),
  ];
  const isSelf = actor.kind === 'person' && actor.personId === person.id;
  return (
    <AdminPage title={person.name} part="/admin/people">
      <SummaryList rows={rows} />
      {mayChange(actor) && (isSelf ? <p class="govuk-body">{t('admin.person.not-oneself')}</p> : <Acts person={person} />)}
    </AdminPage>
  );
};

const Acts = ({ person }: { person: PersonRow }) => {
  const { t, href } = useReader();
  const at = `/admin/people/${person.id}`;
  if (person.disabledAt !== null)
    return (
      <Form action={href(`${at}/enable`)}>
        <Button preventDoubleClick>{t('admin.person.enable')}</Button>
      </Form>
    );
  return (
    <ul class="govuk-list">
      <li>
        <a class="govuk-link" href={href(`${at}/end-sessions`)}>
          {t('admin.person.end-sessions')}
        </a>
      </li>
      <li>
        <a class="govuk-link" href={href(`${at}/${person.administrator ? 'revoke' : 'grant'}-administrator`)}>
          {person.administrator ? t('admin.person.revoke-administrator') : t('admin.person.grant-administrator')}
        </a>
      </li>
      <li>
        <a class="govuk-link" href={href(`${at}/${person.auditor ? 'revoke' : 'grant'}-auditor`)}>
          {person.auditor ? t('admin.person.revoke-auditor') : t('admin.person.grant-auditor')}
        </a>
      </li>
      <li>
        <a class="govuk-link" href={href(`${at}/disable`)}>
          {t('admin.person.disable')}
        </a>
      </li>
    </ul>
  );
};
