import { MEMBER_ROLES } from '../../kernel/actor.js';
import type { Me } from '../../modules/identity/index.js';
import type { KeyRow } from '../../platform/auth/index.js';
import {
  Button,
  Form,
  FormErrors,
  type FormState,
  InsetText,
  LinkButton,
  SelectField,
  TextField,
  WarningText,
} from '../components/index.js';
import { useReader } from '../page/reader.js';
import { AccountFrame } from './account-frame.js';

export const KEY_FIELDS = ['name', 'for', 'expiresInDays'];
const KEYS = { path: '/account/keys', text: 'account.keys' } as const;

interface KeysView {
  keys: readonly KeyRow[];
  organizations: Me['organizations'];
  form: FormState;
}

export const KeysPage = ({ keys, organizations, form }: KeysView) => {
  const { t, href, format } = useReader();
  const nameOf = (id: string | null) => organizations.find((one) => one.id === id)?.legalName;
  return (
    <AccountFrame title="account.keys" hasFaults={form.faults.length > 0}>
      <FormErrors form={form} title={t('layout.problem')} />
      <p class="govuk-body">{t('account.keys-lead')}</p>
      {keys.length > 0 && (
        <ul class="gate-rows">
          {keys.map(({ id, name, start, organizationId, role, lastUsedAt, expiresAt }) => (
            <li key={id}>
              <div>
                <p class="govuk-body">
                  <bdi>{name}</bdi> <bdi dir="ltr">{start}…</bdi>
                </p>
                <p class="gate-quiet">
                  {organizationId === null ? t('account.key-own') : <bdi>{nameOf(organizationId)}</bdi>}
                  {role && ` · ${t(`role.${role}`)}`}
                  {' · '}
                  {lastUsedAt ? t('account.last-used', { moment: format.moment(lastUsedAt) }) : t('account.never-used')}
                  {expiresAt && ` · ${t('account.key-until', { day: format.date(expiresAt) })}`}
                </p>
              </div>
              <a class="govuk-link" href={href(`/account/keys/${id}/revoke`)}>
                {t('account.revoke')}
                <span class="govuk-visually-hidden"> {name}</span>
              </a>
            </li>
          ))}
        </ul>
      )}
      <NewKey organizations={organizations} form={form} />
    </AccountFrame>
  );
};

const NewKey = ({ organizations, form }: Omit<KeysView, 'keys'>) => {
  const { t, href } = useReader();
  const choices = organizations.flatMap(({ id, legalName, role }) =>
    MEMBER_ROLES.slice(0, MEMBER_ROLES.indexOf(role) + 1).map((one) => ({
      value: `${id} ${one}`,
      text: `${legalName}: ${t(`role.${one}`)}`,
    })),
  );
  const days = [30, 90, 365].map((count) => ({ value: String(count), text: t('account.days', { count }) }));
  return (
    <section class="gate-narrow" aria-labelledby="new-key">
      <h2 class="govuk-heading-m" id="new-key">
        {t('account.new-key')}
      </h2>
      <Form action={href('/account/keys')}>
        <TextField form={form} name="name" label={t('account.key-name')} hint={t('account.key-name-hint')} />
        <SelectField
          form={form}
          name="for"
          label={t('account.key-for')}
          hint={t('account.key-for-hint')}
          items={[...choices, { value: 'none', text: t('account.key-own') }]}
        />
        <SelectField
          form={form}
          name="expiresInDays"
          label={t('account.key-ends')}
          items={[...days, { value: '', text: t('account.key-no-end') }]}
        />
        <Button preventDoubleClick>{t('account.make-key')}</Button>
      </Form>
    </section>
  );
};

export const KeyMadePage = ({ value, name }: { value: string; name: string }) => {
  const { t, href } = useReader();
  return (
    <AccountFrame title="account.key-made" back={KEYS}>
      <p class="govuk-body">
        <bdi>{name}</bdi>
      </p>
      <InsetText>
        <code class="gate-secret" dir="ltr">
          {value}
        </code>
      </InsetText>
      <WarningText>{t('account.key-once')}</WarningText>
      <LinkButton href={href('/account/keys')}>{t('account.key-copied')}</LinkButton>
    </AccountFrame>
  );
};

export const RevokeKeyPage = ({ apiKey: { id, name, start } }: { apiKey: KeyRow }) => {
  const { t, href } = useReader();
  return (
    <AccountFrame title="account.revoke-title" back={KEYS}>
      <p class="govuk-body">
        <bdi>{name}</bdi> <bdi dir="ltr">{start}…</bdi>
      </p>
      <p class="govuk-body">{t('account.revoke-lead')}</p>
      <Form action={href(`/account/keys/${id}/revoke`)}>
        <Button variant="warning" preventDoubleClick>
          {t('account.revoke')}
        </Button>
      </Form>
    </AccountFrame>
  );
};
