import { Button, Form, FormErrors, type FormState, PasswordField, TextField } from '../components/index.js';
import type { FormValues } from '../page/form-input.js';
import { useReader } from '../page/reader.js';
import { Layout } from './layout.js';

/** Where the form was going, beside its own words. */
export const NEXT = 'session.next';
export const SIGN_IN_AGAIN = ['session.email', 'session.password'];

/** A form that came after its session had ended: its words go along, and are sent where they were going once she has signed in. */
export const SessionEndedPage = ({ values, form }: { values: FormValues; form: FormState }) => {
  const { t, href } = useReader();
  const kept = Object.entries(values).filter(([name]) => !SIGN_IN_AGAIN.includes(name));
  return (
    <Layout title={t('session-ended.title')} hasFaults={form.faults.length > 0}>
      <div class="gate-narrow">
        <FormErrors form={form} title={t('layout.problem')} />
        <h1 class="govuk-heading-l">{t('session-ended.title')}</h1>
        <p class="govuk-body">{t('session-ended.text')}</p>
        <Form action={href('/sign-in/again')}>
          {kept.flatMap(([name, value]) =>
            [value ?? []].flat().map((one, i) => <input key={`${name}.${i}`} type="hidden" name={name} value={one} />),
          )}
          <TextField form={form} name="session.email" label={t('sign-in.email')} type="email" autocomplete="username" spellcheck={false} />
          <PasswordField form={form} name="session.password" label={t('sign-in.password')} autocomplete="current-password" />
          <Button preventDoubleClick>{t('session-ended.submit')}</Button>
        </Form>
      </div>
    </Layout>
  );
};
