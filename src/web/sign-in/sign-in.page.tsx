import { SESSION_SECONDS } from '../../platform/auth/index.js';
import { Button, Form, FormErrors, type FormState, PasswordField, TextField } from '../components/index.js';
import { Layout } from '../layout/layout.js';
import { useReader } from '../page/reader.js';

const DAY_SECONDS = 86_400;

export const SignInPage = ({ next, form }: { next: string; form: FormState }) => {
  const { t, rich, href } = useReader();
  return (
    <Layout title={t('sign-in.title')} hasFaults={form.faults.length > 0}>
      <div class="gate-narrow">
        <FormErrors form={form} title={t('layout.problem')} />
        <h1 class="govuk-heading-l">{t('sign-in.title')}</h1>
        <Form action={href('/sign-in')}>
          <input type="hidden" name="next" value={next} />
          <TextField form={form} name="email" label={t('sign-in.email')} type="email" autocomplete="username" spellcheck={false} />
          <PasswordField form={form} name="password" label={t('sign-in.password')} autocomplete="current-password" />
          <p class="gate-quiet">{t('sign-in.length', { days: SESSION_SECONDS / DAY_SECONDS })}</p>
          <Button preventDoubleClick>{t('sign-in.submit')}</Button>
        </Form>
        <p class="govuk-body">
          <a class="govuk-link" href={href('/sign-in/reset')}>
            {t('sign-in.forgotten')}
          </a>
        </p>
        <p class="govuk-body">
          {rich('sign-in.new-here', {
            a: (words) => (
              <a class="govuk-link" href={href(`/sign-up?next=${encodeURIComponent(next)}`)}>
                {words}
              </a>
            ),
          })}
        </p>
      </div>
    </Layout>
  );
};
