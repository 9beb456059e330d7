import type { Me } from '../../modules/identity/index.js';
import { Button, Form, FormErrors, type FormState, LinkButton, RadiosField } from '../components/index.js';
import { useReader } from '../page/reader.js';
import { AccountFrame } from './account-frame.js';

export const ActForPage = ({ me, form }: { me: Me; form: FormState }) => {
  const { t, href } = useReader();
  const items = me.organizations.map(({ id, legalName, reference, role }) => ({
    value: id,
    text: <bdi>{legalName}</bdi>,
    hint: (
      <>
        {t(`role.${role}`)} · <bdi dir="ltr">{reference}</bdi>
      </>
    ),
  }));
  return (
    <AccountFrame title="account.organization" hasFaults={form.faults.length > 0}>
      <FormErrors form={form} title={t('layout.problem')} />
      {items.length === 0 ? (
        <>
          <p class="govuk-body">{t('account.no-organization')}</p>
          <LinkButton href={href('/organization/new')}>{t('dashboard.register')}</LinkButton>
        </>
      ) : (
        <Form action={href('/account/organization')}>
          <RadiosField form={form} name="organizationId" legend={t('account.act-for')} items={items} />
          <Button preventDoubleClick>{t('account.choose')}</Button>
        </Form>
      )}
    </AccountFrame>
  );
};
