import { Button, Form, FormErrors, type FormState, PasswordField, TextField } from '../components/index.js';
import { Layout } from '../layout/layout.js';
import { useReader } from '../page/reader.js';

/** Asks where to send the link. */
export const AskResetPage = ({ form }: { form: FormState }) => {
  const { t, href } = useReader();
  return (
    <Layout title={t('reset.title')} hasFaults={form.faults.length > 0}>
      <div class="gate-narrow">
        <FormErrors form={form} title={t('layout.problem')} />
        <h1 class="govuk-heading-l">{t('reset.title')}</h1>
        <p class="govuk-body">{t('reset.lead')}</p>
        <Form action={href('/sign-in/reset')}>
          <TextField form={form} name="email" label={t('sign-in.email')} type="email" autocomplete="username" spellcheck={false} />
          <Button preventDoubleClick>{t('reset.submit')}</Button>
        </Form>
        <p class="govuk-body">
          <a class="govuk-link" href={href('/sign-in')}>
            {t('reset.back')}
          </a>
        </p>
      </div>
    </Layout>
  );
};

/** The same whether there is such an account or not. */
export const ResetSentPage = ({ email }: { email: string }) => {
  const { t } = useReader();
  return (
    <Layout title={t('reset.sent-title')}>
      <div class="gate-narrow">
        <h1 class="govuk-heading-l">{t('reset.sent-title')}</h1>
        <p class="govuk-body">{t('reset.sent', { email: `\u2068${email}\u2069` })}</p>
        <p class="govuk-body">{t('reset.sent-hint')}</p>
      </div>
    </Layout>
  );
};

export const ResetPage = ({ token, email, form }: { token: string; email: string; form: FormState }) => {
  const { t, href } = useReader();
  return (
    <Layout title={t('reset.new-title')} hasFaults={form.faults.length > 0}>
      <div class="gate-narrow">
        <FormErrors form={form} title={t('layout.problem')} />
        <h1 class="govuk-heading-l">{t('reset.new-title')}</h1>
        <p class="govuk-body">{t('reset.new-lead', { email: `\u2068${email}\u2069` })}</p>
        <Form action={href(`/reset/${encodeURIComponent(token)}`)}>
          <input type="hidden" name="email" value={email} autocomplete="username" />
          <PasswordField
            form={form}
            name="password"
            label={t('reset.password')}
            hint={t('sign-up.password-hint')}
            autocomplete="new-password"
          />
          <Button preventDoubleClick>{t('reset.set')}</Button>
        </Form>
      </div>
    </Layout>
  );
};
