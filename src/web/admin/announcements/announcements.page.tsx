import type { AnnouncementView } from '../../../modules/announcements/index.js';
import { LANGUAGES } from '../../../platform/i18n/locales.js';
import { Button, DateField, Fieldset, Form, type FormState, RadiosField, TextField } from '../../components/index.js';
import { useReader } from '../../page/reader.js';
import { VersionState } from '../code-lists/item.page.js';
import { AdminPage, ListTable, mayChange } from '../frame/index.js';

export const AnnouncementsPage = ({ announcements, form }: { announcements: readonly AnnouncementView[]; form: FormState }) => {
  const { t, href, format, actor, language } = useReader();
  const open = mayChange(actor);
  const rows = announcements.map(({ id, texts, audience, from, until, status }) => [
    <span dir="auto">{texts[language] ?? texts.en}</span>,
    t(`admin.audience.${audience}`),
    until === null ? t('admin.window.from', { date: format.date(from) }) : `${format.date(from)} – ${format.date(until)}`,
    <VersionState status={status} />,
    open && (status === 'in-force' || status === 'future') ? (
      <Form action={href(`/admin/announcements/${id}/end`)}>
        <Button variant="secondary" preventDoubleClick>
          {t('code-lists.take-back')}
        </Button>
      </Form>
    ) : (
      ''
    ),
  ]);
  return (
    <AdminPage title={t('admin.part.announcements')} part="/admin/announcements" form={form} lead={t('admin.announcements.lead')}>
      <ListTable
        caption={t('admin.part.announcements')}
        columns={[
          { text: t('admin.announcement.text') },
          { text: t('admin.announcement.audience') },
          { text: t('code-lists.days') },
          { text: t('admin.centre.standing') },
          { text: t('admin.action') },
        ]}
        rows={rows}
        empty={t('admin.announcements.none')}
      />
      {open && <AnnouncementForm form={form} />}
    </AdminPage>
  );
};

const AnnouncementForm = ({ form }: { form: FormState }) => {
  const { t, href, format } = useReader();
  return (
    <Form action={href('/admin/announcements')} class="gate-narrow">
      <Fieldset legend={t('admin.announcement.text')} legendClass="govuk-fieldset__legend--m">
        {LANGUAGES.map((one) => (
          <TextField key={one} form={form} name={`texts.${one}`} label={format.languageName(one)} attributes={{ lang: one, dir: 'auto' }} />
        ))}
      </Fieldset>
      <RadiosField
        form={form}
        name="audience"
        legend={t('admin.announcement.audience')}
        items={[
          { value: 'everybody', text: t('admin.audience.everybody') },
          { value: 'signed-in', text: t('admin.audience.signed-in') },
        ]}
      />
      <DateField form={form} name="from" legend={t('admin.window.opens')} />
      <DateField form={form} name="until" legend={t('admin.window.closes')} hint={t('admin.window.open-hint')} />
      <Button preventDoubleClick>{t('admin.announcement.make')}</Button>
    </Form>
  );
};
