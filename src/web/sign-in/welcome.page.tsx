import { Button, Form, FormErrors, type FormState, PasswordField, TextField } from '../components/index.js';
import { Layout } from '../layout/layout.js';
import { useReader } from '../page/reader.js';

export const WelcomePage = ({ token, email, form }: { token: string; email: string; form: FormState }) => {
  const { t, href } = useReader();
  return (
    <Layout title={t('welcome.title')} hasFaults={form.faults.length > 0}>
      <div class="gate-narrow">
        <FormErrors form={form} title={t('layout.problem')} />
        <h1 class="govuk-heading-l">{t('welcome.title')}</h1>
        <p class="govuk-body">{t('welcome.lead', { email: `\u2068${email}\u2069` })}</p>
        <Form action={href('/welcome')}>
          <input type="hidden" name="token" value={token} />
          <input type="hidden" name="email" value={email} autocomplete="username" />
          <TextField form={form} name="name" label={t('sign-up.name')} autocomplete="name" />
          <PasswordField
            form={form}
            name="password"
            label={t('sign-in.password')}
            hint={t('sign-up.password-hint')}
            autocomplete="new-password"
          />
          <Button preventDoubleClick>{t('reset.set')}</Button>
        </Form>
      </div>
    </Layout>
  );
};
