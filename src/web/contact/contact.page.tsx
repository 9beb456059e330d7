import type { PublicCentre, PublicContact } from '../../modules/centres/index.js';
import { SummaryList } from '../components/index.js';
import { contactRows } from '../countries/contact-rows.js';
import { Layout } from '../layout/layout.js';
import { useReader } from '../page/reader.js';

interface ContactView {
  global: PublicContact;
  centres: readonly (PublicCentre & { contact: PublicContact })[];
}

export const ContactPage = ({ global, centres }: ContactView) => {
  const reader = useReader();
  const { t, name, format, href, rich } = reader;
  return (
    <Layout title={t('place.contact')} description={t('contact.lead')} isPublic>
      <h1 class="govuk-heading-l">{t('place.contact')}</h1>
      <p class="govuk-body-l">{t('contact.lead')}</p>
      <p class="govuk-body">
        {rich('contact.help-first', {
          a: (words) => (
            <a class="govuk-link" href={href('/help')}>
              {words}
            </a>
          ),
        })}
      </p>
      <section>
        <h2 class="govuk-heading-m">{t('contact.global')}</h2>
        <p class="govuk-body">{t('contact.global-text')}</p>
        <SummaryList rows={contactRows(reader, global)} />
      </section>
      <section>
        <h2 class="govuk-heading-m">{t('contact.centres')}</h2>
        {centres.length === 0 && <p class="govuk-body">{t('centre.none-yet')}</p>}
        {centres.map(({ name: centre, host, countries, languages, contact }) => (
          <SummaryList
            key={centre}
            card={{ title: <bdi>{centre}</bdi>, headingLevel: 3 }}
            rows={[
              {
                key: t('contact.serves'),
                value: format.list(
                  format.sorted(
                    countries.map((code) => name('country', code)),
                    (text) => text,
                  ),
                ),
              },
              { key: t('centre.host'), value: <bdi>{host}</bdi> },
              { key: t('centre.languages'), value: format.list(languages.map((tag) => format.languageName(tag))) },
              ...contactRows(reader, contact),
            ]}
          />
        ))}
      </section>
    </Layout>
  );
};
