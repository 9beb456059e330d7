import type { DELIVERIES } from '../../modules/notifications/index.js';
import { Button, Details, Form, FormErrors, type FormState, SelectField } from '../components/index.js';
import { useReader } from '../page/reader.js';
import { AccountFrame } from './account-frame.js';
import { MAIL_TOPICS, type MailTopic } from './mail-choices.js';

export const MailsPage = ({ topics, form }: { topics: readonly MailTopic[]; form: FormState }) => {
  const { t, href } = useReader();
  const items = ['immediate', 'daily', 'off'] satisfies (typeof DELIVERIES)[number][];
  return (
    <AccountFrame title="account.mails" hasFaults={form.faults.length > 0}>
      <FormErrors form={form} title={t('layout.problem')} />
      <p class="govuk-body">{t('account.mails-lead')}</p>
      <Form action={href('/account/notifications')}>
        {topics.map((topic, index) => (
          <Details key={topic} summary={t(`mail-topic.${topic}`)} open={index === 0}>
            {MAIL_TOPICS[topic].map((kind) => (
              <SelectField
                key={kind}
                form={form}
                name={kind}
                groupClass="gate-choice"
                label={t(`mail-kind.${kind}`)}
                items={items.map((value) => ({ value, text: t(`delivery.${value}`) }))}
              />
            ))}
          </Details>
        ))}
        <Button preventDoubleClick>{t('account.save')}</Button>
      </Form>
    </AccountFrame>
  );
};
