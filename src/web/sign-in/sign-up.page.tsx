import { Button, Form, FormErrors, type FormState, PasswordField, TextField } from '../components/index.js';
import { Layout } from '../layout/layout.js';
import { useReader } from '../page/reader.js';

export const SignUpPage = ({ next, form }: { next: string; form: FormState }) => {
  const { t, rich, href } = useReader();
  const link = (path: string) => (words: unknown) => (
    <a class="govuk-link" href={href(path)}>
      {words as string}
    </a>
  );
  return (
    <Layout title={t('sign-up.title')} hasFaults={form.faults.length > 0}>
      <div class="gate-narrow">
        <FormErrors form={form} title={t('layout.problem')} />
        <h1 class="govuk-heading-l">{t('sign-up.title')}</h1>
        <ul class="govuk-list govuk-list--bullet">
          <li>{t('sign-up.free')}</li>
          <li>{t('sign-up.public')}</li>
          <li>{t('sign-up.no-endorsement')}</li>
        </ul>
        <Form action={href('/sign-up')}>
          <input type="hidden" name="next" value={next} />
          <TextField form={form} name="name" label={t('sign-up.name')} autocomplete="name" />
          <TextField form={form} name="email" label={t('sign-in.email')} type="email" autocomplete="email" spellcheck={false} />
          <PasswordField
            form={form}
            name="password"
            label={t('sign-in.password')}
            hint={t('sign-up.password-hint')}
            autocomplete="new-password"
          />
          <Button preventDoubleClick>{t('sign-up.submit')}</Button>
        </Form>
        <p class="govuk-body">{rich('sign-up.terms', { terms: link('/terms'), privacy: link('/privacy') })}</p>
        <p class="govuk-body">{rich('sign-up.known', { a: link(`/sign-in?next=${encodeURIComponent(next)}`) })}</p>
      </div>
    </Layout>
  );
};
