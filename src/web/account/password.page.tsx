import { Button, Form, FormErrors, type FormState, PasswordField } from '../components/index.js';
import { useReader } from '../page/reader.js';
import { AccountFrame } from './account-frame.js';

export const PASSWORDS = ['currentPassword', 'newPassword'];

export const PasswordPage = ({ form }: { form: FormState }) => {
  const { t, href } = useReader();
  return (
    <AccountFrame title="account.password" hasFaults={form.faults.length > 0}>
      <div class="gate-narrow">
        <FormErrors form={form} title={t('layout.problem')} />
        <p class="govuk-body">{t('account.password-lead')}</p>
        <Form action={href('/account/password')}>
          <PasswordField form={form} name="currentPassword" label={t('account.password-now')} autocomplete="current-password" />
          <PasswordField
            form={form}
            name="newPassword"
            label={t('reset.password')}
            hint={t('sign-up.password-hint')}
            autocomplete="new-password"
          />
          <Button preventDoubleClick>{t('account.password-change')}</Button>
        </Form>
      </div>
    </AccountFrame>
  );
};
