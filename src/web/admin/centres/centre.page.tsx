import type { CentreView } from '../../../modules/centres/index.js';
import { type FormState, LinkButton, SummaryList } from '../../components/index.js';
import { useReader } from '../../page/reader.js';
import { AdminPage, ListTable, mayChange } from '../frame/index.js';
import { Standing } from './centres.page.js';
import { OfficerForm } from './officer.page.js';

export const CentrePage = ({ centre, languages, form }: { centre: CentreView; languages: readonly string[]; form: FormState }) => {
  const { t, href, actor, name, format } = useReader();
  const { contact, letter } = centre;
  const at = `/admin/centres/${centre.id}`;
  const open = mayChange(actor) && centre.endedAt === null;
  const rows = [
    { key: t('admin.centre.standing'), value: <Standing centre={centre} /> },
    { key: t('admin.centre.host'), value: <span dir="auto">{centre.host}</span> },
    { key: t('admin.centre.countries'), value: format.list(centre.countries.map((code) => name('country', code))) },
    {
      key: t('admin.centre.letter'),
      value: (
        <>
          <bdi dir="ltr">{letter.reference}</bdi>, {format.date(letter.date)}
          <br />
          {letter.expires === null ? t('admin.centre.no-end') : t('admin.centre.until', { date: format.date(letter.expires) })}
        </>
      ),
    },
    {
      key: t('admin.centre.contact'),
      value: (
        <ul class="govuk-list">
          {[contact.email, contact.phone, contact.website].map(
            (line) =>
              line && (
                <li key={line} class="gate-break">
                  <bdi dir="ltr">{line}</bdi>
                </li>
              ),
          )}
          {contact.address && <li dir="auto">{contact.address}</li>}
        </ul>
      ),
    },
  ];
  return (
    <AdminPage title={centre.name} part="/admin/centres" form={form}>
      <SummaryList rows={rows} />
      {open && <LinkButton href={href(`${at}/edit`)}>{t('admin.centre.edit')}</LinkButton>}
      <h2 class="govuk-heading-m">{t('admin.centre.officers')}</h2>
      <ListTable
        caption={t('admin.centre.officers')}
        columns={[
          { text: t('admin.people.person') },
          { text: t('admin.centre.languages') },
          ...(open ? [{ text: t('admin.action') }] : []),
        ]}
        rows={centre.officers.map((officer) => [
          <a class="govuk-link" href={href(`/admin/people/${officer.personId}`)} dir="auto">
            {officer.name}
          </a>,
          format.list(officer.languages.map((code) => format.languageName(code))),
          ...(open
            ? [
                <a class="govuk-link" href={href(`${at}/officers/${officer.personId}/end`)}>
                  {t('admin.officer.end')} <span class="govuk-visually-hidden">({officer.name})</span>
                </a>,
              ]
            : []),
        ])}
        empty={t('admin.centre.no-officers')}
      />
      {open && (
        <>
          <OfficerForm id={centre.id} languages={languages} form={form} />
          <p class="govuk-body">
            <a class="govuk-link" href={href(`${at}/end`)}>
              {t('admin.centre.end')}
            </a>
          </p>
        </>
      )}
    </AdminPage>
  );
};
