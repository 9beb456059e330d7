import type { HitView, ListView } from '../../../modules/screening/index.js';
import { Button, DateField, FileField, Form, type FormState, TextField } from '../../components/index.js';
import { useReader } from '../../page/reader.js';
import { AdminPage, ListTable, mayChange } from '../frame/index.js';

interface ScreeningPageProps {
  lists: readonly ListView[];
  /** Those that nobody has decided on, the longest waiting first. */
  hits: readonly HitView[];
  form: FormState;
}

export const ScreeningPage = ({ lists, hits, form }: ScreeningPageProps) => {
  const { t, href, format, actor } = useReader();
  const open = mayChange(actor);
  return (
    <AdminPage title={t('admin.part.screening')} part="/admin/screening" form={form} lead={t('admin.screening.lead')}>
      <h2 class="govuk-heading-m">{t('admin.screening.hits')}</h2>
      <Hits hits={hits} />
      <p class="govuk-body">
        <a class="govuk-link" href={href('/desk/screening')}>
          {t('admin.screening.all-hits')}
        </a>
      </p>
      <h2 class="govuk-heading-m">{t('admin.screening.lists')}</h2>
      <ListTable
        caption={t('admin.screening.lists')}
        columns={[
          { text: t('admin.centre.name') },
          { text: t('admin.screening.as-of') },
          { text: t('admin.screening.entries'), isNumber: true },
          { text: t('admin.screening.imported') },
          ...(open ? [{ text: t('admin.action') }] : []),
        ]}
        rows={lists.map(({ id, name, asOf, entries, importedAt }) => [
          <span dir="auto">{name}</span>,
          format.date(asOf),
          format.number(entries),
          format.moment(importedAt),
          ...(open
            ? [
                <a class="govuk-link" href={href(`/admin/screening/${id}/remove`)}>
                  {t('admin.screening.remove')}
                  <span class="govuk-visually-hidden"> ({name})</span>
                </a>,
              ]
            : []),
        ])}
        empty={t('admin.screening.none')}
      />
      {open && (
        <section class="gate-narrow">
          <h2 class="govuk-heading-m">{t('admin.screening.import')}</h2>
          <Form action={href('/admin/screening')} multipart>
            <TextField form={form} name="name" label={t('admin.screening.name')} hint={t('admin.screening.name-hint')} />
            <DateField form={form} name="asOf" legend={t('admin.screening.as-of')} hint={t('admin.screening.as-of-hint')} />
            <FileField form={form} name="csv" label={t('admin.screening.file')} hint={t('admin.screening.file-hint')} />
            <Button preventDoubleClick>{t('admin.screening.import')}</Button>
          </Form>
        </section>
      )}
    </AdminPage>
  );
};

const Hits = ({ hits }: { hits: readonly HitView[] }) => {
  const { t, href, format, name } = useReader();
  return (
    <ListTable
      caption={t('admin.screening.hits')}
      columns={[
        { text: t('admin.screening.organization') },
        { text: t('admin.screening.listed') },
        { text: t('admin.screening.likeness'), isNumber: true },
        { text: t('admin.screening.found') },
      ]}
      rows={hits.map(({ id, organization, list, listedName, likeness, foundAt }) => [
        <a class="govuk-link" href={href(`/desk/screening/${id}`)} dir="auto">
          {organization.legalName} ({name('country', organization.country)})
        </a>,
        <>
          <span dir="auto">{listedName}</span>
          <br />
          <span class="gate-quiet" dir="auto">
            {list}
          </span>
        </>,
        format.percent(likeness),
        format.date(foundAt),
      ])}
      empty={t('admin.screening.no-hits')}
    />
  );
};
