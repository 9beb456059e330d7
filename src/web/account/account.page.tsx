import type { Me } from '../../modules/identity/index.js';
import { LANGUAGES } from '../../platform/i18n/locales.js';
import { Button, Form, FormErrors, type FormState, SelectField, TextField } from '../components/index.js';
import type { MessageKey } from '../i18n/areas.js';
import { OWN_NAMES } from '../layout/language-links.js';
import { Layout } from '../layout/layout.js';
import { useReader } from '../page/reader.js';

export const PROFILE = ['name', 'language', 'timeZone'];

interface Door {
  path: string;
  title: MessageKey;
  text: MessageKey;
}

const PLACES: readonly Door[] = [
  { path: '/account/notifications', title: 'account.mails', text: 'account.mails-text' },
  { path: '/account/password', title: 'account.password', text: 'account.password-text' },
  { path: '/account/sessions', title: 'account.sessions', text: 'account.sessions-text' },
  { path: '/account/keys', title: 'account.keys', text: 'account.keys-text' },
];
/** For those who serve a desk. */
const KEYS: Door = { path: '/account/desk-keys', title: 'account.desk-keys', text: 'account.desk-keys-text' };

export const AccountPage = ({ me, form }: { me: Me; form: FormState }) => {
  const { t, href } = useReader();
  const places = [...PLACES, ...(me.administrator || me.auditor || me.officerOf.length > 0 ? [KEYS] : [])];
  return (
    <Layout title={t('account.title')} hasFaults={form.faults.length > 0}>
      <FormErrors form={form} title={t('layout.problem')} />
      <h1 class="govuk-heading-l">{t('account.title')}</h1>
      <div class="gate-columns">
        <Profile me={me} form={form} />
        <ul class="gate-doors">
          {me.organizations.length > 1 && (
            <li>
              <h2 class="govuk-heading-s">
                <a class="govuk-link" href={href('/account/organization')}>
                  {t('account.organization')}
                </a>
              </h2>
              <p class="govuk-body">{t('account.organization-text')}</p>
            </li>
          )}
          {places.map(({ path, title, text }) => (
            <li key={path}>
              <h2 class="govuk-heading-s">
                <a class="govuk-link" href={href(path)}>
                  {t(title)}
                </a>
              </h2>
              <p class="govuk-body">{t(text)}</p>
            </li>
          ))}
        </ul>
      </div>
    </Layout>
  );
};

const Profile = ({ me, form }: { me: Me; form: FormState }) => {
  const { t, href, format } = useReader();
  const isOurs = LANGUAGES.some((language) => language === me.language);
  const languages = [
    ...LANGUAGES.map((language) => ({ value: language, text: OWN_NAMES[language] })),
    ...(isOurs ? [] : [{ value: me.language, text: format.languageName(me.language) }]),
  ];
  const zones = ['UTC', ...Intl.supportedValuesOf('timeZone')].map((zone) => ({ value: zone, text: zone.replaceAll('_', ' ') }));
  return (
    <Form action={href('/account')}>
      <input type="hidden" name="version" value={me.version} />
      <p class="govuk-body">
        {t('account.address')} <bdi dir="ltr">{me.email}</bdi>
      </p>
      <TextField form={form} name="name" label={t('sign-up.name')} autocomplete="name" />
      <SelectField form={form} name="language" label={t('account.language')} hint={t('account.language-hint')} items={languages} />
      <SelectField form={form} name="timeZone" label={t('account.time-zone')} hint={t('account.time-zone-hint')} items={zones} />
      <Button preventDoubleClick>{t('account.save')}</Button>
    </Form>
  );
};
