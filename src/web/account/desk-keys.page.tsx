import { DESK_ACTS } from '../../modules/identity/index.js';
import { Button, CheckboxesField, Form, FormErrors, type FormState, TextField } from '../components/index.js';
import { useReader } from '../page/reader.js';
import { AccountFrame } from './account-frame.js';

export const DESK_KEYS = ['on', ...DESK_ACTS];

export const DeskKeysPage = ({ version, form }: { version: number; form: FormState }) => {
  const { t, href } = useReader();
  return (
    <AccountFrame title="account.desk-keys" hasFaults={form.faults.length > 0}>
      <div class="gate-narrow">
        <FormErrors form={form} title={t('layout.problem')} />
        <p class="govuk-body">{t('desk-keys.lead')}</p>
        <Form action={href('/account/desk-keys')}>
          <input type="hidden" name="version" value={version} />
          <CheckboxesField form={form} name="on" items={[{ value: 'true', text: t('desk-keys.on') }]} />
          {DESK_ACTS.map((act) => (
            <TextField
              key={act}
              form={form}
              name={act}
              label={t(`desk-keys.${act}`)}
              class="govuk-input--width-2"
              autocomplete="off"
              attributes={{ maxLength: 1 }}
            />
          ))}
          <Button preventDoubleClick>{t('account.save')}</Button>
        </Form>
      </div>
    </AccountFrame>
  );
};
