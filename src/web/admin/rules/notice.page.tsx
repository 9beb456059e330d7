import type { NoticeWords, NotificationKind } from '../../../modules/notifications/index.js';
import { directionOf, LANGUAGES, type Language } from '../../../platform/i18n/locales.js';
import { Button, DateField, Form, type FormState, InsetText, TextAreaField, TextField } from '../../components/index.js';
import { useReader } from '../../page/reader.js';
import { AdminPage, mayChange } from '../frame/index.js';

interface NoticePageProps {
  kind: NotificationKind;
  language: Language;
  /** What people would read; null while the words cannot be told. */
  preview: NoticeWords | null;
  form: FormState;
}

export const NoticePage = ({ kind, language, preview, form }: NoticePageProps) => {
  const { t, href, format, actor } = useReader();
  const at = `/admin/notices/${kind}`;
  const written = { lang: language, dir: directionOf(language) };
  return (
    <AdminPage
      title={t('rules.notice-title', { language: format.languageName(language) })}
      part="/admin/rules"
      crumbs={[{ text: t('rules.notices'), href: href('/admin/rules#notices') }]}
      form={form}
    >
      <ul class="gate-tags govuk-body" aria-label={t('layout.languages')}>
        {LANGUAGES.map((one) => (
          <li>
            {one === language ? (
              <strong>{format.languageName(one)}</strong>
            ) : (
              <a class="govuk-link" href={href(`${at}?language=${one}`)}>
                {format.languageName(one)}
              </a>
            )}
          </li>
        ))}
      </ul>
      {preview && (
        <>
          <h2 class="govuk-heading-m">{t('rules.preview')}</h2>
          <InsetText>
            <div {...written}>
              <strong>{preview.subject}</strong>
              <br />
              {preview.text}
            </div>
          </InsetText>
        </>
      )}
      {mayChange(actor) && (
        <Form action={href(`${at}?language=${language}`)} class="gate-narrow">
          <TextField form={form} name="subject" label={t('rules.subject')} attributes={written} />
          <TextAreaField form={form} name="text" label={t('rules.text')} hint={t('rules.text-hint')} rows={6} attributes={written} />
          <DateField form={form} name="from" legend={t('admin.effective')} hint={t('admin.effective-hint')} />
          <div class="govuk-button-group">
            <Button name="act" value="save" preventDoubleClick>
              {t('admin.save')}
            </Button>
            <Button name="act" value="preview" variant="secondary">
              {t('rules.show-preview')}
            </Button>
          </div>
        </Form>
      )}
    </AdminPage>
  );
};
