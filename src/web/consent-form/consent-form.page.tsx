import type { DeskView } from '../../modules/centres/index.js';
import { Layout } from '../layout/layout.js';
import { useReader } from '../page/reader.js';

export interface ConsentFormView {
  /** Who receives the form; without a centre the global desk does. */
  desk: DeskView;
  country: string | undefined;
}

/** A form to print and sign; complete without style sheet and script. */
export const ConsentFormPage = ({ desk, country }: ConsentFormView) => {
  const { t, name } = useReader();
  return (
    <Layout title={t('consent-form.title')} description={t('consent-form.intro')} isPublic>
      <div class="gate-paper govuk-body">
        <h1 class="govuk-heading-l">{t('consent-form.title')}</h1>
        <p>{t('consent-form.intro')}</p>
        <Desk desk={desk} />
        <h2 class="govuk-heading-s">{t('consent-form.organization')}</h2>
        <Line label={t('consent-form.legal-name')} />
        <Line label={t('consent-form.country')} value={country && name('country', country)} />
        <h2 class="govuk-heading-s">{t('consent-form.person')}</h2>
        <Line label={t('consent-form.name')} />
        <Line label={t('consent-form.position')} />
        <Line label={t('consent-form.phone')} />
        <h2 class="govuk-heading-s">{t('consent-form.scopes')}</h2>
        {(['register', 'list', 'receive-contacts'] as const).map((scope) => (
          <Tick key={scope} label={t(`consent-form.${scope}`)} />
        ))}
        <h2 class="govuk-heading-s">{t('consent-form.answering')}</h2>
        <Tick label={t('consent-form.answer-matches')} />
        <p>{t('consent-form.without')}</p>
        <Line label={t('consent-form.until')} />
        {(['longest', 'withdraw', 'data'] as const).map((key) => (
          <p key={key}>{t(`consent-form.${key}`)}</p>
        ))}
        {(['place', 'date', 'signature', 'officer'] as const).map((key) => (
          <Line key={key} label={t(`consent-form.${key}`)} />
        ))}
        <p>{t('consent-form.photo')}</p>
      </div>
    </Layout>
  );
};

const Line = ({ label, value }: { label: string; value?: string | undefined }) => (
  <p class="gate-paper__line">
    {label}: {value ?? <span class="gate-paper__blank" aria-hidden="true" />}
  </p>
);

const Tick = ({ label }: { label: string }) => <p class="gate-paper__tick">☐ {label}</p>;

const Desk = ({ desk: { centre, contact } }: { desk: DeskView }) => {
  const { t } = useReader();
  return (
    <p>
      <strong>{t('consent-form.desk')}:</strong> <bdi>{centre ? `${centre.name}, ${centre.host}` : t('consent-form.global-desk')}</bdi>
      <br />
      {t('consent-form.contact')}: <bdi dir="ltr">{[contact.email, contact.phone].filter(Boolean).join(' · ')}</bdi>
    </p>
  );
};
